"""A line for each row or answer of a table: other words for it, and where wanted another place in the order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.own_tables import Named
from refugedesk.ui.tokens import S
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

LONGEST, NAME_WIDTH = 120, 240


class WordsList(QWidget):
    """What is typed beside each code. can_move: an Up button at each line changes the order."""

    def __init__(self, what: str, can_move: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._can_move = what, can_move
        self._lines = column(gap=S)
        self.setLayout(column(self._lines, gap=S))
        self.named: list[Named] = []
        self.editors: dict[str, QLineEdit] = {}
        self.ups: dict[str, QPushButton] = {}

    def show_lines(self, named: Sequence[Named], words: dict[str, str], order: Sequence[str] = ()) -> None:
        """Shows these codes with what was typed before, those of ``order`` first."""
        labels = dict(named)
        self.named = [(code, labels[code]) for code in dict.fromkeys((*order, *labels)) if code in labels]
        self._build(words)

    @property
    def typed(self) -> dict[str, str]:
        """Code -> what was typed, where anything was."""
        found = {code: editor.text().strip() for code, editor in self.editors.items()}
        return {code: words for code, words in found.items() if words}

    @property
    def order(self) -> list[str]:
        """The codes as they stand now."""
        return [code for code, _ in self.named]

    def _build(self, words: dict[str, str]) -> None:
        clear(self._lines)
        self.editors, self.ups = {}, {}
        for code, label in self.named:
            self._lines.addWidget(self._line(code, label, words.get(code, "")))

    def _line(self, code: str, label: str, words: str) -> QWidget:
        name, editor = text(label), QLineEdit(words, self)
        name.setFixedWidth(NAME_WIDTH)
        editor.setMaxLength(LONGEST)
        editor.setPlaceholderText(label)
        editor.setAccessibleName(tr("{what} for {label}", what=self._what, label=label))
        self.editors[code] = editor
        parts: list[QWidget] = [name, editor]
        if self._can_move:
            self.ups[code] = button(tr("Up"), lambda: self._move_up(code), "quiet")
            self.ups[code].setAccessibleName(tr("Move {label} up", label=label))
            parts.append(self.ups[code])
        line = row(*parts)
        line.setStretch(1, 1)
        return boxed(line)

    def _move_up(self, code: str) -> None:
        at = self.order.index(code)
        if at:
            words = self.typed
            self.named[at - 1], self.named[at] = self.named[at], self.named[at - 1]
            self._build(words)
            self.ups[code].setFocus()
