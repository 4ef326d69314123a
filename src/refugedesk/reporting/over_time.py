"""Several returns as one problem: a new return beside every protected one that has left the house before.

A reader has all the files. She knows how the numbers of each hang together, and how those of different periods do
(``across_periods``). Each count from 1 to 4 of the new return *and of every earlier one* must keep every value from
1 to 4; so must every difference between files that counts somebody: the days that only a longer period holds, and
what was corrected since a figure was printed. Earlier files are out and cannot change; what would reveal more is
withheld in the new one, and where even that is not enough, nothing is written.

That corrected figures do not mislead: every relation between periods is stated of today's records, and a figure that
was corrected enters it with its correction as an unknown (``stretches``). A relation that today's records break all
the same (two stays at once, say) says nothing true, so a reader who believed it would be deceived and not informed:
it is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import ONE_DAY, Period
from refugedesk.reporting.across_periods import across, islands_with
from refugedesk.reporting.apart_in_time import Before, withheld_apart
from refugedesk.reporting.attack import Published, Reader
from refugedesk.reporting.beside import Beside
from refugedesk.reporting.disclosure import CannotBeProtectedError, Protection, protect
from refugedesk.reporting.patterns import Goal
from refugedesk.reporting.relations import Knowledge, Relation
from refugedesk.reporting.released import Release, goals_of
from refugedesk.reporting.same_people import same_people
from refugedesk.reporting.stretches import Stretch, elementary
from refugedesk.reporting.tables import CountReturn, Heading, Place, Policy

Recount = Callable[[Period], tuple[CountReturn, Knowledge]]
"""Counts days by the definition of the new return, with what a reader knows of the numbers."""


class UnmaskingError(CorrectableError):
    """Released beside an earlier return, this one would let a reader work somebody out. Nothing was written."""


@dataclass(frozen=True)
class Earlier:
    """A protected return that has left the house: what it showed, and what a reader knows of its definition.

    content: its numbers in the JSON form; two releases with the same content are the same.
    then: its counts when it was released. now: the same period counted by today's records.
    """

    heading: Heading
    published: Published
    knowledge: Knowledge
    content: str
    then: Mapping[Place, int]
    now: Mapping[Place, int]


@dataclass(frozen=True)
class Together:
    """A new return and the earlier ones that have to do with it, as one problem."""

    counts: CountReturn
    knowledge: Knowledge
    policy: Policy
    earlier: tuple[Earlier, ...]
    recount: Recount

    @cached_property
    def new(self) -> Stretch:
        """The new return."""
        truth = {place: count for table in self.counts.tables for place, count in table.counts.items()}
        shapes = tuple(table.shape for table in self.counts.tables)
        return Stretch("", self.counts.heading.period, shapes, self.knowledge, truth, truth, {})

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The earlier returns, numbered in their order."""
        return tuple(Release(_stretch(number, each), each.published) for number, each in enumerate(self.earlier, 1))

    @cached_property
    def unseen(self) -> tuple[Stretch, ...]:
        """The days within overlapping periods that no return has printed alone, counted by today's records."""
        return tuple(_unseen(counts, knowledge) for counts, knowledge in self._between)

    @cached_property
    def _between(self) -> list[tuple[CountReturn, Knowledge]]:
        seen = [self.new.period, *(each.stretch.period for each in self.releases)]
        return [self.recount(each) for each in elementary(seen) if each not in seen]

    @cached_property
    def apart(self) -> frozenset[Place]:
        """Nights and statistics that must be withheld for the sake of returns of the same days."""
        before = [
            Before(each.heading.period, each.published, each.then, each.now)
            for each in self.earlier
            if each.heading.period.overlaps(self.new.period)
        ]
        between = [counts for counts, _ in self._between]
        return withheld_apart(self.counts, before, between, self.knowledge.lengths, self.policy)

    @cached_property
    def _everything(self) -> tuple[list[Relation], dict[Place, int], list[Goal]]:
        """Every true relation, every number that is not shown, and every goal."""
        stretches = [self.new, *(each.stretch for each in self.releases), *self.unseen]
        between = across(stretches)
        truth = dict(between.truth)
        for each in stretches:
            truth |= dict(each.truth())
        relations = [relation for each in stretches[1:] for relation in each.relations()]
        relations += [relation for each in self.releases for relation in each.conclusions()]
        relations += [*between.relations, *same_people(stretches)]
        return [each for each in relations if _is_true(each, truth)], truth, [*self._goals(between.differences, truth)]

    def _goals(self, differences: Iterable[Place], truth: Mapping[Place, int]) -> Iterable[Goal]:
        for release in self.releases:
            yield from release.goals()
        counted = {place: truth[place] for place in differences}
        for release in self.releases:
            corrected = (release.stretch.correction_of(place) for place in release.stretch.corrections)
            counted |= {place: truth[place] for place in corrected}
        for each in self.unseen:
            counted |= {each.named(place): each.now[place] for place in each.places}
        yield from goals_of(counted, self.policy)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What the earlier returns say that has to do with the new one."""
        return tuple(islands_with(self._everything[0], sorted(self.new.places)))

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """What must remain possible of the earlier numbers and of differences that have to do with the new return."""
        reached = {place for relation in self.relations for _, place in relation.terms}
        return tuple(goal for goal in self._everything[2] if goal.place in reached)

    @cached_property
    def joint_knowledge(self) -> Knowledge:
        """What a reader knows of the new return with all earlier files beside it."""
        return replace(self.knowledge, relations=(*self.knowledge.relations, *self.relations))

    def protect(self) -> Protection:
        """The new return with everything withheld that must be.

        Raises:
            CannotBeProtectedError: it cannot be made safe by itself. UnmaskingError: not beside the earlier ones.
        """
        alone = protect(self.counts, self.knowledge, self.policy, beside=Beside(withheld=self.apart))
        return self._beside(alone) if self.relations else alone

    def _own_goals(self) -> Iterable[Goal]:
        counted = {place: self.new.now[place] for place in self.new.places}
        return goals_of(counted, self.policy)

    def _beside(self, protection: Protection) -> Protection:
        """The same with more withheld, until nothing gives way but what earlier files gave away by themselves."""
        beside = Beside(relations=self.relations)
        wanted: dict[Goal, None] = {}
        while closed := [goal for goal in self._closed(protection) if goal not in beside.given_away]:
            if wanted.keys() & {*closed}:
                raise self._refused()
            lost = {*closed} - {*self.open_before(closed)}
            wanted |= dict.fromkeys(goal for goal in closed if goal not in lost)
            is_all = not protection.whole_tables
            goals = tuple(goal for goal in wanted if is_all or goal.place not in self.new.places)
            withheld, given_away = self._kept(protection) | self.apart, beside.given_away | lost
            beside = replace(beside, goals=goals, withheld=withheld, given_away=given_away, is_all=is_all)
            try:
                protection = protect(self.counts, self.knowledge, self.policy, beside=beside)
            except CannotBeProtectedError:
                raise self._refused() from None
        return protection

    def _kept(self, before: Protection) -> frozenset[Place]:
        """What was withheld before to protect other numbers."""
        counts, threshold = self.new.now, self.policy.threshold
        return frozenset(each for each in before.reasons if each in self.new.places and counts[each] >= threshold)

    def _refused(self) -> UnmaskingError:
        return UnmaskingError(refusal(self.counts.heading, [each.heading for each in self.earlier]))

    def _closed(self, protection: Protection) -> list[Goal]:
        published = Published.release(protection.release)
        return impossible(published, self.joint_knowledge, (*self.goals, *self._own_goals()))

    def open_before(self, goals: Iterable[Goal]) -> list[Goal]:
        """The goals that are met before the new return is there: what earlier files gave away is not its doing."""
        nothing = Published(self.new.shapes, {}, {}, self.policy)
        closed = {*impossible(nothing, self.joint_knowledge, goals)}
        return [goal for goal in goals if goal not in closed]


def impossible(published: Published, knowledge: Knowledge, goals: Iterable[Goal]) -> list[Goal]:
    """The goals that a reader can rule out once she has the new return as well."""
    reader = Reader(published, knowledge, tables_may_be_blank=True)
    return reader.ruled_out(goals)


def _is_true(relation: Relation, truth: Mapping[Place, int]) -> bool:
    """Whether the relation says something, and what it says is so; what nobody can count is taken to be."""
    known = all(place in truth for _, place in relation.terms)
    return bool(relation.terms) and (not known or relation.holds(truth))


def _unseen(counts: CountReturn, knowledge: Knowledge) -> Stretch:
    period = counts.heading.period
    truth = {place: count for table in counts.tables for place, count in table.counts.items()}
    shapes = tuple(table.shape for table in counts.tables)
    return Stretch(f"{period.first} to {period.last}", period, shapes, knowledge, truth, truth, {}, is_unseen=True)


def _stretch(number: int, earlier: Earlier) -> Stretch:
    period, shapes = earlier.heading.period, earlier.published.shapes
    key = f"return {number} of {period.first} to {period.last}"
    exactly = {} if earlier.published.policy.round_to else earlier.published.shown
    return Stretch(key, period, shapes, earlier.knowledge, earlier.now, earlier.then, exactly)


def concerning(period: Period, others: Sequence[Period]) -> list[int]:
    """Which of the other periods have to do with this one: they share days with it or touch it, or one that does."""
    reached, waiting = [period], {*range(len(others))}
    for current in reached:
        near = {at for at in waiting if _touch(current, others[at])}
        waiting -= near
        reached += [others[at] for at in sorted(near)]
    return sorted({*range(len(others))} - waiting)


def _touch(one: Period, other: Period) -> bool:
    return one.first <= other.last + ONE_DAY and other.first <= one.last + ONE_DAY


def refusal(new: Heading, earlier: Sequence[Heading]) -> str:
    """Why nothing was written, and what may be done instead."""
    overlapping = [each for each in earlier if each.period.overlaps(new.period)]
    beside = sorted({days(each) for each in overlapping or earlier})
    return (
        f"Beside the return for {' and for '.join(beside)}, which has left the house, this one would show a small"
        " number, whatever else is withheld in it. Nothing was written. Send the earlier figures again unchanged,"
        " choose a longer period or a return with fewer tables, or give exact figures to a recipient who may have them."
    )


def days(heading: Heading) -> str:
    """A return's days in words."""
    return f"{heading.period.first} to {heading.period.last}"
