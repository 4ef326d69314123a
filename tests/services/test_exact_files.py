"""Exact figures leave the window locked, for a manager, with reason and recipient, and are nobody else's knowledge."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import olefile
import pytest

from desks import a_desk
from printed_returns import a_printed_return
from refugedesk.reporting.exact import NotAuthorisedError
from refugedesk.reporting.readers.readback import read_published
from refugedesk.reporting.returns import definition
from refugedesk.reporting.spec import shapes
from refugedesk.reporting.tables import Place
from refugedesk.reporting.writers.figures import printout
from refugedesk.reporting.writers.locked_workbook import locked, unlocked
from refugedesk.reporting.writers.xlsx_file import xlsx_bytes
from refugedesk.services import returns
from refugedesk.services.counting import facts
from refugedesk.services.desk import Desk
from refugedesk.services.exact_files import NotAWorkbookError, new_password, write_locked
from refugedesk.services.interchange import import_folder
from refugedesk.services.roles import NotAllowedError, Role
from stores import CITY_REFUGE, YEAR

WHY = ("The contract demands them", "Pat Lee, the council")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = a_desk(tmp_path / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def test_the_file_opens_with_its_password_alone_and_holds_every_number(desk: Desk, tmp_path: Path) -> None:
    made = write_locked(desk, "commissioner", YEAR, tmp_path / "exact.xlsx", *WHY)
    content = made.written.path.read_bytes()
    assert b"City Refuge" not in content and not content.startswith(b"PK")
    with pytest.raises(Exception, match=r"\w"):
        unlocked(content, made.password.lower())
    inside = tmp_path / "inside.xlsx"
    inside.write_bytes(unlocked(content, made.password))
    read = read_published(inside, shapes(definition("commissioner"), facts(desk), YEAR))
    assert read.policy is None and read.withheld == frozenset()
    assert read.shown[Place("flow", "ended")] == 43 and {1, 2, 3, 4} & {*read.shown.values()}


def test_it_stands_in_the_ledger_with_its_hash_and_the_password_nowhere(desk: Desk, tmp_path: Path) -> None:
    made = write_locked(desk, "commissioner", YEAR, tmp_path / "exact.xlsx", *WHY)
    [row] = returns.released(desk)
    assert (row.policy, row.reason, row.recipient, row.who) == ("none", *WHY, "Ana Silva")
    assert row.sha256 == hashlib.sha256(made.written.path.read_bytes()).hexdigest() == made.written.sha256
    assert made.password not in repr(made) and made.password not in repr(row)


def test_others_are_not_taken_to_know_it(desk: Desk, tmp_path: Path) -> None:
    """A protected return after it is the one that it would have been without it."""
    before = returns.prepare(desk, "outcomes", YEAR)
    write_locked(desk, "outcomes", YEAR, tmp_path / "exact.xlsx", *WHY)
    after = returns.prepare(desk, "outcomes", YEAR)
    assert after.release == before.release and not after.is_again


def test_two_files_of_one_return_are_never_alike(desk: Desk, tmp_path: Path) -> None:
    first, second = (write_locked(desk, "outcomes", YEAR, tmp_path / f"{n}.xlsx", *WHY) for n in (1, 2))
    assert first.password != second.password and first.written.sha256 != second.written.sha256


def test_a_byte_that_was_changed_is_noticed() -> None:
    content = bytearray(locked(xlsx_bytes(printout(a_printed_return())), "pass"))
    at = olefile.OleFileIO(bytes(content)).openstream("EncryptedPackage").read()[2000:2016]
    where = bytes(content).find(at)
    content[where] ^= 1
    with pytest.raises(Exception, match=r"\w"):
        unlocked(bytes(content), "pass")


@pytest.mark.parametrize("why", [("", "Pat"), ("because", " ")])
def test_reason_and_recipient_are_needed(desk: Desk, tmp_path: Path, why: tuple[str, str]) -> None:
    with pytest.raises(NotAuthorisedError):
        write_locked(desk, "commissioner", YEAR, tmp_path / "exact.xlsx", *why)
    assert not (tmp_path / "exact.xlsx").exists() and returns.released(desk) == ()


def test_a_key_worker_cannot_and_nothing_else_than_a_workbook_leaves(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotAWorkbookError, match=r"ends in \.xlsx"):
        write_locked(desk, "commissioner", YEAR, tmp_path / "exact.csv", *WHY)
    desk.user = replace(desk.user, role=Role.KEYWORKER)
    with pytest.raises(NotAllowedError):
        write_locked(desk, "commissioner", YEAR, tmp_path / "exact.xlsx", *WHY)
    assert [each.name for each in tmp_path.iterdir()] == ["store"]


def test_passwords_are_sayable() -> None:
    found = {new_password() for _ in range(200)}
    assert len(found) == 200
    assert all(re.fullmatch(r"([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}", each) for each in found)
