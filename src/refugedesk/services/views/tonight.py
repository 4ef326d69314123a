"""The house tonight: who is in which unit, what is waiting, what is incomplete."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import repeat

from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, UNIT_LAYOUT, VOID_REASON
from refugedesk.domain.spans import nights_between
from refugedesk.domain.undecided import undecided
from refugedesk.domain.words import noted, tr
from refugedesk.services.board import is_over
from refugedesk.services.desk import Desk
from refugedesk.services.due import DueRow, due
from refugedesk.services.roles import Action
from refugedesk.services.unseen import held_unseen
from refugedesk.services.wording import NAMELESS, full_name, say_day, short_name
from refugedesk.storage.lookups import houses
from refugedesk.storage.lookups import tonight as lookups
from refugedesk.storage.lookups.board import Taken, kept_free
from refugedesk.storage.lookups.houses import Household, UnitLine

IN_USE, FREE, NOT_OPEN = noted("In use"), noted("Free"), noted("Not open")
HELD, VOID = noted("Held"), noted("Void")
"""How a unit stands tonight, in English: whoever shows it puts it into the language of the window."""


@dataclass(frozen=True)
class UnitTonight:
    """A unit and who is in it: the card on the first page. people counts the resident and the children there.

    state: Held or Void where the unit is empty and not free, with until when or why; In use where the person at the
    desk may know no more than that. is_in_use: whether a household is in it.
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
    is_in_use: bool = False
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
    is_overdue: bool = False


@dataclass(frozen=True)
class Tonight:
    """The house. waiting: referrals without a decision; due: what waits, the longest first; incomplete: who is here."""

    units: tuple[UnitTonight, ...]
    residents: int
    children: int
    in_use: int
    open_units: int
    due: tuple[TaskRow, ...]
    waiting: int
    incomplete: tuple[TaskRow, ...] = ()


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


def tonight(desk: Desk, has_due: bool = True) -> Tonight:
    """Who sleeps where tonight, and what is due; has_due: False where that is not looked at."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = houses.unit_lines(connection)
        holding = _by_unit(houses.households(connection, desk.today))
        here, waiting = lookups.here(connection, desk.today), lookups.waiting(connection)
    unseen, states = held_unseen(desk, desk.today), _kept_free(desk)
    cards = (_card(line, holding.get(line.id, []), desk.today) for line in lines)
    cards = (_with_state(card, states.get(card.unit_id), desk.today) for card in cards)
    cards = (_in_use(card) if card.unit_id in unseen else card for card in cards)
    shown = tuple(card for card in cards if card.is_open or card.is_in_use)
    return Tonight(
        shown,
        len({line.resident_id for line in here}),
        sum(line.children for line in here),
        sum(1 for card in shown if card.is_in_use),
        sum(1 for card in shown if card.is_open),
        (*map(decision, waiting, repeat(desk.today)), *map(task_row, due(desk) if has_due else (), repeat(desk.today))),
        len(waiting),
        tuple(map(incomplete, (line for line in here if line.missing))),
    )


def _kept_free(desk: Desk) -> dict[str, Taken]:
    """Unit -> the hold or void it is under tonight; for whom is not shown here."""
    with desk.whole() as connection:
        kept = kept_free(connection, desk.today)
    return {each.unit_id: each for each in reversed(kept) if each.kind != "held" or not _is_over(each, desk.now)}


def is_new(desk: Desk) -> bool:
    """Whether nothing is in the store yet: no unit, no referral, no stay."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        return not lookups.has_begun(connection)


def units(desk: Desk) -> tuple[UnitRow, ...]:
    """Every unit, whether it is open, and who is in it tonight."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines, holding = houses.unit_lines(connection), houses.households(connection, desk.today)
    by_unit, unseen, kept = _by_unit(holding), held_unseen(desk, desk.today), _kept_free(desk)
    rows = (_unit_row(line, by_unit.get(line.id, []), desk.today, line.id in unseen) for line in lines)
    return tuple(_kept_row(row, kept.get(row.id), desk.today) for row in rows)


def _kept_row(row: UnitRow, kept: Taken | None, today: date) -> UnitRow:
    """A free unit that is held or void is not free: it says so, and until when or why where a name would stand."""
    if kept is None or row.state != FREE:
        return row
    state, detail = _why_not_free(kept, today)
    return replace(row, state=state, who=detail)


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
        tr(ACCOMMODATION_TYPE.label(line.accommodation_type)),
        line.bedspaces,
        holding[0].resident_id if holding else None,
        _names(holding),
        len(holding) + children,
        children,
        nights_between(since, today) if since else None,
        nights_between(empty_from, today) if empty_from and empty_from <= today else None,
        is_open_on(line, today),
        bool(holding),
    )


def _in_use(card: UnitTonight) -> UnitTonight:
    """A unit in which is somebody the person at the desk may not know of."""
    return replace(card, is_in_use=True, empty_nights=None, state=IN_USE, state_detail="")


def _with_state(card: UnitTonight, kept: Taken | None, today: date) -> UnitTonight:
    """An empty unit that is held or void says until when, or why and for how long."""
    if card.people or kept is None:
        return card
    state, detail = _why_not_free(kept, today)
    return replace(card, state=state, state_detail=detail)


def _why_not_free(kept: Taken, today: date) -> tuple[str, str]:
    if kept.kind == "held":
        until = kept.second if kept.until == today and kept.second else say_day(kept.until)
        return HELD, tr("until {day_or_time}", day_or_time=until)
    nth = nights_between(kept.from_on, today) + 1
    return VOID, tr("day {nth} · {reason}", nth=nth, reason=tr(VOID_REASON.label(kept.first)).lower())


def _is_over(hold: Taken, now: datetime) -> bool:
    return is_over(hold.until, hold.second, now)


def _names(holding: list[Household]) -> str:
    return ", ".join(short_name(household.first_name, household.last_name) for household in holding)


def _unit_row(line: UnitLine, holding: list[Household], today: date, is_unseen: bool) -> UnitRow:
    if holding or is_unseen:
        state = IN_USE
    elif is_open_on(line, today):
        state = FREE
    else:
        state = NOT_OPEN
    return UnitRow(
        line.id,
        line.name,
        tr(ACCOMMODATION_TYPE.label(line.accommodation_type)),
        tr(UNIT_LAYOUT.label(line.layout)),
        line.bedspaces,
        line.open_from,
        line.open_to,
        _names(holding),
        state,
        line.missing,
    )


def task_row(row: DueRow, today: date) -> TaskRow:
    """What is due as Home lists it."""
    title = f"{row.who}: {row.what}" if row.who else row.what
    return TaskRow(title, row.when(today), row.record_id, row.id, row.resident_id, row.stay_id, row.on < today)


def decision(line: lookups.WaitingLine, today: date) -> TaskRow:
    """A referral that waits for somebody."""
    who = line.known_as or line.reference or tr(NAMELESS)
    state = undecided(line.outcome, line.received_on, line.assessed_on, today)
    return TaskRow(
        f"{tr(state.value) if state else ''}: {who}",
        tr("came in on {day}", day=say_day(line.received_on)),
        "referral",
        line.id,
    )


def incomplete(line: lookups.HereLine) -> TaskRow:
    """Somebody here whose record lacks answers."""
    name = full_name(line.first_name, line.last_name)
    return TaskRow(
        name,
        tr("{missing} missing", missing=line.missing),
        "resident",
        line.resident_id,
        line.resident_id,
        line.stay_id,
    )
