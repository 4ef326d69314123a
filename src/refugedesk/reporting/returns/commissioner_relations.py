"""How the numbers of the definition ``commissioner`` hang together, relation by relation.

Source: DECISIONS, disclosure protection: the reader is taken to know every line of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY
from refugedesk.domain.lists.referrals import REFUSAL_REASON
from refugedesk.domain.spans import Period
from refugedesk.reporting.relations import (
    Family,
    Knowledge,
    Lengths,
    Relation,
    Terms,
    answers,
    at_most,
    equal,
    everyone,
    non_answers,
    table_knowledge,
    times,
)
from refugedesk.reporting.tables import Layout, Place, Shape

STARTED_PEOPLE = Place("", "people_started")
"""U: the people who started a stay in the period. No table prints it under that name."""
SHORTER_STAYS = Place("", "closed_after_100_days_or_fewer")

SEVERAL_ANSWERS = frozenset({"needs", "abuse"})
NIGHTS = "occupancy"
PEOPLE_STARTED = (
    "age", "sex", "gender", "ethnicity", "ethnicity_group", "religion", "sexual_orientation", "disabled",
    "pregnant", "no_recourse", "interpreter_needed", "origin", "origin_ward", "children_per_resident",
    "needs_per_resident",
)  # fmt: skip
CROSSED_PEOPLE = ("age_by_children", "age_by_mental_health")
CHILDREN = ("children_age", "children_sex", "children_status_at_start", "children_known")
ENDED = ("move_on", "move_on_group", "move_on_authority", "planned")
GROUPED = {"ethnicity_group": "ethnicity", "refusals": "refusal_reasons", "move_on_group": "move_on"}
"""A table of groups, and the table of the codes that its groups sum up."""
MOST_CHILDREN = 30
"""More children than anybody brings; only so that "4 or more" has an end."""
OVER_DAYS = 100

Shapes = Mapping[str, Shape]
CodeGroups = Mapping[str, Mapping[str, str]]
"""Table of single codes -> code -> its group."""


def _groups_of(codelist: CodeList) -> Mapping[str, str]:
    return {code.code: code.group for code in codelist.codes}


CODE_GROUPS: CodeGroups = {
    "ethnicity": _groups_of(ETHNICITY),
    "refusal_reasons": _groups_of(REFUSAL_REASON),
    "move_on": _groups_of(MOVE_ON_DESTINATION),
}


def commissioner_knowledge(shapes: Iterable[Shape], period: Period, groups: CodeGroups = CODE_GROUPS) -> Knowledge:
    """What a reader of this definition knows.

    Args:
        shapes: the tables of the return; it may have some of the definition's tables only.
        period: the return's; no closed stay is longer than its days less one.
        groups: for each table of single codes the group of each code.
    """
    by_id = {shape.id: shape for shape in shapes}
    known = [
        table_knowledge(shape, several_answers=shape.id in SEVERAL_ANSWERS)
        for shape in by_id.values()
        if shape.id in _TABLES
    ]
    own = Knowledge(
        frozenset(),
        tuple(_relations(by_id, groups)),
        tuple(_families(by_id, groups)),
        _lengths(by_id, period.days),
    )
    return reduce(Knowledge.joined, known, own)


def _relations(shapes: Shapes, groups: CodeGroups) -> Iterator[Relation]:
    yield from _people(shapes)
    yield from _group_sums(shapes, groups)
    yield from _origins(shapes)
    yield from _margins(shapes)
    yield from _children(shapes)
    yield from _needs(shapes)
    yield from _stays(shapes)
    yield from _ends(shapes)
    yield from _supported(shapes)
    yield from _referrals(shapes)
    yield from _nights(shapes)


def _people(shapes: Shapes) -> Iterator[Relation]:
    """Everybody who started stands once in each of these tables."""
    for table in _present(shapes, PEOPLE_STARTED):
        yield equal(f"{table.id}: everybody who started", everyone(table), times(1, STARTED_PEOPLE))
    for table in _present(shapes, (*CROSSED_PEOPLE, *SEVERAL_ANSWERS)):
        name = f"{table.id}: the base is everybody who started"
        yield equal(name, times(1, Place(table.id)), times(1, STARTED_PEOPLE))


def _group_sums(shapes: Shapes, groups: CodeGroups) -> Iterator[Relation]:
    """A group is the sum of its codes, and its table has the same rows without an answer."""
    for family in _group_families(shapes, groups):
        name = f"{family.total.table}: {family.total.row} is the sum of its codes"
        yield equal(name, times(1, *family.parts), times(1, family.total))
    for coarse, fine in GROUPED.items():
        for table in _present(shapes, (coarse,)):
            for row in non_answers(table):
                yield equal(f"{coarse}: {row.row} as in {fine}", times(1, row), times(1, Place(fine, row.row)))


def _group_families(shapes: Shapes, groups: CodeGroups) -> Iterator[Family]:
    for coarse, fine in GROUPED.items():
        if coarse in shapes and fine in shapes:
            for group in answers(shapes[coarse]):
                codes = (code for code in answers(shapes[fine]) if groups[fine][code.row] == group.row)
                yield Family(group, tuple(codes))


def _origins(shapes: Shapes) -> Iterator[Relation]:
    if "origin_ward" not in shapes:
        return
    inside = _wards_inside(shapes["origin_ward"])
    yield equal("origin: inside is the wards", times(1, *inside), times(1, Place("origin", "inside")))
    for row in ("outside", "not_recorded"):
        yield equal(
            f"origin_ward: {row} as in origin",
            times(1, Place("origin_ward", row)),
            times(1, Place("origin", row)),
        )


def _wards_inside(table: Shape) -> tuple[Place, ...]:
    rows = (row.code for row in table.rows if row.code not in ("outside", "not_recorded"))
    return tuple(Place(table.id, row) for row in rows)


def _margins(shapes: Shapes) -> Iterator[Relation]:
    """The margins of the cross-tables are other tables."""
    for table in _present(shapes, CROSSED_PEOPLE):
        for row in table.rows:
            yield _same(Place(table.id, row.code), Place("age", row.code))
    for table in _present(shapes, ("age_by_children",)):
        for column in table.columns:
            yield _same(Place(table.id, "", column.code), Place("children_per_resident", column.code))
    if "age_by_mental_health" in shapes:
        yield _same(Place("age_by_mental_health", "", "yes"), Place("needs", "mental_health"))


def _same(margin: Place, elsewhere: Place) -> Relation:
    name = f"{margin.table}: {margin.row or margin.column} as in {elsewhere.table}"
    return equal(name, times(1, margin), times(1, elsewhere))


def _children(shapes: Shapes) -> Iterator[Relation]:
    """The children of those who started are the same in each table, and are counted by resident too."""
    tables = [*_present(shapes, CHILDREN)]
    residents = [Place("children_per_resident", code) for code in ("1", "2", "3", "4_or_more")]
    at_least = tuple((number, place) for number, place in enumerate(residents, 1))
    no_more_than = (*at_least[:-1], (MOST_CHILDREN, residents[-1]))
    for table in tables:
        yield equal(f"{table.id}: the same children", everyone(table), everyone(tables[0]))
        yield at_most(f"{table.id}: children by resident", at_least, everyone(table))
        yield at_most(f"{table.id}: children by resident, at most", everyone(table), no_more_than)
        supported = times(1, Place("children_supported"))
        yield at_most(f"{table.id}: at most the children supported", everyone(table), supported)


def _needs(shapes: Shapes) -> Iterator[Relation]:
    """Needs by kind and needs by person are the same needs."""
    for table in _present(shapes, ("needs",)):
        kinds = answers(table)
        per_person = [Place("needs_per_resident", code) for code in ("0", "1", "2", "3", "4", "5_or_more")]
        at_least = tuple((number, place) for number, place in enumerate(per_person) if number)
        yield at_most("needs: by person", at_least, times(1, *kinds))
        no_more_than = (*at_least[:-1], (len(kinds), per_person[-1]))
        yield at_most("needs: by person, at most", times(1, *kinds), no_more_than)
        mentions = times(1, Place("needs_mentions", "mentions"))
        yield at_most("needs: at most the mentions", times(1, *kinds), mentions)
        repeats = (*times(len(kinds), Place("flow", "started")), *times(-len(kinds), STARTED_PEOPLE))
        yield at_most("needs: mentions of later stays", mentions, (*times(1, *kinds), *repeats))
        for kind in kinds:
            others = (*times(1, STARTED_PEOPLE), *times(-1, per_person[0]))
            yield at_most(f"needs: {kind.row} at most those with a need", times(1, kind), others)


def _stays(shapes: Shapes) -> Iterator[Relation]:
    start, started, ended, end = _flow()
    yield equal("flow: start, started, ended, end", (*start, *started), (*ended, *end))
    yield at_most("people started are at most the stays started", times(1, STARTED_PEOPLE), started)
    for table in _present(shapes, ("starts_by_month",)):
        yield equal("starts by month add to the starts", everyone(table), started)
    if "length_of_stay" in shapes:
        closed, still_open = (times(1, Place("length_of_stay", row)) for row in ("closed", "open"))
        yield equal("the starts are closed or open", (*closed, *still_open), started)
        long_stays = (*start, *_minus(ended), *closed)
        yield equal("stays from before the start to after the end", (*end, *_minus(still_open)), long_stays)
        yield at_most("such stays are not negative", still_open, end)
        yield at_most("closed stays ended", closed, ended)
        over = times(1, Place("length_of_stay", "over_100_days"))
        yield equal("closed stays are long or short", (*over, *times(1, SHORTER_STAYS)), closed)


def _ends(shapes: Shapes) -> Iterator[Relation]:
    ended = times(1, Place("flow", "ended"))
    for table in _present(shapes, ENDED):
        yield equal(f"{table.id}: every stay that ended", everyone(table), ended)


def _supported(shapes: Shapes) -> Iterator[Relation]:
    if "people_supported" in shapes:
        continuing, new = (times(1, Place("people_supported", row)) for row in ("continuing", "new"))
        people = times(1, STARTED_PEOPLE)
        yield at_most("new people started", new, people)
        yield at_most("people who started were supported", people, (*new, *continuing))
        yield at_most("continuing people were there at the start", continuing, _flow()[0])


def _referrals(shapes: Shapes) -> Iterator[Relation]:
    received = times(1, Place("", "referrals_received"))
    assessed = times(1, Place("", "referrals_assessed"))
    for table in _present(shapes, ("referrals_by_month", "referrals_by_source")):
        yield equal(f"{table.id}: all", times(1, Place(table.id, "", "referrals")), received)
        yield equal(f"{table.id}: the base is all", times(1, Place(table.id)), received)
        yield equal(f"{table.id}: all assessed", times(1, Place(table.id, "", "assessed")), assessed)
        for row in table.rows:
            some, whole = (times(1, Place(table.id, row.code, column)) for column in ("assessed", "referrals"))
            yield at_most(f"{table.id}: assessed are referrals, {row.code}", some, whole)
    for table in _present(shapes, ("referrals_by_risk",)):
        yield equal("referrals_by_risk: all", everyone(table), received)
    refused = [*_present(shapes, ("refusals", "refusal_reasons"))]
    for table in refused:
        yield equal(f"{table.id}: the same referrals", everyone(table), everyone(refused[0]))
        yield at_most(f"{table.id}: at most all referrals", everyone(table), received)


def _nights(shapes: Shapes) -> Iterator[Relation]:
    for table in _present(shapes, (NIGHTS,)):
        for row in ("", *(row.code for row in table.rows)):
            both = times(1, Place(table.id, row, "occupied"), Place(table.id, row, "void"))
            name = f"occupancy: occupied and void, {row or 'all'}"
            yield equal(name, both, times(1, Place(table.id, row, "available")))


def _families(shapes: Shapes, groups: CodeGroups) -> Iterator[Family]:
    yield from _group_families(shapes, groups)
    if "origin_ward" in shapes:
        yield Family(Place("origin", "inside"), _wards_inside(shapes["origin_ward"]))
    if "length_of_stay" in shapes:
        for total in (Place("length_of_stay", "closed"), SHORTER_STAYS):
            yield Family(total, (Place("length_of_stay", "over_100_days"),))


def _lengths(shapes: Shapes, period_days: int) -> Lengths | None:
    if "length_of_stay" not in shapes:
        return None
    names = ("mean", "median", "lower_quartile", "upper_quartile", "longest")
    mean, median, lower, upper, longest = (Place("length_of_stay", f"{name}_days") for name in names)
    closed, over = Place("length_of_stay", "closed"), Place("length_of_stay", "over_100_days")
    return Lengths(closed, over, SHORTER_STAYS, mean, median, lower, upper, longest, OVER_DAYS, period_days - 1)


def _flow() -> tuple[Terms, Terms, Terms, Terms]:
    rows = ("in_stay_at_start", "started", "ended", "in_stay_at_end")
    start, started, ended, end = (times(1, Place("flow", row)) for row in rows)
    return start, started, ended, end


def _minus(terms: Terms) -> Terms:
    return tuple((-coefficient, place) for coefficient, place in terms)


def _present(shapes: Shapes, ids: Iterable[str]) -> Iterator[Shape]:
    return (shapes[each] for each in ids if each in shapes)


_LAYOUTS = {
    Layout.MEASURES: ("flow", "needs_mentions", "length_of_stay"),
    Layout.ROWS: (
        *PEOPLE_STARTED, *CHILDREN, *ENDED, *SEVERAL_ANSWERS, "people_supported", "children_supported",
        "referrals_by_risk", "refusals", "refusal_reasons", "starts_by_month",
    ),
    Layout.CROSS: CROSSED_PEOPLE,
    Layout.COLUMNS: ("referrals_by_month", "referrals_by_source", NIGHTS),
}  # fmt: skip
_TABLES = frozenset(table for tables in _LAYOUTS.values() for table in tables)
