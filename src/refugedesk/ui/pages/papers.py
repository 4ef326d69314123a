"""Papers: seen as they will be printed, then printed or saved as a PDF. F9 brings the roll-call from anywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from refugedesk.domain.words import counted, noted, tr
from refugedesk.services.papers import KINDS, Paper, file_name, make_paper, note_printed
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.section_list import Entry, SectionList
from refugedesk.ui.paper.sheets import LOOK, as_html, paint, write_pdf
from refugedesk.ui.printing import a_printer
from refugedesk.ui.tokens import HELP_RAIL_WIDTH, XL, XXL, L, M
from refugedesk.ui.widgets.boxes import column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text


class PapersPage(Page):
    """The kinds of paper at the left, the one that is open as it will be printed."""

    title = noted("Papers")
    help_topic = "papers"

    def __init__(self, window: DeskWindow, kind: str = "", stay_id: str = "") -> None:
        super().__init__()
        self._window, self.desk, self._stay_id = window, window.desk, stay_id
        self.rail = "residents" if stay_id else "house"
        self._kinds = [each for each in KINDS if not each.of_stay or stay_id]
        if stay_id:
            self._kinds.sort(key=lambda each: not each.of_stay)
        self.list = SectionList(self)
        self.list.setAccessibleName(tr("Kinds of paper"))
        self.list.setFixedWidth(HELP_RAIL_WIDTH)
        self.list.chosen.connect(self.show_paper)
        self.sheet = QTextBrowser(self)
        self.sheet.setOpenLinks(False)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.setAccessibleName(tr("The paper as it will be printed"))
        self.sheet.document().setDefaultStyleSheet(LOOK)
        self.made = text("", "small")
        print_it = button(tr("Print…"), self.print_paper, "primary", "Ctrl+P", "printer")
        save = button(tr("Save as PDF…"), self.save_pdf, picture="download")
        head = row(self.made, print_it, save, gap=M)
        head.setStretch(0, 1)
        body = column(head, self.sheet, gap=M)
        whole = row(self.list, body, gap=XL, margins=(XXL, L, XXL, L))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        names = [each.id for each in self._kinds]
        self.kind = kind if kind in names else names[0]
        self.list.show_entries([Entry(each.id, tr(each.title)) for each in self._kinds], self.kind)
        self.show_paper(self.kind)

    def show_paper(self, kind: str) -> None:
        """Shows one paper."""
        self.kind = kind
        self.paper: Paper = make_paper(self.desk, kind, self._stay_id)
        self.sheet.setHtml(as_html(self.paper))
        self.made.setText(self.paper.made)

    def print_paper(self) -> None:
        """Asks for a printer and prints; it is written down that it was."""
        printer = a_printer(self)
        if printer is not None:
            pages = paint(self.paper, printer)
            self._note(counted(pages, "Sent to the printer.", "Sent to the printer: %n pages."))

    def save_pdf(self) -> None:
        """Asks where to, and writes a PDF there; it is written down that it was."""
        name = file_name(self.paper, self.desk)
        path = self._window.dialogs.file_to_save(self, tr("Save as PDF"), name, tr("PDF (*.pdf)"))
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        try:
            write_pdf(self.paper, path)
        except OSError:
            self._window.say(tr("The PDF could not be written there. Choose another folder and save again."))
            return
        self._note(
            tr("Saved as {name}. It is not encrypted: take it off the computer when it is not needed.", name=path.name)
        )

    def _note(self, words: str) -> None:
        note_printed(self.desk, self.paper, self._stay_id)
        self._window.say(words)

    def first_focus(self) -> QWidget:
        """The kinds of paper."""
        return self.list

    def place(self) -> dict[str, object]:
        """The paper that is open."""
        return {"kind": self.kind, "stay_id": self._stay_id}
