"""One life of the program, for S1: a marker typed into the window by keys, printed, not exported, crashed, locked.

``python -m promises.at_the_screen PLACE LIFE HOW``: the first LIFE ends by a kill while somebody types, the second by
F12. HOW: ``all`` types into every form that the window has, ``some`` into one. What was typed where is said at the end.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from cheap_doors import CHEAP_DOORS
from desks import PASSPHRASE
from page_windows import ChosenFiles, press, settle
from refugedesk.domain.fields import Field, Kind
from refugedesk.fault_log import write_down
from refugedesk.security.hardening import harden_process
from refugedesk.services import shelf, views
from refugedesk.supervisor import LOCKED
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.entries_section import EntriesSection
from refugedesk.ui.pages.house import NAMES as PANELS
from refugedesk.ui.pages.papers import PapersPage
from refugedesk.ui.pages.section_list import ENTRY, SectionList
from refugedesk.ui.pages.settings_panels.exporting import ExportPanel
from refugedesk.ui.pages.unlock import UnlockPage
from refugedesk.ui.program import Program, application, settings
from waiting import until

MARK = "Zephyrine Quillfeather"
PRINTED = "asked-for.pdf"
"""The one file that may hold names: somebody printed to it."""


def is_text(field: Field) -> bool:
    """Whether the marker can be typed into it."""
    return field.kind in (Kind.TEXT, Kind.LONG_TEXT) and field.longest >= len(MARK) and field.worked_out is None


class Life:
    """The program from unlocking on. ``typed``: form and field of each that took the marker; ``titles``: all seen."""

    def __init__(self, place: Path, kept: QSettings) -> None:
        self.typed: set[str] = set()
        self.titles: set[str] = set()
        self.files = ChosenFiles()
        self.program = Program(application(), place / "store", CHEAP_DOORS, kept, write_down, LOCKED, self.files)
        self.program.faults.catch_all()
        entry = self.program.entry
        assert entry is not None
        entry.show()
        entry.activateWindow()
        settle()
        assert isinstance(entry.page, UnlockPage)
        press(f"Ana Silva\n{PASSPHRASE}\n")
        until(lambda: self.program.window)
        self.window.activateWindow()
        settle()

    @property
    def window(self) -> MainWindow:
        """The open window."""
        assert self.program.window is not None
        return self.program.window

    def open(self, name: str, **where: object) -> None:
        """Goes to a page, as a click on its name does."""
        self.window.activateWindow()  # a box may have been in front
        if not self.window.navigator.open(name, **where):
            self._let_go()
            assert self.window.navigator.open(name, **where), f"nothing leads to {name}"
        self.look()

    def _let_go(self) -> None:
        """What is wrong and so cannot be saved is not wanted."""
        for form in self.window.findChildren(FormView):
            if form.is_changed:
                form.let_go()

    def look(self) -> None:
        """Lets the window settle, and notes what the system is told of it."""
        settle()
        for each in QGuiApplication.topLevelWindows():
            self.titles |= {each.title(), each.filePath()}
        for shown in QApplication.topLevelWidgets():
            self.titles |= {shown.windowTitle(), shown.windowIconText(), shown.windowFilePath()}

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        """A shortcut of the window."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        self.look()

    def fill(self) -> None:
        """Types the marker into every text field of every form on the screen, asked or not."""
        for form in self.window.findChildren(FormView):
            if form.isVisible():
                left = {
                    field.name for field in form.draft.record.asked if is_text(field) and form.section_of(field.name)
                }
                while left:
                    _ask_one(form, left)
                    done = set(self._type_into(form, left))
                    if not done:
                        break
                    left -= done
                form.keeping.now()
        self.look()

    def _type_into(self, form: FormView, names: set[str]) -> Iterator[str]:
        for row in [row for view in form.sections.values() for row in view.rows.values()]:
            if row.editor.field.name in names and row.isVisible() and row.editor.isEnabled():
                row.editor.setFocus(Qt.FocusReason.TabFocusReason)
                press(MARK)
                self.typed.add(f"{form.draft.record.id}.{row.editor.field.name}")
                yield row.editor.field.name

    def fill_new(self) -> None:
        """Something new in each list on the screen, and in what opens within it, typed and saved as Ctrl+S does."""
        for _ in range(2):
            for entries in [each for each in self.window.findChildren(EntriesSection) if each.isVisible()]:
                entries.add_entry()
                self.look()
                self.fill()
                self.key(Qt.Key.Key_S)

    def fill_sections(self) -> None:
        """Each section of the page in turn, its form and a new entry."""
        for each in [found for found in self.window.findChildren(SectionList) if found.isVisible()][:1]:
            keys = [each.item(number).data(ENTRY).key for number in range(each.count())]
            for key in filter(None, keys):
                self._let_go()
                each.chosen.emit(key)
                each.opened.emit(key)
                self.look()
                self.fill()
                self.key(Qt.Key.Key_S)
                self._let_go()
                self.fill_new()


