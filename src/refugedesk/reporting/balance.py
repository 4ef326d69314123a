"""A line of the page that must balance: two sides that come to the same, what it is about, and what to do if not."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from refugedesk.domain.words import noted

Side = tuple[tuple[str, int], ...]
"""What is added up on one side, in words and numbers."""


class Topic(StrEnum):
    """What a line is about, in the words that stand over the lines."""

    THERE = noted("Who was there")
    PEOPLE = noted("Stays, people and children")
    REFERRALS = noted("Referrals")
    NIGHTS = noted("Nights")
    ROWS = noted("Rows and their totals")
    TABLES = noted("The same people in several tables")

    @property
    def remedy(self) -> str:
        """Where to look when a line does not balance."""
        return _REMEDIES[self]


_FAULT = noted("The records agree, so the program has counted wrongly. Do not send the return.")
_REMEDIES = {
    Topic.THERE: noted("Look for a stay that ended before it began, or two stays of one person at once."),
    Topic.PEOPLE: noted("Look for two files of one person, and for a stay or a child without a file."),
    Topic.REFERRALS: noted("Look for a referral without a day or with an outcome that is not on the list."),
    Topic.NIGHTS: noted("Look for a unit that opened after somebody moved in, or closed before somebody moved out."),
    Topic.ROWS: _FAULT,
    Topic.TABLES: _FAULT,
}


@dataclass(frozen=True)
class Balance:
    """Numbers that must come to the same, and why.

    left, right: what is added up on each side. More than two sides that must be equal stand as several lines.
    """

    sentence: str
    left: Side
    right: Side
    topic: Topic = field(default=Topic.THERE, compare=False)

    @property
    def sums(self) -> tuple[int, int]:
        """What each side comes to."""
        return sum(number for _, number in self.left), sum(number for _, number in self.right)

    @property
    def balances(self) -> bool:
        """Whether both sides come to the same."""
        return self.sums[0] == self.sums[1]
