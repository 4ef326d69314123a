"""Who has how much to do: residents and children of each key worker, and what is waited for."""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.due import due
from refugedesk.services.roles import Action
from refugedesk.services.views.tonight import TaskRow
from refugedesk.services.wording import count_of, full_name
from refugedesk.storage.lookups import tonight as lookups
from refugedesk.storage.lookups.team import known_team
from refugedesk.storage.lookups.tonight import HereLine
from refugedesk.storage.lookups.waits import WaitLine, open_waits


@dataclass(frozen=True)
class CaseloadRow:
    """One key worker's residents and their children; empty for those who have none. people: the residents."""

    worker: str
    residents: int
    children: int
    overdue: int
    missing: int
    people: tuple[TaskRow, ...]


@dataclass(frozen=True)
class WaitKind:
    """One thing households wait for: how many do, and how long the longest has."""

    label: str
    number: int
    longest_days: int


@dataclass(frozen=True)
class Caseloads:
    """Everybody's work. waits: each thing waited for, the longest first."""

    rows: tuple[CaseloadRow, ...]
    kinds: tuple[WaitKind, ...]
    waits: tuple[TaskRow, ...]


def caseloads(desk: Desk) -> Caseloads:
    """The caseloads of those who are here, the largest first, and what they wait for."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        here, waits = lookups.here(connection, desk.today), open_waits(connection, desk.today)
        team = known_team(connection)
    overdue: dict[str, int] = {}
    for row in due(desk):
        if row.on < desk.today:
            worker = team.of(row.worker)
            overdue[worker] = overdue.get(worker, 0) + 1
    by_worker: dict[str, list[HereLine]] = {}
    for line in here:
        by_worker.setdefault(team.of(line.key_worker), []).append(line)
    rows = (_row(worker, lines, overdue.get(worker, 0)) for worker, lines in by_worker.items())
    order = sorted(rows, key=lambda row: (not row.worker, -row.residents, -row.children, row.worker.casefold()))
    return Caseloads(tuple(order), _kinds(waits, desk), tuple(_wait(wait, desk) for wait in waits))


def _row(worker: str, lines: list[HereLine], overdue: int) -> CaseloadRow:
    people = sorted((_person(line) for line in lines), key=lambda row: row.title.casefold())
    children, missing = sum(line.children for line in lines), sum(line.missing for line in lines)
    return CaseloadRow(worker, len(lines), children, overdue, missing, tuple(people))


def _person(line: HereLine) -> TaskRow:
    children = f" · {count_of(line.children, 'child', 'children')}" if line.children else ""
    missing = f" · {tr('{missing} missing', missing=line.missing)}" if line.missing else ""
    name = full_name(line.first_name, line.last_name)
    detail = f"{line.unit or tr('no unit')}{children}{missing}"
    return TaskRow(name, detail, "resident", line.resident_id, line.resident_id, line.stay_id)


def _kinds(waits: list[WaitLine], desk: Desk) -> tuple[WaitKind, ...]:
    found: dict[str, list[int]] = {}
    for wait in waits:
        found.setdefault(wait.what, []).append((desk.today - wait.asked_on).days)
    kinds = (
        WaitKind(desk.in_force.lists["wait_for"].label(what), len(days), max(days)) for what, days in found.items()
    )
    return tuple(sorted(kinds, key=lambda kind: (-kind.number, kind.label)))


def _wait(wait: WaitLine, desk: Desk) -> TaskRow:
    """Who waits for what, for how long, and whether it is time to chase it."""
    today = desk.today
    what = desk.in_force.lists["wait_for"].label(wait.what)
    detail = tr("asked {days} ago", days=count_of((today - wait.asked_on).days, "day"))
    if wait.chased_on:
        detail += ", " + tr("chased {days} ago", days=count_of((today - wait.chased_on).days, "day"))
    is_overdue = wait.chase_on is not None and wait.chase_on < today
    if wait.chase_on is not None and wait.chase_on <= today:
        detail += f", {tr('chase today') if wait.chase_on == today else tr('chase overdue')}"
    name = full_name(wait.first_name, wait.last_name)
    return TaskRow(f"{name}: {what}", detail, "wait", wait.id, wait.resident_id, wait.stay_id, is_overdue)
