"""The pieces of work that must be whole or not at all, each on a small store of its own.

``looks`` tells what is there in parts, in the order in which they become new: of a work that was cut short the parts
that are new come first.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlcipher3.dbapi2 import DatabaseError

from desks import NOON, PASSPHRASE
from interchange_folders import small, write_csv
from promises.old_stores import make_old_store
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.records import ALL
from refugedesk.security import vault
from refugedesk.security.errors import WrongPassphraseError
from refugedesk.security.keys import Key
from refugedesk.services import forms, shelf, stores
from refugedesk.services.backups import backup, restore
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import export_folder, import_folder
from refugedesk.storage.audit import broken_links
from refugedesk.storage.connections import connect
from refugedesk.storage.engine import integrity, open_engine
from refugedesk.storage.folder import database_of
from refugedesk.storage.last_states import altered_records
from refugedesk.storage.schema_steps import STEPS, bring_up_to_date, step_of
from refugedesk.storage.tables import AUDIT_ENTRY, RESIDENT
from vaults import CHEAP

USER = "Ana Silva"
NEW_PASSPHRASE = "teapot orange river lamp 77"
OLD_STEP = STEPS[-2]
NOTHING = "nothing"

Deed = Callable[[], object]
Looks = tuple[str, ...]
Tell = Callable[[Path], str]
"""What a store holds, in a word that is the same for the same: ``contents`` or ``counts``."""


@dataclass(frozen=True)
class Work:
    """ready: lays what the work needs into an empty folder, and gives the deed; is_quick: for the quick run."""

    name: str
    ready: Callable[[Path], AbstractContextManager[Deed]]
    looks: Callable[[Path, Tell], Looks]
    is_quick: bool = False


def a_place() -> Path:
    """A new folder in memory where there is such a drive, since these tests sync thousands of times."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))


def open_desk(store: Path) -> Desk:
    """The store, opened by its manager."""
    return stores.open_store(store, USER, PASSPHRASE, FixedClock(NOON), CHEAP)


@cache
def a_template(step: str) -> Path:
    """A store with a household imported, a draft on the shelf and a backup beside it; made once for each step."""
    place = a_place()
    if step != STEPS[-1]:
        make_old_store(place / "store", step, USER, PASSPHRASE)
        return place
    desk, _ = stores.create_store(place / "store", "City Refuge", "Coventry", USER, PASSPHRASE, FixedClock(NOON), CHEAP)
    assert import_folder(desk, write_csv(place / "first", small())).is_saved
    shelf.keep(desk, _a_resident(desk))
    backup(desk, place / "older.backup")
    desk.close()
    second = small()
    for rows in second.values():
        for row in rows:
            row.update({name: f"N{cell}" for name, cell in row.items() if cell and name.endswith(("_id", "peat_of"))})
    write_csv(place / "second", second)
    return place


def _a_resident(desk: Desk) -> forms.Draft:
    draft = forms.new_draft(desk, "resident", first_name="Zephyrine")
    draft.set("last_name", "Quillfeather")
    return draft


def _lay(place: Path, step: str = STEPS[-1]) -> Path:
    shutil.copytree(a_template(step), place, dirs_exist_ok=True)
    return place / "store"


def contents(store: Path) -> str:
    """A digest of every row of every table, which must pass the check of every page; what is wrong otherwise."""
    try:
        key = _key(store, PASSPHRASE) or vault.unlock(store, USER, NEW_PASSPHRASE, CHEAP)
        rows = digest_of(database_of(store), key)
        faults = integrity(database_of(store), key)
    except (RefugeDeskError, DatabaseError) as error:
        return type(error).__name__
    return rows if not faults else f"damaged: {faults[0]}"


_BUT = {"setting": " WHERE name <> 'backups'"}
"""When a store was backed up last is written down after the backup, which therefore cannot hold it."""


def digest_of(database: Path, key: Key) -> str:
    """A digest of every row of every table."""
    found = hashlib.sha256()
    connection = connect(database, key)
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND rootpage > 0 ORDER BY 1")
        for (table,) in tables.fetchall():
            rows = sorted(map(repr, connection.execute(f"SELECT * FROM {table}{_BUT.get(table, '')}")))  # noqa: S608
            found.update(repr((table, rows)).encode())
    finally:
        connection.close()
    return found.hexdigest()


