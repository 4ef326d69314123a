"""Taking what a purge takes, in the transaction that is under way; and cleaning the file of the records after it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, update

from refugedesk.domain.fields import Kind
from refugedesk.domain.records import ALL
from refugedesk.storage import settings
from refugedesk.storage.answers import state
from refugedesk.storage.audit import Deed
from refugedesk.storage.connections import StoreKey, connect, plain_errors
from refugedesk.storage.folder import database_of
from refugedesk.storage.purging import purged, traces
from refugedesk.storage.purging.figures import figures_of, is_kept, keeps_figures
from refugedesk.storage.purging.parts import FileParts, Scope
from refugedesk.storage.purging.traces import NO_LONGER, batches
from refugedesk.storage.tables import CHOICES, RECORDS
from refugedesk.storage.work import Work, load

CLEANING: Final = "cleaning_after_purge"
"""The setting that says that what was purged may still lie in unused pages of the file: emptied when it has been."""


@dataclass(frozen=True)
class Taken:
    """What a purge takes, in numbers. left: records whose figures stay."""

    records: dict[str, int]
    left: int
    drafts: int
    values: int
    merges: int
    releases: int
    shared: int


def what_goes(connection: Connection, parts: FileParts, scope: Scope) -> Taken:
    """What a purge would take, without taking anything."""
    gone = {name: len(keys) for name, keys in parts.records.items() if _goes(name, scope)}
    left = sum(len(keys) for name, keys in parts.records.items() if not _goes(name, scope))
    keys = parts.everything
    return Taken(
        gone,
        left,
        len(traces.drafts_about(connection, keys)),
        len(traces.entries_about(connection, parts)),
        len(traces.merges_of(connection, keys)),
        len(traces.exact_releases(connection, parts.records.get("stay", ()))),
        len(parts.shared),
    )


def take(work: Work, parts: FileParts, scope: Scope) -> None:
    """Takes it. The record of changes says of each record that it went, and nothing of what was in it."""
    connection, keys, stays = work.connection, parts.everything, parts.records.get("stay", ())
    is_whole = scope is Scope.WHOLE
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # what names one another goes together
    traces.take_releases(connection, stays)
    traces.take_merges(connection, keys, is_whole)
    traces.take_values(connection, parts)
    traces.take_drafts(connection, keys)
    traces.take_reviews(connection, keys)
    traces.take_reasons(connection, parts.subjects, is_whole)
    _let_go_of(connection, parts)
    for name, of_form in parts.records.items():
        if _goes(name, scope):
            _remove(work, name, of_form)
        else:
            _empty(work, name, of_form)
    traces.take_words(connection, keys)
    purged.write_down(connection, parts.subjects, scope, work.trail.at)
    settings.choose(connection, CLEANING, {"since": work.trail.at})


def _goes(record: str, scope: Scope) -> bool:
    return scope is Scope.WHOLE or not keeps_figures(ALL[record])


def _let_go_of(connection: Connection, parts: FileParts) -> None:
    """What stays and may name what goes names it no longer, such as a later call of another household."""
    for record in ALL.values():
        for each in record.fields:
            if each.kind is Kind.LINK and not each.is_required and each.links_to in parts.records:
                table = RECORDS[record.id]
                for some in batches(parts.records[each.links_to]):
                    mine = parts.records.get(record.id, ())
                    named = table.c[each.name].in_(some) & table.c.id.not_in(mine)
                    connection.execute(update(table).where(named).values({each.name: None}))


def _remove(work: Work, name: str, keys: tuple[str, ...]) -> None:
    connection, table = work.connection, RECORDS[name]
    for some in batches(keys):
        for (owner, _), codes in CHOICES.items():
            if owner == name:
                connection.execute(delete(codes).where(codes.c[f"{owner}_id"].in_(some)))
        connection.execute(delete(table).where(table.c.id.in_(some)))
    work.trail.add(Deed("remove", name, key) for key in keys)


def _empty(work: Work, name: str, keys: tuple[str, ...]) -> None:
    """Leaves the figures of each record, and nothing else."""
    record, table, deeds = ALL[name], RECORDS[name], []
    blank = {each.name: None for each in record.fields if not is_kept(record, each)}
    for key in keys:
        before = load(work.connection, name, key)
        answers = figures_of(record, before.answers)
        work.connection.execute(update(table).where(table.c.id == key).values(**blank, version=before.version + 1))
        gone: dict[str, list[object]] = {each: [NO_LONGER, None] for each in blank if before.answers.get(each)}
        deeds.append(Deed("change", name, key, gone, state(record, answers), work.subjects.of(name, key, answers)))
    work.trail.add(deeds)


def clean(folder: Path, key: StoreKey) -> None:
    """Writes the file of the records anew without its unused pages, and takes away copies of it of before.

    Nobody else uses the store meanwhile. Until it is done, ``needs_cleaning`` says so, after a crash too.
    """
    for old in folder.glob("records.before-*"):
        with suppress(OSError):
            old.unlink(missing_ok=True)
    connection = connect(database_of(folder), key)
    try:
        with plain_errors():
            connection.execute("VACUUM")
            connection.execute("DELETE FROM setting WHERE name = ?", (CLEANING,))
    finally:
        connection.close()


def needs_cleaning(connection: Connection) -> bool:
    """Whether a purge was cut off before the file was cleaned."""
    return bool(settings.chosen(connection, CLEANING))
