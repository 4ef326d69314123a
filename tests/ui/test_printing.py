"""The dialog that asks for a printer: gone as soon as it has been answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog

from page_windows import PageWindow, settle
from refugedesk.ui.pages.papers import PapersPage
from refugedesk.ui.printing import a_printer, print_recovery_key


def answer(how: QDialog.DialogCode) -> None:
    """Answers the dialog as soon as it shows."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.done(how)

    QTimer.singleShot(0, now)


def test_after_a_change_of_mind_no_dialog_is_left_over_a_printer_that_is_gone(window: PageWindow) -> None:
    page = window.show_page(PapersPage(window))
    for _ in range(3):
        answer(QDialog.DialogCode.Rejected)
        page.print_paper()
        settle()
    answer(QDialog.DialogCode.Rejected)
    assert not print_recovery_key(page, "ABCD-EFGH")
    assert page.findChildren(QPrintDialog) == []
    assert window.said == []


def test_the_printer_that_was_chosen_outlives_its_dialog(window: PageWindow) -> None:
    page = window.show_page(PapersPage(window))
    answer(QDialog.DialogCode.Accepted)
    printer = a_printer(page)
    assert printer is not None
    assert printer.docName() == "Sheet"
    assert page.findChildren(QPrintDialog) == []


def test_a_page_that_goes_while_the_dialog_is_open_takes_it_along(window: PageWindow) -> None:
    from shiboken6 import delete

    page = window.show_page(PapersPage(window))
    QTimer.singleShot(0, lambda: delete(page))
    assert a_printer(page) is None


pytestmark = pytest.mark.usefixtures("application")
