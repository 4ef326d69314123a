"""Small interchange folders for tests: one household with everything, changed a cell at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from refugedesk.services.interchange.checking import check
from refugedesk.services.interchange.entries import Entries
from refugedesk.services.interchange.faults import Fault, Findings, TooManyFaultsError
from refugedesk.services.interchange.reading import open_tables
from refugedesk.services.interchange.tables import UnreadableFileError

Rows = list[dict[str, str]]
Sheets = dict[str, Rows]

CITY_REFUGE: Final = Path(__file__).parent / "cases" / "city-refuge"
TODAY: Final = date(2026, 7, 1)

_SMALL: Final[Sheets] = {
    "units": [
        {
            "unit_id": "U1",
            "name": "Room 1",
            "accommodation_type": "refuge",
            "bedspaces": "3",
            "open_from": "2019-01-01",
        },
        {
            "unit_id": "U2",
            "name": "Room 2",
            "accommodation_type": "refuge",
            "bedspaces": "1",
            "open_from": "2019-01-01",
        },
    ],
    "referrals": [
        {"referral_id": "F1", "received_on": "2020-01-10", "source": "self", "outcome": "accepted", "repeat_of": ""},
        {"referral_id": "F2", "received_on": "2020-02-10", "source": "self", "outcome": "pending", "repeat_of": "F1"},
    ],
    "residents": [
        {"resident_id": "R1", "first_name": "Ada", "last_name": "Vale", "date_of_birth": "1990-05-01"},
        {"resident_id": "R2", "first_name": "Bea", "last_name": "Moor", "date_of_birth": "1985-05-01"},
    ],
    "stays": [
        {
            "stay_id": "S1",
            "resident_id": "R1",
            "referral_id": "F1",
            "started_on": "2020-02-01",
            "ended_on": "2020-03-01",
            "origin_authority": "Coventry",
            "origin_ward": "Wyken",
        },
        {
            "stay_id": "S2",
            "resident_id": "R1",
            "referral_id": "",
            "started_on": "2020-05-01",
            "ended_on": "2020-06-01",
            "origin_authority": "Leeds",
            "origin_ward": "",
        },
        {
            "stay_id": "S3",
            "resident_id": "R2",
            "referral_id": "",
            "started_on": "2020-05-01",
            "ended_on": "2020-06-01",
            "origin_authority": "",
            "origin_ward": "",
        },
    ],
    "placements": [
        {"stay_id": "S1", "unit_id": "U1", "from_on": "2020-02-01", "to_on": "2020-03-01"},
        {"stay_id": "S2", "unit_id": "U1", "from_on": "2020-05-01", "to_on": "2020-06-01"},
    ],
    "children": [
        {"child_id": "C1", "stay_id": "S1", "date_of_birth": "2015-01-01", "sex": "female", "in_refuge": "yes"},
        {"child_id": "C1", "stay_id": "S2", "date_of_birth": "2015-01-01", "sex": "female", "in_refuge": "yes"},
    ],
    "needs": [{"stay_id": "S1", "need": "housing"}, {"stay_id": "S1", "need": "legal"}],
    "abuse": [{"stay_id": "S1", "abuse_type": "physical"}],
}


def small() -> Sheets:
    """A household with two stays and a child in both, and a resident with one: without a fault or a warning."""
    return deepcopy(_SMALL)


def changed(sheet: str, line: int, **cells: str) -> Sheets:
    """The small folder with some cells of one line changed; the header is line 1."""
    sheets = small()
    sheets[sheet][line - 2] |= cells
    return sheets


def added(sheet: str, **cells: str) -> Sheets:
    """The small folder with one more row at the end of a sheet."""
    sheets = small()
    sheets[sheet].append(cells)
    return sheets


def write_csv(folder: Path, sheets: Mapping[str, Rows]) -> Path:
    """Writes the sheets as CSV files; the columns are those of any of the rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in sheets.items():
        (folder / f"{name}.csv").write_text(csv_text(rows), encoding="utf-8", newline="")
    return folder


def csv_text(rows: Rows) -> str:
    """The rows as CSV with a header."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write_xlsx(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Writes the sheets into one workbook, days as real days and numbers as numbers."""
    with xlsxwriter.Workbook(path) as book:
        day_format = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            columns = list(dict.fromkeys(column for row in rows for column in row))
            sheet.write_row(0, 0, columns)
            for line, row in enumerate(rows, start=1):
                for place, column in enumerate(columns):
                    _write_cell(sheet, line, place, row.get(column, ""), day_format)
    return path


def _write_cell(sheet: Worksheet, line: int, place: int, text: str, day_format: Format) -> None:
    try:
        sheet.write_datetime(line, place, date.fromisoformat(text), day_format)
    except (ValueError, TypeError):
        if text.isdecimal():
            sheet.write_number(line, place, int(text))
        else:
            sheet.write_string(line, place, text)


def findings_of(source: Path, stored: Entries | None = None) -> tuple[list[Fault], list[Fault], Entries]:
    """Faults, warnings and records of a folder or a workbook, read without a store."""
    findings, new = Findings(), Entries()
    try:
        with open_tables(source, findings) as tables:
            new = check(tables, stored or Entries(), TODAY, findings)
    except UnreadableFileError as error:
        findings.faults.append(Fault(error.file, error.line, "", "", error.problem, error.remedy))
    except TooManyFaultsError:
        pass
    return findings.faults, findings.warnings, new
