"""I1: bits flipped and pages cut, emptied, exchanged or put back in their older version. None may go unnoticed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from desks import PASSPHRASE
from promises.crash_states import Disk, lay
from promises.watched_disk import watched
from promises.works import NEW_PASSPHRASE, USER, WORKS, a_place, a_template, meaning_of, open_desk
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import DATABASE, KEY_FILE
from refugedesk.security import vault
from refugedesk.security.errors import DamagedKeyFileError, UntrustedKeyFileError, WrongPassphraseError
from refugedesk.security.keys import Key
from refugedesk.services.backups import restore
from refugedesk.services.checks import check
from refugedesk.storage.engine import integrity
from refugedesk.storage.folder import JOURNAL, database_of
from refugedesk.storage.schema_steps import NEWEST
from vaults import CHEAP

PAGE = 4096
Change = Callable[[bytes, Random], bytes]


@dataclass
class Damage:
    """How much was damaged, how often that was noticed, did nothing, or went unseen."""

    tried: int = 0
    noticed: int = 0
    harmless: int = 0
    silent: list[str] = field(default_factory=list)


def flip(content: bytes, chance: Random) -> bytes:
    """One bit the other way round."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: Random) -> bytes:
    """The end gone, at a page or anywhere."""
    place = chance.randrange(len(content))
    return content[: place - place % PAGE if chance.random() < 0.5 else place]


def empty_page(content: bytes, chance: Random) -> bytes:
    """A page of noughts."""
    start = chance.randrange(0, len(content), PAGE)
    return content[:start] + bytes(min(PAGE, len(content) - start)) + content[start + PAGE :]


