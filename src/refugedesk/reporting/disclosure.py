"""From exact counts to a return that may leave the house: the second of a return's three arrows.

All tables are protected together, because what one withholds another may give away. First goes what the rule
withholds by itself, then what else is needed for each small number to remain as uncertain as the rule leaves it,
chosen so that a reader loses least. What comes out is then attacked as a clever reader would; if anything gives way,
nothing comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr
from refugedesk.reporting.attack import Published, attack, describe
from refugedesk.reporting.beside import NOTHING_BESIDE, Beside
from refugedesk.reporting.daylengths import statistics_that_may_be_shown
from refugedesk.reporting.derived import ratio_bottom, ratio_text, statistic_texts
from refugedesk.reporting.mainstays import mainstays
from refugedesk.reporting.nights import withheld_nights
from refugedesk.reporting.patterns import ROUNDS, Goal, NoPatternError, cheapest_pattern, goals
from refugedesk.reporting.policies import RANKED, RANKS, cost, cost_of_whole
from refugedesk.reporting.relations import Knowledge
from refugedesk.reporting.situations import Situation, settled, simplified, whole
from refugedesk.reporting.tables import (
    CountReturn,
    CountTable,
    Heading,
    Place,
    Policy,
    Ratio,
    SafeReturn,
    SafeTable,
    Shape,
)


class CannotBeProtectedError(CorrectableError):
    """A return in which a small number would show whatever is withheld; nothing is written. table: where, if known."""

    def __init__(self, message: str, table: str = "") -> None:
        super().__init__(message)
        self.table = table


class Reason(StrEnum):
    """Why a number is withheld. For the manager's window only: a file never says."""

    SMALL = "small"
    UNDER_SMALL = "under a small total"
    PROTECTS = "protects another number"
    STATISTIC = "a statistic of too few stays, or one that says too much"
    FEW_STAYS = "used by few stays"


@dataclass(frozen=True)
class Protection:
    """A protected return, why each number is withheld, and what a reader loses.

    numbers: how many counts and statistics the return has; small: how many of them are from 1 to 4.
    whole_tables: those withheld whole, zeros too, because the zeros would leave no pattern.
    """

    release: SafeReturn
    reasons: Mapping[Place, Reason]
    numbers: int
    small: int
    whole_tables: frozenset[str] = frozenset()

    @property
    def withheld(self) -> int:
        """How many counts and statistics are withheld."""
        return len(self.reasons)


def protect(
    counts: CountReturn,
    knowledge: Knowledge,
    policy: Policy,
    earlier: Sequence[SafeReturn] = (),
    beside: Beside = NOTHING_BESIDE,
) -> Protection:
    """The return with everything withheld that must be, and as little more as was found to do.

    Args:
        knowledge: what a reader knows of the definition; every table of the return must be among its tables.
        earlier: protected returns of the same store. What an earlier issue of the same return withheld stays
            withheld, so that an unchanged return comes out the same.
        beside: what else must remain possible, and what else must be withheld, for the sake of earlier returns.

    Raises:
        CannotBeProtectedError: a small number would show, or a table is not known to the relations.
    """
    with_earlier = replace(knowledge, relations=(*knowledge.relations, *beside.relations))
    case = _Case(counts, with_earlier, policy, tuple(earlier), beside)
    case.check()
    reasons = case.reasons()
    tables = tuple(case.safe_table(table, reasons.keys()) for table in counts.tables)
    release = SafeReturn(counts.heading, policy, tables)
    findings = attack(Published.release(release), knowledge, case.truth)
    if findings:
        raise _cannot(describe(findings))
    numbers = len(case.truth) + len(case.statistics)
    return Protection(release, reasons, numbers, len(case.small), case.whole_tables(reasons))


def printed_again(heading: Heading, published: Published, counts: Mapping[Place, int]) -> Protection:
    """A return that has left the house already, figure for figure: it can tell nobody anything new.

    Args: counts: its exact counts when it was released, for the reasons.
    """
    tables = tuple(_as_it_was(shape, published) for shape in published.shapes)
    places = [place for shape in published.shapes for place in shape.places()]
    statistics = [Place(shape.id, code) for shape in published.shapes for code in shape.statistics]
    small = frozenset(place for place in places if 0 < counts.get(place, 0) < published.policy.guarded)
    reasons = {
        place: Reason.SMALL if place in small else Reason.PROTECTS for place in places if place not in published.shown
    }
    reasons |= {place: Reason.STATISTIC for place in statistics if (place, "") not in published.derived}
    release = SafeReturn(heading, published.policy, tables)
    return Protection(release, dict(sorted(reasons.items())), len(places) + len(statistics), len(small))


def _as_it_was(shape: Shape, published: Published) -> SafeTable:
    shown = {place: count for place, count in published.shown.items() if place.table == shape.id}
    derived = {key: text for key, text in published.derived.items() if key[0].table == shape.id}
    return SafeTable(shape, shown, derived)


def _cannot(where: str, table: str = "") -> CannotBeProtectedError:
    return CannotBeProtectedError(
        tr(
            "This return cannot be protected: a small number would still show ({where}). Nothing was "
            "written. Choose a longer period, or ask for fewer tables.",
            where=where,
        ),
        table,
    )


