"""What a sheet of trustees' shares says, read before anything is opened. Light to import: the unlock window asks it."""

from __future__ import annotations

from refugedesk.security.shares import (
    FEWEST,
    MOST,
    MOST_NEEDED,
    WORDS,
    Share,
    complete,
    problem_with,
    read_share,
    split_words,
    word_list,
)

__all__ = [
    "FEWEST",
    "MOST",
    "MOST_NEEDED",
    "WORDS",
    "Share",
    "complete",
    "problem_with",
    "read_share",
    "split_words",
    "word_list",
]
