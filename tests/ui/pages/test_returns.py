"""The return page: choosing, preparing, reading the reasons, saving, mending."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from shiboken6 import delete

from desks import a_stay, resident_of
from page_windows import PageWindow, focus, press, settle, wait_for
from printed_returns import a_printed_return
from refugedesk.domain.spans import Period
from refugedesk.reporting.disclosure import Reason
from refugedesk.reporting.readers.pdf_file import page_texts
from refugedesk.reporting.writers.figures import WITHHELD, figures, value_of
from refugedesk.reporting.writers.locked_workbook import unlocked
from refugedesk.services import returns
from refugedesk.services.returns import Summary
from refugedesk.services.roles import Role
from refugedesk.ui.pages.models.return_sheet import ReturnSheetModel
from refugedesk.ui.pages.return_quality import place_of
from refugedesk.ui.pages.return_sheet import HINT, ReturnSheets
from refugedesk.ui.pages.returns import ReturnsPage, open_returns, summary_words


@pytest.fixture
def page(window: PageWindow) -> ReturnsPage:
    """The page of a service with one household that came this quarter."""
    a_stay(window.desk, "Farah")
    page = window.show_page(open_returns(window))
    this_quarter = [choice.period for choice in page.choice.periods].index(Period(date(2021, 4, 1), date(2021, 6, 30)))
    page.choice.period.setCurrentIndex(this_quarter)
    return page


def test_the_line_above_says_what_is_withheld_and_why() -> None:
    assert summary_words(Summary(412, 37, 21, 16)) == (
        "412 numbers, 37 withheld (9 %): 21 small, 16 to protect them. Nothing can be worked out."
    )
    assert summary_words(Summary(412, 0, 0, 0)) == "412 numbers, none withheld. Nothing can be worked out."


def a_sheet() -> tuple[ReturnSheetModel, dict[str, str]]:
    """A sheet with withheld numbers, half of them small; and what each place's reason is."""
    printed = a_printed_return()
    reasons, words = {}, {}
    for table in printed.tables:
        for number, figure in enumerate(figures(table.shape)):
            if not figure.name and value_of(table, figure) is None:
                reason = Reason.SMALL if number % 2 else Reason.PROTECTS
                reasons[figure.place] = reason
                words[str(figure.place)] = "small" if number % 2 else "to protect another number"
    return ReturnSheetModel(printed.tables, reasons), words


def test_every_withheld_number_reads_as_a_mark_and_says_its_reason() -> None:
    model, words = a_sheet()
    marks = 0
    for row in range(model.rowCount()):
        for at in range(model.columnCount()):
            index = model.index(row, at)
            figure = model.cell(index).figure
            reason = str(model.data(index, ReturnSheetModel.REASON))
            if figure is None or index.data() != WITHHELD:
                assert reason == ""
                continue
            marks += 1
            expected = "worked out from a withheld number" if figure.name else words[str(figure.place)]
            assert reason == f"Withheld: {expected}."
    assert marks > len(words) > 0


def test_the_sheet_holds_every_number_of_the_return_once() -> None:
    printed = a_printed_return()
    model = ReturnSheetModel(printed.tables, {})
    found = [cell.figure for _, row in model.lines for cell in row if cell.figure is not None]
    assert sorted(found) == sorted(figure for table in printed.tables for figure in figures(table.shape))


def test_the_reason_stands_below_when_the_keyboard_comes_to_the_number(window: PageWindow) -> None:
    model, _ = a_sheet()
    sheets = window.show_page(ReturnSheets())
    printed = a_printed_return()
    sheets.show_tables(printed.tables, {})
    assert sheets.reason.text() == HINT
    shown = sheets.view.model()
    assert isinstance(shown, ReturnSheetModel)
    sheets.view.setCurrentIndex(_first_mark(shown))
    assert "Withheld: worked out from a withheld number." in sheets.reason.text()
    assert model.rowCount() > shown.rowCount()


def _first_mark(model: ReturnSheetModel) -> QModelIndex:
    places = (model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount()))
    return next(index for index in places if index.data() == WITHHELD)


