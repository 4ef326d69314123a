"""One record of a list as a form in a card: saved by Done, Escape or leaving; a note is corrected, never rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.forms import Saved, is_fixed
from refugedesk.services.roles import Action
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.kept_notice import KeptNotice
from refugedesk.ui.forms.readable_section import replace_title
from refugedesk.ui.forms.section_text import SectionText
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

NESTED: Mapping[str, tuple[str, str]] = {
    "goal": ("plan_action", "goal_id"),
    "agency": ("agency_contact", "agency_id"),
    "activity_group": ("group_session", "group_id"),
    "group_session": ("attendance", "session_id"),
    "staff": ("conflict", "staff_id"),
}
"""Record -> the form whose records belong to one of it, and by which link."""


class Nested(Protocol):
    """A list within a form."""

    def close_form(self) -> bool:
        """Saves what is open in it; False where something stops it."""

    def keep(self) -> None:
        """Keeps what has not been saved."""


MakeNested = Callable[[str, str, str], Any]


class EntryForm(QFrame):
    """The form of one record, without the link to whom it belongs to.

    saved: with what was saved; closed: it is done with; history_wanted: with record and key; correction_wanted: a new
    version of what cannot be changed any more.
    foot: what became of it and the buttons, at its end, or where a page has a better place (``has_foot`` False).
    """

    saved = Signal(object)
    closed = Signal()
    history_wanted = Signal(str, str)
    correction_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        owner: str,
        make_nested: MakeNested,
        parent: QWidget | None = None,
        has_foot: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.desk, self.draft, self._owner, self._make_nested = desk, draft, owner, make_nested
        self._began_with = draft.to_save()
        self.nested: Nested | None = None
        self.is_fixed = is_fixed(draft) or not desk.may(Action.RECORD)
        self.status = StatusLine(self)
        self.form: FormView | None = None
        self._body = QVBoxLayout()
        self.foot = boxed(column(self.status, self._foot(), gap=L))
        own = [self.foot] if has_foot else []
        self.setLayout(column(self._head(), self._body, *own, gap=L, margins=(L, M, L, L)))
        self._show_text() if self.is_fixed else self._show_form(draft)

    def _head(self) -> QHBoxLayout:
        title = self.draft.record.title
        self.history = button(
            tr("History"),
            lambda: self.history_wanted.emit(self.draft.record.id, self.draft.id),
            "quiet",
            picture="history",
        )
        if not self.draft.id:
            self.history.hide()
        head = row(text(title if self.draft.id else tr("New: {title}", title=title.lower()), "strong"), self.history)
        head.setStretch(0, 1)
        return head

    def _foot(self) -> QHBoxLayout:
        self.done = button(tr("Close") if self.is_fixed else tr("Save"), self.finish, "primary")
        self.done.setToolTip(tr("Closes (Esc)") if self.is_fixed else tr("Saves and closes (Esc)"))
        self.back = button(tr("Undo changes") if self.draft.id else tr("Discard"), self.put_back, "quiet")
        self.correct = button(tr("Correct…"), lambda: self.correction_wanted.emit(self.draft.id), picture="pencil")
        self.correct.setToolTip(tr("Writes a new version; this one stays as it is"))
        if not (self.is_fixed and self.desk.may(Action.RECORD)):
            self.correct.hide()
        if self.is_fixed:
            self.back.hide()
        return row(self.done, self.back, self.correct, 1, gap=S)

    def _show_text(self) -> None:
        for section in self.draft.record.sections:
            self._body.addWidget(SectionText(section, self.draft, (self._owner,), self))
        self._show_nested()

    def _show_form(self, draft: Draft) -> None:
        self.notice = KeptNotice(self.desk, draft, self)
        self.notice.brought_back.connect(self._bring_back)
        self._body.addWidget(self.notice)
        sections = draft.record.sections
        alone = [replace_title(sections[0])] if len(sections) == 1 else None
        self.form = FormView(self.desk, draft, alone, omit=(self._owner,))
        self.form.edited.connect(lambda: self.status.say(""))
        self.form.said.connect(self.status.take)
        self.form.saved.connect(self._take_saved)
        self._body.addWidget(self.form)
        self._show_nested()

    def _show_nested(self) -> None:
        """The records that belong to this one, once it is stored: the actions of a goal."""
        if self.draft.id and self.draft.record.id in NESTED:
            record, owner = NESTED[self.draft.record.id]
            made = self._make_nested(record, owner, self.draft.id)
            self._body.addWidget(made)
            self.nested = made

    def _bring_back(self, draft: Draft) -> None:
        if self.form is not None:
            self._body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.draft = draft
        self._show_form(draft)
        if self.form is not None:
            self.form.is_changed = True
            self.form.show()

    def _take_saved(self, done: Saved) -> None:
        self.history.show()
        self.saved.emit(done)

    def focus_first(self) -> None:
        """Puts the focus into the first field, or on Done where nothing can be changed."""
        if self.form is None:
            self.done.setFocus(Qt.FocusReason.TabFocusReason)
            return
        rows = next(iter(self.form.sections.values())).rows
        blank = (name for name in rows if self.draft.answers.get(name) in (None, ()) and self.draft.is_shown(name))
        rows[next(blank, next(iter(rows)))].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def finish(self) -> bool:
        """Saves, a new one even when nothing was typed, and closes; False where something stops it."""
        if self.nested is not None and not self.nested.close_form():
            return False
        if self.form is not None and (self.form.is_changed or not self.draft.id) and self.form.save() is None:
            return False
        self.closed.emit()
        return True

    def close_form(self) -> bool:
        """Saves what was typed and closes; a new one is let go that says no more than when it was opened."""
        if self.form is not None and self.form.is_changed:
            if self._says_something(self.form):
                return self.finish()
            self.form.let_go()
        if self.nested is not None and not self.nested.close_form():
            return False
        self.closed.emit()
        return True

    def _says_something(self, form: FormView) -> bool:
        """What was typed into a new one and taken out again is nothing to save."""
        form.flush()
        return bool(self.draft.id or self.draft.typed) or self.draft.to_save() != self._began_with

    def put_back(self) -> None:
        """Lets the changes go."""
        if self.form is not None:
            self.form.let_go()
        self.closed.emit()

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.form is not None and self.form.is_changed:
            self.form.keeping.now()
        if self.nested is not None:
            self.nested.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape saves and closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
            return
        super().keyPressEvent(event)
