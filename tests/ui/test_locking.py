"""Locks by key, by idleness, after sleep; and what was copied does not stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from page_windows import settle
from refugedesk.ui.clipboard import ClipboardWatch, copy_secret
from refugedesk.ui.locking import IDLE_SECONDS, LockWatch
from refugedesk.ui.session import DesktopSignals
from waiting import until


class Time:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def pass_by(self, watch: LockWatch, seconds: float, step: float = 5.0) -> None:
        """Lets time pass as it does while the computer is awake."""
        for _ in range(int(seconds / step)):
            self.now += step
            watch.tick()


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def watch(application: QApplication, clock: Time) -> Iterator[LockWatch]:
    made = LockWatch(application, now=lambda: clock.now)
    made.locks = 0  # type: ignore[attr-defined]

    def count() -> None:
        made.locks += 1  # type: ignore[attr-defined]

    made.wanted.connect(count)
    made.begin()
    yield made
    made.end()
    made.deleteLater()


def locks(watch: LockWatch) -> int:
    return int(watch.locks)  # type: ignore[attr-defined]


def test_ten_minutes_without_anybody_lock(watch: LockWatch, clock: Time) -> None:
    assert IDLE_SECONDS < 600
    clock.pass_by(watch, IDLE_SECONDS - 10)
    assert locks(watch) == 0
    clock.pass_by(watch, 20)
    assert locks(watch) == 1


def test_a_key_starts_the_wait_anew(watch: LockWatch, clock: Time) -> None:
    dialog = a_dialog()
    watch.watch(dialog.windowHandle())
    clock.pass_by(watch, IDLE_SECONDS - 10)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    clock.pass_by(watch, 60)
    assert locks(watch) == 0
    dialog.close()


def test_a_computer_that_slept_is_locked(watch: LockWatch, clock: Time) -> None:
    clock.now += 3_600
    watch.tick()
    assert locks(watch) == 1


def test_f12_locks_in_a_modal_dialog_too(watch: LockWatch) -> None:
    dialog = a_dialog()
    dialog.setModal(True)
    watch.watch(dialog.windowHandle())
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
    assert locks(watch) == 1
    dialog.close()


def test_a_locked_screen_locks_and_an_unlocked_one_does_not(watch: LockWatch) -> None:
    signals = watch.findChild(DesktopSignals)
    assert signals is not None
    signals.begins(False)
    assert locks(watch) == 0
    signals.begins(True)
    assert locks(watch) == 1


def test_it_locks_once(watch: LockWatch) -> None:
    watch.lock()
    watch.lock()
    assert locks(watch) == 1


def test_nothing_is_locked_before_something_is_open(application: QApplication, clock: Time) -> None:
    watch = LockWatch(application, now=lambda: clock.now)
    wanted: list[bool] = []
    watch.wanted.connect(lambda: wanted.append(True))
    watch.lock()
    assert wanted == []
    watch.deleteLater()


def test_what_the_program_copied_is_taken_away(application: QApplication) -> None:
    dialog, watch = a_dialog(), ClipboardWatch(stays_ms=1)
    copy_secret("4K7QZ-AB3DE")
    assert QGuiApplication.clipboard().text() == "4K7QZ-AB3DE"
    until(lambda: not QGuiApplication.clipboard().text())
    watch.deleteLater()
    dialog.close()


def test_what_a_person_copied_from_a_field_is_taken_away_too(application: QApplication) -> None:
    dialog, watch = a_dialog(), ClipboardWatch(stays_ms=1)
    line = QLineEdit("Farah", dialog)
    line.selectAll()
    line.copy()
    until(lambda: not QGuiApplication.clipboard().text())
    watch.deleteLater()
    dialog.close()


def test_what_another_program_copied_since_stays(application: QApplication) -> None:
    watch = ClipboardWatch(stays_ms=50)
    QGuiApplication.clipboard().setText("from elsewhere, while no window of ours is in front")
    watch.clear()
    assert QGuiApplication.clipboard().text().startswith("from elsewhere")
    QGuiApplication.clipboard().clear()
    watch.deleteLater()


def test_a_copied_secret_asks_histories_to_look_away(application: QApplication) -> None:
    copy_secret("4K7QZ")
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    QGuiApplication.clipboard().clear()


def a_dialog() -> QDialog:
    dialog = QDialog()
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog
