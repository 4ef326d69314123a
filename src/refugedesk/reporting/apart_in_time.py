"""What is no count of people, and is protected over time apart: unit-nights, and statistics on lengths of stay.

Their rules are coarse on purpose. A type of accommodation whose nights another return of the same days withheld, or
whose nights were corrected since, or which few stays used on the days between, is withheld here, and the total with
it. A statistic is withheld where it stands beside another that was taken over the same stays but for a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from refugedesk.domain.spans import Period
from refugedesk.reporting.attack import Published
from refugedesk.reporting.derived import statistic_texts
from refugedesk.reporting.nights import OCCUPIED, VOID
from refugedesk.reporting.relations import Lengths
from refugedesk.reporting.tables import CountReturn, CountTable, Place, Policy


@dataclass(frozen=True)
class Before:
    """An earlier return that shares days with the new one: what it showed, then and by today's records."""

    period: Period
    published: Published
    then: Mapping[Place, int]
    now: Mapping[Place, int]


def withheld_apart(
    new: CountReturn, before: Sequence[Before], between: Sequence[CountReturn], lengths: Lengths | None, policy: Policy
) -> frozenset[Place]:
    """The nights and the statistics of the new return that must be withheld for the sake of others.

    Args: between: the counts of days that no return has printed alone.
    """
    found: set[Place] = set()
    for table in new.tables:
        if table.shape.counts == "nights":
            found |= _nights(table, before, between, policy)
    if lengths:
        found |= set(_statistics(new, before, lengths, policy))
    return frozenset(found)


def _nights(
    table: CountTable, before: Sequence[Before], between: Sequence[CountReturn], policy: Policy
) -> frozenset[Place]:
    rows = {place.row for each in before for place in _delicate(each, table.shape.id)}
    few = (other for counts in between for other in counts.tables if other.shape.id == table.shape.id)
    rows |= {row for other in few for row, stays in other.contributors.items() if 0 < stays < max(policy.guarded, 2)}
    touched = {*rows, ""} if rows else set()
    places = (Place(table.shape.id, row, column) for row in touched for column in (OCCUPIED, VOID))
    return frozenset(place for place in places if place in table.counts)


def _delicate(before: Before, table: str) -> Iterator[Place]:
    """The nights that an earlier return withheld, and those that have been corrected since."""
    for place, count in before.then.items():
        is_safe = place in before.published.shown and before.now.get(place, 0) == count
        if place.table == table and place.column == OCCUPIED and not is_safe:
            yield place


def _statistics(new: CountReturn, before: Iterable[Before], lengths: Lengths, policy: Policy) -> Iterator[Place]:
    texts = {place: text for table in new.tables for place, text in statistic_texts(table).items()}
    truth = {place: count for table in new.tables for place, count in table.counts.items()}
    inside = [each for each in before if (lengths.closed in each.then and lengths.closed in truth)]
    for each in inside:
        told = {place: text for (place, name), text in each.published.derived.items() if not name and place in texts}
        if each.period == new.heading.period:
            yield from (place for place, text in told.items() if text != texts[place])
        elif told and 0 < abs(truth[lengths.closed] - each.then[lengths.closed]) < max(policy.guarded, 5):
            yield from texts
    if inside and 0 < truth[lengths.closed] - _closed_within(new.heading.period, inside, lengths) < 5:
        yield from texts


def _closed_within(period: Period, before: Iterable[Before], lengths: Lengths) -> int:
    """How many stays the earlier returns within the period closed, each day once, the latest periods last."""
    last, closed = None, 0
    for each in sorted(before, key=lambda each: each.period):
        begins_later = last is None or each.period.first > last
        if period.first <= each.period.first and each.period.last <= period.last and begins_later:
            last, closed = each.period.last, closed + each.then[lengths.closed]
    return closed
