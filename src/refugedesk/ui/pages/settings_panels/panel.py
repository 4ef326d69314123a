"""What every panel of the settings is: a column no wider than a form, and a line for what came of it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.tokens import FORM_WIDTH, L
from refugedesk.ui.widgets.boxes import BoundedColumn
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text


class Panel(QWidget):
    """One matter of the settings. ``needs``: what one must be allowed, to see it at all."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    what: ClassVar[str] = ""
    needs: ClassVar[Action | None] = None

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self.window_of, self.desk = window, window.desk
        self.setMaximumWidth(FORM_WIDTH)
        self.column = BoundedColumn(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(L)
        self.column.addWidget(text(tr(self.title), "section"))
        if self.what:
            self.column.addWidget(text(tr(self.what), "soft"))
        self.outcome = Notice()
        self.build()
        if self.column.indexOf(self.outcome) < 0:  # a long panel puts it where it is seen
            self.column.addWidget(self.outcome)
        self.column.addStretch(1)

    def build(self) -> None:
        """Puts the panel's own widgets into the column."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shows how things stand now."""

    def succeed(self, words: str) -> None:
        """Says that it worked."""
        self.outcome.say(words, "goodNotice")

    def fail(self, words: str) -> None:
        """Says that it did not, and why."""
        self.outcome.say(words, "dangerNotice")
