"""Every fact of the catalogue has a field in a form, a column in the store, in the import and in the export."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from catalogue import Entry, entries
from desks import a_desk
from refugedesk.domain.fields import Answer, Field, Kind, Record, other_lines
from refugedesk.domain.lists import ALL as LISTS
from refugedesk.domain.records import ALL
from refugedesk.services.interchange import export_folder, import_folder
from refugedesk.services.interchange.exporting import restricted_fields
from refugedesk.services.interchange.sheets import SHEETS
from refugedesk.storage.tables import CHOICES, RECORDS

EVERY = list(entries())


def _id(entry: Entry) -> str:
    return f"{entry.record}.{entry.field}"


@pytest.mark.parametrize("entry", EVERY, ids=_id)
def test_a_fact_has_a_field_with_its_marks(entry: Entry) -> None:
    field = ALL[entry.record].field(entry.field)
    assert field.is_restricted == entry.is_restricted
    assert field.is_secret == entry.is_secret
    assert not entry.is_wanted or field.is_wanted or field.is_required


@pytest.mark.parametrize("entry", EVERY, ids=_id)
def test_a_fact_has_a_column_in_the_store(entry: Entry) -> None:
    assert entry.field in RECORDS[entry.record].c or (entry.record, entry.field) in CHOICES


@pytest.mark.parametrize("entry", EVERY, ids=_id)
def test_a_fact_has_a_column_in_the_interchange_folder_unless_it_is_secret(entry: Entry) -> None:
    held = {
        (column.record.id, column.field.name) for sheet in SHEETS.values() for column in sheet.columns if column.field
    }
    assert ((entry.record, entry.field) in held) is not entry.is_secret


def test_every_list_names_its_source_and_a_year_where_it_is_somebody_elses() -> None:
    assert all(each.source for each in LISTS.values())
    assert {field.codes.id for record in ALL.values() for field in record.fields if field.codes} <= set(LISTS)


def test_everything_imported_comes_out_again_and_what_is_restricted_only_when_named(tmp_path: Path) -> None:
    """One record of every form with every field answered, through import and export and back."""
    folder = tmp_path / "in"
    folder.mkdir()
    rows = _one_of_everything(folder)
    desk = a_desk(tmp_path / "store")
    report = import_folder(desk, folder)
    assert report.faults == ()
    export_folder(desk, tmp_path / "all", "to look", restricted_fields())
    export_folder(desk, tmp_path / "plain", "to look")
    desk.close()
    for name, given in rows.items():
        [whole], [plain] = _read(tmp_path / "all" / f"{name}.csv"), _read(tmp_path / "plain" / f"{name}.csv")
        assert {column: whole[column] for column in given} == given, name
        hidden = {column.name for column in SHEETS[name].columns if column.is_restricted}
        assert set(plain) == set(whole) - hidden
        assert "address" not in whole


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _one_of_everything(folder: Path) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for sheet in SHEETS.values():
        row = {}
        for column in sheet.columns:
            if column.field is None:
                row[column.name] = f"{column.record.id}-1"
            elif column.field.worked_out is None and column.name not in UNASKED:
                row[column.name] = _cell(column.record, column.field)
        with (folder / sheet.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, row)
            writer.writeheader()
            writer.writerow(row)
        rows[sheet.name] = row
    return rows


UNASKED = {"repeat_of", "corrects", "moved_in", "not_moved_in_reason"} | {f"m{number:02}" for number in range(1, 13)}
"""Records that would name themselves, and what is not asked when the other answers are these."""
CHOSEN = {
    ("own_code", "codelist"): "wait_for",
    ("own_code", "code"): "own_x1",
    ("own_code", "counts_as"): "gp",
    ("referral", "outcome"): "not_accepted",
    ("risk_assessment", "tool"): "checklist_24",
    ("housing", "step"): "furnishing_fund",
    ("housing", "decision"): "declined",
    ("goal", "outcome"): "partly",
    ("household_member", "kind"): "carer",
}


def _cell(record: Record, field: Field) -> str:
    if field.kind is Kind.LINK:
        return f"{field.links_to}-1"
    if (record.id, field.name) in CHOSEN:
        return CHOSEN[record.id, field.name]
    if field.codes is not None:
        answers = [code.code for code in field.codes.answers if not code.stands_alone]
        if other_lines(field):
            answers = [answers[0], "other"] if field.kind is Kind.CHOICES and not field.has_rows else ["other"]
        return ";".join(answers[:2]) if field.kind is Kind.CHOICES and not field.has_rows else answers[0]
    plain: dict[Kind, Answer] = {
        Kind.DAY: "1990-01-02" if "birth" in field.name else "2021-02-03",
        Kind.TIME: "14:05",
        Kind.WHOLE_NUMBER: 7,
        Kind.TEXT: "X1",
        Kind.LONG_TEXT: "Words",
    }
    return str(plain[field.kind])
