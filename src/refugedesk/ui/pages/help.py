"""The help: topics at the left, one of them at the right, a line to find words in all of them."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.help_document import set_type
from refugedesk.ui.pages.help_topics import found, topic, topics
from refugedesk.ui.pages.page import Page
from refugedesk.ui.resources import resource
from refugedesk.ui.tokens import FORM_WIDTH, HELP_RAIL_WIDTH, XL, XS, XXL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, scrolled
from refugedesk.ui.widgets.lines import finder
from refugedesk.ui.widgets.texts import text


class HelpPage(Page):
    """One topic a screen."""

    title = noted("Help")
    rail = "help"
    help_topic = "search"

    def __init__(self, window: DeskWindow, topic: str = "index") -> None:
        super().__init__()
        self._style = window.style_of_all
        self.shown = topic
        self.items: dict[str, QPushButton] = {}
        self.reader = self._build_reader()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(XXL, L, XXL, 0)
        whole.setSpacing(XL)
        whole.addWidget(self._build_list())
        whole.addWidget(self.reader)
        whole.addStretch(1)
        self._style.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the topic, in the colours in force."""
        self.open_topic(self.shown)

    def first_focus(self) -> QWidget:
        """The topic that is shown."""
        return self.items[self.shown]

    def place(self) -> dict[str, object]:
        """The topic."""
        return {"topic": self.shown}

    def open_topic(self, name: str) -> None:
        """Shows one topic from its beginning."""
        chosen = topic(name)
        self.shown = chosen.name
        for each, item in self.items.items():
            item.setChecked(each == chosen.name)
        document = QTextDocument(self.reader)
        document.setDefaultFont(self.reader.font())
        document.setBaseUrl(QUrl.fromLocalFile(f"{resource('help')}/"))
        document.setMarkdown(chosen.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        set_type(document)
        self.reader.setDocument(document)
        self.reader.setAccessibleName(tr("Help: {title}", title=chosen.title))

    def look_for(self, words: str) -> None:
        """Leaves only the topics with these words in the list."""
        hits = [each.name for each in found(words)]
        for name, item in self.items.items():
            item.setVisible(name in hits)
        self._nothing.setVisible(not hits)
        if words and hits:
            self.open_topic(hits[0])

    def _build_list(self) -> QWidget:
        group = QButtonGroup(self)
        items = QVBoxLayout()
        items.setContentsMargins(0, 0, M, L)
        items.setSpacing(XS)
        for each in topics():
            item = QPushButton(each.title)
            item.setObjectName("railItem")
            item.setCheckable(True)
            item.setAutoDefault(False)
            item.setAccessibleName(each.title)
            item.setToolTip(each.title)
            item.clicked.connect(lambda _checked=False, name=each.name: self.open_topic(name))
            group.addButton(item)
            items.addWidget(item)
            self.items[each.name] = item
        self._nothing = text(tr("No topic has these words in it."), "soft")
        self._nothing.hide()
        items.addWidget(self._nothing)
        items.addStretch(1)
        self.shown = topic(self.shown).name
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._build_finder())
        column.addWidget(scrolled(boxed(items)), 1)
        result = boxed(column)
        result.setFixedWidth(HELP_RAIL_WIDTH)
        return result

    def _build_finder(self) -> QLineEdit:
        line = finder(tr("Find in help"))
        line.textChanged.connect(lambda words: self.look_for(words.strip()))
        return line

    def _build_reader(self) -> QTextBrowser:
        reader = QTextBrowser()
        reader.setOpenLinks(False)
        reader.anchorClicked.connect(self._follow)
        reader.setMinimumWidth(FORM_WIDTH)
        reader.setMaximumWidth(FORM_WIDTH)
        return reader

    def _follow(self, link: QUrl) -> None:
        self.open_topic(link.toString())
