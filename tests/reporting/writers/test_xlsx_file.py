"""The workbook: what a reader sees, and that nothing else is in the file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from payloads import PAYLOADS
from printed_returns import a_printed_return, an_exact_return, shapes_like_a_return
from refugedesk.reporting.readers.xlsx_parts import parts_of
from refugedesk.reporting.tables import Place, PrintedReturn
from refugedesk.reporting.writers.figures import printout
from refugedesk.reporting.writers.xlsx_file import xlsx_bytes


def workbook(printed: PrintedReturn) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(printout(printed))))


def rows_under(sheet: Worksheet, title: str) -> Iterator[tuple[object, ...]]:
    """The rows from the one of that title to the next empty one."""
    rows = sheet.iter_rows(values_only=True)
    for row in rows:
        if row[0] == title:
            break
    for row in rows:
        if row[0] is None and not any(row):
            return
        yield row


def test_a_one_way_table_shows_its_base_counts_percents_and_marks_by_label() -> None:
    printed = a_printed_return()
    [age] = [table for table in printed.tables if table.shape.id == "age"]
    found = {str(row[0]): row[1:3] for row in rows_under(workbook(printed)["Who came"], age.shape.title)}
    assert found["Base"][0] == age.shown[Place("age")]
    for row in age.shape.rows:
        count, percent = found[row.label]
        place = Place("age", row.code)
        assert count == age.shown.get(place, "[c]")
        text = age.derived.get((place, "percent"), "[c]") if row.is_answer else None
        assert percent == (int(text) if text and text.isdigit() else text)


def test_a_cross_table_shows_each_cell_under_its_column() -> None:
    printed = an_exact_return()
    [table] = [table for table in printed.tables if table.shape.id == "age_by_children"]
    head, *rows = (row for row in rows_under(workbook(printed)["Children"], table.shape.title) if any(row[1:]))
    labels = list(head)
    for row, line in zip(table.shape.rows, rows, strict=False):
        for column in table.shape.columns:
            at = labels.index(column.label)
            assert line[at] == table.shown[Place("age_by_children", row.code, column.code)]
        assert line[labels.index("Total")] == table.shown[Place("age_by_children", row.code)]


def test_the_same_return_gives_the_same_bytes_and_states_no_time_or_author() -> None:
    content = xlsx_bytes(printout(a_printed_return()))
    assert content == xlsx_bytes(printout(a_printed_return()))
    parts = parts_of(content)
    core = parts["docProps/core.xml"].decode()
    assert re.findall("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", core) == ["2000-01-01T00:00:00Z"] * 2
    assert re.search("<dc:creator/?></dc:creator>|<dc:creator/>", core)
    assert re.search("<cp:lastModifiedBy/?></cp:lastModifiedBy>|<cp:lastModifiedBy/>", core)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_hidden_linked_noted_or_named_but_what_printing_needs() -> None:
    book = workbook(a_printed_return())
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible"] * len(book.sheetnames)
    assert not book.defined_names
    for sheet in book.worksheets:
        assert not sheet.defined_names
        assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
        assert all(cell.comment is None and cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)
        assert not any(each.hidden for each in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
    names = re.findall(
        'definedName name="([^"]*)"', parts_of(xlsx_bytes(printout(a_printed_return())))["xl/workbook.xml"].decode()
    )
    assert set(names) <= {"_xlnm.Print_Titles", "_xlnm.Print_Area"}


def test_a_chart_caches_shown_numbers_alone_and_says_c_for_the_others() -> None:
    shapes = tuple(shape for shape in shapes_like_a_return() if shape.id == "age")
    [table] = a_printed_return(shapes).tables
    parts = parts_of(xlsx_bytes(printout(a_printed_return(shapes))))
    chart = parts["xl/charts/chart1.xml"].decode()
    [cache] = re.findall("<c:numCache>.*?</c:numCache>", chart)
    answers = [Place("age", row.code) for row in table.shape.rows if row.is_answer]
    cached = {int(at): int(value) for at, value in re.findall('<c:pt idx="([0-9]+)"><c:v>([^<]*)</c:v>', cache)}
    assert cached == {at: table.shown[place] for at, place in enumerate(answers) if place in table.shown}
    assert len(cached) < len(answers)
    assert chart.count("[c]") == len(answers) - len(cached)


def test_a_chart_whose_every_bar_is_withheld_or_nothing_is_left_out() -> None:
    shapes = tuple(shape for shape in shapes_like_a_return() if shape.id == "age")
    [table] = a_printed_return(shapes).tables
    empty = type(table)(table.shape, {}, {})
    printed = a_printed_return(shapes)
    parts = parts_of(xlsx_bytes(printout(type(printed)(printed.heading, printed.policy, (empty,)))))
    assert not any("chart" in name for name in parts)


def test_what_people_typed_never_becomes_a_formula_a_link_or_a_command() -> None:
    for start in range(0, len(PAYLOADS), 60):
        payloads = PAYLOADS[start : start + 60]
        shapes = tuple(shape for shape in shapes_like_a_return(payloads) if shape.id in ("origin_ward", "age"))
        for text in (payloads[0], payloads[-1]):
            content = xlsx_bytes(printout(a_printed_return(shapes, service=text, home_authority=text, title=text)))
            parts_of(content)
            for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
                assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
                assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_an_ampersand_in_a_name_is_no_command_in_the_foot_of_a_page() -> None:
    content = xlsx_bytes(printout(a_printed_return(title="&Z&F Mums & Co")))
    for name, part in parts_of(content).items():
        for foot in re.findall("<oddFooter>(.*?)</oddFooter>", part.decode()):
            commands = re.findall("&(.)", foot.replace("&amp;", "&").replace("&&", ""))
            assert commands == ["L", "R", "P", "N"], name