def _ask_one(form: FormView, names: set[str]) -> None:
    """Chooses an answer that makes one of the fields asked, where none of them is."""
    draft = form.draft
    choices = [each for each in draft.record.asked if each.kind is Kind.CHOICE and each.codes is not None]
    for name in sorted(names):
        for field in choices:
            before = draft.answers.get(field.name)
            for code in field.codes.codes if field.codes is not None else ():
                if draft.is_shown(name):
                    break
                draft.set(field.name, code.code)
            if draft.is_shown(name):
                break
            draft.set(field.name, before)
    form.show_answers()
    form.is_changed = True
    settle()


def every_form(life: Life) -> Iterator[str]:
    """Every page that has forms, one after the other."""
    for name in ("referral", "arrival", "unit"):
        life.open(name)
        life.fill()
        life.key(Qt.Key.Key_S)
        yield name
    for panel in PANELS:
        life.open("house", panel=panel)
        life.fill_new()
        yield panel
    for person in views.residents(life.window.desk).rows[:1]:
        life.open("person", resident_id=person.id)
        life.fill_sections()
        yield "person"
        for child in views.person(life.window.desk, person.id).stays[0].children[:1]:
            life.open("child", child_id=child.child_id)
            life.fill_sections()
            yield "child"


def print_to_file(life: Life, place: Path) -> None:
    """The papers of the house and of a stay, printed: the first time she changes her mind."""
    answers = iter((QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted))

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintDialog):
            dialog.printer().setOutputFileName(str(place / PRINTED))
            dialog.done(next(answers))

    life.open("papers")
    page = life.window.navigator.page
    assert isinstance(page, PapersPage)
    for _ in range(2):
        QTimer.singleShot(0, answer)
        page.print_paper()
        life.look()
    life.files.path = None
    page.save_pdf()
    assert (place / PRINTED).stat().st_size > 0


def cancel_exports(life: Life) -> None:
    """An export of the records and one of a return, cancelled where they ask for the place, and one stopped."""
    life.open("settings", panel="export")
    (panel,) = life.window.findChildren(ExportPanel)
    for line in panel.findChildren(QLineEdit):
        line.setFocus()
        press(MARK)
    life.files.path = None
    panel.export()
    life.open("returns")
    life.key(Qt.Key.Key_Return)
    for each in life.window.findChildren(QPushButton):
        if each.isVisible() and each.text() == "Stop":
            each.click()
            break
    life.key(Qt.Key.Key_S)
    life.window.tasks.finish()
    life.look()


def a_fault() -> None:
    """A fault of the program whose words are an answer."""
    raise ValueError(MARK)


def first_life(life: Life, place: Path, how: str) -> None:
    """Everything, and then the crash while somebody types."""
    if how == "all":
        for _ in every_form(life):
            pass
    life.open("search", text=MARK.lower()[:5])
    QTimer.singleShot(0, a_fault)
    life.look()
    print_to_file(life, place)
    cancel_exports(life)
    life.open("referral")
    life.fill()
    assert shelf.kept(life.window.desk), "nothing of what was typed was kept"
    _say(life)
    os.kill(os.getpid(), signal.SIGKILL)


def second_life(life: Life) -> int:
    """What was typed is there, is looked for, and the program is locked."""
    kept = shelf.kept(life.window.desk)
    assert any(MARK in str(shelf.resume(life.window.desk, each.id).answers.values()) for each in kept)
    life.open("search", text=MARK)
    life.open("residents")
    QTimer.singleShot(0, lambda: life.key(Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier))
    application().exec()
    _say(life)
    return life.program.status


def _say(life: Life) -> None:
    print(json.dumps({"typed": sorted(life.typed), "titles": sorted(life.titles)}), flush=True)


if __name__ == "__main__":
    harden_process()
    application()
    here = Path(sys.argv[1])
    alive = Life(here, settings())
    if sys.argv[2] == "1":
        first_life(alive, here, sys.argv[3])
    sys.exit(second_life(alive))
