"""Who was supported in a period, as the duty return counts them: adults and children, each once, and who has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refugedesk.domain.lists.people import GENDER
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import (
    children_supported,
    first_of_each,
    stays_after_last_day,
    stays_ended,
    stays_in_period,
    with_residents,
)
from refugedesk.reporting.unit_nights import placements_lived_in

if TYPE_CHECKING:
    import pandas as pd

TRANS = frozenset(GENDER.codes_in("trans"))
NOTHING_RECORDED = "nothing_recorded"


def adults_supported(material: Material) -> pd.DataFrame:
    """The people in a stay on any day of the period, each once, described by the first of those stays."""
    return with_residents(material, first_of_each(material.of(stays_in_period)))


def individuals_supported(material: Material) -> pd.DataFrame:
    """Adults and children alike, one row each, with the ``kind`` of each."""
    import pandas as pd

    adults, children = material.of(adults_supported), material.of(children_supported)
    kinds = [_kind_of_adult(adults), pd.Series("children", index=children.index, dtype="str")]
    return pd.DataFrame({"kind": pd.concat(kinds, ignore_index=True).astype("str")})


def _kind_of_adult(adults: pd.DataFrame) -> pd.Series:
    """Trans where that is recorded, else by sex; without a sex that is an answer, not known."""
    by_sex = adults["sex"].astype("str").map({"female": "women", "male": "men", "intersex": "other_adults"})
    kinds: pd.Series = by_sex.astype("str").fillna("adults_not_known")
    return kinds.mask(adults["gender"].isin(TRANS), "trans_adults")


def people_left(material: Material) -> pd.DataFrame:
    """People who stopped being supported: a stay of theirs ended, and they are in none after the period.

    Each once, described by the last of those stays.
    """
    ended = material.of(stays_ended)
    gone = ended[~ended["person"].isin(material.of(stays_after_last_day)["person"])]
    in_order = gone.sort_values(["ended_on", "started_on", "known_id"], ascending=False)
    return in_order.drop_duplicates("person")


def contacts(material: Material) -> pd.DataFrame:
    """Contacts on a day of the period, of stays with a day in it, and whose they are."""
    every = material.extracts.contacts
    people = material.of(stays_in_period)[["stay", "person"]]
    return every[material.within(every["on_day"])].merge(people, on="stay")


def support_topics(material: Material) -> pd.DataFrame:
    """A row for each person supported and each topic of their contacts, or that nothing was recorded."""
    found = material.of(contacts)
    topics = found["topics"].astype("str").str.replace(";", " ").str.split()
    rows = found[["person"]].assign(topic=topics).explode("topic").dropna(subset="topic")
    return _or_nothing(material, rows, "topic")


def support_kinds(material: Material) -> pd.DataFrame:
    """A row for each person supported and each kind of contact with them, or that nothing was recorded."""
    found = material.of(contacts)[["person", "kind"]].dropna(subset="kind")
    return _or_nothing(material, found.assign(kind=found["kind"].astype("str")), "kind")


def _or_nothing(material: Material, rows: pd.DataFrame, column: str) -> pd.DataFrame:
    import pandas as pd

    people = material.of(adults_supported)["person"]
    nothing = pd.DataFrame({"person": people[~people.isin(rows["person"])]}).assign(**{column: NOTHING_RECORDED})
    return pd.concat([rows, nothing]).drop_duplicates(["person", column])


def first_types(material: Material) -> pd.Series:
    """Stay -> the type of the unit that it lived in first in the period."""
    placements = material.of(placements_lived_in)[["stay", "begins", "accommodation_type"]]
    in_order = placements.astype({"accommodation_type": "str"}).sort_values(["begins", "accommodation_type"])
    return in_order.drop_duplicates("stay").set_index("stay")["accommodation_type"]
