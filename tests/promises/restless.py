"""B2: keys, clicks, wheels and shortcuts at random in the open window. Nothing may break, nothing be saved unasked."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from sqlalchemy import func, select

from desks import a_desk, a_stay, a_unit
from page_windows import ChosenFiles, settle
from promises.rows import Row
from refugedesk.services.desk import Desk
from refugedesk.storage.tables import AUDIT_ENTRY
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.routes import RAIL
from refugedesk.ui.style import Style

KEYS = (
    *(Qt.Key.Key_Tab,) * 6,
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Slash, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F9),
)
LETTERS = "abz 019.-,=<>&%;"
SAVING = frozenset({"create", "change", "remove", "import"})


def events_apart(number: int, seed: int = 2026) -> Row:
    """So many events in a program of their own, so that a crash of it is seen and counted."""
    command = [sys.executable, "-m", "promises.restless", str(number), str(seed)]
    row = Row("B2", "random events in the window; crashes, exceptions, and records changed but not saved")
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=max(600, number // 2))
    except subprocess.TimeoutExpired:
        row.add(number, number, ["the window came to a stand"])
        return row
    said = [line for line in done.stdout.splitlines() if line.startswith("{")]
    found: dict[str, Any] = json.loads(said[-1]) if said else {"tried": number, "lost": []}
    row.add(found["tried"], found["tried"], found["lost"])
    if done.returncode:
        row.lost.append(f"the window crashed with status {done.returncode}")
    return row


def events(number: int, seed: int = 2026, closes_boxes: bool = False) -> Row:
    """So many events; what the window says to an exception it did not expect, and what changed that nobody saved.

    closes_boxes: a box that waits for an answer is closed, or it would wait for ever.
    """
    row, chance = Row("B2", "random events in the window; exceptions, and records changed but not saved"), Random(seed)
    with tempfile.TemporaryDirectory() as name:
        desk = a_desk(Path(name) / "store")
        a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
        before = _saves(desk)
        window, hook = _window(desk, Path(name)), sys.excepthook
        closing = QTimer(interval=50)
        closing.timeout.connect(_close_boxes)
        if closes_boxes:
            closing.start()
        sys.excepthook = lambda _kind, error, _trace: row.lost.append(f"{type(error).__name__}: {error}")
        try:
            _play(window, number, chance, row)
        finally:
            sys.excepthook = hook
            closing.stop()
            window.tasks.finish()
            window.hide()
            window.deleteLater()
            settle()
        row.what += f"; {_saves(desk) - before} saved by a button"
        desk.close()
    return row


def _close_boxes() -> None:
    for box in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if box is not None:
            box.close()


def _window(desk: Desk, place: Path) -> MainWindow:
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([])
    application.setFont(load_fonts())
    settings = QSettings(str(place / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    settle()
    return window


def _play(window: MainWindow, number: int, chance: Random, row: Row) -> None:
    saves = _saves(window.desk)
    for done in range(number):
        at = None
        try:
            at = _one(window, chance)
        except Exception as error:
            row.lost.append(f"event {done}: {type(error).__name__}: {error}")
        now = _saves(window.desk)
        if now != saves and not isinstance(at, QAbstractButton):
            row.lost.append(f"event {done} changed a record, and it was no button: {at}")
        saves = now
        row.add(1, 1, [])
        if len(row.lost) > 20:
            return


def _one(window: MainWindow, chance: Random) -> QWidget:
    """One event; the widget that it came to."""
    at: QWidget = QApplication.focusWidget() or window
    way = chance.random()
    if way < 0.3:
        QTest.keyClicks(at, chance.choice(LETTERS))
    elif way < 0.6:
        QTest.keyClick(at, chance.choice(KEYS))
    elif way < 0.85:
        shown = [each for each in window.findChildren(QWidget) if each.isVisible() and not each.size().isEmpty()]
        at = chance.choice(shown)
        spot = QPoint(chance.randrange(at.width()), chance.randrange(at.height()))
        QTest.mouseClick(at, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    elif way < 0.95:
        window.navigator.open(chance.choice(tuple(RAIL)))
    else:
        key = chance.choice((Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_3))
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return at


def _saves(desk: Desk) -> int:
    with desk.whole() as connection:
        saved = select(func.count()).select_from(AUDIT_ENTRY).where(AUDIT_ENTRY.c.action.in_(SAVING))
        return int(connection.execute(saved).scalar_one())


if __name__ == "__main__":
    played = events(int(sys.argv[1]), int(sys.argv[2]), closes_boxes=True)
    print(json.dumps({"tried": played.tried, "lost": played.lost}))
