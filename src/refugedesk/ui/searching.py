"""The search line at the top and the page of results under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from refugedesk.ui.navigation import Navigator
from refugedesk.ui.pages.page import Page
from refugedesk.ui.widgets.top_bar import SearchLine


class Searching(QObject):
    """Opens the page of results as soon as something is typed, and works it from the line."""

    def __init__(self, line: SearchLine, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._line, self._navigator = line, navigator
        line.looked_for.connect(self._look_for)
        line.moved.connect(self._move_by)
        line.entered.connect(self._open)
        line.left.connect(self._leave)

    @property
    def is_under_way(self) -> bool:
        """Whether the line has the keyboard."""
        return self._line.hasFocus()

    def begin(self) -> None:
        """Puts the keyboard into the line."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def page_opened(self, page: Page) -> None:
        """The line is empty again wherever there are no results."""
        if self._navigator.place.name != "search":
            self._line.clear()
        elif not self._line.text():
            self._line.setText(str(page.place().get("text", "")))

    def _look_for(self, words: str) -> None:
        from refugedesk.ui.pages.search import SearchPage

        page = self._navigator.page
        if isinstance(page, SearchPage):
            page.look_for(words)
        elif words:
            self._navigator.open("search", text=words)

    def _move_by(self, rows: int) -> None:
        from refugedesk.ui.pages.search import SearchPage

        if isinstance(page := self._navigator.page, SearchPage):
            page.list.move_by(rows)

    def _open(self) -> None:
        from refugedesk.ui.pages.search import SearchPage

        if isinstance(page := self._navigator.page, SearchPage):
            self._line.clearFocus()
            page.list.open_current()

    def _leave(self) -> None:
        self._line.clearFocus()
        if self._navigator.place.name == "search":
            self._navigator.back()
        elif self._navigator.page is not None and (target := self._navigator.page.first_focus()):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
