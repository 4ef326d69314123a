"""The children of a stay as cards; each opens where it stands, with what is true of the child and of the stay."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.views import ChildRow, PersonFile, StayFile
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.tab_order import put_after
from refugedesk.ui.tokens import FORM_WIDTH, L, M, S
from refugedesk.ui.widgets.badges import BadgeView, missing_badge
from refugedesk.ui.widgets.boxes import BoundedColumn, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

CHILD, IN_STAY = ALL["child"].sections[0], ALL["child_stay"].sections[0]
LINKS = ("resident_id", "child_id", "stay_id")


class ChildForms(QFrame):
    """Both forms of one child, saved together. ``saved``, ``closed``; ``history_wanted`` with record and key."""

    saved = Signal(object)
    closed = Signal()
    history_wanted = Signal(str, str)

    def __init__(self, desk: Desk, child: Draft, in_stay: Draft, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.child = FormView(desk, child, [CHILD], LINKS)
        self.in_stay = FormView(desk, in_stay, [IN_STAY], LINKS)
        self.status = StatusLine(self)
        for form in (self.child, self.in_stay):
            form.edited.connect(lambda: self.status.say(""))
            form.said.connect(self.status.take)
        done = button(tr("Save child"), self.finish, "primary")
        back = button(tr("Undo changes") if child.id else tr("Discard"), self.put_back, "quiet")
        history = button(tr("History"), lambda: self.history_wanted.emit("child", child.id), "quiet", picture="history")
        if not child.id:
            history.hide()
        foot = row(done, back, 1, gap=S)
        head = row(text(title, "strong"), history)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.child, self.in_stay, self.status, foot, gap=L, margins=(L, M, L, L)))

    def save(self) -> bool:
        """Saves the child and then what is true of the stay; whether both could be."""
        is_new = not self.child.draft.id
        if (is_new or self.child.is_changed) and self.child.save() is None:
            return False
        self.in_stay.draft.set("child_id", self.child.draft.id)
        is_due = not self.in_stay.draft.id or self.in_stay.is_changed
        return not is_due or self.in_stay.save() is not None

    def close_form(self) -> bool:
        """Saves what was changed and closes; False, and still open, where something stops it."""
        if self.child.is_changed or self.in_stay.is_changed:
            return self.finish()
        self.put_back()
        return True

    def finish(self) -> bool:
        """Saves both forms, a new child's even when nothing was typed: nothing may be known yet."""
        if not self.save():
            return False
        self.saved.emit(None)
        return True

    def put_back(self) -> None:
        """Lets the changes go."""
        self.child.let_go()
        self.in_stay.let_go()
        self.closed.emit()

    def keep(self) -> None:
        """Keeps what has not been saved."""
        for form in (self.child, self.in_stay):
            if form.is_changed:
                form.keeping.now()


