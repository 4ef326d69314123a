"""S9: files that are purged, wholly or but for their figures; killed in the middle; brought back by older copies."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from desks import PASSPHRASE
from promises.killed import kill_at_random
from promises.refusals import alter
from promises.rows import Row
from promises.works import Deed, Looks, Tell, Work, a_place
from purging import LATER, Case, a_case
from refugedesk.domain.records import ALL
from refugedesk.domain.store_files import LOCK_FILE
from refugedesk.services import purges
from refugedesk.services.backups import backup, restore
from refugedesk.storage.audit import broken_links
from refugedesk.storage.engine import integrity
from refugedesk.storage.extracts import extracts
from refugedesk.storage.folder import database_of
from refugedesk.storage.last_states import altered_records
from refugedesk.storage.purging.parts import Scope
from sightings import House
from vaults import CHEAP

THERE, GONE = "the file is there", "the file is purged"


@cache
def a_template() -> tuple[Path, House, str]:
    """A store with a purge that waits for a second person, a backup beside it, and the key of what waits."""
    place = a_place()
    case = a_case(place / "store")
    (place / "stick").mkdir()
    backup(case.desk, place / "stick" / "older")
    asked = purges.ask(case.desk, "resident", case.house.resident, Scope.WHOLE, "It is time")
    case.desk.close()
    return place, case.house, asked


@contextmanager
def a_copy_of_it(place: Path) -> Iterator[Case]:
    """The template at another place, open."""
    template, house, _ = a_template()
    shutil.copytree(template, place, dirs_exist_ok=True)
    moved = replace(house, folder=place / "store")
    case = Case(moved, moved.open("Ana Silva", LATER))
    try:
        yield case
    finally:
        case.desk.close()


@contextmanager
def _purging(place: Path) -> Iterator[Deed]:
    _, _, asked = a_template()
    with a_copy_of_it(place) as case:
        yield lambda: purges.confirm(case.desk, asked, "Sam Okoro", PASSPHRASE, CHEAP)


def faults(case: Case) -> list[str]:
    """What is wrong with a store: its chain, a record that is not as last written down, a page."""
    with case.desk.whole() as connection:
        found = [*broken_links(connection)]
        for record in ALL.values():
            found += [f"{record.id} is altered" for _ in altered_records(connection, record)[1]]
    return found + integrity(database_of(case.desk.folder), case.desk.key)


def state_of(case: Case) -> str:
    """Whether the file is there or purged, wholly; what is wrong otherwise."""
    if wrong := faults(case):
        return wrong[0]
    with case.desk.whole() as connection:
        found = connection.exec_driver_sql("SELECT 1 FROM resident WHERE id = ?", (case.house.resident,)).first()
    hits = case.hits
    if found:
        return THERE if hits > 100 else f"half of the file is there: {hits} hits"
    return GONE if hits == 0 else f"purged, but the pages hold {hits} words of it"


def _looks(place: Path, _tell: Tell) -> Looks:
    """Opens what is there, as whoever comes next would: that finishes what was cut off."""
    again = a_place()
    try:
        if not database_of(place / "store").exists():
            return ("there is no store",)
        shutil.copytree(place / "store", again / "store")
        (again / "store" / LOCK_FILE).unlink(missing_ok=True)
        house = replace(a_template()[1], folder=again / "store")
        case = Case(house, house.open("Ana Silva", LATER))
        try:
            return (state_of(case),)
        finally:
            case.desk.close()
    finally:
        shutil.rmtree(again)


PURGE = Work("purge", _purging, _looks)


def purged_files(times: int) -> Row:
    """S9: files purged, wholly or but for their figures; every page decrypted and searched, before and after."""
    row = Row("S9", "purges after which every page was decrypted and searched; figures compared; older copies opened")
    for number in range(times):
        scope = (Scope.WHOLE, Scope.FIGURES_STAY, Scope.ADULT_FIGURES_STAY)[number % 3]
        place = a_place()
        try:
            with a_copy_of_it(place) as case:
                _purge_once(row, case, scope)
            row.add(2, 2, _older_copies(place, a_template()[1]))
        finally:
            shutil.rmtree(place)
    return row


def _purge_once(row: Row, case: Case, scope: Scope) -> None:
    for waiting in purges.waiting(case.desk):
        purges.withdraw(case.desk, waiting.id)
    before, figures = case.hits, _figures(case)
    case.purge(scope)
    left = case.hits_of_adult if scope is Scope.ADULT_FIGURES_STAY else case.hits
    lost = [f"{scope}: {left} words are left"] if left else []
    lost += faults(case)
    if scope is not Scope.WHOLE and _figures(case) != figures:
        lost.append(f"{scope}: the figures have changed")
    row.add(1, before > 100, lost)


def _figures(case: Case) -> str:
    with case.desk.whole() as connection:
        return json.dumps([frame.to_csv() for frame in extracts(connection).values()])


def _older_copies(place: Path, house: House) -> list[str]:
    """The backup of before, brought back from beside its list; the file of before, put in place of the newest."""
    listed = place / "store" / "purged.list"
    shutil.copy(listed, place / "stick")
    restore(place / "stick" / "older", place / "again", "Ana Silva", PASSPHRASE, CHEAP)
    older = a_template()[0] / "store"
    shutil.copy(database_of(older), database_of(place / "store"))
    lost = []
    for name in ("again", "store"):
        moved = replace(house, folder=place / name)
        case = Case(moved, moved.open("Ana Silva", LATER))
        left = case.hits_of_adult
        lost += [f"{name}: an older copy holds {left} words"] if left else faults(case)
        case.desk.close()
    return lost


def killed_purges(times: int, seed: int = 2026) -> Row:
    """S9: programs killed while they purge; opened again, the file is there or wholly gone."""
    found = kill_at_random(PURGE, times, seed)
    row = Row("S9", f"programs killed while they purge; {found.in_the_middle} in the middle of it")
    row.add(found.tried, found.acknowledged, found.lost)
    return row


def altered_after_purge(times: int, seed: int = 2026) -> Row:
    """I4: after a purge the chain is whole, and every alteration of it is reported all the same."""
    row, chance = Row("I4", "alterations of the record of changes after a purge, reported"), Random(seed)
    place = a_place()
    try:
        with a_copy_of_it(place) as case:
            for waiting in purges.waiting(case.desk):
                purges.withdraw(case.desk, waiting.id)
            case.purge()
            if wrong := faults(case):
                row.lost.append(wrong[0])
            for _ in range(times):
                alter(case.desk, chance, row)
    finally:
        with suppress(OSError):
            shutil.rmtree(place)
    return row