def test_a_return_is_prepared_shown_saved_and_stands_among_the_earlier_ones(
    window: PageWindow, page: ReturnsPage, tmp_path: Path
) -> None:
    page.choice.recipient.setText("Coventry City Council")
    page.prepare()
    wait_for(window)
    assert page.prepared is not None
    assert page.prepared.summary.withheld > 0
    window.dialogs.path = tmp_path / "figures.json"
    page.save_as()
    wait_for(window)
    assert window.dialogs.offered == "Apr to Jun 2021.xlsx"
    assert (tmp_path / "figures.json").exists()
    assert page.status.text.text() == "Saved 14:05 as figures.json, read back and found safe."
    [released] = returns.released(window.desk)
    assert released.recipient == "Coventry City Council"


def test_a_return_is_saved_as_a_pdf_that_was_read_back(window: PageWindow, page: ReturnsPage, tmp_path: Path) -> None:
    page.prepare()
    wait_for(window)
    assert page.prepared is not None
    page.narrative.editor.setPlainText("A quiet quarter.")
    window.dialogs.path = tmp_path / "figures.pdf"
    page.save_as()
    wait_for(window)
    assert page.status.text.text() == "Saved 14:05 as figures.pdf, read back and found safe."
    [released] = returns.released(window.desk)
    assert (released.file_kind, released.narrative) == (".pdf", "A quiet quarter.")
    assert "Aquietquarter." in "".join("".join(page_texts(window.dialogs.path.read_bytes())).split())


