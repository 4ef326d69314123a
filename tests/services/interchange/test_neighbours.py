"""The sweep finds an overlap exactly where comparing each with each would."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from refugedesk.domain.spans import spans_overlap
from refugedesk.services.interchange.entries import Entry
from refugedesk.services.interchange.neighbours import Held, neighbours

DAY = date(2020, 1, 1)
SPANS = st.tuples(st.integers(0, 12), st.none() | st.integers(0, 6))
MANY = st.lists(st.tuples(SPANS, st.booleans(), st.sampled_from("abc")), max_size=9)


def _held(number: int, start: int, nights: int | None, is_new: bool, owner: str) -> Held:
    first = DAY + timedelta(days=start)
    entry = Entry("x", number + 1 if is_new else 0, owner, {})
    return (first, None if nights is None else first + timedelta(days=nights)), entry


@given(MANY)
def test_a_group_overlaps_where_comparing_each_with_each_says_so(
    spans: list[tuple[tuple[int, int | None], bool, str]],
) -> None:
    group = [_held(number, *span, is_new, owner) for number, (span, is_new, owner) in enumerate(spans)]
    found = neighbours(group, lambda entry: entry.id)
    flagged = any(spans_overlap(span, other) for span, entry in group for other in found.get(entry, ()))
    truly = any(
        spans_overlap(one, other)
        for one, its in group
        for other, another in group
        if its.id != another.id and (its.is_new or another.is_new)
    )
    assert flagged == truly


@given(MANY)
def test_a_new_span_that_overlaps_a_stored_one_is_told(spans: list[tuple[tuple[int, int | None], bool, str]]) -> None:
    group = [_held(number, *span, is_new, owner) for number, (span, is_new, owner) in enumerate(spans)]
    found = neighbours(group, id)
    stored = [span for span, entry in group if not entry.is_new]
    for span, entry in group:
        if entry.is_new and any(spans_overlap(span, other) for other in stored):
            assert any(spans_overlap(span, other) for other in found[entry])


def test_a_stay_of_no_night_repeated_on_its_day_is_told() -> None:
    group = [_held(1, 3, 0, True, "a"), _held(2, 3, 0, True, "b")]
    assert [group[0][0] in others for others in neighbours(group, id).values()] == [False, True]