def exchange_pages(content: bytes, chance: Random) -> bytes:
    """Two pages in each other's place."""
    one, other = sorted(chance.sample(range(max(2, len(content) // PAGE)), 2))
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    if other >= len(pages):
        return content[1:]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


CHANGES: tuple[Change, ...] = (flip, cut, empty_page, exchange_pages)


@contextmanager
def a_copy() -> Iterator[Path]:
    """The usual store and its backup, in a place of their own."""
    place = a_place()
    try:
        shutil.copytree(a_template(NEWEST), place, dirs_exist_ok=True)
        yield place
    finally:
        shutil.rmtree(place)


def damage_store(times: int, change: Change, chance: Random) -> Damage:
    """The file of the records."""
    damage = Damage()
    with a_copy() as place:
        store = place / "store"
        file = store / DATABASE
        key, whole = vault.unlock(store, USER, PASSPHRASE, CHEAP), file.read_bytes()
        right = meaning_of(file, key)
        for _ in range(times):
            content = change(whole, chance)
            file.write_bytes(content)
            _judge(damage, store, key, right, content != whole, f"{change.__name__} in the store")
    return damage


def older_pages(chance: Random, most: int, name: str = "import") -> Damage:
    """Every page that the work of that name changed, put back one at a time as it was before; at most so many."""
    damage = Damage()
    with a_copy() as place:
        store = place / "store"
        file, key = store / DATABASE, vault.unlock(store, USER, PASSPHRASE, CHEAP)
        old = file.read_bytes()
        shutil.rmtree(place)
        with WORKS[name].ready(place) as deed:
            deed()
        new, right = file.read_bytes(), meaning_of(file, key)
        starts = [start for start in range(0, len(old), PAGE) if old[start : start + PAGE] != new[start : start + PAGE]]
        for start in chance.sample(starts, min(most, len(starts))):
            file.write_bytes(new[:start] + old[start : start + PAGE] + new[start + PAGE :])
            _judge(damage, store, key, right, True, f"page {start // PAGE + 1} in its older version")
    return damage


def damage_journal(times: int, change: Change, chance: Random) -> Damage:
    """The journal of a change that the power cut off, which takes the change back when the store is next opened."""
    damage = Damage()
    state, old, new = _cut_off()
    for _ in range(times):
        place = a_place()
        try:
            lay(state, place)
            journal = place / "store" / JOURNAL
            journal.write_bytes(change(journal.read_bytes(), chance))
            key = vault.unlock(place / "store", USER, PASSPHRASE, CHEAP)
            _judge(damage, place / "store", key, old, True, f"{change.__name__} in the journal", new)
        finally:
            shutil.rmtree(place)
    return damage


@cache
def _cut_off() -> tuple[dict[str, bytes], str, str]:
    """The disk just before a save is final, journal and pages written; what the store held and what it would hold."""
    place = a_place()
    with WORKS["save"].ready(place) as deed:
        key = vault.unlock(place / "store", USER, PASSPHRASE, CHEAP)
        old = meaning_of(database_of(place / "store"), key)
        with watched(place) as watch:
            disk = Disk.of(place, watch)
            deed()
        new = meaning_of(database_of(place / "store"), key)
    last = max(number for number, call in enumerate(watch.calls) if call.kind == "cut")
    for call in watch.calls[:last]:
        disk.take(call)
    state = disk.state(disk.moves, disk.writes)
    shutil.rmtree(place)
    return state, old, new


def _judge(
    damage: Damage, store: Path, key: Key, right: str, is_changed: bool, what: str, also_right: str = ""
) -> None:
    """Whether the damage is noticed by the check of the store, or has done nothing at all."""
    damage.tried += 1
    if integrity(store / DATABASE, key):
        damage.noticed += 1
    elif meaning_of(store / DATABASE, key) in (right, also_right):
        damage.harmless += 1
    elif _is_noticed(store):
        damage.noticed += 1
    elif is_changed:
        damage.silent.append(what)


def _is_noticed(store: Path) -> bool:
    try:
        desk = open_desk(store)
    except RefugeDeskError:
        return True
    try:
        return bool(check(desk).faults)
    except RefugeDeskError:
        return True
    finally:
        desk.close()


def damage_keys(times: int, change: Change, chance: Random) -> Damage:
    """The key file: the right passphrase must never be said to be wrong, nor a wrong one to be right."""
    damage = Damage()
    with a_copy() as place:
        file = place / "store" / KEY_FILE
        whole = file.read_bytes()
        for _ in range(times):
            content = change(whole, chance)
            file.write_bytes(content)
            damage.tried += 1
            said = [_said(place / "store", each) for each in (PASSPHRASE, NEW_PASSPHRASE)]
            if all(issubclass(each, (DamagedKeyFileError, UntrustedKeyFileError)) for each in said):
                damage.noticed += 1
            elif content != whole:
                damage.silent.append(f"{change.__name__} in the key file: {[each.__name__ for each in said]}")
    return damage


def _said(store: Path, passphrase: str) -> type[Exception]:
    try:
        vault.unlock(store, USER, passphrase, CHEAP).wipe()
    except RefugeDeskError as error:
        return type(error)
    return type(None)  # type: ignore[return-value]


def damage_backup(times: int, change: Change, chance: Random) -> Damage:
    """A backup: it must be refused before anything is put in place."""
    damage = Damage()
    with a_copy() as place:
        file = place / "older.backup"
        whole = file.read_bytes()
        for _ in range(times):
            content = change(whole, chance)
            file.write_bytes(content)
            damage.tried += 1
            try:
                restore(file, place / "back", USER, PASSPHRASE, CHEAP)
            except RefugeDeskError as error:
                damage.noticed += not isinstance(error, WrongPassphraseError)
                if (place / "back").exists() or isinstance(error, WrongPassphraseError):
                    damage.silent.append(f"{change.__name__} in a backup: {type(error).__name__}")
            else:
                _judge_restored(damage, place, content != whole, change.__name__)
    return damage


def _judge_restored(damage: Damage, place: Path, is_changed: bool, what: str) -> None:
    """A damage that is in nothing of the store: between the parts of the file."""
    key = vault.unlock(place / "back", USER, PASSPHRASE, CHEAP)
    same = meaning_of(place / "back" / DATABASE, key) == meaning_of(place / "store" / DATABASE, key)
    damage.harmless += 1
    if is_changed and not same:
        damage.silent.append(f"{what} in a backup was brought back")
    shutil.rmtree(place / "back")
