"""Case stories: at the left what can be told of a stay, at the right the story and whether it could single her out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import noted, tr
from refugedesk.services import merging
from refugedesk.services.case_stories import Paint, StoryBook, give_story, story_book
from refugedesk.services.narratives import warner
from refugedesk.services.wording import say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.forms.type_ahead import TypeAhead
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.story_parts.fact_ticks import FactTicks
from refugedesk.ui.pages.story_parts.told_panel import ToldPanel
from refugedesk.ui.paper.sheets import write_pdf
from refugedesk.ui.tokens import XL, XXL, L, M
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice

SIDE = 400
FILE = "case-story"
HINT = noted("Type a name")
NOBODY = noted("Choose whose story it is. Her name, her days and her age never become part of it.")
COPIED = noted("Copied and written down. Paste it within ten seconds: then it leaves the clipboard.")


class StoryPage(Page):
    """Whose story, which facts, how it reads, and to whom it goes."""

    title = noted("A case story")
    rail = "returns"
    help_topic = "case-stories"

    def __init__(self, window: DeskWindow, resident_id: str = "", stay_id: str = "") -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self.told: ToldPanel | None = None
        picks = merging.files_to_pick(self.desk)
        offers = tuple(Offer(each.id, each.name, each.detail, also=each.also) for each in picks)
        self.whose, self.stay = TypeAhead(lambda: offers, tr(HINT), self), QComboBox(self)
        self._stay_line = Labelled(tr("Which stay"), self.stay)
        self._facts, self._right, self.status = column(), column(), StatusLine(self)
        self._lay_out()
        self.whose.show_offer(resident_id or None)
        self.whose.changed.connect(lambda: self.show_book(self._chosen))
        self.stay.activated.connect(lambda _at: self.show_book(self._chosen, str(self.stay.currentData())))
        self.show_book(resident_id, stay_id)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_pdf)

    def _lay_out(self) -> None:
        line = Labelled(tr("Whose story"), self.whose)
        self.whose.line.setAccessibleName(self.whose.accessibleName())
        side = boxed(column(line, self._stay_line, self._facts, gap=L))
        side.layout().setStretch(2, 1)  # type: ignore[union-attr]
        side.setFixedWidth(SIDE)
        right = column(self._right, self.status, gap=M)
        right.setStretch(0, 1)
        body = row(side, boxed(right), gap=XXL)
        body.setStretch(1, 1)
        self.setLayout(column(body, margins=(XXL, XL, XXL, L)))

    @property
    def _chosen(self) -> str:
        return self.whose.offer.value if self.whose.offer else ""

    def show_book(self, resident_id: str, stay_id: str = "") -> None:
        """Shows what can be told of a person's stay."""
        clear(self._facts)
        clear(self._right)
        self.told = None
        self.status.say("")
        self._stay_line.hide()
        if not resident_id:
            self._right.addWidget(EmptyState("file-text", tr("No story yet"), tr(NOBODY)))
            self._facts.addStretch(1)
            return
        try:
            self._build(story_book(self.desk, resident_id, stay_id))
        except RefugeDeskError as error:
            self._right.addWidget(Notice(str(error), "cautionNotice", self))
            self._right.addStretch(1)
            self._facts.addStretch(1)

    def _build(self, book: StoryBook) -> None:
        self.stay.clear()
        for each in book.stays:
            until = tr("to {day}", day=say_day(each.ended_on)) if each.ended_on else tr("still here")
            self.stay.addItem(f"{say_day(each.started_on)} {until}", each.id)
        self.stay.setCurrentIndex(self.stay.findData(book.stay_id))
        self._stay_line.setVisible(len(book.stays) > 1)
        self.ticks = FactTicks(book.facts, self)
        ways = (
            (tr("Save as PDF…"), self.save_pdf),
            (tr("Save as text…"), self.save_text),
            (tr("Copy"), self.copy),
        )
        self.told = told = ToldPanel(book, warner(self.desk), ways)
        self.ticks.changed.connect(lambda: told.show_told(self.ticks.told))
        told.leave_out.connect(self.ticks.leave_out)
        self._facts.addWidget(self.ticks)
        self._right.addWidget(told)

    def save_pdf(self) -> None:
        """Asks where to, and writes a PDF there."""
        told = self.told
        if told is not None and told.ways[0].isEnabled():
            self._save(tr("PDF (*.pdf)"), ".pdf", lambda path: write_pdf(told.story.paper, path))

    def save_text(self) -> None:
        """Asks where to, and writes a plain text there."""
        self._save(tr("Text (*.txt)"), ".txt", None)

    def _save(self, kinds: str, ending: str, paint: Paint | None) -> None:
        if not self._is_addressed():
            return
        path = self._window.dialogs.file_to_save(self, tr("Save the story"), f"{FILE}{ending}", kinds)
        if path is not None:
            saved = tr("Saved {time} as {file}, and written down.", time=f"{self.desk.now:%H:%M}", file=path.name)
            self._give(lambda _text: self.status.say_done(saved), path, paint)

    def copy(self) -> None:
        """Puts the story on the clipboard, for a report that is being written."""

        def put(words: str) -> None:
            QGuiApplication.clipboard().setText(words)
            self.status.say_done(tr(COPIED))

        if self._is_addressed():
            self._give(put)

    def _is_addressed(self) -> bool:
        told = self.told
        if told is None:
            return False
        is_said = bool(told.to_whom.text().strip())
        told.to_whom_line.say("" if is_said else tr("Say for whom it is."))
        if not is_said:
            told.to_whom.setFocus()
        return is_said

    def _give(self, done: Callable[[str], object], path: Path | None = None, paint: Paint | None = None) -> None:
        told = self.told
        if told is None:
            return
        try:
            words = give_story(self.desk, told.book, told.story, told.to_whom.text(), path, paint)
        except RefugeDeskError as error:
            self.status.say_stopped(str(error))
            return
        done(words)

    def first_focus(self) -> QWidget:
        """Whose story, or what it tells where that is known."""
        return self.ticks.first() if self.told is not None else self.whose.line

    def place(self) -> dict[str, object]:
        """Whose story."""
        return {"resident_id": self._chosen, "stay_id": self.told.book.stay_id if self.told else ""}
