"""What a reader concludes from an earlier return by the rule it was protected with, as plain relations.

The rule leaves her choices (is this withheld total small, or withheld to protect another?). She is taken to know
which it is, for that makes every conclusion a sum, and whoever is safe from her is safe from one who must guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from refugedesk.reporting.attack import Published, tables_withheld_whole
from refugedesk.reporting.daylengths import long_stays_between
from refugedesk.reporting.patterns import Goal
from refugedesk.reporting.relations import Family, Relation, Sense
from refugedesk.reporting.stretches import Stretch
from refugedesk.reporting.tables import Place, Policy


@dataclass(frozen=True)
class Release:
    """An earlier protected return as one stretch, with what was printed."""

    stretch: Stretch
    published: Published

    @property
    def threshold(self) -> int:
        """One more than the largest count that its policy withheld."""
        return self.published.policy.threshold

    @cached_property
    def hidden(self) -> frozenset[Place]:
        """Its withheld counts."""
        return self.stretch.places - self.published.shown.keys()

    @cached_property
    def families(self) -> list[Family]:
        """Totals and what stands under them, of what was printed."""
        knowledge = self.stretch.knowledge.about(self.stretch.places)
        return [each for each in knowledge.families if each.total in self.stretch.places]

    @cached_property
    def blank(self) -> frozenset[str]:
        """The tables that were withheld whole, of which nothing is concluded."""
        return tables_withheld_whole(self.stretch.places, self.hidden)

    @cached_property
    def under_small(self) -> frozenset[Place]:
        """What stands under a small total: withheld, zeros too."""
        small = (each for each in self.families if 0 < self.stretch.then[each.total] < self.threshold)
        return frozenset(part for family in small for part in family.parts)

    def conclusions(self) -> Iterator[Relation]:
        """Everything that the rule and the statistics say of the withheld numbers, and of rounded ones."""
        yield from self._rounded()
        for place in sorted(self.hidden):
            if place.table not in self.blank and place not in self.under_small and self.stretch.then[place]:
                yield self._bound(place, Sense.AT_LEAST, 1)
        for family in self.families:
            yield from self._of_total(family)
        yield from self._long_stays()

    def _rounded(self) -> Iterator[Relation]:
        """A rounded number stands for any of those that are printed so."""
        if self.published.policy.round_to:
            for place in sorted(self.stretch.places & self.published.shown.keys()):
                low, high = self.published.policy.meant_by(self.published.shown[place])
                yield self._bound(place, Sense.AT_LEAST, low)
                yield self._bound(place, Sense.AT_MOST, high)

    def _of_total(self, family: Family) -> Iterator[Relation]:
        total, threshold = family.total, self.threshold
        count = self.stretch.then[total]
        if total in self.hidden and total.table not in self.blank:
            if count >= threshold:
                yield self._bound(total, Sense.AT_LEAST, threshold)
            elif count:
                yield self._bound(total, Sense.AT_MOST, threshold - 1)
        if family.is_base and total in self.stretch.shown and count >= threshold:
            for part in family.parts:
                if part in self.hidden and part.table not in self.blank:
                    yield self._bound(part, Sense.AT_MOST, count - 1)

    def _long_stays(self) -> Iterator[Relation]:
        """Beside a shown number of closed stays the statistics bound the long ones."""
        lengths, shown = self.stretch.knowledge.lengths, self.stretch.shown
        if not lengths or lengths.over not in self.hidden or lengths.closed not in shown:
            return
        texts = {
            place: self.published.derived[place, ""]
            for place in lengths.statistics
            if (place, "") in self.published.derived
        }
        low, high = long_stays_between(shown[lengths.closed], texts, lengths, self.threshold) or (0, 0)
        yield self._bound(lengths.over, Sense.AT_LEAST, low)
        yield self._bound(lengths.over, Sense.AT_MOST, high)

    def goals(self) -> Iterator[Goal]:
        """Every small number of it must keep every small value."""
        open_ones = self.stretch.places - self.stretch.shown.keys()
        counts = {self.stretch.named(place): self.stretch.then[place] for place in open_ones}
        counts |= dict(self._short_stays())
        yield from goals_of(counts, self.published.policy)

    def _short_stays(self) -> Iterator[tuple[Place, int]]:
        lengths, then = self.stretch.knowledge.lengths, self.stretch.then
        if lengths and {lengths.closed, lengths.over} <= then.keys() and lengths.over in self.hidden:
            yield self.stretch.named(lengths.shorter), then[lengths.closed] - then[lengths.over]

    def _bound(self, place: Place, sense: Sense, constant: int) -> Relation:
        name = self.stretch.named(place)
        return Relation(f"rule: {' '.join(name)} {sense} {constant}", ((1, name),), sense, constant)


def goals_of(counts: Mapping[Place, int], policy: Policy) -> Iterator[Goal]:
    """That each small count could be any other that must look like it; strictly, that it could be large, too."""
    small = sorted(place for place, count in counts.items() if 0 < count < policy.guarded)
    for place in small:
        yield from (Goal(place, value, value) for value in policy.alike if value != counts[place])
        if policy.strict:
            yield Goal(place, policy.threshold, None)
