"""Every relation that the reader of a return is taken to know is true of whatever is counted."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import CannotBeProtectedError, protect
from refugedesk.reporting.policies import DEFAULT
from refugedesk.reporting.relations import non_answers
from refugedesk.reporting.returns import definition, definitions
from refugedesk.reporting.situations import settled, simplified
from refugedesk.reporting.spec import ReturnSpec, TableSpec, shapes
from refugedesk.reporting.tables import CountTable, Place, Shape
from small_returns import truth_of
from stores import SMALL_SERVICE, YEAR, a_random_period, city_refuge, city_refuge_service, extracts
from working_stores import a_working_store

COMMISSIONER = definition("commissioner")
every_definition = pytest.mark.parametrize("spec", definitions(), ids=lambda spec: spec.id)


@every_definition
@pytest.mark.parametrize("seed", range(40))
def test_they_hold_in_random_stores(spec: ReturnSpec, seed: int) -> None:
    chance = Random(seed)
    store, period = a_working_store(chance), a_random_period(chance)
    counts = compute(spec, SMALL_SERVICE, period, extracts(store))
    knowledge = spec.knowledge([table.shape for table in counts.tables], period)
    known = settled(knowledge.relations, truth_of(counts))
    left = simplified(knowledge.relations, known)
    assert [relation.name for relation in left if not relation.terms and not relation.holds({})] == []


@every_definition
def test_every_count_is_tied_to_another(spec: ReturnSpec) -> None:
    """But people without an answer in a table that is alone about its people: they can be any number."""
    counts = compute(spec, city_refuge_service(), YEAR, extracts(city_refuge()))
    knowledge = spec.knowledge([table.shape for table in counts.tables], YEAR)
    tied = {place for relation in knowledge.relations for _, place in relation.terms}
    untied = truth_of(counts).keys() - tied
    shapes_of = [table.shape for table in counts.tables]
    assert untied <= {place for shape in shapes_of for place in non_answers(shape)}


@every_definition
def test_every_question_is_asked_under_a_name_of_its_own(spec: ReturnSpec) -> None:
    """Two questions of one name would be taken for the same numbers; the same people answer them alike."""
    printed = {shape.id: shape for shape in shapes(spec, city_refuge_service(), YEAR)}
    lines: dict[tuple[str, str], set[str]] = {}
    for ties in spec.ties(printed, YEAR).values():
        for each in ties.breakdowns:
            codes = lines.setdefault((each.population, each.question), {*each.at})
            assert codes <= {*each.at} or {*each.at} <= codes


def test_a_table_of_another_definition_is_not_accounted_for() -> None:
    (first, *_) = shapes(COMMISSIONER, city_refuge_service(), YEAR)
    assert COMMISSIONER.knowledge([replace(first, id="unheard_of")], YEAR).tables == frozenset()


class Untold(TableSpec):
    """A table of which nobody has said what its numbers count."""

    def shape(self, *_: object) -> Shape:
        return replace(shapes(COMMISSIONER, SMALL_SERVICE, YEAR)[0], id=self.id)

    def count(self, *_: object) -> CountTable:
        shape = self.shape()
        return CountTable(shape, {Place(self.id, row.code): 9 for row in shape.rows})


def test_a_table_whose_relations_nobody_knows_is_refused() -> None:
    spec = ReturnSpec("own", "1", "Own", "here", (Untold("untold", "Untold", "stays", "stays", "Nobody said."),))
    counts = compute(spec, SMALL_SERVICE, YEAR, extracts(city_refuge()))
    knowledge = spec.knowledge([table.shape for table in counts.tables], YEAR)
    with pytest.raises(CannotBeProtectedError, match="untold"):
        protect(counts, knowledge, DEFAULT)


def test_what_one_question_asks_of_one_population_is_one_number_in_every_table() -> None:
    printed = shapes(COMMISSIONER, city_refuge_service(), YEAR)
    names = {relation.name for relation in COMMISSIONER.knowledge(printed, YEAR).relations}
    assert "age_by_mental_health: 25_34 of age at start: " in "".join(sorted(names))
    assert "needs: yes of need is mental_health as in age_by_mental_health" in names
    assert "origin: inside is the sum of its codes" in names
