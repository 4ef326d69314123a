"""A keyboard and nothing else: Tab, arrows, letters and the window's own shortcuts, until a journey is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from page_windows import focus, press, settle
from refugedesk.services.clock import FixedClock
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.section_list import ENTRY

PageType = TypeVar("PageType", bound=Page)
MOST_TABS = 160


class Sittings(Protocol):
    """The program the keyboard stands before, one sitting after another, and the clock on the wall."""

    clock: FixedClock

    def lock(self) -> EntryWindow:
        """Locks; the window that asks who is there."""

    def unlock(self) -> MainWindow:
        """Types a name and a passphrase; the window that opens."""


class Keyboard:
    """What a person's hands do to the window."""

    def __init__(self, window: MainWindow, sittings: Sittings | None = None) -> None:
        self.window, self._sittings = window, sittings
        self.screen: MainWindow | EntryWindow = window
        """What is on the screen: the window, or the one that asks who is there."""
        self.after_step: Callable[[str], object] = lambda _name: None
        """Called after each thing done, with a word for it: a camera stands here when pictures are wanted."""

    def come_back(self, at: datetime) -> None:
        """Locks, as one does who goes home, and unlocks at that hour: a fresh window, and Home."""
        assert self._sittings is not None and at > self._sittings.clock.instant, "time runs forwards"
        self.screen = self._sittings.lock()
        self._sittings.clock.instant = at
        self.after_step(f"locked-until-{at:%d-%b}")
        self.screen = self.window = self._sittings.unlock()
        self.after_step(f"unlocked-{at:%d-%b}")

    def page(self, kind: type[PageType]) -> PageType:
        """The page on the screen, which must be of that kind."""
        settle()
        page = self.window.navigator.page
        assert isinstance(page, kind), page
        return page

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        """Presses a shortcut into the window."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        settle()
        self.after_step(f"key-{key.name.removeprefix('Key_')}")

    def tab_to(self, name: str) -> None:
        """Tab until the focus is in the editor of the field of that name."""
        for _ in range(MOST_TABS):
            if field_with_focus() == name:
                return
            press("\t")
        raise AssertionError(f"{MOST_TABS} tabs do not lead to {name}; the focus is in {QApplication.focusWidget()}")

    def tab_to_button(self, words: str) -> None:
        """Tab until the focus is on the button that begins with these words, and press it."""
        for _ in range(MOST_TABS):
            at = QApplication.focusWidget()
            if isinstance(at, QAbstractButton) and words_of(at).startswith(words):
                press(" ")
                settle()
                self.after_step(words)
                return
            press("\t")
        raise AssertionError(f"{MOST_TABS} tabs do not lead to the button {words!r}")

    def tab_to_list(self, name: str) -> None:
        """Tab until the focus is in the list of that name."""
        for _ in range(MOST_TABS):
            at = QApplication.focusWidget()
            if isinstance(at, QAbstractItemView) and at.accessibleName() == name:
                return
            press("\t")
        raise AssertionError(f"{MOST_TABS} tabs do not lead to the list {name!r}")

    def fill(self, **typed: str) -> None:
        """Types each answer into its field, in the order of the form; Tab leaves it."""
        for name, words in typed.items():
            self.tab_to(name)
            press(f"{words}\t")
        self.after_step(f"filled-{next(reversed(typed))}")

    def tick(self, name: str, *labels: str) -> None:
        """Ticks answers in a field that takes several: arrows move, Space ticks."""
        self.tab_to(name)
        for label in labels:
            self._move_to_tick(label)
            press(" ")
        press("\t")

    def _move_to_tick(self, label: str) -> None:
        for key in [Qt.Key.Key_Up] * 40 + [Qt.Key.Key_Down] * 40:
            at = QApplication.focusWidget()
            if isinstance(at, QAbstractButton) and at.text() == label:
                return
            QTest.keyClick(focus(), key)
        raise AssertionError(f"no arrow leads to the tick {label!r}")

    def go_to_section(self, key: str) -> None:
        """Goes to a section of a person's file with the arrows."""
        page = self.page(PersonPage)
        for _ in range(MOST_TABS):
            if focus() is page.list:
                break
            QTest.keyClick(focus(), Qt.Key.Key_Backtab)
        keys = [page.list.item(number).data(ENTRY).key for number in range(page.list.count())]
        assert key in keys, keys
        for _ in range(len(keys) * 2):
            here = page.list.currentItem().data(ENTRY).key
            if here == key:
                settle()
                assert page.key == key
                self.after_step(f"section-{key}")
                return
            QTest.keyClick(page.list, Qt.Key.Key_Down if keys.index(here) < keys.index(key) else Qt.Key.Key_Up)
            settle()
        raise AssertionError(f"no arrow leads to {key}")

    def add_to(self, section: str, **typed: str) -> None:
        """A new record in a section's list: Ctrl+N, the answers, Ctrl+S."""
        self.go_to_section(section)
        self.shortcut(Qt.Key.Key_N)
        self.fill(**typed)
        self.shortcut(Qt.Key.Key_S)
        self.assert_saved()

    def assert_saved(self) -> None:
        """Nothing on the page says that it could not be saved."""
        page = self.window.navigator.page
        assert page is None or page.can_leave(), page


def words_of(button: QAbstractButton) -> str:
    """What a button is called, without the blanks its picture needs."""
    return button.text().strip() or button.accessibleName()


def field_with_focus() -> str:
    """The name of the field whose editor has the focus; empty where none has."""
    at: QWidget | None = QApplication.focusWidget()
    while at is not None:
        if isinstance(at, Editor):
            return at.field.name
        at = at.parentWidget()
    return ""
