"""A file or a folder that is chosen with the computer's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.tokens import XS
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.problem_line import ProblemLine
from refugedesk.ui.widgets.texts import text


class PathLine(QWidget):
    """A label, what was chosen, and the button that asks."""

    def __init__(self, label: str, ask: Callable[[], Path | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._ask = label, ask
        self.path: Path | None = None
        self._shown = text(tr("Not chosen yet"), "soft", self)
        self._problem = ProblemLine(self)
        self.choose = button(tr("Choose"), self._choose, picture="folder-open")
        self.choose.setAccessibleName(tr("Choose: {label}", label=label))
        line = row(self._shown, self.choose)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(text(label, "label", self))
        column.addLayout(line)
        column.addWidget(self._problem)

    def show_path(self, path: Path) -> None:
        """Shows a path as chosen."""
        self.path = path
        self._shown.setText(str(path))
        self._problem.say("")

    def required(self, words: str) -> Path | None:
        """What was chosen; without it the words say that it is needed."""
        self._problem.say("" if self.path else words)
        return self.path

    def _choose(self) -> None:
        if chosen := self._ask():
            self.show_path(chosen)
