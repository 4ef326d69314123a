"""The words that people read. Every layer says them in English; the window may ask for another language.

A sentence goes through ``tr`` whole, where it is shown, with what differs named: ``tr("Remove {name}", name=name)``;
one that depends on a number through ``counted``. What a person typed never does. Files that leave the program do not
either: their words are fixed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

ENGLISH: Final = "en"
NUMBER: Final = "%n"
"""Stands for the number in a sentence that has a form for one and a form for many."""
_asked: list[Callable[[str, int], str]] = []
_code = [ENGLISH]


def tr(source: str, /, **parts: object) -> str:
    """The sentence in the language of the window, with its parts put in; English where there is no translation.

    Args:
        source: the English sentence, a literal or a declared word, with ``{name}`` for each part.
        parts: what is put in; with any given, braces in the sentence are names of parts.
    """
    words = _asked[-1](source, -1) if _asked and source else source
    return words.format(**parts) if parts else words


def counted(number: int, one: str, many: str, /, **parts: object) -> str:
    """The sentence in the form that the number asks for, in the language of the window.

    Args:
        number: put in for ``%n``.
        one: the English sentence for 1.
        many: the English sentence for every other number; it is the one that is translated, in as many forms as the
            language has.
        parts: as for ``tr``.
    """
    words = _asked[-1](many, number) if _asked else many
    if words in (many, _with(many, number)):
        words = one if number == 1 else many
    words = _with(words, number)
    return words.format(**parts) if parts else words


def listed(words: Iterable[str]) -> str:
    """Some things as one names them: one, one and another, this, that and another."""
    *some, last = words
    return tr("{some} and {last}", some=", ".join(some), last=last) if some else last


def either(words: Iterable[str]) -> str:
    """Some things of which one is enough: one, one or another, this, that or another."""
    *some, last = words
    return tr("{some} or {last}", some=", ".join(some), last=last) if some else last


def noted(source: str) -> str:
    """The words as they are, noted for translation: for a constant that goes through ``tr`` where it is shown."""
    return source


def spoken() -> str:
    """The code of the language in which sentences come out now."""
    return _code[0]


def ask_for_words(translate: Callable[[str, int], str] | None, code: str = ENGLISH) -> None:
    """Lets a language answer from now on; None for English. It is asked with -1 where no number is meant."""
    _asked[:], _code[:] = [translate] if translate else [], [code]


def _with(words: str, number: int) -> str:
    return words.replace(NUMBER, str(number))
