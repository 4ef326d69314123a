"""Words that people typed, made fit for a sheet: no control characters and, in CSV, nothing a sheet would run."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]"
)
_FIRST_OF_FIELD = re.compile(r"""(?:^|(?<=[;,|"]))([\s\u200b-\u200f\u2060]*)(\S)""")
_TRIGGERS = frozenset("=+-@\u2212")


def printable(text: str) -> str:
    """The text with every control, line break, direction override and broken character as one space."""
    return _UNPRINTABLE.sub(" ", text)


def harmless(text: str) -> str:
    """The printable text with an apostrophe before whatever a spreadsheet would read as a formula.

    That is = + - @, full-width and small forms included, at the start and after anything that some
    spreadsheet takes for the end of a field.
    """
    return _FIRST_OF_FIELD.sub(_with_apostrophe, printable(text))


def _with_apostrophe(found: re.Match[str]) -> str:
    space, letter = found.groups()
    starts_formula = unicodedata.normalize("NFKC", letter)[:1] in _TRIGGERS
    return f"{space}'{letter}" if starts_formula else f"{space}{letter}"
