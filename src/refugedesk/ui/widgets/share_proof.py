"""One sheet that is to be printed, and a word of it typed back, which shows that it is on paper and can be read."""

from __future__ import annotations

from collections.abc import Callable
from secrets import randbelow

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.services import shares
from refugedesk.services.shares import Share
from refugedesk.ui.tokens import XS
from refugedesk.ui.widgets.boxes import left
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled

IN_COMMON = 3
"""The words that every sheet of a set begins with prove nothing."""


class ShareProof(QWidget):
    """A button that prints the sheet, and a line for one of its words."""

    def __init__(self, share: Share, act: Callable[[], object]) -> None:
        super().__init__()
        self._share = share
        self.place = IN_COMMON + 1 + randbelow(shares.WORDS - IN_COMMON)
        self.printed = button(tr("Print sheet {number}", number=share.number), act, picture="printer")
        self.typed = QLineEdit()
        asked = tr("Word {place} on sheet {number}", place=self.place, number=share.number)
        self.line = Labelled(asked, self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(left(self.printed))
        column.addWidget(self.line)

    def is_proved(self) -> bool:
        """Whether the word was typed as it is printed; what is the matter is said under it."""
        typed = shares.split_words(self.typed.text())
        is_right = typed == [self._share.words[self.place - 1]]
        self.line.say("" if is_right else tr("This is not the word that is printed there. Print the sheet and look."))
        return is_right
