"""A purge leaves nothing in any page; it is seen to leave something wherever one part of it is taken out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select

from promises import purged
from promises.power import fail_power
from promises.watched_disk import WATCHABLE
from purging import LATER, Case
from refugedesk.services import purges
from refugedesk.storage import connections
from refugedesk.storage.audit import broken_links
from refugedesk.storage.purging import purged as purged_list
from refugedesk.storage.purging import taking, traces
from refugedesk.storage.purging.parts import FileParts, Scope
from refugedesk.storage.tables import AUDIT_ENTRY

watchable = pytest.mark.skipif(not WATCHABLE, reason="the calls to the disk are watched on Linux")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with purged.a_copy_of_it(tmp_path) as case:
        for waiting in purges.waiting(case.desk):
            purges.withdraw(case.desk, waiting.id)
        yield case


def test_purged_files_leave_nothing_and_come_back_by_no_older_copy() -> None:
    row = purged.purged_files(3)
    assert row.is_kept, str(row)
    assert (row.tried, row.worked) == (9, 9)
    print(row)


def test_a_program_killed_while_it_purges_leaves_the_file_or_nothing() -> None:
    row = purged.killed_purges(3)
    assert row.is_kept, str(row)
    print(row)


def test_alterations_after_a_purge_are_reported() -> None:
    row = purged.altered_after_purge(40)
    assert row.is_kept, str(row)
    assert row.worked == 40
    print(row)


@watchable
def test_a_power_failure_while_it_purges_leaves_the_file_or_nothing() -> None:
    found = fail_power(purged.PURGE, 1)
    assert found.states > 10 and found.lost == []
    print(found)


def nothing(*_given: object) -> None:
    """The part that is taken out."""


@pytest.mark.parametrize(
    "hole", ["take_values", "take_drafts", "take_words", "take_merges", "take_reasons"], ids=lambda name: name[5:]
)
def test_without_a_part_of_the_purge_words_are_left(case: Case, hole: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, hole, nothing)
    case.purge()
    assert case.hits > 0


@pytest.mark.parametrize("scope", [Scope.WHOLE, Scope.FIGURES_STAY])
def test_without_cleaning_and_overwriting_the_pages_hold_what_was_purged(
    case: Case, scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tuple(each for each in connections._SETTINGS if not each.startswith("secure_delete"))
    monkeypatch.setattr(connections, "_SETTINGS", (*kept, "secure_delete = OFF"))
    case.desk.let_go()
    case.desk.take_up(case.desk.key)
    monkeypatch.setattr("refugedesk.services.purging_again.clean", nothing)
    case.purge(scope)
    assert case.hits > 0


def test_a_kill_before_the_cleaning_is_made_good_when_the_store_is_opened(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refugedesk.services.purging_again.clean", nothing)
    case.purge()
    with case.desk.whole() as connection:
        assert taking.needs_cleaning(connection)
    monkeypatch.undo()
    case.desk.close()
    case.desk = case.house.open("Ana Silva", LATER)
    with case.desk.whole() as connection:
        assert not taking.needs_cleaning(connection)
    assert purged.state_of(case) == purged.GONE


def test_without_the_list_an_older_file_brings_the_person_back(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purged_list, "write_list", nothing)
    older = (case.desk.folder / "records.db").read_bytes()
    case.purge()
    case.desk.close()
    (case.house.folder / "records.db").write_bytes(older)
    case.desk = case.house.open("Ana Silva", LATER)
    assert case.hits > 0


def test_a_purge_that_takes_entries_with_their_values_breaks_the_chain(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    take: Callable[[Connection, FileParts], None] = traces.take_values

    def too_much(connection: Connection, parts: FileParts) -> None:
        entries = traces.entries_about(connection, parts)
        take(connection, parts)
        connection.execute(delete(AUDIT_ENTRY).where(AUDIT_ENTRY.c.id.in_(entries[:3])))

    monkeypatch.setattr(traces, "take_values", too_much)
    case.purge()
    with case.desk.whole() as connection:
        assert list(broken_links(connection))
        assert connection.execute(select(AUDIT_ENTRY.c.id)).first()


def test_copies_of_an_older_schema_go_too(case: Case) -> None:
    copy = case.desk.folder / "records.before-0011"
    shutil.copy(case.desk.folder / "records.db", copy)
    case.purge()
    assert not copy.exists()
