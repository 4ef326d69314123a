"""The words that people read. Every layer says them in English; the window may ask for another language.

A sentence goes through ``tr`` whole, where it is shown, with what differs named: ``tr("Remove {name}", name=name)``.
What a person typed never does. Files that leave the program do not either: their words are fixed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

ENGLISH: Final = "en"
_asked: list[Callable[[str], str]] = []
_code = [ENGLISH]


def tr(source: str, /, **parts: object) -> str:
    """The sentence in the language of the window, with its parts put in; English where there is no translation.

    Args:
        source: the English sentence, a literal or a declared word, with ``{name}`` for each part.
        parts: what is put in; with any given, braces in the sentence are names of parts.
    """
    words = _asked[-1](source) if _asked and source else source
    return words.format(**parts) if parts else words


def noted(source: str) -> str:
    """The words as they are, noted for translation: for a constant that goes through ``tr`` where it is shown."""
    return source


def spoken() -> str:
    """The code of the language in which sentences come out now."""
    return _code[0]


def ask_for_words(translate: Callable[[str], str] | None, code: str = ENGLISH) -> None:
    """Lets a language answer from now on; None for English."""
    _asked[:], _code[:] = [translate] if translate else [], [code]
