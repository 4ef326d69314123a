"""Brings an interchange folder into the store: everything is checked first, then saved in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from refugedesk.domain.drafts import in_list_order
from refugedesk.domain.fields import Answer, Kind, Record
from refugedesk.domain.names import same_place
from refugedesk.domain.records import ALL
from refugedesk.domain.records.harm import DISCLOSURE
from refugedesk.domain.records.referral import REFERRAL
from refugedesk.domain.records.stay import STAY
from refugedesk.services.desk import Desk
from refugedesk.services.forms import count_abuse
from refugedesk.services.interchange.checking import check
from refugedesk.services.interchange.entries import Entries, Entry
from refugedesk.services.interchange.faults import Fault, Findings, TooManyFaultsError
from refugedesk.services.interchange.links import REPEAT_OF
from refugedesk.services.interchange.reading import open_tables
from refugedesk.services.interchange.sheets import SHEETS, WITH_ID, Sheet
from refugedesk.services.interchange.tables import UnreadableFileError
from refugedesk.services.progress import Progress, silently
from refugedesk.services.roles import Action
from refugedesk.storage import accounts
from refugedesk.storage.bulk import known_records
from refugedesk.storage.tables.schema import new_key
from refugedesk.storage.work import Entry as NewRecord
from refugedesk.storage.work import Work

BATCH = 2000


@dataclass(frozen=True)
class ImportReport:
    """What was imported, or what stands in the way.

    counts: sheet -> records found in it; is_saved: whether they are in the store now; is_cut_short: there were more
    faults than are reported.
    """

    counts: Mapping[str, int]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    is_saved: bool = False
    is_cut_short: bool = False


@dataclass(frozen=True)
class Stored:
    """What the store holds already; keys: record id -> id it is known by -> key."""

    entries: Entries
    keys: dict[str, dict[str, str]]

    @classmethod
    def load(cls, connection: Connection) -> Stored:
        """Everything in the store; its records have line 0."""
        stored = cls(Entries(), {})
        for record in ALL.values():
            for known in known_records(connection, record):
                entry_id = known.id if record.id in WITH_ID else ""
                stored.entries.add(record.id, Entry("", 0, entry_id, known.answers))
                stored.keys.setdefault(record.id, {})[known.id] = known.key
        return stored


def import_folder(desk: Desk, folder: Path, check_only: bool = False, progress: Progress | None = None) -> ImportReport:
    """Imports a folder, or a workbook with the same sheets: all of it, or with any fault nothing.

    Raises:
        NothingToImportError: there is nothing of the kind at ``folder``.
    """
    desk.require(Action.IMPORT)
    if check_only:
        with desk.reading() as connection:
            return _check_folder(folder, Stored.load(connection), desk)[0]
    with desk.writing() as work:
        with desk.reading() as connection:
            stored = Stored.load(connection)
        report, new = _check_folder(folder, stored, desk)
        if not report.faults:
            _save(work, new, stored, progress or silently)
            _count_told(work, new, stored)
            accounts.add_wards(work.connection, _wards(new, desk.service.home_authority))
            work.note("import", **{name: str(count) for name, count in report.counts.items() if count})
    return replace(report, is_saved=not report.faults)


def _check_folder(folder: Path, stored: Stored, desk: Desk) -> tuple[ImportReport, Entries]:
    """What is found in a folder, given what the store holds; nothing is saved."""
    findings, new = Findings(), Entries()
    try:
        with open_tables(folder, findings) as tables:
            new = check(tables, stored.entries, desk.today, findings)
    except UnreadableFileError as error:
        findings.faults.append(Fault(error.file, error.line, "", "", error.problem, error.remedy))
    except TooManyFaultsError:
        new = Entries()
    counts = {sheet.name: _count(sheet, new) for sheet in SHEETS.values()}
    return ImportReport(counts, tuple(findings.faults), tuple(findings.warnings), False, findings.is_cut_short), new


def _count(sheet: Sheet, new: Entries) -> int:
    """How many new records a sheet brings; of codes, how many of them."""
    if not sheet.is_codes:
        return new.count(sheet.record.id)
    answers = (entry.answers.get(sheet.name) for entry in new.of(sheet.record.id))
    return sum(len(codes) for codes in answers if isinstance(codes, tuple))


def _save(work: Work, new: Entries, stored: Stored, progress: Progress) -> None:
    """Saves the records form by form, each after those that it names."""
    total, done = sum(new.count(record_id) for record_id in ALL), 0
    for record_id, record in ALL.items():
        keys = stored.keys.setdefault(record_id, {})
        for batch in _batches(_in_order(record, new)):
            keyed = [(new_key(), entry) for entry in batch]
            keys.update((entry.id, key) for key, entry in keyed if entry.id)
            records = [NewRecord(_answers(record, entry, stored.keys), entry.id or None, key) for key, entry in keyed]
            work.add_many(record_id, records, action="import")
            done += len(batch)
            progress(done, total)


def _count_told(work: Work, new: Entries, stored: Stored) -> None:
    """What is told in a stay that was in the store before is counted with it, as when a form is saved."""
    for told in new.of(DISCLOSURE.id):
        stay = told.link("stay_id")
        if stored.entries.get(STAY.id, stay) is not None:
            count_abuse(work, stored.keys[STAY.id][stay], told.answers.get("kinds"))


def _answers(record: Record, entry: Entry, keys: Mapping[str, Mapping[str, str]]) -> dict[str, Answer]:
    """The entry's answers as the store keeps them: links as keys, codes in the order of their list."""
    answers = dict(entry.answers)
    for field in record.fields:
        answer = answers.get(field.name)
        if field.kind is Kind.LINK and isinstance(answer, str):
            answers[field.name] = keys[field.links_to][answer]
        elif isinstance(answer, tuple):
            answers[field.name] = in_list_order(field, answer)
    return answers


def _in_order(record: Record, new: Entries) -> Iterator[Entry]:
    """The new records of a form as they came, but each referral after the one that it repeats."""
    waiting = dict.fromkeys(new.of(record.id))
    for entry in new.of(record.id):
        chain: list[Entry] = []
        link: Entry | None = entry
        while link is not None and link in waiting:
            del waiting[link]
            chain.append(link)
            link = new.get(record.id, link.link(REPEAT_OF))
        yield from reversed(chain)


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch


def _wards(new: Entries, home_authority: str) -> list[str]:
    """The wards that stand beside the home authority anywhere in the files."""
    wards = set()
    for record_id in (REFERRAL.id, STAY.id):
        for entry in new.of(record_id):
            if same_place(entry.link("origin_authority"), home_authority):
                wards.add(entry.link("origin_ward"))
    return sorted(wards - {""})