def test_a_file_that_is_there_is_not_written_over_and_the_page_says_so(
    window: PageWindow, page: ReturnsPage, tmp_path: Path
) -> None:
    page.prepare()
    wait_for(window)
    window.dialogs.path = tmp_path / "figures.csv"
    window.dialogs.path.write_text("mine")
    page.save_as()
    wait_for(window)
    assert page.status.text.objectName() == "problem"
    assert window.dialogs.path.read_text() == "mine"
    assert page.save_button.isEnabled()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What the window did not expect."""
    found: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: found.append(error))
    return found


def test_a_page_that_is_left_while_it_counts_is_told_nothing(
    window: PageWindow, page: ReturnsPage, broken: list[BaseException]
) -> None:
    page.prepare()
    assert page.can_leave()
    delete(page)
    wait_for(window)
    assert broken == []


@pytest.mark.parametrize(
    ("is_there", "said"),
    [
        (False, "Saved 14:05 as figures.csv, read back and found safe."),
        (True, "The return was not saved. "),
    ],
)
def test_what_became_of_a_file_is_said_when_its_page_was_left_too(
    window: PageWindow, page: ReturnsPage, tmp_path: Path, broken: list[BaseException], is_there: bool, said: str
) -> None:
    page.prepare()
    wait_for(window)
    window.dialogs.path = tmp_path / "figures.csv"
    if is_there:
        window.dialogs.path.write_text("mine")
    page.save_as()
    delete(page)
    wait_for(window)
    assert broken == []
    assert [each[: len(said)] for each in window.said] == [said]


def test_another_period_takes_away_what_was_shown(window: PageWindow, page: ReturnsPage) -> None:
    page.prepare()
    wait_for(window)
    page.choice.period.activated.emit(0)
    assert page.prepared is None


def test_what_is_missing_leads_to_the_records(window: PageWindow, page: ReturnsPage) -> None:
    page.prepare()
    wait_for(window)
    assert page.prepared is not None
    page.show_quality()
    quality = page.prepared.quality[0]
    page.go_to_mend(*place_of(quality.record_id, *quality.ids[0]))
    name, where = window.navigator.way[-1]
    assert name == "person"
    assert where["resident_id"] in {resident_of(window.desk, key) for key in _stays(window)}


def _stays(window: PageWindow) -> list[str]:
    from refugedesk.services import views

    return [row.stay_id for row in views.residents(window.desk).rows if row.stay_id]


def test_each_kind_of_record_has_a_page_to_mend_it_on() -> None:
    assert place_of("referral", "f", None) == ("referral", {"id": "f"})
    assert place_of("resident", "r", "r") == ("person", {"resident_id": "r"})
    assert place_of("stay", "s", "r") == ("person", {"resident_id": "r", "stay_id": "s"})
    assert place_of("child_stay", "c", "r") == ("person", {"resident_id": "r", "section": "children"})


def test_own_days_are_typed_and_a_gap_is_said_before_anything_runs(window: PageWindow, page: ReturnsPage) -> None:
    page.choice.period.setCurrentIndex(page.choice.period.count() - 1)
    page.choice.period.activated.emit(page.choice.period.count() - 1)
    page.prepare()
    assert not window.tasks.is_busy
    press("1 3 2021\t12 4 2021\t")
    assert page.choice.chosen == Period(date(2021, 3, 1), date(2021, 4, 12))


def test_a_refusal_is_shown_in_the_services_words(window: PageWindow, page: ReturnsPage) -> None:
    window.desk.user = replace(window.desk.user, role=Role.READ_ONLY)
    page.prepare()
    wait_for(window)
    assert page.prepared is None
    assert page.refusal.startswith("Only a key worker or a manager can make a return.")


def test_exact_figures_need_a_reason_and_a_recipient_and_are_locked(
    window: PageWindow, page: ReturnsPage, tmp_path: Path
) -> None:
    window.dialogs.path = tmp_path / "exact.xlsx"
    page.show_exact()
    assert page.exact is not None
    page.exact.finish()
    assert not window.tasks.is_busy
    press("The board asked\tThe chair, City Refuge")
    page.exact.finish()
    wait_for(window)
    [released] = returns.released(window.desk)
    assert (released.policy, released.recipient) == ("none", "The chair, City Refuge")
    assert page.status.text.text() == "Saved 14:05 as exact.xlsx. These are exact figures."
    password = page.locked.key.text()
    assert unlocked(window.dialogs.path.read_bytes(), password).startswith(b"PK")
    assert page.locked.done_button.hasFocus()
    page.locked.done_button.click()
    assert page.locked.key.text() == "", "the password is let go of"


def test_only_a_manager_is_offered_exact_figures(window: PageWindow) -> None:
    window.desk.user = replace(window.desk.user, role=Role.KEYWORKER)
    assert window.show_page(open_returns(window)).exact_button.isHidden()


@pytest.mark.parametrize("line", ["definition", "period", "recipient", "policy"])
def test_enter_in_a_line_of_the_choice_prepares_the_return(
    window: PageWindow, page: ReturnsPage, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(page, "work", lambda headline, _work, _show: begun.append(headline))
    getattr(page.choice, line).setFocus()
    press("\n")
    assert begun == ["Counting and protecting the return"]


def test_the_figures_have_the_height_until_a_text_is_wanted(window: PageWindow, page: ReturnsPage) -> None:
    page.prepare()
    wait_for(window)
    assert not page.narrative.isVisible()
    folded = page.sheets.view.height()
    assert folded >= 300
    page.narrative_fold.button.setFocus()
    press(" ")
    settle()
    assert focus() is page.narrative.editor
    assert page.sheets.view.height() < folded
    press("A quiet quarter.")
    page.show_quality()
    page.go_back()
    settle()
    assert page.narrative.isVisible() and page.narrative.narrative == "A quiet quarter."


def test_the_focus_stays_with_what_is_shown_at_the_right(window: PageWindow, page: ReturnsPage) -> None:
    page.prepare()
    wait_for(window)
    released = page.choice.period.currentIndex()
    window.dialogs.path = window.desk.folder.parent / "figures.json"
    page.save_as()
    wait_for(window)
    a_stay(window.desk, "Noor")
    page.choice.period.setCurrentIndex(released)
    page.prepare_button.setFocus()
    press(" ")
    wait_for(window)
    assert focus() is page.changes.again_button
    press(" ")
    wait_for(window)
    assert page.prepared is not None
    assert focus() is page.sheets.view
    page.mend_button.setFocus()
    press(" ")
    settle()
    assert page.isAncestorOf(focus()) and not page.choice.isAncestorOf(focus())
