"""Is the store whole? Every page of its file, the chain of changes, and each record against its last entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.audit import broken_links
from refugedesk.storage.engine import integrity
from refugedesk.storage.folder import database_of
from refugedesk.storage.last_states import altered_records
from refugedesk.storage.schema_steps import schema_faults


@dataclass(frozen=True)
class CheckReport:
    """What is wrong, a sentence each, and how many records were looked at."""

    faults: tuple[str, ...]
    counted: int


def check(desk: Desk, progress: Callable[[int, int], None] | None = None) -> CheckReport:
    """Looks at everything; changes nothing but the record of changes, where it stands that somebody checked."""
    desk.require(Action.KEEP_STORE)
    faults = [desk.warning] if desk.warning else []
    faults += [
        tr("The file of the records: {fault}", fault=fault) for fault in integrity(database_of(desk.folder), desk.key)
    ]
    if progress:
        progress(1, 3)
    with desk.whole() as connection:
        faults += [tr("The schema: {fault}", fault=fault) for fault in schema_faults(connection)]
        faults += broken_links(connection)
        if progress:
            progress(2, 3)
        counted, altered = _records(connection)
    faults += altered
    with desk.writing() as work:
        work.note("check", faults=str(len(faults)))
    if progress:
        progress(3, 3)
    return CheckReport(tuple(faults), counted)


def _records(connection: Connection) -> tuple[int, list[str]]:
    counted, faults = 0, []
    for record in ALL.values():
        of, altered = altered_records(connection, record)
        counted += of
        faults += list(_sentences(tr(record.title).lower(), altered))
    return counted, faults


def _sentences(title: str, keys: list[str]) -> Iterator[str]:
    for key in keys:
        yield tr("A {title} ({key}) is not as it was last saved.", title=title, key=key)
