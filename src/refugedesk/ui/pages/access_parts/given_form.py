"""To whom something is given, under what authority, what and how: asked in the same words everywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.typed import UnreadableError, read_answer
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.handing_over import AUTHORITIES, STORY, WAYS, NewHandOver
from refugedesk.services.wording import say_day
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import bounded
from refugedesk.ui.widgets.labelled import Labelled

GIVEN_ON = Field("given_on", noted("Given on"), Kind.DAY)


class GivenForm(QWidget):
    """``read`` gives what is typed, or None where the day cannot be read."""

    def __init__(self, desk: Desk, authority: str = "", what: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.on, self.to_whom, self.detail = QLineEdit(say_day(desk.today)), QLineEdit(), QLineEdit()
        self.what = QLineEdit(what)
        self.authority, self.how = QComboBox(), QComboBox()
        for combo, words in ((self.authority, AUTHORITIES), (self.how, WAYS)):
            for code, label in words.items():
                if code != STORY:  # written down by the page that checks a story
                    combo.addItem(tr(label), code)
        self.authority.setCurrentIndex(max(self.authority.findData(authority), 0))
        self._on_line = Labelled(tr("Given on"), self.on)
        self.setLayout(
            bounded(
                self._on_line,
                Labelled(tr("To whom"), self.to_whom, tr("The person or the office; how you made sure who it is.")),
                Labelled(tr("Under what authority"), self.authority),
                Labelled(tr("Number of the order or the case"), self.detail, tr("For a court order always.")),
                Labelled(tr("What"), self.what, tr("In a few words, without a name.")),
                Labelled(tr("How"), self.how),
                gap=M,
            )
        )

    def read(self) -> NewHandOver | None:
        """What is typed; None, with the reason said, where the day cannot be read."""
        try:
            on = read_answer(GIVEN_ON, self.on.text(), self._desk.today)
        except UnreadableError as error:
            self._on_line.say(str(error))
            return None
        self._on_line.say("" if on else tr("The day is needed."))
        if not on:
            return None
        told = (self.to_whom.text(), self.authority.currentData(), self.detail.text(), self.what.text())
        return NewHandOver(on, *told, self.how.currentData())  # type: ignore[arg-type]