def counts(store: Path) -> str:
    """How many rows each table holds, and whatever the check of the store finds: the same after the same work."""
    try:
        key = _key(store, PASSPHRASE) or vault.unlock(store, USER, NEW_PASSPHRASE, CHEAP)
        faults = integrity(database_of(store), key)
        if faults:
            return f"damaged: {faults[0]}"
        return " ".join((*_counted(database_of(store), key), *_faults(database_of(store), key)))
    except RefugeDeskError as error:
        return type(error).__name__


def _counted(database: Path, key: Key) -> Iterator[str]:
    connection = connect(database, key)
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE '% VIRTUAL %'")
        for (table,) in sorted(tables.fetchall()):
            if not table.startswith("search_words"):
                (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
                if count:
                    yield f"{table}={count}"
    finally:
        connection.close()


def _faults(database: Path, key: Key) -> Iterator[str]:
    engine = open_engine(database, key)
    try:
        if step_of(engine) != STEPS[-1]:
            return
        with engine.connect() as connection:
            yield from broken_links(connection)
            kept = set(connection.execute(select(AUDIT_ENTRY.c.record).distinct()).scalars())
            for record in (ALL[each] for each in sorted(kept & ALL.keys())):
                yield from (f"{record.id} {each} is altered" for each in altered_records(connection, record)[1])
    finally:
        engine.dispose()


def is_sound(word: str) -> bool:
    """Whether it is what a whole store is told by."""
    return "=" in word or len(word) == 64


def _key(store: Path, passphrase: str) -> Key | None:
    try:
        return vault.unlock(store, USER, passphrase, CHEAP)
    except WrongPassphraseError:
        return None


@contextmanager
def at_desk(place: Path, deed: Callable[[Desk], Deed]) -> Iterator[Deed]:
    """The deed of somebody at the open store, which is closed at the end."""
    desk = open_desk(_lay(place))
    try:
        yield deed(desk)
    finally:
        desk.close()


def _saving(place: Path) -> AbstractContextManager[Deed]:
    def deed(desk: Desk) -> Deed:
        kept = shelf.resume(desk, shelf.kept(desk)[0].id)
        return lambda: forms.save(desk, kept)

    return at_desk(place, deed)


def _changing(place: Path) -> AbstractContextManager[Deed]:
    def deed(desk: Desk) -> Deed:
        with desk.whole() as connection:
            key = str(connection.execute(select(RESIDENT.c.id).order_by(RESIDENT.c.id)).scalars().first())
        draft = forms.open_draft(desk, "resident", key)
        draft.set("diet", "halal, no nuts")
        return lambda: forms.save(desk, draft)

    return at_desk(place, deed)


def _typing(place: Path) -> AbstractContextManager[Deed]:
    def deed(desk: Desk) -> Deed:
        draft = forms.new_draft(desk, "referral", known_as="Noor")
        return lambda: shelf.keep(desk, draft)

    return at_desk(place, deed)


def _importing(place: Path) -> AbstractContextManager[Deed]:
    def imported(desk: Desk) -> None:
        report = import_folder(desk, place / "second")
        if not report.is_saved:
            raise RefugeDeskError(str(report.faults[0]))

    return at_desk(place, lambda desk: lambda: imported(desk))


def _exporting(place: Path) -> AbstractContextManager[Deed]:
    return at_desk(place, lambda desk: lambda: export_folder(desk, place / "out", "asked for"))


def _backing_up(place: Path) -> AbstractContextManager[Deed]:
    return at_desk(place, lambda desk: lambda: backup(desk, place / "new.backup"))


@contextmanager
def _restoring(place: Path) -> Iterator[Deed]:
    _lay(place)
    yield lambda: restore(place / "older.backup", place / "back", USER, PASSPHRASE, CHEAP)


@contextmanager
def _changing_passphrase(place: Path) -> Iterator[Deed]:
    store = _lay(place)
    yield lambda: vault.change_passphrase(store, USER, PASSPHRASE, NEW_PASSPHRASE, CHEAP, CHEAP)


@contextmanager
def _migrating(place: Path) -> Iterator[Deed]:
    store = _lay(place, OLD_STEP)
    key = vault.unlock(store, USER, PASSPHRASE, CHEAP)
    yield lambda: bring_up_to_date(store, key)


@contextmanager
def _creating(place: Path) -> Iterator[Deed]:
    def create() -> None:
        made = stores.create_store(
            place / "store", "City Refuge", "Coventry", USER, PASSPHRASE, FixedClock(NOON), CHEAP
        )
        made[0].close()

    yield create


def _store(place: Path, tell: Tell) -> Looks:
    return (tell(place / "store"),)


def _store_and_export(place: Path, tell: Tell) -> Looks:
    out = place / "out"
    if not out.exists():
        return tell(place / "store"), NOTHING
    files = [(each.name, each.read_bytes()) for each in sorted(out.iterdir())]
    return tell(place / "store"), hashlib.sha256(repr(files).encode()).hexdigest()


def _store_and_backup(place: Path, tell: Tell) -> Looks:
    """A backup counts by what it becomes when it is brought back."""
    file, again = place / "new.backup", place / "again"
    if not file.exists():
        return tell(place / "store"), NOTHING
    try:
        restore(file, again, USER, PASSPHRASE, CHEAP)
        return tell(place / "store"), tell(again)
    except RefugeDeskError as error:
        return tell(place / "store"), type(error).__name__
    finally:
        shutil.rmtree(again, ignore_errors=True)


def _restored(place: Path, tell: Tell) -> Looks:
    """What a restored store holds; the store beside it must not have changed in any way."""
    if tell(place / "store") != tell(a_template(STEPS[-1]) / "store"):
        return ("the store beside it was changed",)
    return (tell(place / "back") if (place / "back").exists() else NOTHING,)


def _created(place: Path, tell: Tell) -> Looks:
    """Whether there is a store that opens; its own ids differ each time."""
    if not (place / "store").exists():
        return (NOTHING,)
    what = contents(place / "store")
    return ("a whole store" if is_sound(what) else what,)


def _ways_in(place: Path, tell: Tell) -> Looks:
    """Which of the two passphrases opens the store, which must hold what it held."""
    store = place / "store"
    try:
        ways = [bool(_key(store, each)) for each in (PASSPHRASE, NEW_PASSPHRASE)]
    except RefugeDeskError as error:
        return (type(error).__name__,)
    return (f"{ways} {tell(store)}",)


WORKS: Mapping[str, Work] = {
    work.name: work
    for work in (
        Work("save", _saving, _store, is_quick=True),
        Work("change", _changing, _store),
        Work("draft", _typing, _store),
        Work("import", _importing, _store),
        Work("export", _exporting, _store_and_export),
        Work("backup", _backing_up, _store_and_backup),
        Work("restore", _restoring, _restored),
        Work("passphrase", _changing_passphrase, _ways_in, is_quick=True),
        Work("migration", _migrating, _store),
        Work("new store", _creating, _created),
    )
}


def meaning_of(database: Path, key: Key) -> str:
    """As ``digest_of``, but of the search index what it finds for every word in it, and not how it goes about it."""
    found = hashlib.sha256()
    connection = connect(database, key)
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND rootpage > 0 ORDER BY 1")
        for (table,) in tables.fetchall():
            if not table.startswith("search_words_"):
                rows = sorted(map(repr, connection.execute(f"SELECT * FROM {table}")))  # noqa: S608
                found.update(repr((table, rows)).encode())
        texts = connection.execute("SELECT rowid, words FROM search_words ORDER BY 1").fetchall()
        for word in sorted({word for _, text in texts for word in re.findall(r"\w+", text)}):
            hits = connection.execute("SELECT rowid FROM search_words WHERE words MATCH ? ORDER BY 1", (f'"{word}"*',))
            found.update(repr((word, hits.fetchall())).encode())
        found.update(repr(texts).encode())
    finally:
        connection.close()
    return found.hexdigest()


@cache
def either_side(work: Work) -> tuple[Looks, Looks]:
    """What is there, by counts, before the work and when it has got through."""
    place = a_place()
    try:
        with work.ready(place) as deed:
            before = work.looks(place, counts)
            deed()
        return before, work.looks(place, counts)
    finally:
        shutil.rmtree(place)


def is_whole(looks: Looks, before: Looks, after: Looks, is_done: bool) -> bool:
    """Whether what is there is the old or the new, with the parts that are new first; the new where it was done."""
    ways = range(len(after) if is_done else 0, len(after) + 1)
    return any(looks == (*after[:new], *before[new:]) for new in ways)
