"""Workbooks as spreadsheets write them, and as somebody writes them who means harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from interchange_folders import CITY_REFUGE, changed, findings_of, small, write_xlsx
from refugedesk.services.interchange.tables import UnreadableFileError
from refugedesk.services.interchange.workbooks import open_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _rows(path: Path, sheet: str = "stays") -> list[tuple[str, ...]]:
    with open_workbook(path) as book:
        return [row.cells for row in book.rows(sheet)]


def _saved(path: Path, *rows: tuple[Any, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "stays"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def with_parts(path: Path, parts: Mapping[str, bytes]) -> Path:
    """The workbook with some of its parts replaced."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**content, **parts}.items():
            archive.writestr(name, part)
    return path


def with_sheet(path: Path, inside: bytes, before: bytes = b"") -> Path:
    """A workbook whose one sheet has this XML."""
    xml = before + b'<worksheet xmlns="' + MAIN.encode() + b'">' + inside + b"</worksheet>"
    return with_parts(_saved(path, ("stay_id",)), {"xl/worksheets/sheet1.xml": xml})


def test_days_numbers_and_texts_read_as_a_csv_file_would_hold_them(tmp_path: Path) -> None:
    values = ("a ", 3, 3.0, 2.5, date(2020, 4, 1), datetime(2020, 4, 1, 10, 30), True, None, "2020-04-01")  # noqa: DTZ001
    path = _saved(tmp_path / "a.xlsx", values)
    assert _rows(path) == [("a", "3", "3", "2.5", "2020-04-01", "2020-04-01 10:30:00", "TRUE", "", "2020-04-01")]


@pytest.mark.parametrize("day", [date(1900, 3, 1), date(1950, 2, 28), date(2000, 2, 29), date(2026, 12, 31)])
@pytest.mark.parametrize("starts_in_1904", [False, True])
def test_days_are_right_in_both_calendars(tmp_path: Path, day: date, starts_in_1904: bool) -> None:
    if starts_in_1904 and day.year < 1904:
        return
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904 if starts_in_1904 else CALENDAR_WINDOWS_1900
    sheet = book.active
    assert sheet is not None
    sheet.title = "stays"
    sheet.append((day,))
    book.save(tmp_path / "a.xlsx")
    assert _rows(tmp_path / "a.xlsx") == [(day.isoformat(),)]


def test_a_formula_is_what_it_was_last_worked_out_to(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", b'<sheetData><row r="4"><c r="B4"><f>1+1</f><v>2</v></c></row></sheetData>')
    assert _rows(path) == [("", "2")]


def test_the_line_is_the_row_of_the_sheet(tmp_path: Path) -> None:
    sheets = changed("stays", 4, ended_on="soon")
    faults, _, _ = findings_of(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert [(each.file, each.line) for each in faults] == [("stays", 4)]


def test_city_refuge_in_one_workbook_is_the_same_records(tmp_path: Path) -> None:
    import csv

    sheets = {path.stem: list(csv.DictReader(path.open(encoding="utf-8"))) for path in CITY_REFUGE.glob("*.csv")}
    _, _, expected = findings_of(CITY_REFUGE)
    faults, _, found = findings_of(write_xlsx(tmp_path / "all.xlsx", sheets))
    assert faults == []
    for record in expected.by_id:
        for entry in expected.of(record):
            other = found.get(record, entry.id)
            assert other is not None
            assert other.answers == entry.answers


def test_a_workbook_alone_in_a_folder_stands_for_the_folder(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "all.xlsx", small())
    faults, _, new = findings_of(tmp_path)
    assert faults == []
    assert new.count("stay") == 3


def test_an_unknown_sheet_is_named(tmp_path: Path) -> None:
    faults, _, _ = findings_of(write_xlsx(tmp_path / "a.xlsx", {**small(), "Sheet1": [{"a": "b"}]}))
    assert [(each.file, each.problem) for each in faults] == [("Sheet1", "This sheet is not part of an import.")]


def _entities() -> bytes:
    levels = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + levels + b"]>"


def _outside() -> bytes:
    return b'<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("before", [_entities(), _outside()])
def test_entities_are_never_followed(tmp_path: Path, before: bytes) -> None:
    inside = b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l11;</t></is></c></row></sheetData>'
    path = with_sheet(tmp_path / "a.xlsx", inside, before)
    with pytest.raises(UnreadableFileError, match="cannot be read as a workbook"):
        _rows(path)


@pytest.mark.parametrize(
    "inside",
    [
        b'<sheetData><row r="99999999999"><c><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1">' + b"<c><v>1</v></c>" * 20_000 + b"</row></sheetData>",
        b'<sheetData><row r="1">' + b"</row><row>" * 1_100_000 + b"</row></sheetData>",
    ],
)
def test_a_sheet_that_is_enormous_says_so(tmp_path: Path, inside: bytes) -> None:
    path = with_sheet(tmp_path / "a.xlsx", inside)
    with pytest.raises(UnreadableFileError, match="too large"):
        _rows(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = with_parts(_saved(tmp_path / "a.xlsx", ("a",)), {"xl/media/image1.png": b"0" * 40_000_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(UnreadableFileError, match="too large when unpacked"):
        _rows(path)


def test_what_is_no_workbook_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for content in (b"", b"PK", b"stay_id,need\n", _a_zip_of_nothing()):
        path.write_bytes(content)
        with pytest.raises(UnreadableFileError, match="cannot be read as a workbook"):
            _rows(path)


def _a_zip_of_nothing() -> bytes:
    content = io.BytesIO()
    zipfile.ZipFile(content, "w").close()
    return content.getvalue()
