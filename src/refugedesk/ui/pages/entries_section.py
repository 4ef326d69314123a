"""The records of one form that belong to somebody, newest first; each opens as a form where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from refugedesk.domain.fields import Answer, Record
from refugedesk.domain.records import ALL
from refugedesk.domain.words import ENGLISH, spoken, tr
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.services.forms import Saved
from refugedesk.services.linked import LinkedRow, linked
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.entry_form import NESTED, EntryForm
from refugedesk.ui.pages.entry_words import SINGLE, article, none_yet, plural_title
from refugedesk.ui.tab_walk import lay_tab_order
from refugedesk.ui.tokens import FORM_WIDTH, M, S
from refugedesk.ui.widgets.badges import BadgeView, missing_badge
from refugedesk.ui.widgets.boxes import bounded, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import figures, shortened, text

DAY_WIDTH = 88
MOST_LETTERS = 140
"""Of longer words a line shows the beginning: all of them stand under the mouse, and in the record it opens."""


def day_width(label: QLabel) -> int:
    """Wide enough for any day, whatever the months are called: the days of a list stand under one another."""
    if spoken() == ENGLISH:
        return DAY_WIDTH
    days = (say_day(date(2028, month, 28)) for month in range(1, 13))
    return max(DAY_WIDTH, *(label.fontMetrics().horizontalAdvance(day) + M for day in days))


Given = Callable[[], dict[str, Answer]]


class EntryLine(QPushButton):
    """One record as a line that is a button: its day, itself in words, what is missing."""

    def __init__(self, of: LinkedRow, open_it: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.of = of
        self.setAccessibleName(", ".join(filter(None, (say_day(of.on), of.words, _missing_words(of.missing)))))
        words = shortened(of.words, MOST_LETTERS)
        self.setToolTip(tr("Enter opens it.") if words == of.words else of.words)
        day = figures(say_day(of.on), "soft")
        day.setFixedWidth(day_width(day))
        if of.on is None:
            day.hide()
        self.inside = row(day, text(words), BadgeView(missing_badge(of.missing)), gap=M, margins=(M, S, M, S))
        self.inside.setStretch(1, 1)
        self.setLayout(self.inside)
        wraps = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        wraps.setHeightForWidth(True)
        self.setSizePolicy(wraps)
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda _is_checked: open_it())

    def sizeHint(self) -> QSize:
        """As wide as it gets, and as high as its words need then."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A button would ask for all its words on one line; these wrap."""
        return self.inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need at that width."""
        return self.inside.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as a click does; arrows go to the next and the last one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def _missing_words(missing: int) -> str:
    return tr("{missing} missing", missing=missing) if missing else ""


class EntriesSection(QWidget):
    """The list with the button for one more.

    owner: the link that names whom the records belong to, key: their key, both empty for all there are; given:
    answers a new one begins with.
    saved: something changed; history_wanted: with record and key.
    """

    saved = Signal(object)
    history_wanted = Signal(str, str)

    def __init__(self, desk: Desk, record_id: str, owner: str, key: str, given: Given = dict, title: str = "") -> None:
        super().__init__()
        self.desk, self.record, self.owner, self.key, self._given = desk, desk.forms[record_id], owner, key, given
        self.setMaximumWidth(FORM_WIDTH)
        self.open: EntryForm | None = None
        self.heading = text(title or plural_title(self.record), "section")
        self.add = button(tr("Add {article}", article=article(self.record)), self.add_entry, picture="plus")
        if not desk.may(Action.RECORD):
            self.add.hide()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._form = QVBoxLayout()
        self._head, self._first = row(self.heading), row(1)
        self.none = text(none_yet(self.record), "soft")
        self._head.setStretch(0, 1)
        self.setLayout(bounded(self._head, self._form, self.none, self._first, self._list, gap=M))
        self.lines: list[EntryLine] = []
        self.refresh()

    def refresh(self) -> None:
        """Reads the list anew."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = linked(self.desk, self.record.id, self.owner, self.key)
        self.lines = []
        for each in rows:
            if self.open is not None and self.open.draft.id == each.id:
                continue  # it stands above, as a form
            line = EntryLine(each, partial(self.open_entry, each.id))
            self.lines.append(line)
            self._list.addWidget(line)
        self._place_button(is_empty=not rows and self.open is None)
        if self.record.id in SINGLE:
            self.add.setVisible(not rows and self.desk.may(Action.RECORD))

    def _place_button(self, *, is_empty: bool) -> None:
        """Beside the heading of a list; under the sentence that says that there is none."""
        self.none.setVisible(is_empty)
        goes, stands = (self._first, self._head) if is_empty else (self._head, self._first)
        if goes.indexOf(self.add) < 0:
            stands.removeWidget(self.add)
            goes.insertWidget(0 if is_empty else goes.count(), self.add)

    def open_form(self, at: str = "") -> None:
        """Opens the record of that key; without one the newest, or a new one where there is none."""
        if at:
            self.open_entry(at)
        elif self.lines and self.open is None:
            self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.add_entry()

    def add_entry(self) -> None:
        """A new record, open at the head of the list."""
        if not self.close_form() or not self.desk.may(Action.RECORD):
            return
        link: dict[str, Answer] = {self.owner: self.key} if self.owner else {}
        self._show(forms.new_draft(self.desk, self.record.id, **link, **self._given()))

    def open_entry(self, key: str) -> None:
        """Opens a stored record at the head of the list."""
        if self.close_form():
            self._show(forms.open_draft(self.desk, self.record.id, key))

    def _show(self, draft: forms.Draft) -> None:
        self.open = EntryForm(self.desk, draft, self.owner, self._nested, self)
        self.open.saved.connect(self._take_saved)
        self.open.closed.connect(self._put_away)
        self.open.history_wanted.connect(self.history_wanted)
        self.open.correction_wanted.connect(self._correct)
        self._form.addWidget(self.open)
        self._hide_line(draft.id)
        self._place_button(is_empty=False)
        lay_tab_order(self.add, self.open)
        self.open.show()
        self.open.focus_first()

    def _hide_line(self, key: str) -> None:
        """The record that is open as a form has no line besides."""
        for line in self.lines:
            line.setVisible(line.of.id != key)

    def _nested(self, record: str, owner: str, key: str) -> EntriesSection:
        inside = EntriesSection(self.desk, record, owner, key, beginning(self.desk, ALL[record]))
        inside.saved.connect(self.saved)
        inside.history_wanted.connect(self.history_wanted)
        return inside

    def _correct(self, key: str) -> None:
        """A new version of a note, which names the one it corrects."""
        earlier = forms.open_draft(self.desk, self.record.id, key).answers
        if not self.close_form():
            return
        given = {**earlier, **self._given(), "corrects": key}
        self._show(forms.new_draft(self.desk, self.record.id, **given))

    def _take_saved(self, done: Saved) -> None:
        self.refresh()
        self.saved.emit(done)
        if done.version == 1 and self.record.id in NESTED:  # what belongs to it can be added now
            QTimer.singleShot(0, lambda: self.open_entry(done.id))

    def _put_away(self) -> None:
        had_focus = self.open is not None and self.open.isAncestorOf(self.focusWidget() or self)
        if self.open is not None:
            self._form.removeWidget(self.open)
            self.open.hide()
            self.open.deleteLater()
            self.open = None
            self.refresh()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> bool:
        """Saves what was changed and closes; False, and still open, where something stops it."""
        return self.open is None or self.open.close_form()

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.open is not None:
            self.open.keep()


def beginning(desk: Desk, record: Record) -> Given:
    """What a new record begins with: today, and who is at the desk."""
    names = {field.name for field in record.fields}
    given: dict[str, Answer] = {record.dated_by: desk.today} if record.dated_by in names else {}
    if "worker" in names:
        given["worker"] = desk.user.name
    if record.id == "risk_assessment":
        given["tool"] = "checklist_24"
    return lambda: given
