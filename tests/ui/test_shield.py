"""Every window is protected as it is shown, and a system that does not offer it hinders nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from refugedesk.ui.shield import Shield, ask_windows


def test_every_window_is_asked_for_as_it_is_shown(application: QApplication) -> None:
    asked: list[int] = []
    shield = Shield(application, asked.append)
    window, dialog = QWidget(), QDialog()
    QWidget(window).show()
    for each in (window, dialog):
        each.show()
    assert asked == [int(window.winId()), int(dialog.winId())]
    for each in (window, dialog):
        each.close()
    application.removeEventFilter(shield)


def test_a_failure_keeps_no_window_from_being_shown(application: QApplication) -> None:
    def fails(_window: int) -> None:
        raise OSError

    shield, window = Shield(application, fails), QWidget()
    window.show()
    assert window.isVisible()
    window.close()
    application.removeEventFilter(shield)
    ask_windows(0)
