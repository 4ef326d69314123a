"""From what tables declare to what a reader knows: numbers that count the same are the same.

Every number that counts a whole population is its size; every answer to one question by one population is one
number, wherever it stands; a group is the sum of its codes; and whoever is among others is counted among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from refugedesk.reporting.facts import WITHIN, facts, size
from refugedesk.reporting.relations import Counted, Family, Knowledge, Relation, Terms, at_most, equal, times
from refugedesk.reporting.tables import Place
from refugedesk.reporting.ties import OTHER_DAYS, Breakdown, Numbers, Ties

Firsts = Mapping[tuple[str, str], Breakdown]
"""Population and question -> the first table that breaks the one down by the other."""


def from_ties(declared: Mapping[str, Ties]) -> Knowledge:
    """What follows from the ties of tables, by table."""
    breakdowns = [each for ties in declared.values() for each in ties.breakdowns]
    firsts = {(each.population, each.question): each for each in reversed([*breakdowns, *_unprinted(breakdowns)])}
    groups = tuple(_group_sums(breakdowns, firsts))
    relations = (
        *_sizes(declared),
        *_same_answers(breakdowns, firsts),
        *map(_adds_up, groups),
        *_how_many(firsts.values(), _counted(declared)),
        *_among(declared, firsts),
        *facts(_counted(declared), firsts.values()),
        *(relation for ties in declared.values() for relation in ties.relations),
    )
    families = (family for ties in declared.values() for family in ties.families)
    lengths = next((ties.lengths for ties in declared.values() if ties.lengths), None)
    relations = tuple(_printed(relations, _sizes_in_print(declared)))
    own = (group for group in groups if not _is_one_code(group))
    return Knowledge(frozenset(), relations, (*own, *families), lengths, tuple(_whom(declared)))


def _whom(declared: Mapping[str, Ties]) -> Iterator[tuple[Counted, Terms]]:
    """Whom the printed numbers count: sums that are whole populations, and the answers one by one."""
    for ties in declared.values():
        for whole in ties.wholes:
            yield (whole.population, "", ""), whole.terms
        for each in ties.breakdowns:
            for code, place in each.at.items():
                yield (each.population, each.question, code), times(1, place)


def _counted(declared: Mapping[str, Ties]) -> frozenset[str]:
    return frozenset(whole.population for ties in declared.values() for whole in ties.wholes)


def _sizes(declared: Mapping[str, Ties]) -> Iterator[Relation]:
    """Each sum that counts a whole population is the population's size."""
    for table, ties in declared.items():
        for whole in ties.wholes:
            yield equal(f"{table}: everybody of {whole.population}", whole.terms, size(whole.population))


def _sizes_in_print(declared: Mapping[str, Ties]) -> dict[Place, Terms]:
    """Where each population's size can be read: a single number that is printed, or else a sum of some."""
    wholes = [whole for ties in declared.values() for whole in ties.wholes]
    shortest_last = sorted(wholes, key=lambda whole: -len(whole.terms))
    return {Place("", whole.population): whole.terms for whole in shortest_last}


def _printed(relations: Iterable[Relation], sizes: Mapping[Place, Terms]) -> Iterator[Relation]:
    """The relations with every size read where it is printed; what says nothing then is left out."""
    for each in relations:
        terms: dict[Place, int] = {}
        for times_, place in each.terms:
            for coefficient, printed in sizes.get(place, ((1, place),)):
                terms[printed] = terms.get(printed, 0) + times_ * coefficient
        left = tuple((coefficient, place) for place, coefficient in terms.items() if coefficient)
        if left:
            yield replace(each, terms=left)


def _unprinted(breakdowns: Iterable[Breakdown]) -> Iterator[Breakdown]:
    """The single codes that two or more tables roll up in their own ways, though none may print them."""
    rolled: dict[tuple[str, str], list[Breakdown]] = {}
    for each in breakdowns:
        if each.grouping and each.grouping.codes:
            rolled.setdefault((each.population, each.grouping.of), []).append(each)
    for (population, question), groups in rolled.items():
        if len({each.question for each in groups}) > 1:
            codes = dict.fromkeys(code for each in groups if each.grouping for code in each.grouping.codes)
            yield Breakdown(
                population, question, {code: Place("", f"{population}: {question}: {code}") for code in codes}
            )


def _same_answers(breakdowns: Iterable[Breakdown], firsts: Firsts) -> Iterator[Relation]:
    for each in breakdowns:
        first = firsts[each.population, each.question]
        for code, place in each.at.items():
            if code in first.at and first.at[code] != place:
                name = f"{place.table}: {code} of {each.question} as in {first.at[code].table}"
                yield equal(name, times(1, place), times(1, first.at[code]))


def _group_sums(breakdowns: Iterable[Breakdown], firsts: Firsts) -> Iterator[Family]:
    """Each row of a table of groups, and the single codes that it sums up; a row without an answer is one code."""
    for each in breakdowns:
        if each.grouping and (fine := firsts.get((each.population, each.grouping.of))):
            for group, total in each.at.items():
                codes = (place for code, place in fine.at.items() if each.grouping.group_of(code) == group)
                yield Family(total, tuple(codes))


def _adds_up(family: Family) -> Relation:
    name = f"{family.total.table}: {family.total.row or family.total.column} is the sum of its codes"
    return equal(name, times(1, *family.parts), times(1, family.total))


def _is_one_code(family: Family) -> bool:
    return [(part.row, part.column) for part in family.parts] == [(family.total.row, family.total.column)]


def _how_many(breakdowns: Iterable[Breakdown], counted: frozenset[str]) -> Iterator[Relation]:
    """What people answer to "how many" adds up to how many there are."""
    for each in breakdowns:
        if each.numbers and each.numbers.of in counted:
            least, most = (_weighted(each, each.numbers, end) for end in (0, 1))
            yield at_most(f"{each.question}: at least", least, size(each.numbers.of))
            yield at_most(f"{each.question}: at most", size(each.numbers.of), most)


def _weighted(breakdown: Breakdown, numbers: Numbers, end: int) -> tuple[tuple[int, Place], ...]:
    weights = ((numbers.between[code][end], place) for code, place in breakdown.at.items())
    return tuple((weight, place) for weight, place in weights if weight)


def _among(declared: Mapping[str, Ties], firsts: Firsts) -> Iterator[Relation]:
    """A population within another is at most as many, answer by answer where both answer alike."""
    counted = _counted(declared)
    days = {"", *(OTHER_DAYS + name.partition(OTHER_DAYS)[2] for name in counted if OTHER_DAYS in name)}
    known = (replace(each, inner=each.inner + at, outer=each.outer + at) for at in sorted(days) for each in WITHIN)
    within = dict.fromkeys((*known, *(each for ties in declared.values() for each in ties.within)))
    for each in within:
        if {each.inner, each.outer} <= counted:
            yield at_most(f"{each.inner} are at most {each.outer}", size(each.inner), size(each.outer))
    for (population, question), breakdown in firsts.items():
        for each in within:
            outer = firsts.get((each.outer, question))
            if outer and each.inner == population and each.answers_alike(question):
                for code in breakdown.at.keys() & outer.at.keys():
                    name = f"{each.inner} are at most {each.outer}: {code} of {question}"
                    yield at_most(name, times(1, breakdown.at[code]), times(1, outer.at[code]))
