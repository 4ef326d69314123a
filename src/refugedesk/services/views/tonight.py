"""The house tonight: who is in which unit, what is waiting, what is incomplete."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, UNIT_LAYOUT
from refugedesk.domain.spans import nights_between
from refugedesk.services.board import Span, board
from refugedesk.services.desk import Desk
from refugedesk.services.due import due
from refugedesk.services.roles import Action
from refugedesk.services.views.lists import ReferralRow, referrals
from refugedesk.services.wording import say_day, short_name
from refugedesk.storage.lookups import houses
from refugedesk.storage.lookups import residents as resident_lookups
from refugedesk.storage.lookups.houses import Household, UnitLine

MOST_DUE = 12


@dataclass(frozen=True)
class UnitTonight:
    """A unit and who is in it: the card on the first page. people counts the resident and the children there.

    state: Held or Void where the unit is empty and not free, with until when or why.
    """

    unit_id: str
    name: str
    type_label: str
    bedspaces: int | None
    resident_id: str | None
    who: str
    people: int
    children: int
    nights: int | None
    empty_nights: int | None
    is_open: bool
    state: str = ""
    state_detail: str = ""


@dataclass(frozen=True)
class TaskRow:
    """Something that waits for somebody, and the record it leads to."""

    title: str
    detail: str
    record_id: str
    id: str
    resident_id: str | None = None
    stay_id: str | None = None


@dataclass(frozen=True)
class Tonight:
    """The first page. waiting: referrals without a decision; due: what waits, the longest first."""

    units: tuple[UnitTonight, ...]
    residents: int
    children: int
    in_use: int
    open_units: int
    due: tuple[TaskRow, ...]
    waiting: int


@dataclass(frozen=True)
class UnitRow:
    """A unit in the list of units; who: the household in it tonight, empty where it stands empty."""

    id: str
    name: str
    type_label: str
    layout: str
    bedspaces: int | None
    open_from: date | None
    open_to: date | None
    who: str
    state: str
    missing: int


def tonight(desk: Desk) -> Tonight:
    """Who sleeps where tonight, and what is due."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = houses.unit_lines(connection)
        holding = houses.households(connection, desk.today)
        people = resident_lookups.resident_count(connection, "here", desk.today)
        children = resident_lookups.children_here(connection, desk.today)
    by_unit = _by_unit(holding)
    cards = tuple(_card(line, by_unit.get(line.id, []), desk.today) for line in lines)
    held = {row.unit_id: row.on(desk.today) for row in board(desk, desk.today, 1)}
    cards = tuple(_with_state(card, held.get(card.unit_id)) for card in cards)
    shown = tuple(card for card in cards if card.is_open or card.people)
    waiting = referrals(desk, "waiting", limit=MOST_DUE)
    return Tonight(
        shown,
        people,
        children,
        sum(1 for card in shown if card.people),
        sum(1 for card in shown if card.is_open),
        (*_decisions(waiting.rows), *_due(desk)),
        waiting.total,
    )


def units(desk: Desk) -> tuple[UnitRow, ...]:
    """Every unit, whether it is open, and who is in it tonight."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines, holding = houses.unit_lines(connection), houses.households(connection, desk.today)
    by_unit = _by_unit(holding)
    return tuple(_unit_row(line, by_unit.get(line.id, []), desk.today) for line in lines)


def is_open_on(line: UnitLine, day: date) -> bool:
    """Whether a unit is open on a day; both ends count, and one without a first day has always been."""
    return (line.open_from or date.min) <= day <= (line.open_to or date.max)


def _by_unit(holding: list[Household]) -> dict[str, list[Household]]:
    found: dict[str, list[Household]] = {}
    for household in holding:
        found.setdefault(household.unit_id, []).append(household)
    return found


def _card(line: UnitLine, holding: list[Household], today: date) -> UnitTonight:
    children = sum(household.children for household in holding)
    since = holding[0].started_on if holding else None
    empty_from = None if holding else line.last_left_on or line.open_from
    return UnitTonight(
        line.id,
        line.name,
        ACCOMMODATION_TYPE.label(line.accommodation_type),
        line.bedspaces,
        holding[0].resident_id if holding else None,
        _names(holding),
        len(holding) + children,
        children,
        nights_between(since, today) if since else None,
        nights_between(empty_from, today) if empty_from and empty_from <= today else None,
        is_open_on(line, today),
    )


def _with_state(card: UnitTonight, span: Span | None) -> UnitTonight:
    """An empty unit that is held or void says so."""
    if card.people or span is None or span.kind not in ("held", "void"):
        return card
    words = span.words.split(" until ")[-1] if span.kind == "held" else span.words.split(": ")[-1]
    return replace(card, state=span.kind.capitalize(), state_detail=f"until {words}" if span.kind == "held" else words)


def _names(holding: list[Household]) -> str:
    return ", ".join(short_name(household.first_name, household.last_name) for household in holding)


def _unit_row(line: UnitLine, holding: list[Household], today: date) -> UnitRow:
    if holding:
        state = "In use"
    elif is_open_on(line, today):
        state = "Free"
    else:
        state = "Not open"
    return UnitRow(
        line.id,
        line.name,
        ACCOMMODATION_TYPE.label(line.accommodation_type),
        UNIT_LAYOUT.label(line.layout),
        line.bedspaces,
        line.open_from,
        line.open_to,
        _names(holding),
        state,
        line.missing,
    )


def _decisions(rows: tuple[ReferralRow, ...]) -> list[TaskRow]:
    """Referrals that wait, the longest first."""
    return [
        TaskRow(f"{row.next_step}: {row.who}", f"came in on {say_day(row.received_on)}", "referral", row.id)
        for row in reversed(rows)
    ]


def _due(desk: Desk) -> list[TaskRow]:
    """What the days in the records and the rhythm of the service make due, the longest overdue first."""
    return [
        TaskRow(
            f"{row.who}: {row.what}" if row.who else row.what,
            row.when(desk.today),
            row.record_id,
            row.id,
            row.resident_id,
            row.stay_id,
        )
        for row in due(desk)
    ]
