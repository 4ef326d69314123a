"""A return of the service's own: its title and its tables in order, kept as a whole, looked at before it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.own_tables import subjects, tables_to_take
from refugedesk.ui.pages.own_return.own_draft import Entry, OwnDraft
from refugedesk.ui.pages.own_return.words_list import LONGEST
from refugedesk.ui.tokens import XS, L, M, S
from refugedesk.ui.widgets.boxes import bounded, boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.problem_line import ProblemLine
from refugedesk.ui.widgets.texts import hairline, text

NO_TABLES = noted("No tables yet. Take one of another return, or build one.")


@dataclass(frozen=True)
class Way:
    """Where the buttons lead. ask_table: for a new table (take or build), or the one at a place."""

    keep: Callable[[], object]
    look: Callable[[], object]
    put_away: Callable[[], object]
    ask_table: Callable[[str, int | None], object]


def words_of(entry: Entry) -> tuple[str, str]:
    """What a table is called, and where it comes from or whom it counts."""
    if "from" in entry:
        source = next(each for each in tables_to_take() if each.id == entry["from"])
        usual = dict(source.tables).get(str(entry["table"]), str(entry["table"]))
        return str(entry.get("title", usual)), tr("From: {title}", title=source.title)
    key = (entry["who"], entry["dated_by"])
    who = next(each for each in subjects() if (each.who, each.dated_by) == key)
    asked = dict(who.questions)
    by = asked[str(entry["rows"])]
    words = f"{who.words}: {_small(by)}"
    if "columns" not in entry:
        return str(entry["title"]), words
    beside = _small(asked[str(entry["columns"])])
    return str(entry["title"]), tr("{rows} by {columns}", rows=words, columns=beside)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


class ReturnEditor(QWidget):
    """The draft's title and tables. ``way`` says where its buttons lead."""

    def __init__(self, draft: OwnDraft, way: Way) -> None:
        super().__init__()
        self.draft, self._way = draft, way
        self.title = QLineEdit(draft.title, self)
        self.title.setMaxLength(LONGEST)
        self.title.textChanged.connect(self._take_title)
        named = tr("As it stands on the cover.")
        if draft.is_known:
            named = f"{named} {tr('On the command line it is called {name}.', name=draft.kept['id'])}"
        self.asked = Labelled(tr("Title"), self.title, named)
        self._lines = column(gap=S)
        self.problem = ProblemLine(self)
        self.take_button = button(tr("Take a table…"), lambda: way.ask_table("take", None))
        self.build_button = button(tr("Build a table…"), lambda: way.ask_table("build", None))
        self.keep_button = button(tr("Keep the return"), lambda: self._go(way.keep), "primary")
        self.look_button = button(tr("See how it looks"), lambda: self._go(way.look))
        self.away_button = button(tr("No longer offer it"), way.put_away, "quiet")
        if not draft.is_known:
            self.away_button.hide()
        self._lay_out()
        self.show_lines()
        self.setFocusProxy(self.title)

    def _lay_out(self) -> None:
        foot = row(self.keep_button, self.look_button, 1, self.away_button)
        add = row(self.take_button, self.build_button, 1)
        tables = column(text(tr("Tables"), "section"), self._lines, add, gap=M)
        self.setLayout(bounded(self.asked, tables, self.problem, foot, 1, gap=L))

    def _take_title(self, words: str) -> None:
        self.draft.title = words

    def _move_up(self, at: int) -> None:
        self.draft.move_up(at)
        self.show_lines()

    def _take_out(self, at: int) -> None:
        self.draft.take_out(at)
        self.show_lines()

    def show_lines(self) -> None:
        """Shows the tables in their order."""
        clear(self._lines)
        if not self.draft.tables:
            self._lines.addWidget(text(tr(NO_TABLES), "soft"))
        for at, entry in enumerate(self.draft.tables):
            self._lines.addWidget(self._line(at, entry))
            self._lines.addWidget(hairline())

    def _line(self, at: int, entry: Entry) -> QWidget:
        title, about = words_of(entry)
        up = button(tr("Up"), partial(self._move_up, at), "quiet")
        up.setEnabled(at > 0)
        change = button(tr("Change"), partial(self._way.ask_table, "take" if "from" in entry else "build", at), "quiet")
        out = button(tr("Take out"), partial(self._take_out, at), "quiet")
        for made, words in ((up, tr("Move up")), (change, tr("Change")), (out, tr("Take out"))):
            made.setAccessibleName(f"{words}: {title}")
        line = row(column(text(title, "strong"), text(about, "small"), gap=XS), up, change, out, gap=S)
        line.setStretch(0, 1)
        return boxed(line)

    def _go(self, act: Callable[[], object]) -> None:
        """Goes on where there are a title and a table; else says what is needed."""
        has_title = bool(self.draft.title.strip())
        self.asked.say("" if has_title else tr("Give the return a title."))
        self.problem.say("" if self.draft.tables or not has_title else tr(NO_TABLES))
        if not has_title:
            self.title.setFocus()
        elif self.draft.tables:
            act()
