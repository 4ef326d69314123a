"""The PDF of a return: the same words and numbers as the workbook, read back from the file, and nothing else in it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from printed_returns import a_printed_return
from refugedesk.reporting.readers.pdf_file import page_texts
from refugedesk.reporting.readers.published import ReadBackError
from refugedesk.reporting.readers.readback import verify
from refugedesk.reporting.tables import PrintedReturn
from refugedesk.reporting.writers.figures import printout
from refugedesk.reporting.writers.pages import pages
from refugedesk.ui.paper.return_pages import pdf_bytes


@pytest.fixture
def written(application: QApplication, tmp_path: Path) -> tuple[Path, PrintedReturn]:
    """A protected return with a text of the service's own, as a PDF."""
    printed = a_printed_return()
    printed = replace(
        printed, heading=replace(printed.heading, narrative="The refuge was full. <b>Nobody</b> & “all”.")
    )
    path = tmp_path / "return.pdf"
    path.write_bytes(pdf_bytes(printout(printed)))
    return path, printed


def test_the_file_holds_every_word_of_cover_and_tables(written: tuple[Path, PrintedReturn]) -> None:
    path, printed = written
    verify(path, printed)
    text = "".join("".join(page_texts(path.read_bytes())).split())
    for words in pages(printout(printed)).words():
        assert "".join(words.split()) in text
    assert "".join(["The", "refuge", "was", "full.", "<b>Nobody</b>", "&", "“all”."]) in text
    assert "[c]" in text


def test_another_program_reads_the_same_numbers(written: tuple[Path, PrintedReturn]) -> None:
    """Poppler's reading is the oracle for what the file shows."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not on this computer")
    path, _ = written
    said = subprocess.run([reader, "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    ours = "".join(page_texts(path.read_bytes()))
    assert sorted("".join(said.split())) == sorted("".join(ours.split()))


def _another_number(printed: PrintedReturn) -> PrintedReturn:
    table, *others = printed.tables
    place = next(iter(table.shown))
    return replace(printed, tables=(replace(table, shown={**table.shown, place: table.shown[place] + 1}), *others))  # type: ignore[arg-type]


def _one_more_shown(printed: PrintedReturn) -> PrintedReturn:
    found = next(each for each in printed.tables if any(place not in each.shown for place in each.shape.places()))
    hidden = next(place for place in found.shape.places() if place not in found.shown)
    tables = [replace(each, shown={**each.shown, hidden: 3}) if each is found else each for each in printed.tables]
    return replace(printed, tables=tuple(tables))  # type: ignore[arg-type]


def _another_text(printed: PrintedReturn) -> PrintedReturn:
    return replace(printed, heading=replace(printed.heading, narrative=""))


@pytest.mark.parametrize("change", [_another_number, _one_more_shown, _another_text])
def test_a_file_that_differs_in_one_number_or_word_is_refused(
    written: tuple[Path, PrintedReturn], change: Callable[[PrintedReturn], PrintedReturn]
) -> None:
    path, printed = written
    with pytest.raises(ReadBackError):
        verify(path, change(printed))


@pytest.mark.parametrize("spoil", [lambda content: content[: len(content) // 2], lambda _content: b"%PDF-1.4 nothing"])
def test_what_cannot_be_read_back_is_refused(
    written: tuple[Path, PrintedReturn], spoil: Callable[[bytes], bytes]
) -> None:
    path, printed = written
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(ReadBackError):
        verify(path, printed)


def test_its_properties_name_nobody(written: tuple[Path, PrintedReturn]) -> None:
    content = written[0].read_bytes()
    assert b"/Title ()" in content and b"/Creator ()" in content and b"/Author ()" in content
    assert "City Refuge".encode("utf-16-be") not in content


def test_every_place_of_every_table_is_on_the_pages(written: tuple[Path, PrintedReturn]) -> None:
    _, printed = written
    numbers = [said.words for chapter in pages(printout(printed)).chapters for table in chapter.tables
               for row in table.rows for said in row]  # fmt: skip
    for table in printed.tables:
        for count in table.shown.values():
            assert f"{count:,}" in numbers
