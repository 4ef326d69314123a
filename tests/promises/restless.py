"""B2: keys, clicks, wheels and shortcuts at random in the open window. Nothing may break, nothing be saved unasked."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid
from sqlalchemy import func, select

from desks import a_desk, a_stay, a_unit
from page_windows import ChosenFiles, settle
from promises.hands import Event, a_form_filled
from promises.rows import Row
from refugedesk.services.checks import check
from refugedesk.services.desk import Desk
from refugedesk.storage.tables import AUDIT_ENTRY
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.forms.form_view import FormView
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
FORMS, BETWEEN = 0.06, 0.02
"""How often somebody begins to fill in a form, and how often something else comes between."""
LEAST_SAVED = 500
"""In how many events one record is saved at least, or the events have not tried much."""
SAVING = frozenset({"create", "change", "remove", "import"})
_SAVED = select(func.count()).select_from(AUDIT_ENTRY).where(AUDIT_ENTRY.c.action.in_(SAVING))


def events_apart(number: int, seed: int = 2026) -> Row:
    """So many events in a program of their own, so that a crash of it is seen and counted."""
    command = [sys.executable, "-X", "faulthandler", "-m", "promises.restless", str(number), str(seed)]
    row = Row("B2", "random events in the window; crashes, exceptions, and records changed but not saved")
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=max(1_200, number // 2))
    except subprocess.TimeoutExpired:
        row.add(number, number, ["the window came to a stand"])
        return row
    said = [line for line in done.stdout.splitlines() if line.startswith("{")]
    found: dict[str, Any] = json.loads(said[-1]) if said else {"tried": number, "lost": []}
    row.add(found["tried"], found["tried"], found["lost"])
    row.what = found.get("what", row.what)
    if done.returncode:
        where = [line.strip() for line in done.stderr.splitlines() if line.lstrip().startswith("File ")]
        row.lost += [f"the window crashed with status {done.returncode}", *where[:6]]
    return row


def events(number: int, seed: int = 2026) -> Row:
    """So many events; what the window says to an exception it did not expect, and what changed that nobody saved."""
    row, chance = Row("B2", "random events in the window; exceptions, and records changed but not saved"), Random(seed)
    with tempfile.TemporaryDirectory() as name:
        desk = a_desk(Path(name) / "store")
        a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
        before = _saves(desk)
        window, hook = _window(desk, Path(name)), sys.excepthook
        closing = QTimer(interval=50)
        closing.timeout.connect(_close_boxes)
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
            _turn()
        saved = _saves(desk) - before
        row.what += f"; {saved} records written by what was typed and saved"
        if saved < number // LEAST_SAVED:
            row.lost.append(f"only {saved} records were saved, so that too little was tried")
        row.lost += check(desk).faults  # each record against what is written down of it: nothing beside the saves
        desk.close()
    return row


def _close_boxes() -> None:
    """A box that waits for an answer (the printer's) is closed, or it would wait for ever."""
    for box in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if box is not None:
            box.close()


def _turn() -> None:
    """Lets Qt do what it has put off, and lets go what is done with: outside its own loop it would keep that."""
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
    hand: Iterator[Event] = iter(())
    for done in range(number):
        at, is_typed = _target(window), _is_something_typed(window)
        try:
            event = next(hand, None) if chance.random() > BETWEEN else None
            if event is not None:
                event.do()
                _turn()
            else:
                at = _one(window, at, chance)
                hand = a_form_filled(window, chance) if chance.random() < FORMS else hand
        except Exception as error:
            row.lost.append(f"event {done}: {type(error).__name__}: {error}")
        now = _saves(window.desk)
        is_asked = is_typed or isinstance(at, QAbstractButton) or (event is not None and event.saves)
        if now != saves and not is_asked:
            row.lost.append(
                f"event {done} changed a record, and it was no button and nothing was typed: {type(at).__name__}"
            )
        saves = now
        row.add(1, 1, [])
        if len(row.lost) > 20:
            return


def _target(window: MainWindow) -> QWidget:
    """Where keys go: the window comes to the front again after a box, as on any desktop."""
    if QApplication.activeWindow() is not window:
        window.activateWindow()
        settle()
    found = QApplication.focusWidget()
    return found if found is not None and found.window() is window else window


def _is_something_typed(window: MainWindow) -> bool:
    """Whether a form is open in which something was typed: leaving it saves, and so does a pause."""
    return any(form.is_changed for form in window.findChildren(FormView))


def _one(window: MainWindow, at: QWidget, chance: Random) -> QWidget:
    """One event; the widget that it came to."""
    way = chance.random()
    if way < 0.3:
        QTest.keyClicks(at, chance.choice(LETTERS))
    elif way < 0.6:
        _press(window, at, chance.choice(KEYS))
    elif way < 0.62:
        _roll(at, chance.choice((-120, 120)))
    elif way < 0.85:
        shown = [each for each in window.findChildren(QWidget) if each.isVisible() and not each.size().isEmpty()]
        at = chance.choice(shown)
        spot = QPoint(chance.randrange(at.width()), chance.randrange(at.height()))
        QTest.mouseClick(at, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    elif way < 0.95:
        window.navigator.open(chance.choice((*RAIL, "papers", "languages", "settings")))
    else:
        key = chance.choice((Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_3))
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    _turn()
    return at


def _press(window: MainWindow, at: QWidget, key: Qt.Key) -> None:
    """Down, and up wherever the keyboard is by then."""
    QTest.keyPress(at, key)
    _turn()
    QTest.keyRelease(at if isValid(at) and at.hasFocus() else _target(window), key)


def _roll(at: QWidget, by: int) -> None:
    """One step of the wheel over the middle of a widget."""
    middle, none = QPointF(at.rect().center()), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    step = QWheelEvent(
        middle, at.mapToGlobal(middle), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, none, phase, False
    )
    QApplication.sendEvent(at, step)


def _saves(desk: Desk) -> int:
    with desk.whole() as connection:
        return int(connection.execute(_SAVED).scalar_one())


if __name__ == "__main__":
    played = events(int(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps({"tried": played.tried, "what": played.what, "lost": played.lost}))
