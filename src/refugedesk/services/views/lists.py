"""The lists of referrals and of residents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.lists.referrals import REFERRAL_OUTCOME, RISK_LEVEL
from refugedesk.domain.spans import age_on, nights_between
from refugedesk.domain.undecided import undecided
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS, count_of, full_name, say_day
from refugedesk.storage.lookups import referrals as referral_lookups
from refugedesk.storage.lookups import residents as resident_lookups
from refugedesk.storage.lookups.referrals import ReferralLine
from refugedesk.storage.lookups.residents import ResidentLine
from refugedesk.storage.own_rules import in_force

Chip = tuple[str, str, int]
"""A filter: its code, its words, and how many fall under it."""

REFERRAL_CHIPS = {
    "all": noted("All"),
    "waiting": noted("Waiting"),
    "accepted": noted("Accepted"),
    "did_not_go_ahead": noted("Did not go ahead"),
    "incomplete": noted("Incomplete"),
}
NO_OUTCOME = noted("No outcome yet")
RESIDENT_CHIPS = {
    "here": noted("Here now"),
    "left": noted("Left"),
    "all": noted("All"),
    "incomplete": noted("Incomplete"),
}


@dataclass(frozen=True)
class ReferralRow:
    """A referral: who, from where, since when, what next."""

    id: str
    received_on: date
    who: str
    source: str
    from_where: str
    children: int | None
    risk: str
    risk_code: str | None
    outcome: str
    outcome_code: str | None
    next_step: str
    missing: int
    stay_id: str | None
    resident_id: str | None


@dataclass(frozen=True)
class ReferralPage:
    """Some referrals, how many there are in all, what that means, and the filters."""

    rows: tuple[ReferralRow, ...]
    total: int
    meaning: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class ResidentRow:
    """A resident with the latest stay."""

    id: str
    stay_id: str | None
    name: str
    age: int | None
    unit: str
    arrived_on: date | None
    left_on: date | None
    nights: int | None
    key_worker: str
    children: int
    missing: int


@dataclass(frozen=True)
class ResidentPage:
    """Some residents, how many there are in all, what that means, and the filters."""

    rows: tuple[ResidentRow, ...]
    total: int
    meaning: str
    chips: tuple[Chip, ...]


def referrals(desk: Desk, chip: str = "all", text: str = "", limit: int = 200) -> ReferralPage:
    """The newest referrals under a filter that hold the words typed."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = referral_lookups.referral_lines(connection, chip, text, limit)
        counts = {code: referral_lookups.referral_count(connection, code) for code in REFERRAL_CHIPS}
        total = referral_lookups.referral_count(connection, chip, text) if text else counts[chip]
        since = referral_lookups.oldest_waiting(connection)
        unsaid = referral_lookups.referral_count(connection, "unsaid")
        lists = in_force(connection).lists
    chips = tuple((code, tr(words), counts[code]) for code, words in REFERRAL_CHIPS.items())
    meaning = _how_many_wait(counts["waiting"], unsaid, since)
    return ReferralPage(tuple(_referral_row(line, lists, desk.today) for line in lines), total, meaning, chips)


def _how_many_wait(waiting: int, unsaid: int, since: date | None) -> str:
    """Those that wait for a decision, and beside them those of which nobody has said what came."""
    if since is None:
        return tr("Nobody is waiting for a decision")
    words = tr(
        "{referrals} waiting for a decision, the first since {day}",
        referrals=count_of(waiting, "referral"),
        day=say_day(since),
    )
    return f"{words}; {tr('{unsaid} without an outcome', unsaid=unsaid)}" if unsaid else words


def _referral_row(line: ReferralLine, lists: Mapping[str, CodeList], today: date) -> ReferralRow:
    return ReferralRow(
        line.id,
        line.received_on,
        line.known_as or line.reference or tr(NAMELESS),
        lists["referral_source"].label(line.source),
        line.origin_authority or "",
        line.children,
        tr(RISK_LEVEL.label(line.risk_level)),
        line.risk_level,
        tr(REFERRAL_OUTCOME.label(line.outcome)) or tr(NO_OUTCOME),
        line.outcome,
        _next_step(line, lists, today),
        line.missing,
        line.stay_id,
        line.resident_id,
    )


def _next_step(line: ReferralLine, lists: Mapping[str, CodeList], today: date) -> str:
    """What somebody has to do next with a referral, or why there is nothing."""
    if line.outcome == "accepted":
        return tr("Moved in") if line.stay_id else tr("Move in")
    if line.outcome == "not_accepted":
        return lists["refusal_reason"].label(line.refusal_reason) or tr("Say what held it up")
    state = undecided(line.outcome, line.received_on, line.assessed_on, today)
    return tr(state.value) if state else ""


def residents(desk: Desk, chip: str = "here", text: str = "", limit: int = 200) -> ResidentPage:
    """Residents under a filter that hold the words typed; those who came last first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = resident_lookups.resident_lines(connection, chip, text, limit, desk.today)
        counts = {code: resident_lookups.resident_count(connection, code, desk.today) for code in RESIDENT_CHIPS}
        total = resident_lookups.resident_count(connection, chip, desk.today, text) if text else counts[chip]
        children = resident_lookups.children_here(connection, desk.today)
    meaning = tr(
        "{residents} and {children} here tonight",
        residents=count_of(counts["here"], "resident"),
        children=count_of(children, "child", "children"),
    )
    chips = tuple((code, tr(words), counts[code]) for code, words in RESIDENT_CHIPS.items())
    return ResidentPage(tuple(_resident_row(line, desk.today) for line in lines), total, meaning, chips)


def _resident_row(line: ResidentLine, today: date) -> ResidentRow:
    return ResidentRow(
        line.id,
        line.stay_id,
        full_name(line.first_name, line.last_name),
        age_on(line.date_of_birth, today) if line.date_of_birth else None,
        line.unit or "",
        line.started_on,
        line.ended_on,
        nights_between(line.started_on, line.ended_on or today) if line.started_on else None,
        line.key_worker or "",
        line.children,
        line.missing,
    )
