"""A manager looks through a person's own file, hands it over as a PDF and as data, and finds it in the log."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from page_windows import ChosenFiles, PageWindow, press
from purging import Case, a_case
from refugedesk.domain.redaction import Decision
from refugedesk.services import handing_over
from refugedesk.services.access.deciding import decisions
from refugedesk.ui.pages.access import AccessPage
from refugedesk.ui.pages.child import ChildPage
from refugedesk.ui.pages.handed_over import HandedOverPage
from refugedesk.ui.pages.sight import SightPage

HIS = "Thaddeus Grimsby"


@pytest.fixture
def case(application: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    case = a_case(tmp_path_factory.mktemp("case") / "store")
    with case.desk.writing() as work:
        work.add("perpetrator", {"resident_id": case.house.resident, "name": HIS})
    yield case
    case.desk.close()


@pytest.fixture
def window(case: Case) -> PageWindow:
    return PageWindow(case.desk)


def access_page(window: PageWindow, case: Case) -> AccessPage:
    page = window.show_page(AccessPage(window, case.house.resident))
    page.refresh()
    page.list.setFocus()
    return page


def at(page: AccessPage, words: str) -> int:
    return next(number for number, each in enumerate(page.model.rows) if words in each.line.words)


def test_lines_are_decided_by_the_keyboard_and_kept_at_once(window: PageWindow, case: Case) -> None:
    page = access_page(window, case)
    page.list.selectRow(at(page, "Zephyrine"))
    line = page.model.rows[page.list.currentIndex().row()]
    assert line.decided.decision is Decision.KEEP
    press("t")
    assert decisions(case.desk, case.house.resident)[line.line.key].decision is Decision.TAKE_OUT
    page._choose("take_out")
    page.list.selectRow(at(page, HIS))
    page.panel.keep.click()
    assert not [each for each in page.model.rows if each.line.words == HIS]
    again = access_page(window, case)
    assert again.decided == page.decided


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="nothing here reads a PDF")
def test_what_is_taken_out_is_in_no_layer_of_the_pdf(window: PageWindow, case: Case, tmp_path: Path) -> None:
    page = access_page(window, case)
    page.hand_over.click()
    page.write.click()
    chosen = window.dialogs
    assert isinstance(chosen, ChosenFiles)
    chosen.path = tmp_path / "pack"
    page.write.click()
    assert "Say to whom" in page.outcome.words.text()
    page.form.to_whom.setText("The person, passport seen")
    page.write.click()
    assert "It stands in the log" in page.outcome.words.text(), page.outcome.words.text()
    read = subprocess.run(
        ["pdftotext", tmp_path / "pack" / "file.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert "Zephyrine" in read.stdout and "What was taken out" in read.stdout
    for each in (tmp_path / "pack").iterdir():
        assert b"Grimsby" not in each.read_bytes()
    assert "Grimsby" not in read.stdout and "Robin" not in read.stdout
    assert len(handing_over.handed_over_rows(case.desk, case.house.resident)) == 1


def test_what_a_court_was_given_is_written_down_and_read(window: PageWindow, case: Case) -> None:
    page = window.show_page(HandedOverPage(window, case.house.resident))
    page.refresh()
    page.add.click()
    page.form.to_whom.setText("Coventry Family Court")
    page.form.what.setText("Risk assessments of 2021")
    page.keep_it.click()
    assert "number of the order" in page.outcome.words.text()
    page.form.detail.setText("CV21P00123")
    page.form.on.setText("the 31st")
    page.keep_it.click()
    assert page.form._on_line.problem.words
    page.form.on.setText("12 4 2021")
    page.keep_it.click()
    assert [(row.to_whom, row.what) for row in page.model.rows] == [
        ("Coventry Family Court", "Risk assessments of 2021")
    ]
    everybody = window.show_page(HandedOverPage(window))
    everybody.refresh()
    assert everybody.add.isHidden() and len(everybody.model.rows) == 1
    everybody._open_file(everybody.model.rows[0])
    assert window.navigator.way[-1] == ("person", {"resident_id": case.house.resident})


def test_the_way_leads_from_the_file(window: PageWindow, case: Case) -> None:
    page = window.show_page(SightPage(window, "resident", case.house.resident))
    page._open_own_file()
    assert window.navigator.way[-1] == ("access", {"resident_id": case.house.resident})


def test_a_childs_own_file_opens_from_the_childs(window: PageWindow, case: Case) -> None:
    child = ChildPage(window, case.house.keys["child"])
    child.own_file.click()
    name, where = window.navigator.way[-1]
    assert name == "access"
    page = window.show_page(AccessPage(window, **where))  # type: ignore[arg-type]
    page.refresh()
    assert {row.line.key.split(" ")[0] for row in page.model.rows} >= {"child", "child_stay"}
    assert page.form.what.text() == "A child's own file" and page.place() == {**where, "chip": "all"}


def test_a_log_with_nothing_in_it_says_what_stands_there(window: PageWindow) -> None:
    page = window.show_page(HandedOverPage(window))
    page.refresh()
    assert page.list.isHidden() or not page.list.isVisible()
    assert page.nothing.isVisible() and page.nothing.headline.text() == "Nothing was handed over"
