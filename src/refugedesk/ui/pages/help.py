"""The help inside the window: one topic a screen, read from the files that ship with it, and searchable."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.resources import resource
from refugedesk.ui.tokens import XXL, L, M
from refugedesk.ui.widgets.boxes import column

FIRST = ("index", "home", "referral", "referrals", "arrival", "person", "units", "returns", "search", "settings")
LIST_WIDTH = 260


@dataclass(frozen=True)
class Topic:
    """One screen of help: its name, its title, and its words as Markdown."""

    name: str
    title: str
    words: str

    def has(self, typed: str) -> bool:
        """Whether every word typed stands somewhere in it."""
        return all(word in self.words.casefold() for word in typed.casefold().split())


def topics() -> tuple[Topic, ...]:
    """Every topic, those of the pages first."""
    found = [_read(path.stem) for path in sorted(resource("help").glob("*.md"))]
    place = {name: number for number, name in enumerate(FIRST)}
    return tuple(sorted(found, key=lambda topic: (place.get(topic.name, len(FIRST)), topic.title)))


def _read(name: str) -> Topic:
    words = resource("help", f"{name}.md").read_text(encoding="utf-8")
    return Topic(name, words.splitlines()[0].removeprefix("# "), words)


class HelpPage(Page):
    """The topics on the left, the one that is open on the right."""

    title = "Help"
    rail = "help"

    def __init__(self, window: DeskWindow, topic: str = "index") -> None:
        super().__init__()
        self.window_of = window
        self.topics = topics()
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Search the help")
        self.filter.setAccessibleName("Search the help")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Topics of help")
        self.reader = QTextBrowser(self)
        self.reader.setAccessibleName("The topic that is open")
        self.reader.setOpenLinks(False)
        self._lay_out()
        self.filter.textChanged.connect(self.look_for)
        self.list.currentItemChanged.connect(self._open)
        self.look_for("", topic)

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(LIST_WIDTH)
        side.setLayout(column(self.filter, self.list, gap=M))
        across = QHBoxLayout(self)
        across.setContentsMargins(XXL, L, XXL, L)
        across.setSpacing(L)
        across.addWidget(side)
        across.addWidget(self.reader, 1)

    def look_for(self, typed: str, wanted: str = "") -> None:
        """Lists the topics that have the words typed, and opens the wanted one or the first."""
        self.list.clear()
        for topic in self.topics:
            if topic.has(typed):
                item = QListWidgetItem(topic.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, topic.name)
        names = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is None:
            self.reader.setPlainText("Nothing in the help has these words. Try fewer of them.")
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        self.reader.setMarkdown(next(topic.words for topic in self.topics if topic.name == name))

    def first_focus(self) -> QWidget:
        """The list of topics."""
        return self.list

    def place(self) -> dict[str, object]:
        """The topic that is open."""
        item = self.list.currentItem()
        return {"topic": item.data(Qt.ItemDataRole.UserRole)} if item else {}
