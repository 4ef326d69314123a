"""What is withheld from a protected return, as data, and what each number's absence costs a reader.

What each promises, against a reader who knows the policy and every relation, and has the file:

- ``threshold-5``: a count from 1 to 4 is withheld, and could still be each of 1 to 4. ``threshold-10``: the same of
  1 to 9.
- ``threshold-5-strict``: it could be 5 or more as well, so that not even its smallness is certain.
- ``withhold-7-round-5``: a count from 1 to 7 is withheld, and could still be each of 1 to 7; every other count is
  printed as the nearest 5, so a printed number is at most 2 from the truth. A count printed as 0 is 0.
- ``round-10``: every number is printed as the nearest 10, half up, so a printed number is at most 5 from the truth. A
  count from 1 to 4 is printed as 0, and could still be each of 0 to 4. Nothing is withheld but what would break that.

To the reader of a rounded return a shown number is an interval, and the relations hold between the numbers meant, not
between those printed: totals may not add. Percentages are worked out from printed numbers alone, so they say nothing
more; statistics of days are withheld, for they come from the exact stays.
"""

from __future__ import annotations

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr
from refugedesk.reporting.tables import Layout, Place, Policy, Shape

POLICIES = {
    each.id: each
    for each in (
        Policy("threshold-5", threshold=5),
        Policy("threshold-5-strict", threshold=5, strict=True),
        Policy("threshold-10", threshold=10),
        Policy("withhold-7-round-5", threshold=8, round_to=5),
        Policy("round-10", threshold=1, round_to=10),
    )
}
DEFAULT = POLICIES["threshold-5"]

CELL, CODE, GROUP, SIDE, MEASURE, TOTAL = 10, 11, 14, 16, 20, 24
"""What withholding one number costs a reader: a cell of a cross-table least, then a single code, a group of codes,
a row without an answer, a measure, and a total most. Close together, so that few numbers go before cheap ones do."""


class UnknownPolicyError(CorrectableError):
    """A policy that does not exist was asked for; it never means "no protection"."""


def policy_of(policy_id: str, threshold: int) -> Policy:
    """The policy that a written return names: the known one, or one of that id that withholds below the threshold."""
    known = POLICIES.get(policy_id)
    return known if known and known.threshold == threshold else Policy(policy_id, threshold)


def policy(policy_id: str) -> Policy:
    """The policy of that id.

    Raises:
        UnknownPolicyError: there is none of that id.
    """
    try:
        return POLICIES[policy_id]
    except KeyError:
        known = " or ".join(POLICIES)
        raise UnknownPolicyError(
            tr(
                "There is no way of protecting a return called {policy_id!r}. Nothing was written. Choose {known}.",
                policy_id=policy_id,
                known=known,
            )
        ) from None


RANKS, RANKED = 1000, 100
"""Prices are multiplied by the first and differ by less than the second: of two numbers that cost a reader the same it
is always the same one that goes, so that the choice says less of how large they are."""

WHOLE_CROSS, WHOLE_TABLE, ZERO = 150, 250, 5
"""What it costs on top to withhold a cross-table or another table whole, and each zero with it: the last resort."""


def cost_of_whole(shape: Shape, zeros: int) -> int:
    """What a reader loses besides the numbers of 1 and more when the table is withheld whole, with so many zeros."""
    return (WHOLE_CROSS if shape.layout is Layout.CROSS else WHOLE_TABLE) + ZERO * zeros


def cost(place: Place, shape: Shape, totals: frozenset[Place]) -> int:
    """What a reader loses when that number is withheld. ``totals`` are the places that sum up others."""
    if shape.layout is Layout.MEASURES:
        return MEASURE
    if not place.row:
        return TOTAL
    if place.column:
        return CELL
    if shape.layout is Layout.ROWS and not _is_answer(place, shape):
        return SIDE
    return GROUP if place in totals and shape.layout is Layout.ROWS else CODE


def _is_answer(place: Place, shape: Shape) -> bool:
    return any(row.code == place.row and row.is_answer for row in shape.rows)
