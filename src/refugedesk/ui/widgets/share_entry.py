"""Typing in sheets one after another, until there are enough of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr
from refugedesk.services import shares
from refugedesk.services.shares import Share
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.share_words import ShareWords
from refugedesk.ui.widgets.texts import text

HELP = noted(
    "Four letters of a word are enough; a blank leads on. The whole sheet can be pasted, or scanned at the computer."
)


class ShareEntry(QWidget):
    """``enough``: as many sheets of one set as are needed are here, in ``shares``."""

    enough = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shares: list[Share] = []
        self.words = ShareWords()
        self.progress = text("", "strong")
        self.problem = Notice()
        self.take = button(tr("Take this sheet"), self.take_sheet, "primary")
        self.again = button(tr("Begin again"), self.begin, "quiet")
        self.words.filled.connect(self.take.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for each in (self.progress, self.words, text(tr(HELP), "small"), self.problem):
            column.addWidget(each)
        column.addLayout(row(self.again, 1, self.take))
        self._show_progress()

    def begin(self) -> None:
        """Forgets every sheet."""
        self.shares.clear()
        self.problem.say("")
        self.words.clear()
        self._show_progress()

    def take_sheet(self) -> None:
        """Takes the sheet that is typed in, or says what is wrong with it; a sheet that is wrong stays to be mended."""
        try:
            share = shares.read_share(self.words.typed)
            if problem := shares.problem_with([*self.shares, share], are_all=False):
                raise CorrectableError(problem)
        except CorrectableError as error:
            self.problem.say(str(error), "dangerNotice")
            places = self.words.strange
            self.words.boxes[places[0] - 1 if places else 0].setFocus()
            return
        self.shares.append(share)
        self.problem.say("")
        self.words.clear()
        self._show_progress()
        if len(self.shares) >= share.needed:
            self.enough.emit()

    def _show_progress(self) -> None:
        if not self.shares:
            words = tr("The words of the first sheet")
        else:
            first = self.shares[0]
            words = tr(
                "{here} of {needed} sheets of the set “{name}”",
                here=len(self.shares),
                needed=first.needed,
                name=first.set_name,
            )
        self.progress.setText(words)
        self.progress.setAccessibleName(words)
        self.again.setVisible(bool(self.shares))
