"""The nights units were open and lived in. The return and the first page count them with this one function.

Two households in one unit on one night are one unit-night. A night on which the unit was not open is not counted, so a
unit is never lived in for more nights than it is there for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from refugedesk.domain.spans import Period

Span = tuple[int, int]
"""Nights from the first until before the second. A night is the number of the day on which it begins (its ordinal)."""


class OpenUnit(NamedTuple):
    """A unit and its first and last open night; without the one it has always been open, without the other it is."""

    id: str
    kind: str | None
    first: int | None
    last: int | None


class Lived(NamedTuple):
    """Nights on which a stay held a unit, until before ``until``; None while it goes on."""

    unit: str
    stay: object
    first: int
    until: int | None


@dataclass(frozen=True)
class UnitNights:
    """Unit-nights of a type in a period, and how many stays lived in units of it."""

    available: int = 0
    occupied: int = 0
    stays: int = 0

    @property
    def void(self) -> int:
        """Nights on which units were open and nobody lived there."""
        return self.available - self.occupied

    @property
    def share(self) -> Fraction | None:
        """The part that was occupied; None where no unit was open."""
        return Fraction(self.occupied, self.available) if self.available else None


def nights_by_kind(units: Iterable[OpenUnit], lived: Iterable[Lived], period: Period) -> dict[str | None, UnitNights]:
    """Each type of unit that was open in the period, with its nights; a type that is not recorded is None."""
    by_unit: dict[str, list[Lived]] = {}
    for each in lived:
        by_unit.setdefault(each.unit, []).append(each)
    counted: dict[str | None, UnitNights] = {}
    stays: dict[str | None, set[object]] = {}
    for unit, window in _open(units, period):
        spans = [(each.stay, _cut(each, window)) for each in by_unit.get(unit.id, ())]
        inside = [(stay, span) for stay, span in spans if span is not None]
        stays.setdefault(unit.kind, set()).update(stay for stay, _ in inside)
        so_far = counted.get(unit.kind, UnitNights())
        nights = sum(_length(span) for span in merged([span for _, span in inside]))
        total = so_far.available + _length(window), so_far.occupied + nights
        counted[unit.kind] = UnitNights(*total, len(stays[unit.kind]))
    return counted


def each_night(units: Iterable[OpenUnit], lived: Iterable[Lived], period: Period) -> tuple[tuple[int, int], ...]:
    """(open units, units lived in) of every night of the period, in order."""
    opened, used = [0] * (period.days + 1), [0] * (period.days + 1)
    by_unit: dict[str, list[Lived]] = {}
    for each in lived:
        by_unit.setdefault(each.unit, []).append(each)
    for unit, window in _open(units, period):
        _step(opened, window, period)
        cut = [_cut(each, window) for each in by_unit.get(unit.id, ())]
        for span in merged([span for span in cut if span is not None]):
            _step(used, span, period)
    return tuple(zip(_running(opened), _running(used), strict=True))


def merged(spans: Sequence[Span]) -> Iterator[Span]:
    """The same nights as spans that share none, in order."""
    begun: Span | None = None
    for span in sorted(spans):
        if begun is not None and span[0] <= begun[1]:
            begun = (begun[0], max(begun[1], span[1]))
            continue
        if begun is not None:
            yield begun
        begun = span
    if begun is not None:
        yield begun


def _open(units: Iterable[OpenUnit], period: Period) -> Iterator[tuple[OpenUnit, Span]]:
    """The units open in the period and the nights on which each was."""
    begins, ends = period.first.toordinal(), period.last.toordinal()
    for unit in units:
        opens = begins if unit.first is None else max(unit.first, begins)
        closes = ends if unit.last is None else min(unit.last, ends)
        if opens <= closes:
            yield unit, (opens, closes + 1)


def _cut(lived: Lived, window: Span) -> Span | None:
    first = max(lived.first, window[0])
    end = window[1] if lived.until is None else min(lived.until, window[1])
    return (first, end) if first < end else None


def _length(span: Span) -> int:
    return span[1] - span[0]


def _step(changes: list[int], span: Span, period: Period) -> None:
    begins = period.first.toordinal()
    changes[span[0] - begins] += 1
    changes[span[1] - begins] -= 1


def _running(changes: list[int]) -> Iterator[int]:
    """The sum up to each night, the last change left out."""
    total = 0
    for change in changes[:-1]:
        total += change
        yield total
