"""How long files are kept, and which are due: a list for managers, on which nothing goes by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from refugedesk.domain.retention import Due, Rules, file_due, referral_due
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS, full_name
from refugedesk.storage import holds, settings
from refugedesk.storage.holds import HoldLine
from refugedesk.storage.lookups import retention as lookups
from refugedesk.storage.purging import requests
from refugedesk.storage.purging.parts import Scope, all_keys_of

RETENTION: Final = "retention"


class Stands(StrEnum):
    """How a file stands to its time."""

    DUE = "due"
    ADULT_DUE = "adult_due"
    SOON = "soon"
    HELD = "held"
    LATER = "later"


@dataclass(frozen=True)
class FileRow:
    """A file and its time. closed_on: from when it counts; waits: a purge of it was asked for."""

    record: str
    id: str
    who: str
    closed_on: date
    adult_on: date
    whole_on: date
    stands: Stands
    held_for: str = ""
    waits: bool = False


def rules(desk: Desk) -> Rules:
    """The rules this service keeps."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        return Rules.of(settings.chosen(connection, RETENTION))


def keep_rules(desk: Desk, chosen: Rules) -> None:
    """Makes them the service's own; which files are due follows at once. Nothing is purged by it."""
    desk.require(Action.KEEP_RULES)
    before = vars(rules(desk))
    changes: dict[str, list[object]] = {
        name: [before[name], number] for name, number in vars(chosen).items() if before[name] != number
    }
    if changes:
        with desk.writing() as work:
            settings.choose(work.connection, RETENTION, dict(vars(chosen)))
            work.note_change("settings", RETENTION, changes)


def file_rows(desk: Desk, kept: Rules | None = None) -> tuple[FileRow, ...]:
    """Every file nobody of which lives here, the longest due first; of whom only figures are left is not among them.

    Args: kept: other rules than the service's, to see what they would make due.
    """
    desk.require(Action.PURGE)
    kept = kept or rules(desk)
    with desk.reading() as connection:
        standing = holds.standing(connection, desk.today)
        waiting = {each.record_id for each in requests.waiting(connection)}
        done = lookups.figures_only(connection)
        lines = lookups.closed_files(connection, desk.today)
        calls = lookups.calls_without_stay(connection)
        held = {key: line for line in standing for key in all_keys_of(connection, line.record_id)}
    rows = _rows(_Look(desk.today, kept, held, done), lines, calls)
    found = (replace(row, waits=row.id in waiting) for row in rows)
    return tuple(sorted(found, key=lambda row: (row.whole_on, row.adult_on, row.who)))


def how_many_due(desk: Desk) -> int:
    """How many files have been kept for their time, the adult's part or the whole of them."""
    return sum(row.stands in (Stands.DUE, Stands.ADULT_DUE) for row in file_rows(desk))


def file_row(desk: Desk, record: str, key: str) -> FileRow | None:
    """How one file stands; None where somebody of it lives here, or only its figures are left."""
    return next((row for row in file_rows(desk) if (row.record, row.id) == (record, key)), None)


@dataclass(frozen=True)
class _Look:
    """What every row is judged by."""

    today: date
    kept: Rules
    held: dict[str, HoldLine]
    done: dict[str, str]

    def row(self, record: str, key: str, who: str, closed_on: date, due: Due) -> FileRow:
        """The file as it stands."""
        hold = self.held.get(key)
        stands = _stands(self.today, self.kept, due, hold, key in self.done)
        held_for = hold.for_whom if hold else ""
        return FileRow(record, key, who, closed_on, due.adult_on, due.whole_on, stands, held_for)


def _rows(look: _Look, lines: list[lookups.ClosedLine], calls: list[lookups.CallLine]) -> Iterator[FileRow]:
    for line in lines:
        if look.done.get(line.id) != Scope.FIGURES_STAY.value:
            who, due = full_name(line.first_name, line.last_name), file_due(line.closed_on, line.births, look.kept)
            yield look.row("resident", line.id, who, line.closed_on, due)
    for call in calls:
        if look.done.get(call.id) != Scope.FIGURES_STAY.value:
            on = referral_due(call.last_on, look.kept)
            yield look.row(
                "referral",
                call.id,
                tr("Referral: {known_as}", known_as=call.known_as or tr(NAMELESS)),
                call.last_on,
                Due(on, on),
            )


def _stands(today: date, kept: Rules, due: Due, hold: HoldLine | None, is_adult_gone: bool) -> Stands:
    if hold is not None:
        return Stands.HELD
    if due.whole_on <= today:
        return Stands.DUE
    if due.adult_on <= today and not is_adult_gone:
        return Stands.ADULT_DUE
    soon = today + timedelta(days=kept.soon_days)
    return Stands.SOON if due.whole_on <= soon or today < due.adult_on <= soon else Stands.LATER
