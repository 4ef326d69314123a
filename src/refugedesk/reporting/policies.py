"""What is withheld from a protected return, as data, and what each number's absence costs a reader."""

from __future__ import annotations

from refugedesk.domain.errors import CorrectableError
from refugedesk.reporting.tables import Layout, Place, Policy, Shape

POLICIES = {
    each.id: each
    for each in (
        Policy("threshold-5", threshold=5),
        Policy("threshold-5-strict", threshold=5, strict=True),
    )
}
DEFAULT = POLICIES["threshold-5"]

CELL, CODE, GROUP, SIDE, MEASURE, TOTAL = 10, 11, 14, 16, 20, 24
"""What withholding one number costs a reader: a cell of a cross-table least, then a single code, a group of codes,
a row without an answer, a measure, and a total most. Close together, so that few numbers go before cheap ones do."""


class UnknownPolicyError(CorrectableError):
    """A policy that does not exist was asked for; it never means "no protection"."""


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
            f"There is no way of protecting a return called {policy_id!r}. Nothing was written. Choose {known}."
        ) from None


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
