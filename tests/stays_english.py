"""What a window shows in English in every language, and why: each exception is named here and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from refugedesk.domain.lists import ALL as LISTS
from refugedesk.ui.pages.help_topics import topics
from refugedesk.ui.pages.return_sheet import SheetView
from refugedesk.ui.translations import languages
from sentences import SOURCE
from shots.scenes import NONSENSE

OF_RETURNS = frozenset({"returns", "own", "story"})
"""The pages that quote a return or a case story. What stands in its file is English, so that a reader finds on the
screen what stands there: titles, rows, columns, notes, whom a number counts, and the names of answers in print.
"""
OF_TESTS = (
    NONSENSE,
    "Not saved yet: some things above to look at.",
    "ValueError in refugedesk/ui/pages/home.py, line 81. It is written down in fault.log.",
    "Jul to Sep 2026.xlsx",
    "In and out",
    "Planned, by where",
    "Where people went",
    "What the council asks for",
    "K7QF",
    "qqq",
    "The council of Alderbrook, which does not exist",
    "2MPW",
    "9RTD",
    "4HXA",
    "7VBN",
)
"""What the scenes put into the window themselves."""


HASH = r"\b[0-9a-f]{64}\b|\b(?:XLSX|JSON|CSV|PDF)\b"
"""What is the same in every language: hashes, and the kinds of files."""
AS_IN_THE_FILE = (SheetView,)
"""Widgets that show a return as it stands in its file."""


def without_exceptions(text: str, page: str) -> str:
    """The text without what may stay English on that page."""
    return _taken_out(page in OF_RETURNS).sub(" ", text)


@cache
def _taken_out(has_returns: bool) -> re.Pattern[str]:
    phrases = {*OF_TESTS, *_help(), *_names_of_languages(), *(_returns() if has_returns else ())}
    longest_first = sorted((each for each in phrases if each), key=len, reverse=True)
    of_words = (rf"(?<!\w){re.escape(each)}(?!\w)" for each in longest_first)
    return re.compile("|".join((HASH, *of_words)), re.IGNORECASE)


def _help() -> Iterator[str]:
    """Help nobody has translated: its titles, and its text on its own page, are English as a whole."""
    yield from (each.title for each in topics())


def _names_of_languages() -> Iterator[str]:
    """A language is called what it calls itself."""
    yield from (each.own_name for each in languages())


def _returns() -> Iterator[str]:
    """Every word that the code of returns and case stories holds, and the answers of forms as they are printed."""
    told = (SOURCE / "domain" / "stories" / "questions.py", SOURCE / "services" / "case_stories.py")
    for file in (*sorted((SOURCE / "reporting").rglob("*.py")), *told):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 200:
                yield from node.value.strip(" :,+").splitlines()
    for codes in LISTS.values():
        yield from (code.label for code in codes.codes)
        yield from codes.groups.values()
