"""Small refuges: some of City Refuge's stays with all that belongs to them, chosen by a seed."""

from __future__ import annotations

from random import Random

from refugedesk.reporting.compute import compute
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import CountReturn
from stores import YEAR, Store, city_refuge, city_refuge_service, extracts

SIZES = tuple(range(5, 47, 2))
"""Stays of the small refuges: each is an everyday size somewhere."""


def a_small_refuge(stays: int, seed: int = 0) -> Store:
    """That many of City Refuge's stays, with their people, children, needs, abuse and placements; twice as many
    referrals."""
    chance, store = Random(1000 * seed + stays), city_refuge()
    chosen = sorted(chance.sample(store["stays"], stays), key=lambda stay: stay["stay_id"])
    ids, residents = ({stay[field] for stay in chosen} for field in ("stay_id", "resident_id"))
    belonging = {
        name: [row for row in store[name] if row["stay_id"] in ids]
        for name in ("placements", "children", "needs", "abuse")
    }
    return {
        **store,
        **belonging,
        "stays": chosen,
        "residents": [row for row in store["residents"] if row["resident_id"] in residents],
        "referrals": chance.sample(store["referrals"], min(len(store["referrals"]), 2 * stays)),
    }


def a_small_return(stays: int, seed: int = 0) -> CountReturn:
    """The counts of such a refuge's year."""
    store = extracts(a_small_refuge(stays, seed))
    return compute(definition("commissioner"), city_refuge_service(), YEAR, store)
