"""Who and what is counted: each population is a named function from the material to one row a subject.

Stays without a starting day have not begun and are in none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from refugedesk.reporting.material import Material

if TYPE_CHECKING:
    import pandas as pd

Population = Callable[[Material], "pd.DataFrame"]


def name_of(population: Population) -> str:
    """The name a population is known by, in what is said of it and in tests."""
    return population.__name__


def stays(material: Material) -> pd.DataFrame:
    """Every stay that has begun, in the period or not."""
    every = material.extracts.stays
    return every[every["started_on"].notna()]


def stays_started(material: Material) -> pd.DataFrame:
    """Stays that began in the period."""
    every = material.of(stays)
    return every[material.within(every["started_on"])]


def stays_ended(material: Material) -> pd.DataFrame:
    """Stays that ended in the period."""
    every = material.of(stays)
    return every[material.within(every["ended_on"])]


def stays_closed(material: Material) -> pd.DataFrame:
    """Stays that began in the period and ended by its last day."""
    started = material.of(stays_started)
    return started[started["ended_on"] <= material.last]


def stays_still_open(material: Material) -> pd.DataFrame:
    """Stays that began in the period and had not ended by its last day."""
    started = material.of(stays_started)
    return started[~(started["ended_on"] <= material.last)]


def stays_on_first_day(material: Material) -> pd.DataFrame:
    """Stays that began before the first day and had not ended, or ended on that day or later."""
    every = material.of(stays)
    return every[(every["started_on"] < material.first) & ~(every["ended_on"] < material.first)]


def stays_after_last_day(material: Material) -> pd.DataFrame:
    """Stays that began by the last day and had not ended, or ended after it."""
    every = material.of(stays)
    return every[(every["started_on"] <= material.last) & ~(every["ended_on"] <= material.last)]


def stays_in_period(material: Material) -> pd.DataFrame:
    """Stays with a day in the period, and whether each ``is_continuing``: began before the first day."""
    every = material.of(stays)
    touching = every[(every["started_on"] <= material.last) & ~(every["ended_on"] < material.first)]
    return touching.assign(is_continuing=touching["started_on"] < material.first)


def people_started(material: Material) -> pd.DataFrame:
    """People who started a stay in the period, described by the first of their stays that did.

    Of two on one day the first is the one that ended earlier (an open one last), then the lower id.
    """
    return with_residents(material, first_of_each(material.of(stays_started)))


def with_residents(material: Material, first: pd.DataFrame) -> pd.DataFrame:
    """The stays, with what is known of their residents."""
    residents = material.extracts.residents
    theirs = residents.reindex(first["resident"]).set_axis(first.index)
    return first.join(theirs[theirs.columns.difference(first.columns)])


def people_supported(material: Material) -> pd.DataFrame:
    """People in a stay on any day of the period, and whether the first of their stays ``is_continuing``."""
    return first_of_each(material.of(stays_in_period))


def children_in_refuge(material: Material) -> pd.DataFrame:
    """A row for each child and stay it was in the refuge for, of children born by the period's end."""
    every = material.extracts.children
    return every[(every["in_refuge"] == "yes") & ~(every["date_of_birth"] > material.last)]


def children_of_people_started(material: Material) -> pd.DataFrame:
    """Children in the refuge in the first stays of ``people_started``, each once, with ``started_on``."""
    first_stays = material.of(people_started)[["stay", "started_on"]]
    return material.of(children_in_refuge).merge(first_stays, on="stay").drop_duplicates("child_id")


def children_supported(material: Material) -> pd.DataFrame:
    """Children in the refuge on any day of the period, and whether each ``is_continuing``.

    A child continues who was in a continuing stay on the first day: a baby born after it is new. The first of its
    stays describes a child.
    """
    in_period = material.of(stays_in_period)[["stay", "is_continuing", "started_on", "ended_on", "known_id"]]
    children = material.of(children_in_refuge).merge(in_period, on="stay")
    children["is_continuing"] &= ~(children["date_of_birth"] > material.first)
    return first_of_each(children, "child_id")


def needs_of_people_started(material: Material) -> pd.DataFrame:
    """A row for each need of each of ``people_started``, in the stay that describes them."""
    return _each_once(material.extracts.needs, material.of(people_started), "need")


def needs_of_stays_started(material: Material) -> pd.DataFrame:
    """A row for each need of each stay that began in the period."""
    return _each_once(material.extracts.needs, material.of(stays_started), "need")


def abuse_of_people_started(material: Material) -> pd.DataFrame:
    """A row for each kind of abuse of each of ``people_started``, in the stay that describes them."""
    return _each_once(material.extracts.abuse, material.of(people_started), "abuse_type")


def referrals(material: Material) -> pd.DataFrame:
    """Referrals received in the period; a household's repeated referral is not counted again."""
    every = material.extracts.referrals
    return every[material.within(every["received_on"]) & every["repeat_of"].isna()]


def referrals_not_accepted(material: Material) -> pd.DataFrame:
    """Those of ``referrals`` that did not go ahead, whenever that was decided."""
    received = material.of(referrals)
    return received[received["outcome"] == "not_accepted"]


def _each_once(mentions: pd.DataFrame, of_stays: pd.DataFrame, code: str) -> pd.DataFrame:
    theirs = mentions[mentions["stay"].isin(of_stays["stay"]) & mentions[code].notna()]
    return theirs.drop_duplicates(["stay", code])


def first_of_each(rows: pd.DataFrame, subject: str = "person") -> pd.DataFrame:
    """Each subject's row with the first of its stays; only the rows of subjects with several have to be sorted.

    Of two stays on one day the first is the one that ended earlier (an open one last), then the lower id.
    """
    import pandas as pd

    is_one_of_several = rows.duplicated(subject, keep=False)
    several = rows[is_one_of_several].sort_values(["started_on", "ended_on", "known_id"], na_position="last")
    return pd.concat([rows[~is_one_of_several], several.drop_duplicates(subject)])
