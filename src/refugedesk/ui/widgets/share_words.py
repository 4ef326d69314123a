"""Twenty numbered boxes for the words of one sheet: completed and checked while they are typed, pasted or scanned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from refugedesk.domain.words import tr
from refugedesk.services import shares
from refugedesk.ui.tokens import XS, S
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.texts import text

COLUMNS = 4
NUMBER_WIDTH = 24


class WordBox(QLineEdit):
    """One word. ``several``: more than one was put in; ``done``: the next box, please."""

    several = Signal(str)
    done = Signal()

    def __init__(self, place: int) -> None:
        super().__init__()
        self.setAccessibleName(tr("Word {place}", place=place))
        self._length = 0
        self.textEdited.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Blank and Enter lead on; everything else is typing."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def mark(self) -> bool:
        """Reddens a word that is on no sheet; whether it is fine, or not there."""
        word = self.text().strip().casefold()
        is_fine = not word or word in shares.word_list()
        self.setProperty("isWrong", not is_fine)
        self.style().polish(self)
        return is_fine

    def _take(self, typed: str) -> None:
        grew, self._length = len(typed) > self._length, len(typed)
        words = shares.split_words(typed)
        if len(words) > 1:
            self.several.emit(typed)
        elif grew and len(typed) >= 3 and (whole := shares.complete(typed)) and whole != typed:
            self.setText(whole)
            self.setSelection(len(typed), len(whole) - len(typed))


class ShareWords(QWidget):
    """The boxes, four in a row as they are printed. ``changed``: a word came or went; ``filled``: all are there."""

    changed = Signal()
    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes = [WordBox(place) for place in range(1, shares.WORDS + 1)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S)
        for place, box in enumerate(self.boxes):
            number = text(str(place + 1), "small")
            number.setFixedWidth(NUMBER_WIDTH)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(row(number, box, gap=XS), place // COLUMNS, place % COLUMNS)
            box.several.connect(lambda typed, at=place: self.fill(typed, at))
            box.done.connect(lambda at=place: self._leave(at))
            box.editingFinished.connect(box.mark)
            box.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def typed(self) -> str:
        """All words, with blanks between."""
        return " ".join(word for box in self.boxes if (word := box.text().strip()))

    @property
    def strange(self) -> list[int]:
        """The places of the words that are on no sheet."""
        return [place for place, box in enumerate(self.boxes, 1) if not box.mark()]

    def fill(self, typed: str, at: int = 0) -> None:
        """Puts pasted or scanned words into the boxes from one on."""
        words = shares.split_words(typed)
        for box, word in zip(self.boxes[at:], words, strict=False):
            box.setText(word)
            box.mark()
        self._go(min(at + len(words), len(self.boxes)))

    def clear(self) -> None:
        """Empties all boxes and begins with the first."""
        for box in self.boxes:
            box.setText("")
            box.mark()
        self.boxes[0].setFocus()

    def _leave(self, at: int) -> None:
        box = self.boxes[at]
        box.setText(shares.complete(box.text().strip()) or box.text().strip())
        box.mark()
        self._go(at + 1)

    def _go(self, place: int) -> None:
        if place < len(self.boxes):
            self.boxes[place].setFocus()
            self.boxes[place].selectAll()
        else:
            self.filled.emit()
