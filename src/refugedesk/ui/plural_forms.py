"""Which form of a sentence a number asks for: the rules of Qt Linguist, so that its files mean the same here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

Form = Callable[[int], int]
"""Number -> which of the forms that Linguist asks for, from 0 on."""


def form_of(code: str) -> Form:
    """The rule of a language, by its code; the English one where it has none of its own here."""
    return RULES.get(code.replace("-", "_").partition("_")[0], _english)


def _english(n: int) -> int:
    return 0 if n == 1 else 1


def _french(n: int) -> int:
    return 0 if n <= 1 else 1


def _one(_n: int) -> int:
    return 0


def _few(n: int) -> bool:
    return 2 <= n % 10 <= 4 and not 10 <= n % 100 <= 19


def _polish(n: int) -> int:
    return 0 if n == 1 else 1 if _few(n) else 2


def _russian(n: int) -> int:
    return 0 if n % 10 == 1 and n % 100 != 11 else 1 if _few(n) else 2


def _romanian(n: int) -> int:
    return 0 if n == 1 else 1 if n == 0 or 1 <= n % 100 <= 19 else 2


def _czech(n: int) -> int:
    return 0 if n == 1 else 1 if 2 <= n <= 4 else 2


def _lithuanian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 != 0 and not 10 <= n % 100 <= 19 else 2


def _irish(n: int) -> int:
    return {1: 0, 2: 1}.get(n, 2)


def _welsh(n: int) -> int:
    return {0: 0, 1: 1, 6: 3}.get(n, 2 if 2 <= n <= 5 else 4)


def _arabic(n: int) -> int:
    return n if n <= 2 else 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5


RULES: Final[Mapping[str, Form]] = {
    "ar": _arabic,
    "bs": _russian,
    "cs": _czech,
    "cy": _welsh,
    "fa": _one,
    "fr": _french,
    "ga": _irish,
    "hr": _russian,
    "hu": _one,
    "lt": _lithuanian,
    "pl": _polish,
    "ro": _romanian,
    "ru": _russian,
    "sk": _czech,
    "sr": _russian,
    "th": _one,
    "tr": _one,
    "uk": _russian,
    "vi": _one,
    "zh": _one,
}
FORMS: Final[Mapping[Form, int]] = {
    _one: 1, _english: 2, _french: 2, _polish: 3, _russian: 3, _romanian: 3, _czech: 3, _lithuanian: 3, _irish: 3,
    _welsh: 5, _arabic: 6,
}  # fmt: skip
"""Rule -> how many forms it tells apart."""
