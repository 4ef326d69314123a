"""The log of what was given to courts and others: of every file, or of one, to which an entry can be added."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import noted, tr
from refugedesk.services.handing_over import HandedOverRow, hand_over, handed_over_rows
from refugedesk.services.wording import count_of, say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.access_parts.given_form import GivenForm
from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FORM_WIDTH, XXL, L, M
from refugedesk.ui.widgets.boxes import bounded, boxed, column, framed, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

COLUMNS: Final = (
    Column(noted("Given on"), lambda line: Cell(say_day(line.given_on), is_soft=True), 11),
    Column(noted("From whose file"), lambda line: Cell(line.who, is_strong=True), 16),
    Column(noted("To whom"), lambda line: Cell(line.to_whom, tip=line.to_whom), 18),
    Column(noted("Under what authority"), lambda line: Cell(line.authority, tip=line.authority), 20),
    Column(noted("What"), lambda line: Cell(line.what, tip=line.what), 22),
    Column(noted("By"), lambda line: Cell(line.by, is_soft=True), 13),
)
WHAT: Final = noted("Nobody can change or take out an entry. One that is wrong is followed by one that says so.")


class HandedOverPage(Page):
    """Newest first; Enter opens the file."""

    title = noted("What was handed over")
    rail = "settings"
    help_topic = "own-file"

    def __init__(self, window: DeskWindow, resident_id: str = "") -> None:
        super().__init__()
        self._window, self.desk, self._resident_id = window, window.desk, resident_id
        self.meaning, self.outcome = text("", "soft"), Notice()
        self.add = button(tr("Write down what was given…"), self._open_form, "primary", picture="plus")
        self.model = RowsModel(COLUMNS, self)
        self.list = ListView(tr("What was handed over"), self)
        self.list.setModel(self.model)
        self.list.opened.connect(self._open_file)
        self.form = GivenForm(self.desk, "court_order")
        self.keep_it = button(tr("Write it down"), self._keep, "primary")
        self.nothing = EmptyState("file-text", tr("Nothing was handed over"), self._nothing_words())
        self._lay_out()

    def _nothing_words(self) -> str:
        if self._resident_id:
            return tr("Write down here what a court, the police or another service was given of this file.")
        return tr("What a person, a court or another service was given stands here. Write it down from their file.")

    def _lay_out(self) -> None:
        frame = framed(self.list)
        asked = QWidget()
        asked.setMaximumWidth(FORM_WIDTH)
        asked.setLayout(
            bounded(self.form, boxed(row(self.keep_it, button(tr("Leave it"), self._close_form), 1)), 1, gap=L)
        )
        self._frame, self._given = frame, scrolled(boxed(column(asked, margins=(0, 0, L, L))))
        self._given.hide()
        self.add.setVisible(bool(self._resident_id))
        head = row(self.meaning, 1, self.add)
        parts = (head, text(tr(WHAT), "soft"), self.outcome, frame, self.nothing, self._given)
        whole = column(*parts, gap=M, margins=(XXL, M, XXL, M))
        whole.setStretch(3, 1)
        whole.setStretch(4, 1)
        self.setLayout(whole)

    def refresh(self) -> None:
        """Shows the log."""
        rows = handed_over_rows(self.desk, self._resident_id)
        number = count_of(len(rows), "entry", "entries")
        whose = tr("From this file: {number}") if self._resident_id else tr("From every file: {number}")
        self.meaning.setText(whose.format(number=number) if rows else "")
        self.model.fill(rows)
        self._show_list()

    def _show_list(self) -> None:
        """The log, or what it is for while there is nothing in it."""
        self._frame.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)

    def _open_file(self, line: HandedOverRow) -> None:
        if line.resident_id:
            self._window.navigator.open("person", resident_id=line.resident_id)

    def _open_form(self) -> None:
        self.outcome.say("")
        self._frame.hide()
        self.nothing.hide()
        self.add.hide()
        self._given.show()
        self.form.to_whom.setFocus()

    def _close_form(self) -> None:
        self._given.hide()
        self.add.show()
        self._show_list()
        self.first_focus().setFocus()

    def _keep(self) -> None:
        given = self.form.read()
        if given is None:
            return
        try:
            hand_over(self.desk, self._resident_id, given)
        except RefugeDeskError as error:
            self.outcome.say(str(error), "dangerNotice")
            return
        self._close_form()
        self.refresh()
        self.outcome.say(tr("Written down."), "goodNotice")

    def first_focus(self) -> QWidget:
        """The list, or the button where it is empty."""
        return self.list if self.model.rows or self.add.isHidden() else self.add

    def place(self) -> dict[str, object]:
        """Whose file."""
        return {"resident_id": self._resident_id}
