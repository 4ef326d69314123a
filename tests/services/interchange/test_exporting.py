"""Exports are whole, private, harmless in a spreadsheet, and read back as they were."""

from __future__ import annotations

import csv
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from interchange_folders import CITY_REFUGE, added, changed, write_csv
from payloads import PAYLOADS
from refugedesk.domain.fields import Kind
from refugedesk.domain.records import ALL
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import export_folder, import_folder
from refugedesk.services.interchange.exporting import ExportRefusedError, TargetNotEmptyError, restricted_fields
from refugedesk.services.roles import NotAllowedError, Role
from refugedesk.storage.tables import AUDIT_ENTRY, AUDIT_VALUE

EVERYTHING = restricted_fields()
LONG_ENOUGH = 60


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_city_refuge_comes_back_as_it_went_in(desk: Desk, tmp_path: Path) -> None:
    import_folder(desk, CITY_REFUGE)
    export_folder(desk, tmp_path / "out", "to see it")
    for path in CITY_REFUGE.glob("*.csv"):
        given = sorted(_plain(path), key=str)
        written = [{name: row[name] for name in given[0]} for row in _plain(tmp_path / "out" / path.name)]
        assert sorted(written, key=str) == given


def _plain(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_imported_elsewhere_exports_the_same_bytes(desk: Desk, other_desk: Desk, tmp_path: Path) -> None:
    sheets = added("children", child_id="C9", resident_id="R2", first_name="=cmd|' /C calc'!A0")
    sheets["residents"][0] |= {"known_as": "+44", "notes": 'two\r\nlines, "quoted"; and\ttab', "last_name": "O'Neil"}
    import_folder(desk, write_csv(tmp_path / "in", sheets))
    export_folder(desk, tmp_path / "one", "to move", EVERYTHING)
    assert import_folder(other_desk, tmp_path / "one").faults == ()
    export_folder(other_desk, tmp_path / "two", "to compare", EVERYTHING)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_every_payload_in_every_text_field_survives_the_round_trip(
    desk: Desk, other_desk: Desk, tmp_path: Path
) -> None:
    texts = [
        field.name
        for field in ALL["resident"].fields
        if field.kind in (Kind.TEXT, Kind.LONG_TEXT) and field.longest >= LONG_ENOUGH and not field.other_of
    ]
    answers = [dict.fromkeys(texts, payload) for payload in PAYLOADS if payload.strip().isprintable()]
    with desk.writing() as work:
        for each in answers:
            work.add("resident", {name: text.strip()[:60] for name, text in each.items()})
    export_folder(desk, tmp_path / "one", "to try", EVERYTHING)
    assert import_folder(other_desk, tmp_path / "one").faults == ()
    export_folder(other_desk, tmp_path / "two", "to try", EVERYTHING)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")
    for row in _plain(tmp_path / "one" / "residents.csv"):
        assert not any(cell.lstrip()[:1] in set("=+-@＝＋－＠\u2212") - {""} for cell in row.values() if cell.strip())


def test_restricted_fields_leave_only_when_asked_for_by_name(desk: Desk, tmp_path: Path) -> None:
    import_folder(desk, write_csv(tmp_path / "in", changed("residents", 2, known_as="Secretname")))
    export_folder(desk, tmp_path / "without", "to move")
    assert not any(
        b"Secretname" in content or b"known_as" in content for content in _files(tmp_path / "without").values()
    )
    export_folder(desk, tmp_path / "with", "to move", ("known_as",))
    assert b"Secretname" in (tmp_path / "with" / "residents.csv").read_bytes()


def test_a_record_typed_in_the_form_has_its_key_for_an_id(desk: Desk, tmp_path: Path) -> None:
    with desk.writing() as work:
        key = work.add("resident", {"first_name": "Ada"})
    export_folder(desk, tmp_path / "out", "to move")
    assert [row["resident_id"] for row in _plain(tmp_path / "out" / "residents.csv")] == [key]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_read_an_export(desk: Desk, tmp_path: Path) -> None:
    export_folder(desk, tmp_path / "out", "to move")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()} == {0o600}


def test_an_export_and_its_reason_are_written_down(desk: Desk, tmp_path: Path) -> None:
    export_folder(desk, tmp_path / "out", "a new provider", ("known_as",))
    with desk.reading() as connection:
        joined = select(AUDIT_ENTRY.c.action, AUDIT_VALUE.c.changes).join(AUDIT_VALUE)
        changes = [row.changes for row in connection.execute(joined) if row.action == "export"]
    assert len(changes) == 1
    assert "a new provider" in changes[0]
    assert "known_as" in changes[0]


def test_only_a_manager_may_export(desk: Desk, tmp_path: Path) -> None:
    for role in set(Role) - {Role.MANAGER}:
        desk.user = replace(desk.user, role=role)
        with pytest.raises(NotAllowedError):
            export_folder(desk, tmp_path / "out", "to move")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(TargetNotEmptyError):
        export_folder(desk, tmp_path / "out", "to move")
    assert _files(tmp_path / "out") == {"mine.txt": b"mine"}


def test_an_export_needs_a_reason_and_known_fields(desk: Desk, tmp_path: Path) -> None:
    for reason, include in (("  ", ()), ("to move", ("first_name",)), ("to move", ("address",))):
        with pytest.raises(ExportRefusedError):
            export_folder(desk, tmp_path / "out", reason, include)
    assert not (tmp_path / "out").exists()


def test_an_export_that_stops_leaves_no_folder_and_stays_written_down(desk: Desk, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_folder(desk, tmp_path / "place" / "out", "to move", progress=stop)
    assert list((tmp_path / "place").iterdir()) == []
    with desk.reading() as connection:
        assert "export" in connection.execute(select(AUDIT_ENTRY.c.action)).scalars().all()


def test_a_form_before_a_name_narrows_it_to_that_form(desk: Desk, tmp_path: Path) -> None:
    def with_allergies(*include: str) -> set[str]:
        folder = tmp_path / "-".join(include)
        export_folder(desk, folder, "to move", include)
        headings = {path.stem: path.read_text("utf-8").splitlines()[0].split(",") for path in folder.iterdir()}
        return {name for name, columns in headings.items() if "allergies" in columns}

    assert with_allergies("allergies") == {"residents", "children"}
    assert with_allergies("child.allergies") == {"children"}
    with pytest.raises(ExportRefusedError):
        with_allergies("stay.allergies")