@dataclass(frozen=True)
class _Case:
    """One return on its way to being protected."""

    counts: CountReturn
    everything_known: Knowledge
    policy: Policy
    earlier: tuple[SafeReturn, ...]
    beside: Beside = NOTHING_BESIDE

    @cached_property
    def truth(self) -> dict[Place, int]:
        """Every exact count, nights too, in a steady order."""
        return dict(sorted(pair for table in self.counts.tables for pair in table.counts.items()))

    @cached_property
    def statistics(self) -> dict[Place, str]:
        """Every statistic, as it would be printed."""
        return {place: text for table in self.counts.tables for place, text in statistic_texts(table).items()}

    @cached_property
    def shapes(self) -> dict[str, Shape]:
        """The tables' shapes by their ids."""
        return {table.shape.id: table.shape for table in self.counts.tables}

    @cached_property
    def knowledge(self) -> Knowledge:
        """What a reader knows of the tables that are here."""
        return self.everything_known.about(frozenset(self.truth))

    @cached_property
    def counted(self) -> dict[Place, int]:
        """The counts that the rule for counts is about: all but nights."""
        return {place: count for place, count in self.truth.items() if self.shapes[place.table].counts != "nights"}

    @cached_property
    def small(self) -> frozenset[Place]:
        """The counts from 1 to 4."""
        return frozenset(place for place, count in self.counted.items() if self.is_small(count))

    def is_small(self, count: int) -> bool:
        """Whether the rule withholds that count."""
        return 0 < count < self.policy.threshold

    def is_guarded(self, count: int) -> bool:
        """Whether a reader must not be able to tell that count from its fellows."""
        return 0 < count < self.policy.guarded

    def check(self) -> None:
        """Refuse what the relations do not account for, and counts that do not fit them."""
        unknown = sorted(self.shapes.keys() - self.knowledge.tables)
        if unknown:
            raise CannotBeProtectedError(
                tr(
                    "Nobody has said how the table {unknown} hangs together with the others, so it cannot be "
                    "protected. Nothing was written. Ask for the return without it.",
                    unknown=unknown[0],
                )
            )
        known = settled(self.knowledge.relations, self.truth)
        for relation in simplified(self.knowledge.relations, known):
            if not relation.terms and not relation.holds({}):
                raise CannotBeProtectedError(
                    tr(
                        "The numbers do not fit together ({name}), so they cannot be protected. Nothing was "
                        "written. Check the records of the period.",
                        name=relation.name,
                    )
                )

    # ------------------------------------------------------------------ what is withheld

    def reasons(self) -> dict[Place, Reason]:
        """Every withheld count and statistic, with why."""
        reasons = dict.fromkeys(self.small, Reason.SMALL)
        reasons = dict.fromkeys(self.under_small, Reason.UNDER_SMALL) | reasons
        reasons = dict.fromkeys(self.protecting(frozenset(reasons)), Reason.PROTECTS) | reasons
        reasons |= self.nights()
        shown = self.statistics_shown(reasons.keys())
        reasons |= dict.fromkeys(self.statistics.keys() - shown, Reason.STATISTIC)
        reasons = dict.fromkeys(self.beside.withheld, Reason.PROTECTS) | reasons
        return dict(sorted(reasons.items()))

    @cached_property
    def under_small(self) -> frozenset[Place]:
        """Everything under a total from 1 to 4, zeros too."""
        totals = self.counted | self.short_stays
        families = (each for each in self.knowledge.families if self.is_small(totals.get(each.total, 0)))
        return frozenset(part for family in families for part in family.parts)

    @cached_property
    def short_stays(self) -> dict[Place, int]:
        """The closed stays that were not long, a number that no table prints but that the rule speaks of."""
        lengths = self.knowledge.lengths
        if not lengths or not {lengths.closed, lengths.over} <= self.truth.keys():
            return {}
        return {lengths.shorter: self.truth[lengths.closed] - self.truth[lengths.over]}

    def protecting(self, primary: frozenset[Place]) -> frozenset[Place]:
        """What is withheld to protect other numbers.

        First with the numbers kept that a reader wants most; then with any number withheld that is not small; and
        where the zeros that are shown leave no pattern, with as few tables as can be withheld whole, zeros too.
        """
        before = (self._withheld_before() | self.beside.withheld & self.counted.keys()) - primary
        situation = self._situation(primary | before)
        own = [] if self.beside.is_all else [goal for goal in self._goals() if goal not in self.beside.given_away]
        wanted, trouble = [*own, *self.beside.goals], Place("")
        rounds = 0 if self.beside.goals else ROUNDS  # beside earlier returns more rounds find nothing for their time
        for attempt in self._attempts(situation):
            try:
                return before | self._with_zeros(cheapest_pattern(attempt, wanted, rounds))
            except NoPatternError as error:
                trouble = error.place
            wanted.sort(key=lambda goal: goal.place != trouble)
        raise _cannot(trouble.table, trouble.table)

    def _attempts(self, situation: Situation) -> Iterator[Situation]:
        yield situation.keeping(mainstays(situation.knowledge.relations, situation.known, situation.prices))
        yield situation
        if not self.beside.goals:  # beside earlier returns the wide search takes too long for what it finds
            yield replace(situation, reach=10 * situation.reach)
        yield self._with_whole_tables(situation)
        if not self.beside.goals:
            yield replace(self._with_whole_tables(situation), reach=10 * situation.reach)

    def _with_whole_tables(self, situation: Situation) -> Situation:
        """The situation in which any table may be withheld whole."""
        zeros = frozenset(place for place, count in self.counted.items() if not count) - situation.hidden
        known = {place: count for place, count in self.truth.items() if place in situation.known and place not in zeros}
        prices = {**situation.prices, **self._prices_of_tables(zeros)}
        return replace(
            situation, known=settled(self.knowledge.relations, known), prices=dict(sorted(prices.items())), zeros=zeros
        )

    def _prices_of_tables(self, zeros: frozenset[Place]) -> dict[Place, int]:
        tables = (shape for shape in self.shapes.values() if shape.counts != "nights")
        return {
            whole(shape.id): RANKS * cost_of_whole(shape, sum(place.table == shape.id for place in zeros))
            for shape in tables
        }

    def whole_tables(self, reasons: Mapping[Place, Reason]) -> frozenset[str]:
        """The tables in which a zero is withheld to protect another number."""
        zeros = (place for place, why in reasons.items() if why is Reason.PROTECTS and self.counted.get(place) == 0)
        return frozenset(place.table for place in zeros)

    def _with_zeros(self, pattern: frozenset[Place]) -> frozenset[Place]:
        """The pattern with every number of the tables that are withheld whole."""
        tables = {place.table for place in pattern if place == whole(place.table)}
        return (pattern & self.counted.keys()) | {place for place in self.counted if place.table in tables}

    def _goals(self) -> list[Goal]:
        counts = self.counted | self.short_stays
        return goals((place for place in counts if self.is_guarded(counts[place])), counts, self.policy)

    def _situation(self, hidden: frozenset[Place]) -> Situation:
        totals = frozenset(family.total for family in self.knowledge.families)
        prices = {
            place: RANKS * cost(place, self.shapes[place.table], totals) + rank % RANKED
            for rank, (place, count) in enumerate(self.counted.items())
            if count >= self.policy.threshold and place not in hidden
        }
        between = {place: self.meant_by(place) for place in self.truth if self.policy.round_to and place not in hidden}
        vary = hidden | prices.keys() | between.keys()
        known = {place: count for place, count in self.truth.items() if place not in vary}
        return Situation(
            self.knowledge,
            self.policy.threshold,
            settled(self.knowledge.relations, known),
            hidden,
            reach=3 * self.policy.guarded,
            prices=prices,
            truth=self.truth | self.short_stays,
            between=between,
        )

    def meant_by(self, place: Place) -> tuple[int, int]:
        """The least and the most that the number may be for a reader to whom it is shown."""
        return self.policy.meant_by(self.policy.printed(self.truth[place]), place in self.counted)

    def _withheld_before(self) -> frozenset[Place]:
        """What earlier issues of the same return withheld, as far as it may be withheld now."""
        same = (each for each in self.earlier if _same_return(each.heading, self.counts.heading))
        shown = frozenset(place for each in same for table in each.tables for place in _withheld_in(table))
        return frozenset(place for place in shown if self.counted.get(place, 0) >= self.policy.threshold)

    def nights(self) -> dict[Place, Reason]:
        """The withheld nights, with why."""
        reasons: dict[Place, Reason] = {}
        for table in self.counts.tables:
            if table.shape.counts == "nights":
                few, beside = withheld_nights(table, self.policy)
                reasons |= dict.fromkeys(few, Reason.FEW_STAYS) | dict.fromkeys(beside, Reason.PROTECTS)
        return reasons

    def statistics_shown(self, withheld: Iterable[Place]) -> frozenset[Place]:
        """The statistics on lengths of stay that may be shown beside what is withheld."""
        lengths = self.knowledge.lengths
        if not lengths or lengths.closed in withheld or lengths.closed not in self.truth or self.policy.round_to:
            return frozenset()
        closed, over = self.truth[lengths.closed], self.truth[lengths.over]
        needed = [(over, over)]
        if lengths.over in withheld:
            goals_here = [goal.between(closed) for goal in self._goals() if goal.place == lengths.over]
            mirrored = [goal.between(closed) for goal in self._goals() if goal.place == lengths.shorter]
            needed = [*goals_here, *((closed - high, closed - low) for low, high in mirrored)]
        return statistics_that_may_be_shown(closed, self.statistics, lengths, needed)

    # ------------------------------------------------------------------ what is printed

    def is_broken(self, ratio: Ratio, shown: Mapping[Place, int]) -> bool:
        """Whether rounding has left a part larger than its whole, so that a percentage would say nothing."""
        return bool(self.policy.round_to) and ratio.divisor is None and shown[ratio.top] > ratio_bottom(shown, ratio)

    def safe_table(self, table: CountTable, withheld: Iterable[Place]) -> SafeTable:
        """The table with what is withheld left out, and every ratio that may stand beside what is shown."""
        printed = self.policy.printed
        shown = {place: printed(count) for place, count in table.counts.items() if place not in withheld}
        derived = {(place, ""): text for place, text in statistic_texts(table).items() if place not in withheld}
        for ratio in table.shape.ratios:
            if all(place in shown for place in ratio.places) and not self.is_broken(ratio, shown):
                derived[ratio.at, ratio.name] = ratio_text(shown, ratio)
        return SafeTable(table.shape, shown, derived)


def _same_return(one: Heading, other: Heading) -> bool:
    return replace(one, title="") == replace(other, title="")


def _withheld_in(table: SafeTable) -> frozenset[Place]:
    return frozenset(table.shape.places()) - table.shown.keys()
