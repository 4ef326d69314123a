"""Somebody who fills in a form and saves it, right or wrong: what the random events alone come to far too seldom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid
from sqlalchemy import select

from refugedesk.domain.fields import Kind
from refugedesk.services.desk import Desk
from refugedesk.storage.tables import RECORDS
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.field_row import YES
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.house import NAMES as PANELS
from refugedesk.ui.pages.section_list import SectionList

Place = tuple[str, dict[str, object]]
TYPED = {
    Kind.TEXT: ("Amina", "b", "x" * 60, "=1+1", "Room 7", "020 7946 0000", "Zoë Ní"),
    Kind.LONG_TEXT: ("a few words", "x " * 200, "=cmd|' /C calc'!A0"),
    Kind.DAY: (*("1/4/21", "12/4/2021", "today") * 4, "31/2/21", "5/21", "1/1/1901", "30/6/22"),
    Kind.TIME: (*("0930", "23:59") * 3, "25:99", "9"),
    Kind.WHOLE_NUMBER: (*("2", "0", "1") * 3, "-1", "999", "two"),
    Kind.CHOICE: ("o", "y", "n", "a"),
    Kind.LINK: ("a", "f", "r"),
    Kind.CHOICES: (" ",),
}
WITH_SECTIONS = frozenset({"person", "house"})
PICKED = frozenset({Kind.CHOICE, Kind.LINK, Kind.CHOICES})
DOWN_AND_TAKE = (Qt.Key.Key_Down, Qt.Key.Key_Return)
LONGEST_FORM = 25
"""In how many fields something is typed at most before it is saved."""


@dataclass(frozen=True)
class Event:
    """Something done by hand; saves: whether it asks for what is on the screen to be saved."""

    do: Callable[[], object]
    saves: bool = False


def a_form_filled(window: MainWindow, chance: Random) -> Iterator[Event]:
    """A form opened, some of it typed and saved, what is unlikely said to be right: one event after another."""
    name, where = _a_place(window, chance)
    yield Event(lambda: _go(window, name, where))
    if name in WITH_SECTIONS:
        for _ in range(chance.randrange(12)):
            yield Event(lambda: _another_section(window, chance))
        yield Event(lambda: _shortcut(window, Qt.Key.Key_N))
    share = chance.choice((0.2, 0.6, 1.0, 1.0))
    for editor in [each for each in _editors(window) if chance.random() < share][:LONGEST_FORM]:
        yield from _answered(editor, chance)
    yield Event(lambda: _shortcut(window, Qt.Key.Key_S), saves=True)
    for _ in range(2):
        yield Event(lambda: _say_yes(window))
    yield Event(lambda: _shortcut(window, Qt.Key.Key_S), saves=True)


def _a_place(window: MainWindow, chance: Random) -> Place:
    """A form for something new, something stored, or a page with records of its own."""
    referrals, residents = _keys(window.desk, "referral"), _keys(window.desk, "resident")
    places: list[Place] = [("referral", {}), ("arrival", {}), ("unit", {})]
    house: Place = ("house", {"panel": chance.choice(PANELS)})
    person: Place = ("person", {"resident_id": chance.choice(residents)})
    places += [("referral", {"id": chance.choice(referrals)})] if referrals else []
    return chance.choice([*places, *[house] * 2, *[person] * 5])


def _keys(desk: Desk, record: str) -> Sequence[str]:
    with desk.whole() as connection:
        return connection.execute(select(RECORDS[record].c.id)).scalars().all()


def _go(window: MainWindow, name: str, where: dict[str, object]) -> None:
    """Opens it; what is wrong in a form and so holds the window there is let go, as a person does in the end."""
    if not window.navigator.open(name, **where):
        for form in window.findChildren(FormView):
            form.let_go()
        window.navigator.open(name, **where)


def _another_section(window: MainWindow, chance: Random) -> None:
    """The next section of the file that is open, with the arrows of its list."""
    for each in window.findChildren(SectionList):
        if each.isVisible():
            QTest.keyClick(each, chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)))


def _editors(window: MainWindow) -> list[Editor]:
    return [each for each in window.findChildren(Editor) if each.isVisible() and each.isEnabled()]


def _answered(editor: Editor, chance: Random) -> Iterator[Event]:
    """The keys that answer one question, if it is still asked by then."""
    yield Event(lambda: isValid(editor) and editor.isVisible() and editor.setFocus(Qt.FocusReason.TabFocusReason))
    kind = editor.field.kind
    words = chance.choice(TYPED[kind])
    yield Event(lambda: _type(editor, words))
    yield Event(lambda: _press(editor, DOWN_AND_TAKE if kind in PICKED else (Qt.Key.Key_Tab,)))


def _in(editor: Editor) -> QWidget | None:
    """What is typed into; None where the hand has been led elsewhere."""
    at = QApplication.focusWidget()
    return at if at is not None and isValid(editor) and (at is editor or editor.isAncestorOf(at)) else None


def _type(editor: Editor, words: str) -> None:
    for letter in words:
        if at := _in(editor):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(at, QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))


def _press(editor: Editor, keys: Sequence[Qt.Key]) -> None:
    for key in keys:
        if at := _in(editor):
            QTest.keyClick(at, key)


def _say_yes(window: MainWindow) -> None:
    """Says that the first unlikely thing is right."""
    for each in window.findChildren(QPushButton):
        if each.isVisible() and each.text() == YES:
            each.click()
            return


def _shortcut(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