class ChildrenSection(QWidget):
    """The cards, and the button for one more. ``saved``: something changed; ``file_wanted``: the child's own file."""

    saved = Signal(object)
    history_wanted = Signal(str, str)
    file_wanted = Signal(str)

    def __init__(self, desk: Desk, file: PersonFile, stay: StayFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._file, self._stay = desk, file, stay
        self.setMaximumWidth(FORM_WIDTH)
        self.open: ChildForms | None = None
        self._hidden: QFrame | None = None
        self.add = button(tr("Add a child"), self.add_child, picture="plus")
        if not desk.may(Action.RECORD):
            self.add.hide()
        self._column = BoundedColumn(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addLayout(row(text(tr("Children"), "section"), 1, self.add))
        if not stay.children:
            self._column.addWidget(text(tr("No children are recorded in this stay."), "soft"))
        self.cards = [self._card(child) for child in stay.children]
        for card in self.cards:
            self._column.addWidget(card)
        for child in self._earlier():
            self._column.addWidget(self._offer(child))

    def _card(self, child: ChildRow) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("card")
        words = column(text(child.name, "strong"), text(child_words(child), "soft"), gap=0)
        change = button(tr("Change"), lambda: self.open_child(child, frame), "quiet", picture="pencil")
        change.setAccessibleName(tr("Change {name}", name=child.name))
        if not self._desk.may(Action.RECORD):
            change.hide()
        file = button(tr("Open file"), lambda: self.file_wanted.emit(child.child_id), "quiet", picture="file-text")
        file.setAccessibleName(tr("Open the file of {name}", name=child.name))
        file.setToolTip(tr("The child's own file: health, school, risk, contacts, notes"))
        line = row(words, BadgeView(missing_badge(child.missing)), change, file, margins=(L, M, M, M))
        line.setStretch(0, 1)
        frame.setLayout(line)
        return frame

    def _offer(self, child: ChildRow) -> QFrame:
        """A child of an earlier stay, who may have come again."""
        frame = QFrame(self)
        frame.setObjectName("notice")
        add = button(tr("Add to this stay"), lambda: self._add_again(child), "quiet", picture="plus")
        frame.setLayout(
            row(text(tr("{name}, who came in an earlier stay", name=child.name)), 1, add, margins=(L, S, M, S))
        )
        frame.setVisible(self._stay.ended_on is None and self._desk.may(Action.RECORD))
        return frame

    def _earlier(self) -> list[ChildRow]:
        here = {child.child_id for child in self._stay.children}
        others = {child.child_id: child for stay in self._file.stays for child in stay.children}
        return [child for key, child in others.items() if key not in here]

    def open_form(self, _at: str = "") -> None:
        """Opens the first child's card, or a new one where there is none."""
        if self.cards and self.open is None:
            self.open_child(self._stay.children[0], self.cards[0])
        elif not self.cards:
            self.add_child()

    def open_child(self, child: ChildRow, card: QFrame) -> None:
        """Opens a card where it stands."""
        if not self.close_form():
            return
        drafts = (
            forms.open_draft(self._desk, "child", child.child_id),
            forms.open_draft(self._desk, "child_stay", child.child_stay_id),
        )
        self._open(*drafts, child.name, self._column.indexOf(card))
        card.hide()
        self._hidden = card

    def add_child(self) -> None:
        """A new card, open, at the head."""
        if not self.close_form():
            return
        child = forms.new_draft(self._desk, "child", resident_id=self._file.resident_id)
        in_stay = forms.new_draft(self._desk, "child_stay", stay_id=self._stay.id, in_refuge="yes")
        self._open(child, in_stay, tr("A new child"), 1)

    def _add_again(self, child: ChildRow) -> None:
        if not self.close_form():
            return
        draft = forms.open_draft(self._desk, "child", child.child_id)
        in_stay = forms.new_draft(
            self._desk, "child_stay", stay_id=self._stay.id, child_id=child.child_id, in_refuge="yes"
        )
        self._open(draft, in_stay, child.name, 1)

    def _open(self, child: Draft, in_stay: Draft, title: str, at: int) -> None:
        self.open = ChildForms(self._desk, child, in_stay, title, self)
        self.open.saved.connect(self.saved)
        self.open.closed.connect(self._close)
        self.open.history_wanted.connect(self.history_wanted)
        self._column.insertWidget(at, self.open)
        put_after(self.add, self.open)
        self.open.show()
        self.open.child.focus_on("first_name")

    def close_form(self) -> bool:
        """Saves and closes the open card; False where something stops it."""
        return self.open is None or self.open.close_form()

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.open is not None:
            self.open.keep()

    def _close(self) -> None:
        if self.open is not None:
            self.open.hide()
            self.open.deleteLater()
            self.open = None
        if self._hidden is not None:
            self._hidden.show()
            self._hidden = None


def child_words(child: ChildRow) -> str:
    """A child in one line: age, sex, where, social care."""
    where = {"yes": tr("in the refuge"), "no": tr("lives elsewhere")}.get(child.in_refuge.lower(), "")
    age = (
        tr("age not known")
        if child.age is None
        else tr("{age} years old", age=child.age)
        if child.age
        else tr("under 1")
    )
    return " · ".join(part for part in (age, child.sex, where, child.status) if part)
