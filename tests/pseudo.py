"""A language nobody speaks: every letter with an accent, a third longer. What is still plain was never translated."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from refugedesk.ui.translations import Catalogue
from sentences import sentences

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "áƀćđéƒǵħíĵķĺɱńóƥɋŕśţúṽŵẋýźÁƁĆĐÉƑǴĦÍĴĶĹḾŃÓƤɊŔŚŢÚṼŴẊÝŹ"
DRESS = str.maketrans(PLAIN, ACCENTED)
VOWELS = re.compile("[áéíóú]")
PARTS = re.compile(r"(\{[^{}]*\}|%n)")


def dressed(sentence: str) -> str:
    """The sentence in the language nobody speaks; what stands in braces stays."""
    pieces = PARTS.split(sentence)
    return "".join(piece if PARTS.fullmatch(piece) else _word(piece) for piece in pieces)


def _word(piece: str) -> str:
    return VOWELS.sub(lambda found: found[0] * 2, piece.translate(DRESS))


def pseudo_catalogue(parent: QObject | None = None) -> Catalogue:
    """Every sentence of the program, dressed."""
    return Catalogue({each: dressed(each) for each in sentences()}, parent)
