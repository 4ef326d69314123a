"""The language bank: type a language, see who speaks it and whom to ring; Enter opens the record it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import counted, noted, tr
from refugedesk.services import languages
from refugedesk.services.languages import LanguageBank, Speaker
from refugedesk.services.linked import LinkedRow
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.entries_section import EntryLine
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FORM_WIDTH, XL, XXL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, clear, column, left, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.lines import finder
from refugedesk.ui.widgets.texts import text

WORDS = noted("Which language")


NOBODY = {
    "staff": noted("Nobody of the team is down for it yet. Add what each of you speaks."),
    "agency": noted("No agency is down for it yet. Add whom you ring for an interpreter."),
}


class LanguagesPage(Page):
    """One line to type in, and three short lists."""

    title = noted("Language bank")
    rail = "house"
    help_topic = "languages"

    def __init__(self, window: DeskWindow, language: str = "") -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self.line = finder(tr(WORDS), self)
        self.line.setText(language)
        self.line.setMaximumWidth(FORM_WIDTH)
        self.line.textChanged.connect(lambda _words: self.refresh())
        self.meaning = text("", "soft")
        self._lists = column(gap=XL)
        inside = boxed(column(self._lists, 1, margins=(0, 0, L, L)))
        page = column(self.line, self.meaning, scrolled(inside), gap=L, margins=(XXL, M, XXL, L))
        page.setStretch(2, 1)
        self.setLayout(page)

    def refresh(self) -> None:
        """Looks again who speaks it."""
        self.bank = languages.language_bank(self.desk, self.line.text().strip())
        self.meaning.setText(_meaning(self.bank, languages.known_languages(self.desk)))
        clear(self._lists)
        self._lists.addWidget(
            self._speakers(tr("In the team"), self.bank.team, "staff", tr("Add somebody of the team"))
        )
        self._lists.addWidget(self._speakers(tr("To ring"), self.bank.to_ring, "agency", tr("Add an agency")))
        self._lists.addWidget(self._interpreting())

    def _speakers(self, title: str, speakers: Sequence[Speaker], record: str, add_words: str) -> QWidget:
        """A heading, a line each, and the way to one more."""
        lines = column(*(self._line(each) for each in speakers), gap=S)
        nobody = [] if speakers else [text(tr(NOBODY[record]), "soft")]
        add = button(add_words, lambda: self._window.navigator.open("house", panel=record), "quiet", picture="plus")
        if not self.desk.may(Action.RECORD):
            add.hide()
        made = boxed(column(text(title, "section"), *nobody, lines, left(add), gap=M))
        made.setMaximumWidth(FORM_WIDTH)
        return made

    def _line(self, speaker: Speaker) -> EntryLine:
        """One line: name, what they are, what they speak."""
        words = " · ".join(filter(None, (speaker.name, speaker.what, ", ".join(speaker.languages))))
        return EntryLine(LinkedRow(speaker.id, None, words, 0), lambda: self._open(speaker))

    def _open(self, speaker: Speaker) -> None:
        self._window.navigator.open("house", panel=speaker.record, id=speaker.id)

    def _interpreting(self) -> QWidget:
        """What interpreting has taken since April."""
        heading = text(tr("Interpreting since {since}", since=say_day(self.bank.since)), "section")
        none = text(tr("No contact through an interpreter yet. Write it into a contact of a resident’s file."), "soft")
        lines = [text(each.words) for each in self.bank.interpreting] or [none]
        return boxed(column(heading, *lines, gap=S))

    def first_focus(self) -> QWidget:
        """The line to type a language into."""
        return self.line

    def place(self) -> dict[str, object]:
        """The language."""
        return {"language": self.line.text().strip()}


def _meaning(bank: LanguageBank, known: Sequence[str]) -> str:
    if bank.language and not bank.team and not bank.to_ring:
        nobody = tr("Nobody in the language bank speaks {language}.", language=bank.language)
        return f"{nobody} {tr('The bank has {known}.', known=', '.join(known))}" if known else nobody
    count = len(bank.team) + len(bank.to_ring)
    if not bank.language:
        return tr("Everybody who speaks more than English. Type a language to see who speaks it.")
    return counted(
        count,
        "%n speaks {language}, by any of its names.",
        "%n speak {language}, by any of its names.",
        language=bank.language,
    )
