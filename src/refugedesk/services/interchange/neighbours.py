"""Which spans of days could overlap, found in one sweep instead of by comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date

from refugedesk.domain.rules import Span
from refugedesk.services.interchange.entries import Entry

Owner = Callable[[Entry], Hashable]
Held = tuple[Span, Entry]


def grouped(entries: Iterable[Entry], by: str, first: str, last: str) -> Mapping[str, list[Held]]:
    """The entries with their spans by the record they hold on to, those that broke off left out."""
    groups: defaultdict[str, list[Held]] = defaultdict(list)
    for entry in entries:
        span = None if entry.is_broken else entry.span(first, last)
        if span is not None:
            groups[entry.link(by)].append((span, entry))
    return groups


def neighbours(group: list[Held], owner: Owner) -> dict[Entry, list[Span]]:
    """For each new entry the few spans of other owners it has to be compared with: if any of the group overlaps it,
    one of these does.

    Of two new ones that overlap, the one that begins later is given the other. Of a new and a stored one, the new one.
    """
    ordered = sorted(group, key=_order)
    found: dict[Entry, list[Span]] = {entry: [] for _, entry in ordered if entry.is_new}
    _look_back(ordered, owner, found)
    _look_ahead(ordered, owner, found)
    return found


def _look_back(ordered: list[Held], owner: Owner, found: dict[Entry, list[Span]]) -> None:
    """Before it: the span that reaches furthest, and the last one, which may be the same day over again."""
    furthest: list[Held] = []
    previous: Held | None = None
    for held in ordered:
        mine = owner(held[1])
        others = [each for each in [*furthest, *([previous] if previous else [])] if owner(each[1]) != mine]
        if held[1].is_new:
            found[held[1]].extend(span for span, _ in others)
        furthest = _best_of_two_owners([*furthest, held], owner, lambda span: span[1] or date.max)
        previous = held


def _look_ahead(ordered: list[Held], owner: Owner, found: dict[Entry, list[Span]]) -> None:
    """After it: the next stored span of a night or more."""
    nearest: list[Held] = []
    for held in reversed(ordered):
        span, entry = held
        if entry.is_new:
            mine = owner(entry)
            found[entry].extend(other for other, its in nearest if owner(its) != mine)
        elif span[1] is None or span[1] > span[0]:
            nearest = _best_of_two_owners([*nearest, held], owner, lambda span: date.max - (span[0] - date.min))


def _best_of_two_owners(held: list[Held], owner: Owner, rank: Callable[[Span], date]) -> list[Held]:
    """The best span, and the best of another owner."""
    best: dict[Hashable, Held] = {}
    for each in sorted(held, key=lambda each: rank(each[0]), reverse=True):
        best.setdefault(owner(each[1]), each)
    return list(best.values())[:2]


def _order(held: Held) -> tuple[date, date, int]:
    (start, end), entry = held
    return start, end or date.max, entry.line
