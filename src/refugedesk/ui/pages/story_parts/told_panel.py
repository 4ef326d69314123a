"""A story as it will read, whether it fits enough people, the service's own words, and the ways to give it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QTextBrowser, QWidget

from refugedesk.domain.stories.facts import Fact, Facts
from refugedesk.domain.words import noted, tr
from refugedesk.services.case_stories import Story, StoryBook
from refugedesk.services.narratives import Warn
from refugedesk.ui.pages.return_narrative import HEIGHT, MOST_LETTERS, warning_words
from refugedesk.ui.paper.sheets import LOOK, as_html
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import restyle, text

CHOOSE = noted("Tick at the left what the story tells. Until it could be about enough people it cannot be given.")
FITS = noted("{number} people or more who were there within a year fit this story.")
TOO_FEW = noted("Fewer than {number} people fit this story: it could single somebody out. Leave out: {facts}.")
BEFORE = noted(
    "Together with what was told of this person before, fewer than {number} people fit it. Leave out: {facts}."
)
NOBODY = noted("Fewer than {number} people were there within a year. Any story would single somebody out.")
TELLTALES = noted("Names, days, ages, places and small numbers are pointed out here as you type.")
MOST_NAMED = 4
LOOKED = noted("I have looked at these words: they tell nobody who it is")


def verdict(book: StoryBook, told: Facts) -> tuple[str, str, tuple[Fact, ...]]:
    """What is said of a story, in which look, and what is to be left out of it."""
    least = book.crowd.threshold
    if not book.hides(()) and not book.told_before:
        return tr(NOBODY, number=least), "dangerNotice", ()
    if not told:
        return tr(CHOOSE), "notice", ()
    if book.hides(told):
        return tr(FITS, number=least), "goodNotice", ()
    away = book.to_leave_out(told)
    words = BEFORE if book.crowd.hides(told) else TOO_FEW
    return tr(words, number=least, facts=_named(away)), "cautionNotice", away


def _named(facts: Sequence[Fact]) -> str:
    """The first of them by their words, and how many more."""
    named = "; ".join(fact.words for fact in facts[:MOST_NAMED])
    return tr("{facts} and {number} more", facts=named, number=len(facts) - MOST_NAMED) if facts[MOST_NAMED:] else named


class ToldPanel(QWidget):
    """``leave_out`` asks for ticks to be taken away."""

    leave_out = Signal(object)

    def __init__(self, book: StoryBook, warn: Warn, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        self.book, self._warn, self._told = book, warn, frozenset[Fact]()
        self.notice = Notice(tr(CHOOSE), parent=self)
        self.remedy = button(tr("Leave it out"), self._leave_out, "quiet", parent=self.notice)
        self.notice.add(self.remedy)
        self.sheet = QTextBrowser(self)
        self.sheet.setOpenLinks(False)
        self.sheet.setAccessibleName(tr("The story as it will read"))
        self.sheet.document().setDefaultStyleSheet(LOOK)
        self.own = QPlainTextEdit(self)
        self.own.setTabChangesFocus(True)
        self.own.setFixedHeight(HEIGHT)
        self.warning = text(tr(TELLTALES), "small", self)
        self.looked = QCheckBox(tr(LOOKED), self)
        self.looked.setAccessibleName(tr(LOOKED))
        self.to_whom = QLineEdit(self)
        self.to_whom_line = Labelled(tr("For whom"), self.to_whom, tr("Written down with what was told."))
        self.ways = [button(words, act, look) for (words, act), look in zip(ways, ("primary", "", ""), strict=True)]
        self._lay_out()
        self.own.textChanged.connect(self._look_over)
        self.looked.toggled.connect(lambda _on: self._show_ways())
        self.show_told(frozenset())

    def _lay_out(self) -> None:
        asked = row(
            Labelled(tr("In your own words"), self.own, tr("Stands under the facts. Leave it empty for none.")),
            boxed(column(self.warning, self.looked, 1, gap=S)),
            gap=L,
        )
        asked.setStretch(0, 3)
        asked.setStretch(1, 2)
        foot = row(self.to_whom_line, *self.ways, gap=M)
        foot.setStretch(0, 1)
        layout = column(self.notice, self.sheet, asked, foot, gap=M)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    @property
    def story(self) -> Story:
        """What stands here."""
        return Story(self._told, self.own.toPlainText()[:MOST_LETTERS], self.looked.isChecked())

    def show_told(self, told: Facts) -> None:
        """Shows a story of these facts, and whether it may be given."""
        self._told = told
        words, look, away = verdict(self.book, told)
        self.notice.say(words, look)
        self.remedy.setVisible(bool(away))
        self._show_sheet()

    def _look_over(self) -> None:
        """What was looked over are other words now."""
        found = warning_words(self._warn(self.own.toPlainText()))
        self.warning.setText(found or tr(TELLTALES))
        self.warning.setAccessibleName(found or tr(TELLTALES))
        restyle(self.warning, "strong" if found else "small")
        self.looked.setChecked(False)
        self.looked.setVisible(bool(found))
        self._show_sheet()

    def _show_sheet(self) -> None:
        self.sheet.setHtml(as_html(self.story.paper))
        self.looked.setVisible(bool(self._warn(self.own.toPlainText())))
        self._show_ways()

    def _show_ways(self) -> None:
        is_read = self.looked.isChecked() or not self._warn(self.own.toPlainText())
        for way in self.ways:
            way.setEnabled(bool(self._told) and self.book.hides(self._told) and is_read)

    def _leave_out(self) -> None:
        self.leave_out.emit(verdict(self.book, self._told)[2])
