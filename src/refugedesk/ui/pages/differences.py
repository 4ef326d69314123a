"""Answers side by side: the question, what one file says, what the other says, and which of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from refugedesk.domain.merging import Difference, Stands
from refugedesk.domain.words import noted, tr
from refugedesk.ui.forms.answer_words import in_words
from refugedesk.ui.forms.choice_chips import ChipRow
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.tokens import XS, L, S
from refugedesk.ui.widgets.texts import hairline, restyle, shortened, text

WORDS = {Stands.KEPT: noted("Left"), Stands.GONE: noted("Right"), Stands.BOTH: noted("Both")}
LETTERS = 240
QUESTION_WIDTH, CHOICE_WIDTH = 168, 192


def side_by_side(grid: QGridLayout) -> None:
    """A question, the two answers as wide as each other, and the choice: the same columns wherever they are used."""
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(L)
    for at, width in ((0, QUESTION_WIDTH), (3, CHOICE_WIDTH)):
        grid.setColumnMinimumWidth(at, width)
    for at in (1, 2):
        grid.setColumnStretch(at, 1)


class Differences(QWidget):
    """A row for each question the two files answer differently. One key chooses: L, R or B, or the arrows."""

    def __init__(self, of: Sequence[Difference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of = {each.field.name: each for each in of}
        self._words: dict[str, tuple[QLabel, QLabel]] = {}
        self.choices: dict[str, ChipRow] = {}
        grid = QGridLayout(self)
        side_by_side(grid)
        grid.setVerticalSpacing(S)
        for number, each in enumerate(of):
            self._add(grid, number * 2, each)

    @property
    def stands(self) -> Mapping[str, Stands]:
        """Field -> which answer was chosen to stand."""
        return {name: Stands(chips.value) for name, chips in self.choices.items() if chips.value}

    def _add(self, grid: QGridLayout, at: int, of: Difference) -> None:
        name, field = of.field.name, of.field
        said = _words(of, Stands.KEPT), _words(of, Stands.GONE)
        self._words[name] = said
        sides = [each for each in Stands if each is not Stands.BOTH or of.both is not None]
        chips = ChipRow(field.label, [Offer(each.value, tr(WORDS[each])) for each in sides], parent=self)
        for side, chip in zip(sides, chips.chips, strict=True):
            chip.setAccessibleName(f"{field.label}, {tr(WORDS[side]).lower()}: {in_words(field, of.standing(side))}")
            chip.setToolTip(tr("Left or right arrow, or the first letter, chooses which answer stands."))
        chips.show_value(of.usual.value)
        chips.chosen.connect(lambda: self._show(name))
        self.choices[name] = chips
        question = text(field.label, "soft")
        question.setFixedWidth(QUESTION_WIDTH)
        chips.setFixedWidth(CHOICE_WIDTH)
        for column, widget in enumerate((question, *said, chips)):
            if isinstance(widget, QLabel):
                widget.setContentsMargins(0, XS, 0, XS)
            grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(hairline(self), at + 1, 0, 1, 4)
        self._show(name)

    def _show(self, name: str) -> None:
        """What stands is strong, what does not is soft; nothing is ever left without a choice."""
        chips, of = self.choices[name], self._of[name]
        if chips.value is None:
            chips.show_value(of.usual.value)
        which = Stands(chips.value or of.usual.value)
        for side, label in zip((Stands.KEPT, Stands.GONE), self._words[name], strict=True):
            restyle(label, "strong" if which in (side, Stands.BOTH) else "soft")


def _words(of: Difference, side: Stands) -> QLabel:
    """The answer in words; of a long one the beginning, all of it under the mouse and for a screen reader."""
    words = in_words(of.field, of.kept if side is Stands.KEPT else of.gone)
    made = text(shortened(words, LETTERS))
    if made.text() != words:
        made.setToolTip(words)
        made.setAccessibleName(words)
    return made
