"""The files that were made one with this one, in its history, each with the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from refugedesk.domain.calendar_words import say_instant
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import tr
from refugedesk.services import merging
from refugedesk.services.desk import Desk
from refugedesk.services.merging import MergedRow
from refugedesk.services.roles import Action
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import column
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.question import Question


class MergedFiles(QWidget):
    """A line for each file; undoing says before what it does. ``parted``: two files are apart again."""

    parted = Signal(str)

    def __init__(self, desk: Desk, resident_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.question, self.refusal = Question(self), Notice(parent=self)
        self.rows = merging.merged_into(desk, resident_id)
        lines = [self._line(each) for each in self.rows]
        self.setLayout(column(*lines, self.refusal, self.question, gap=M))
        self.setVisible(bool(self.rows))

    def _line(self, of: MergedRow) -> Notice:
        at = say_instant(of.at)
        words = tr("Made one with the file of {name} on {at}.", name=of.name, at=at)
        if of.who:
            words = tr("Made one with the file of {name} on {at} by {who}.", name=of.name, at=at, who=of.who)
        notice = Notice(words, parent=self)
        if self._desk.may(Action.RECORD):
            undo = button(tr("Undo…"), lambda: self.ask(of), "quiet", picture="undo-2", parent=notice)
            undo.setAccessibleName(tr("Undo: make {name} a file of their own again", name=of.name))
            notice.add(undo)
        return notice

    def ask(self, of: MergedRow) -> None:
        """Says what undoing does, and asks; or says why it cannot be done."""
        before = merging.look_before(self._desk, of.id)
        self.refusal.say(before.refusal, "dangerNotice")
        self.refusal.setVisible(bool(before.refusal))
        if before.refusal:
            self.question.hide()
            return
        self.question.ask(" ".join(before.says), tr("Take the files apart"), lambda: self._part(of))

    def _part(self, of: MergedRow) -> None:
        try:
            merging.take_apart(self._desk, of.id)
        except RefugeDeskError as error:
            self.refusal.say(str(error), "dangerNotice")
            return
        self.parted.emit(of.name)
