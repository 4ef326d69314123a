"""A person's own file: looked through line by line, then handed over on paper and as data, and written down."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.redaction import Decision, Proposal
from refugedesk.domain.words import noted, tr
from refugedesk.services.access.deciding import Shown, decide, decisions, shown
from refugedesk.services.access.lines import look_through
from refugedesk.services.access.writing import write_pack
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.access_parts.given_form import GivenForm
from refugedesk.ui.pages.access_parts.line_panel import LinePanel
from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.paper.sheets import write_pdf
from refugedesk.ui.tokens import FORM_WIDTH, XXL, L, M
from refugedesk.ui.widgets.boxes import bounded, boxed, column, framed, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

CHIPS: Final = {
    Decision.TAKE_OUT.value: noted("Taken out"),
    Decision.WITHOUT_NAMES.value: noted("Without names"),
    Decision.KEEP.value: noted("Kept"),
}
WORDS: Final = {
    Decision.KEEP: noted("Keep"),
    Decision.WITHOUT_NAMES: noted("Without names"),
    Decision.TAKE_OUT: noted("Take out"),
}
KEYS: Final = {"k": Decision.KEEP, "n": Decision.WITHOUT_NAMES, "t": Decision.TAKE_OUT}
WHAT: Final = noted(
    "What may be about others, or was told in confidence, is proposed to be taken out. Read every line: you decide. "
    "The address of the house is in none of them."
)

NOT_ENCRYPTED: Final = noted(
    "A PDF and the same as data are written into a new folder. They are not encrypted: hand them over, then take them "
    "off this computer."
)


def _becomes(of: Shown) -> Cell:
    return Cell(tr(WORDS[of.decided.decision]), is_soft=of.decided.decision is Decision.KEEP)


def _said(of: Shown) -> Cell:
    words = " ".join((of.words or of.line.words).split())
    return Cell(words, tip=words[:400])


COLUMNS: Final = (
    Column(noted("Where"), lambda of: Cell(of.line.part, is_soft=True, tip=of.line.part), 20),
    Column(noted("What"), lambda of: Cell(of.line.label, tip=of.line.label), 30),
    Column(noted("Words"), _said, 34),
    Column(noted("Becomes"), _becomes, 16),
)


class AccessPage(Page):
    """One resident's file, or a child's own part of it. What was decided is kept at once."""

    title = noted("A person's own file")
    rail = "residents"
    help_topic = "own-file"

    def __init__(self, window: DeskWindow, resident_id: str, child_id: str = "", chip: str = "all") -> None:
        super().__init__()
        self._window, self.desk, self._resident_id, self.chip = window, window.desk, resident_id, chip
        self.pack = look_through(self.desk, resident_id, child_id)
        self.decided = decisions(self.desk, self.pack.about)
        self.meaning, self.outcome = text("", "strong"), Notice()
        self.chips = FilterChips(tr("Which lines"), wraps=True)
        self.chips.chosen.connect(self._choose)
        self.model = RowsModel(COLUMNS, self)
        self.list = ListView(tr("Lines of the file"), self)
        self.list.setModel(self.model)
        self.list.installEventFilter(self)
        self.panel = LinePanel(self._decide)
        self.list.selectionModel().currentRowChanged.connect(self._show_line)
        self.form = GivenForm(
            self.desk, "subject_access", tr("A child's own file") if child_id else tr("Their own file")
        )
        self.hand_over = button(tr("Hand it over…"), self._open_form, "primary", picture="download")
        self.write = button(tr("Choose where, and write it…"), self._write, "primary", picture="download")
        self._lay_out()

    def _lay_out(self) -> None:
        frame = framed(self.list)
        log = button(tr("What was handed over"), self._open_log, "quiet", picture="history")
        body = row(frame, self.panel, gap=L)
        body.setStretch(0, 1)
        self._review = boxed(column(row(self.chips, 1, log, self.hand_over, gap=M), body, gap=M))
        asked = QWidget()
        asked.setMaximumWidth(FORM_WIDTH)
        back = button(tr("Back to the lines"), self._close_form)
        plain = text(tr(NOT_ENCRYPTED), "soft")
        asked.setLayout(bounded(self.form, plain, boxed(row(self.write, back, 1)), 1, gap=L))
        self._given = scrolled(boxed(column(asked, margins=(0, 0, L, L))))
        self._given.hide()
        parts = (self.meaning, text(tr(WHAT), "soft"), self.outcome, self._review, self._given)
        whole = column(*parts, gap=M, margins=(XXL, M, XXL, M))
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def refresh(self) -> None:
        """Shows every line as it stands, keeping the one that was chosen."""
        at = max(self.list.currentIndex().row(), 0)
        every = shown(self.pack, self.decided)
        counts = {code: sum(each.decided.decision.value == code for each in every) for code in CHIPS}
        told = tr("{lines} lines, {out} to be taken out", lines=len(every), out=counts["take_out"])
        self.meaning.setText(f"{self.pack.who}: {told}.")
        chips = [("all", tr("All"), len(every)), *((code, tr(words), counts[code]) for code, words in CHIPS.items())]
        self.chips.show_chips(chips, self.chip)
        rows = [each for each in every if self.chip in ("all", each.decided.decision.value)]
        self.model.fill(rows)
        if rows:
            self.list.selectRow(min(at, len(rows) - 1))
        self._show_line()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """K, N and T decide about the line the keyboard stands on, and go on to the next."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            decision = KEYS.get(event.text().lower())
            button_of = {Decision.KEEP: self.panel.keep, Decision.WITHOUT_NAMES: self.panel.without}
            if decision is not None:
                button_of.get(decision, self.panel.out).click()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, chip: str) -> None:
        self.chip = chip
        self.refresh()

    def _line(self) -> Shown | None:
        at = self.list.currentIndex()
        return self.model.rows[at.row()] if at.isValid() and at.row() < len(self.model.rows) else None

    def _show_line(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        self.panel.show_line(self._line())

    def _decide(self, proposal: Proposal) -> None:
        line, at = self._line(), self.list.currentIndex().row()
        if line is not None:
            self.decided[line.line.key] = proposal
            decide(self.desk, self.pack.about, self.decided)
            self.refresh()
            if self.chip == "all":
                self.list.selectRow(min(at + 1, len(self.model.rows) - 1))

    def _open_form(self) -> None:
        self.outcome.say("")
        self._review.hide()
        self._given.show()
        self.form.to_whom.setFocus()

    def _close_form(self) -> None:
        self._given.hide()
        self._review.show()

    def _open_log(self) -> None:
        self._window.navigator.open("handed_over", resident_id=self._resident_id)

    def _write(self) -> None:
        given = self.form.read()
        if given is None:
            return
        name = f"own-file-{self.desk.today.isoformat()}"
        path = self._window.dialogs.file_to_save(self, tr("Write into a new folder called"), name, tr("Folder (*)"))
        if path is not None:
            try:
                done = write_pack(self.desk, self.pack, self.decided, Path(path), given, write_pdf)
            except RefugeDeskError as error:
                self.outcome.say(str(error), "dangerNotice")
                return
            self._close_form()
            lines = count_of(done.kept + done.masked, "line")
            words = tr(
                "Written into {name}: {lines}, {taken_out} taken out. It stands in the log.",
                name=done.folder.name,
                lines=lines,
                taken_out=done.taken_out,
            )
            apart = tr("The files are not encrypted: take them off the computer.")
            self.outcome.say(f"{words} {apart}", "goodNotice")

    def first_focus(self) -> QWidget:
        """The lines."""
        return self.list

    def place(self) -> dict[str, object]:
        """The file, and which lines are shown."""
        return {"resident_id": self._resident_id, "child_id": self.pack.child_id, "chip": self.chip}
