"""Every relation that the reader is taken to know is true of whatever is counted."""

from __future__ import annotations

from random import Random

import pytest

from refugedesk.reporting.compute import compute
from refugedesk.reporting.returns import definition
from refugedesk.reporting.returns.commissioner_relations import commissioner_knowledge
from refugedesk.reporting.spec import shapes
from refugedesk.reporting.worlds import settled, simplified
from small_returns import truth_of
from stores import SMALL_SERVICE, YEAR, a_random_period, a_random_store, city_refuge, city_refuge_service, extracts

COMMISSIONER = definition("commissioner")


@pytest.mark.parametrize("seed", range(40))
def test_they_hold_in_random_stores(seed: int) -> None:
    chance = Random(seed)
    store, period = a_random_store(chance), a_random_period(chance)
    counts = compute(COMMISSIONER, SMALL_SERVICE, period, extracts(store))
    knowledge = commissioner_knowledge([table.shape for table in counts.tables], period)
    known = settled(knowledge.relations, truth_of(counts))
    left = simplified(knowledge.relations, known)
    assert [relation.name for relation in left if relation.terms or not relation.holds({})] == []


def test_every_table_of_the_definition_is_accounted_for() -> None:
    every = shapes(COMMISSIONER, city_refuge_service(), YEAR)
    assert commissioner_knowledge(every, YEAR).tables == {shape.id for shape in every}


def test_every_count_of_the_definition_is_tied_to_another() -> None:
    counts = compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(city_refuge()))
    knowledge = commissioner_knowledge([table.shape for table in counts.tables], YEAR)
    tied = {place for relation in knowledge.relations for _, place in relation.terms}
    assert truth_of(counts).keys() - tied == set()


def test_a_table_of_another_definition_is_not_accounted_for() -> None:
    (first, *_) = shapes(COMMISSIONER, city_refuge_service(), YEAR)
    from dataclasses import replace

    assert commissioner_knowledge([replace(first, id="unheard_of")], YEAR).tables == frozenset()
