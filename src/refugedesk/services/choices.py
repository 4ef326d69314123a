"""What a form offers while it is filled in: earlier answers, and the records a link may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.domain.lists.referrals import REFERRAL_SOURCE
from refugedesk.domain.record_words import words_of
from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.unseen import held_unseen
from refugedesk.services.wording import NAMELESS, count_of, full_name, say_day, short_name
from refugedesk.storage import accounts
from refugedesk.storage.lookups import history, houses, labels, referrals, residents
from refugedesk.storage.lookups.houses import Household, UnitLine

LONGEST_LABEL = 60
FREE = "free"


@dataclass(frozen=True)
class Choice:
    """A record that may be named: its key, what it is called, and what tells it from others."""

    id: str
    label: str
    detail: str = ""


def suggestions(desk: Desk, field: Field, prefix: str, limit: int = 8) -> tuple[str, ...]:
    """Earlier answers to a text field that begin with ``prefix``; the home authority, its wards and the team first."""
    desk.require(Action.READ)
    found: list[str] = []
    with desk.reading() as connection:
        service = accounts.service(connection)
        if "origin_authority" in field.suggests:
            found.append(service.home_authority)
        if "origin_ward" in field.suggests:
            found += [name for _, name in service.wards]
        if "key_worker" in field.suggests or "signs_in_as" in field.suggests:
            found += [account.name for account in accounts.accounts(connection) if account.is_active]
        for name in field.suggests:
            found += history.earlier_answers(connection, name, prefix, limit)
    fitting = (each for each in found if each.casefold().startswith(prefix.casefold()))
    return tuple(dict.fromkeys(fitting))[:limit]


def link_choices(desk: Desk, field: Field, draft: Draft) -> tuple[Choice, ...]:
    """The records a link may name: units with the free ones first, the newest referrals, residents by arrival."""
    desk.require(Action.READ)
    if field.links_to == "unit":
        return _units(desk, draft)
    with desk.reading() as connection:
        return _OFFERS.get(field.links_to, _others)(connection, field, draft, desk.today)


def _others(connection: Connection, field: Field, draft: Draft, _today: date) -> tuple[Choice, ...]:
    """The records of any other form, the newest first."""
    every = labels.all_named(connection, field.links_to) if field.links_to in labels.PLAIN else []
    return tuple(_choice(field.links_to, named) for named in every if named.id != draft.id)


def _children(connection: Connection, field: Field, draft: Draft, today: date) -> tuple[Choice, ...]:
    """The children of the draft's stay."""
    stay = draft.answers.get("stay_id")
    if not isinstance(stay, str):
        return _others(connection, field, draft, today)
    return tuple(_choice(field.links_to, named) for named in labels.children_of_stay(connection, stay))


def link_label(connection: Connection, record_id: str, key: str) -> str:
    """What a record is called where a line names it; empty where it is gone."""
    named = labels.names_of(connection, record_id, [key]).get(key)
    return _choice(record_id, named).label if named else ""


def link_words(connection: Connection, record_id: str, key: str) -> str:
    """What a record is called in a line; a session, of which there are many, with its day."""
    named = labels.names_of(connection, record_id, [key]).get(key)
    if named is None:
        return ""
    choice = _choice(record_id, named)
    return f"{choice.label}, {choice.detail}" if record_id == "group_session" and choice.detail else choice.label


def _choice(record_id: str, named: labels.Named) -> Choice:
    record, detail = ALL[record_id], labels.PLAIN[record_id][1] if record_id in labels.PLAIN else ()
    words = [words_of(record.field(name), part) for name, part in zip(detail, named.detail, strict=False)]  # type: ignore[arg-type]
    name = " ".join(named.parts)
    return Choice(named.id, _short(name) or tr(record.title), ", ".join(filter(None, words)))


def _stay_choice(named: labels.Named) -> Choice:
    [started_on] = named.detail
    since = tr("here since {day}", day=say_day(started_on)) if isinstance(started_on, date) else ""
    return Choice(named.id, " ".join(named.parts) or tr(NAMELESS), since)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"


def _units(desk: Desk, draft: Draft) -> tuple[Choice, ...]:
    night = draft.answers.get("from_on")
    night = night if isinstance(night, date) else desk.today
    unseen = held_unseen(desk, night)
    with desk.reading() as connection:
        holding = {household.unit_id: household for household in houses.households(connection, night)}
        lines = [line for line in houses.unit_lines(connection) if _is_open(line, night)]
    told = {line.id: _state(holding.get(line.id), line.id in unseen) for line in lines}
    ordered = sorted(lines, key=lambda line: told[line.id] != FREE)
    return tuple(Choice(line.id, line.name, _unit_detail(line, told[line.id])) for line in ordered)


def _state(household: Household | None, is_unseen: bool) -> str:
    if household:
        return tr("{short_name} is there", short_name=short_name(household.first_name, household.last_name))
    return tr("in use") if is_unseen else FREE


def _is_open(line: UnitLine, night: date) -> bool:
    return (line.open_from or date.min) <= night <= (line.open_to or date.max)


def _unit_detail(line: UnitLine, state: str) -> str:
    sleeps = tr("sleeps {bedspaces}", bedspaces=line.bedspaces) if line.bedspaces else ""
    return ", ".join(part for part in (state, sleeps) if part)


def _referrals(connection: Connection) -> list[Choice]:
    lines = referrals.referral_lines(connection, "all", "", 200)
    return [
        Choice(line.id, name, ", ".join(filter(None, _referral_detail(line))))
        for line in lines
        if (name := line.known_as or line.reference or tr(NAMELESS))
    ]


def _referral_detail(line: referrals.ReferralLine) -> tuple[str, ...]:
    children = count_of(line.children, "child", "children") if line.children is not None else ""
    return say_day(line.received_on), tr(REFERRAL_SOURCE.label(line.source)), line.origin_authority or "", children


def _residents(connection: Connection, today: date) -> tuple[Choice, ...]:
    lines = residents.resident_lines(connection, "all", "", 500, today)
    return tuple(
        Choice(line.id, full_name(line.first_name, line.last_name), tr("born {day}", day=say_day(line.date_of_birth)))
        for line in lines
    )


_OFFERS: Final[Mapping[str, Callable[[Connection, Field, Draft, date], tuple[Choice, ...]]]] = {
    "referral": lambda connection, _field, draft, _today: tuple(
        each for each in _referrals(connection) if each.id != draft.id
    ),
    "resident": lambda connection, _field, _draft, today: _residents(connection, today),
    "stay": lambda connection, _field, _draft, today: tuple(map(_stay_choice, labels.stays_here(connection, today))),
    "child": _children,
}
"""What a link may name, by the record it names, but for units."""
