"""Two periods beside each other: every number of both, and its change, taken before anything is rounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from refugedesk.reporting.derived import ratio_text
from refugedesk.reporting.tables import CountReturn, Place, Ratio, Shape


@dataclass(frozen=True)
class Compared:
    """One number in two periods. name: which percentage or average, empty for a count."""

    table: str
    line: str
    name: str
    before: str
    now: str
    change: str


def compare(now: CountReturn, before: CountReturn) -> tuple[Compared, ...]:
    """The numbers that both have: months, say, are other rows in another period and are left out."""
    earlier = {table.shape.id: table for table in before.tables}
    found: list[Compared] = []
    for table in now.tables:
        if table.shape.id in earlier:
            then = earlier[table.shape.id]
            found += _counts(table.shape, table.counts, then.counts)
            ratios = {(ratio.at, ratio.name): ratio for ratio in then.shape.ratios}
            for ratio in table.shape.ratios:
                if (ratio.at, ratio.name) in ratios and not ratio.minus:
                    found.append(
                        _ratio(table.shape, (ratio, table.counts), (ratios[ratio.at, ratio.name], then.counts))
                    )
    return tuple(found)


def _counts(shape: Shape, now: Mapping[Place, int], before: Mapping[Place, int]) -> Iterator[Compared]:
    for place in shape.places():
        if place in before:
            change = now[place] - before[place]
            yield Compared(shape.title, line_of(shape, place), "", str(before[place]), str(now[place]), f"{change:+d}")


Side = tuple[Ratio, Mapping[Place, int]]


def _ratio(shape: Shape, now: Side, before: Side) -> Compared:
    """The change is of the exact numbers: the earlier ones stand under names of their own for as long as it takes."""
    moved = {_earlier(place): count for place, count in before[1].items()}
    then = _moved(before[0])
    change = ratio_text({**now[1], **moved}, replace(now[0], minus=then))
    texts = [ratio_text(counts, ratio) for ratio, counts in (before, now)]
    return Compared(shape.title, line_of(shape, now[0].at), now[0].name, texts[0], texts[1], change)


def _earlier(place: Place) -> Place:
    return place._replace(table=f"{place.table} before")


def _moved(ratio: Ratio) -> Ratio:
    over, less = (tuple(map(_earlier, places)) for places in (ratio.over, ratio.less))
    return replace(ratio, top=_earlier(ratio.top), over=over, less=less)


def line_of(shape: Shape, place: Place) -> str:
    """Where a number stands, in words: its row and its column, or that it is the base or a total."""
    lines = {line.code: line.label for line in (*shape.rows, *shape.columns)}
    words = [lines[code] for code in (place.row, place.column) if code in lines]
    return ", ".join(words) or "Base"
