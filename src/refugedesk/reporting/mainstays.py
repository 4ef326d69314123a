"""Numbers that are printed in so many places that withholding them costs more than anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from refugedesk.reporting.policies import RANKS, TOTAL
from refugedesk.reporting.relations import Relation, Sense
from refugedesk.reporting.situations import World, islands, simplified
from refugedesk.reporting.tables import Place

DEAR = 3 * RANKS * TOTAL


def mainstays(relations: Iterable[Relation], known: World, prices: Mapping[Place, int]) -> frozenset[Place]:
    """The places that must be equal to one another, whatever the records, and together cost at least ``DEAR``.

    How many people started is the base of a dozen tables: the search for what to withhold first leaves such
    numbers alone, and so falls apart into small searches.
    """
    same = [relation for relation in simplified(relations, known) if _says_equal(relation)]
    classes = islands(same, (), {place for relation in same for _, place in relation.terms})
    cost: dict[Place, int] = defaultdict(int)
    for places in classes:
        for place in places:
            cost[place] = sum(prices.get(each, 0) for each in places)
    return frozenset(place for place in prices if cost[place] >= DEAR)


def _says_equal(relation: Relation) -> bool:
    coefficients = sorted(coefficient for coefficient, _ in relation.terms)
    return coefficients == [-1, 1] and relation.constant == 0 and relation.sense is Sense.EQUAL
