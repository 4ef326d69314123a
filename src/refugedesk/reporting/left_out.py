"""What the records hold beside what a return counts: second stays of one person, repeated referrals, stays without a
room. Each is counted by itself, so that a tally kept on paper can be brought to agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refugedesk.domain.lists.referrals import REFERRAL_OUTCOME
from refugedesk.domain.words import noted
from refugedesk.reporting import populations as who
from refugedesk.reporting.balance import Balance, Topic
from refugedesk.reporting.material import Material

if TYPE_CHECKING:
    import pandas as pd


def people_and_stays(material: Material) -> Iterator[Balance]:
    """A person counts once, however many stays; a child once, however many of its parent's stays."""
    for stays, people, which, whom in (
        (who.stays_started, who.people_started, "Stays started", "People who started a stay"),
        (who.stays_in_period, who.people_supported, "Stays with a day in the period", "People supported"),
    ):
        counted, again = material.of(stays), _again(material.of(stays), "person")
        people_then = (whom, len(material.of(people)))
        yield Balance(
            noted("A person counts once; a second stay of the same person is a stay and no other person."),
            ((which, len(counted)),),
            (people_then, ("Further stays of the same people", again)),
            Topic.PEOPLE,
        )
    yield _continuing(material, who.people_supported, "People supported")
    yield _continuing(material, who.children_supported, "Children supported")


def _again(rows: pd.DataFrame, subject: str) -> int:
    """How many rows there are beyond the first of each."""
    return int((rows.groupby(subject).size() - 1).sum()) if len(rows) else 0


def _continuing(material: Material, population: who.Population, words: str) -> Balance:
    rows = material.of(population)
    parts = (("Continuing", rows["is_continuing"]), ("New", ~rows["is_continuing"].astype("bool")))
    return Balance(
        noted("Everybody was there before the period began or is new."),
        ((words, len(rows)),),
        tuple((name, int(found.sum())) for name, found in parts),
        Topic.PEOPLE,
    )


def referrals_by_outcome(material: Material) -> Iterator[Balance]:
    """Every referral of the period by what came of it, those still without an outcome among them."""
    rows = material.of(who.referrals)
    outcomes = tuple((code.label, int((rows["outcome"] == code.code).sum())) for code in REFERRAL_OUTCOME.codes)
    open_ones = ("No outcome yet", int(rows["outcome"].isna().sum()))
    said = tuple(part for part in (*outcomes, open_ones) if part[1]) or (open_ones,)
    yield Balance(noted("A referral has one outcome or none yet."), (("Referrals", len(rows)),), said, Topic.REFERRALS)
    refused = int((rows["outcome"] == "not_accepted").sum())
    yield Balance(
        noted("The table of what did not go ahead holds the referrals with that outcome."),
        (("With that outcome", refused),),
        (("Referrals that did not go ahead", len(material.of(who.referrals_not_accepted))),),
        Topic.REFERRALS,
    )


def what_is_left_out(material: Material) -> Iterator[Balance]:
    """What the records hold and the return leaves out, with why."""
    every = material.extracts.referrals
    received = every[material.within(every["received_on"])]
    repeats = int(received["repeat_of"].notna().sum())
    yield Balance(
        noted("A household's repeated referral is not counted again."),
        (("Referrals in the records", len(received)),),
        (("Referrals counted", len(material.of(who.referrals))), ("Repeated referrals", repeats)),
        Topic.REFERRALS,
    )
    stays, placed = material.of(who.stays_in_period), material.extracts.placements
    has_room = stays["stay"].isin(placed["stay"])
    yield Balance(
        noted("A stay without a placement counts everywhere but in nights."),
        (("Stays with a day in the period", len(stays)),),
        (("With a placement", int(has_room.sum())), ("Without a placement", int((~has_room).sum()))),
        Topic.NIGHTS,
    )
