"""A section that reads as text, turns into a form where it stands, and saves by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Section
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.forms import Saved
from refugedesk.services.roles import Action
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.section_text import SectionText
from refugedesk.ui.forms.tab_order import put_after
from refugedesk.ui.tokens import FORM_WIDTH, L, S
from refugedesk.ui.widgets.boxes import BoundedColumn
from refugedesk.ui.widgets.buttons import button

PAUSE_MS = 4000


class ReadableSection(QWidget):
    """One section of a stored record.

    It works on a copy of the draft, so that what is shown elsewhere is what is stored. saved: with what was saved;
    history_wanted: the record's history is asked for.
    """

    saved = Signal(object)
    history_wanted = Signal()
    saves_by_itself = True

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        section: Section,
        omit: Iterable[str] = (),
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.draft, self.section, self._omit = desk, draft, section, tuple(omit)
        self.form: FormView | None = None
        self._text: SectionText | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.save_after_pause)
        self.setMaximumWidth(FORM_WIDTH)
        self.status = StatusLine(self)
        self._column = BoundedColumn(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        self._column.addLayout(self._head(title or tr(section.title)))
        self._column.addWidget(self.status)
        self._show_text()

    def _head(self, title: str) -> QHBoxLayout:
        heading = QLabel(title, self)
        heading.setObjectName("section")
        self.change = self._button(tr("Change"), "pencil", self.open_form, tr("Change {title} (Enter)", title=title))
        self.done = self._button(tr("Save"), "check", self.close_form, tr("Save and read (Esc)"))
        history = self._button(
            tr("History"), "history", self.history_wanted.emit, tr("Who changed {title}, and when", title=title)
        )
        self.change.setVisible(self.desk.may(Action.RECORD))
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(heading)
        row.addStretch(1)
        self.undo = self._button(tr("Undo changes"), "undo-2", self.put_back, tr("Leave it as it was before"))
        for made in (history, self.change, self.undo, self.done):
            row.addWidget(made)
        return row

    def _button(self, text: str, picture: str, act: Callable[[], object], tip: str) -> QPushButton:
        made = button(text, act, "quiet", picture=picture, parent=self)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        return made

    @property
    def is_open(self) -> bool:
        """Whether it is a form just now."""
        return self.form is not None

    def open_form(self, at: str | bool = "") -> None:
        """Turns the text into a form, the focus in one field or the first."""
        if self.form is None and self.desk.may(Action.RECORD):
            self._show_form(self._copy())
            self.status.say("")
        if self.form is not None:
            self._focus(self.form, at if isinstance(at, str) else "")

    def bring_back(self, draft: Draft) -> None:
        """Opens the form on a draft that was kept and not saved."""
        self._show_form(draft).is_changed = True

    def show_stored(self, draft: Draft) -> None:
        """Reads as the record is stored now, where something else has changed it; an open form stays."""
        self.draft = draft
        if not self.is_open:
            self._show_text()

    def save(self) -> bool:
        """Saves what was changed; True where nothing is left unsaved. What stops it is said and shown."""
        self._pause.stop()
        if self.form is None or not self.form.is_changed:
            return True
        return self.form.save() is not None

    def close_form(self) -> bool:
        """Saves and turns back into text; False, and still a form, where something stops it."""
        if not self.save():
            self.undo.show()
            return False
        if self.form is not None:
            had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
            self._show_text()
            if had_focus:
                self.change.setFocus()
        return True

    def put_back(self) -> None:
        """Lets the changes go and reads as what is stored."""
        if self.form is not None:
            self.form.let_go()
        self._pause.stop()
        self.status.say("")
        self._show_text()

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.form is not None and self.form.is_changed:
            self.form.keeping.now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape saves and closes the form."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_form()
            return
        super().keyPressEvent(event)

    def _copy(self) -> Draft:
        return replace(self.draft, answers=dict(self.draft.answers), confirmed=set(), typed=dict(self.draft.typed))

    def _show_form(self, draft: Draft) -> FormView:
        self._drop_text()
        self.form = self._build_form(draft)
        self._column.insertWidget(1, self.form)
        put_after(self.done, self.form)
        self.form.show()
        self._show_buttons()
        return self.form

    def _build_form(self, draft: Draft) -> FormView:
        form = FormView(self.desk, draft, [replace_title(self.section)], self._omit)
        form.edited.connect(self._take_edit)
        form.said.connect(self.status.take)
        form.saved.connect(self._take_saved)
        return form

    def _focus(self, form: FormView, at: str) -> None:
        rows = next(iter(form.sections.values())).rows
        name = at if at in rows else next(iter(rows))
        rows[name].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_edit(self) -> None:
        self.status.say("")
        self._pause.start()

    def save_after_pause(self) -> None:
        """A pause saves what can be saved and says nothing of what cannot: the person may be in the middle of it."""
        if self.saves_by_itself and self.form is not None and self.form.is_changed and self.form.draft.can_save:
            self.form.save()

    def _take_saved(self, done: Saved) -> None:
        if self.form is not None:
            saved = self.form.draft
            self.draft.answers, self.draft.version = dict(saved.answers), saved.version
            self.draft.confirmed = set(saved.confirmed)
        self.saved.emit(done)

    def _show_text(self) -> None:
        if self.form is not None:
            self._let_go(self.form)
            self.form = None
        self._drop_text()
        self._text = SectionText(self.section, self.draft, self._omit, self)
        self._text.picked.connect(self.open_form)
        self._column.insertWidget(1, self._text)
        self._show_buttons()

    def _drop_text(self) -> None:
        if self._text is not None:
            self._let_go(self._text)
            self._text = None

    def _let_go(self, widget: QWidget) -> None:
        """Without a parent it could open as a window of its own for a moment, and take the focus."""
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _show_buttons(self) -> None:
        self.change.setVisible(not self.is_open and self.desk.may(Action.RECORD))
        self.done.setVisible(self.is_open)
        self.undo.setVisible(self.is_open and not self.saves_by_itself)


def replace_title(section: Section) -> Section:
    """The section without a heading of its own: the one above it stays when text becomes a form."""
    return replace(section, title="")
