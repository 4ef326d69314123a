"""A key worker's day: her residents and their children, and what is due, hers first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from refugedesk.domain.spans import age_on, nights_between
from refugedesk.domain.team import Team
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.due import DueRow, due
from refugedesk.services.roles import Action
from refugedesk.services.views.tonight import TaskRow, decision, incomplete, task_row
from refugedesk.services.wording import NAMELESS, full_name
from refugedesk.storage.lookups import tonight as lookups
from refugedesk.storage.lookups.team import known_team
from refugedesk.storage.lookups.tonight import HereLine

Children = dict[str, list[str]]


@dataclass(frozen=True)
class MineRow:
    """One of my residents; children: each with the age; next_due, next_when: what comes first."""

    resident_id: str
    stay_id: str
    name: str
    unit: str
    nights: int
    children: tuple[str, ...]
    next_due: str
    next_when: str
    is_overdue: bool
    missing: int


@dataclass(frozen=True)
class MyDay:
    """What one worker has to do with. others: names that stays here give their key workers, where none is hers."""

    residents: tuple[MineRow, ...]
    children: int
    due: tuple[TaskRow, ...]
    due_house: tuple[TaskRow, ...]
    incomplete: tuple[TaskRow, ...]
    others: tuple[str, ...]


def my_day(desk: Desk) -> MyDay:
    """The day of the person at the desk."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        here, waiting = lookups.here(connection, desk.today), lookups.waiting(connection)
        children = _children(lookups.children_of(connection, desk.today), desk.today)
        team = known_team(connection)
    me = desk.user.name
    lines = [line for line in here if team.are_one(line.key_worker, me)]
    rows = due(desk)
    mine = [row for row in rows if team.are_one(row.worker, me)]
    of_house = [row for row in rows if not team.are_one(row.worker, me)]
    by_stay = _first_of_each(mine)
    residents = [_row(line, children, by_stay.get(line.stay_id), desk.today) for line in lines]
    return MyDay(
        tuple(sorted(residents, key=lambda row: (row.name.casefold(), row.stay_id))),
        sum(line.children for line in lines),
        tuple(task_row(row, desk.today) for row in mine),
        (*(decision(each, desk.today) for each in waiting), *(task_row(row, desk.today) for row in of_house)),
        tuple(incomplete(line) for line in lines if line.missing),
        () if lines else _others(here, team),
    )


def _children(rows: list[tuple[str, str | None, date | None]], today: date) -> Children:
    """Stay -> the children's names and ages."""
    found: Children = {}
    for stay, name, born in rows:
        age = f" {max(age_on(born, today), 0)}" if born else ""
        found.setdefault(stay, []).append(f"{name or tr(NAMELESS)}{age}")
    return found


def _first_of_each(rows: Iterable[DueRow]) -> dict[str | None, DueRow]:
    first: dict[str | None, DueRow] = {}
    for row in rows:
        first.setdefault(row.stay_id, row)
    return first


def _row(line: HereLine, children: Children, first: DueRow | None, today: date) -> MineRow:
    return MineRow(
        line.resident_id,
        line.stay_id,
        full_name(line.first_name, line.last_name),
        line.unit or "",
        nights_between(line.started_on, today),
        tuple(children.get(line.stay_id, ())),
        first.what if first else "",
        first.when(today) if first else "",
        bool(first and first.on < today),
        line.missing,
    )


def _others(here: list[HereLine], team: Team) -> tuple[str, ...]:
    return tuple(sorted({team.of(line.key_worker) for line in here} - {""}, key=str.casefold))
