"""Asks of a stored call without a decision whether it is over, and takes the answer in one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.undecided import undecided
from refugedesk.domain.words import tr
from refugedesk.services.wording import say_day
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice

Choose = Callable[[str], None]


class UndecidedNotice(Notice):
    """Above the form of a call that may be over; ``choose`` is called with the outcome that was said."""

    def __init__(self, draft: Draft, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__(_question(draft), parent=parent)
        self._choose = choose
        self.over = button(tr("It is over…"), lambda: self._say("not_accepted"), "quiet", parent=self)
        self.over.setToolTip(tr("It did not go ahead: the next question is what held it up"))
        self.waits = button(tr("It still waits"), lambda: self._say("pending"), "quiet", parent=self)
        self.waits.setToolTip(tr("Somebody has yet to decide"))
        for each in (self.over, self.waits):
            each.setAccessibleDescription(self.words.text())
            self.add(each)

    def _say(self, outcome: str) -> None:
        self.hide()
        self._choose(outcome)


def _question(draft: Draft) -> str:
    """What to ask; empty where there is nothing to ask."""
    came_in, outcome = draft.answers.get("received_on"), draft.answers.get("outcome")
    if not draft.id or not isinstance(came_in, date) or isinstance(outcome, int | tuple):
        return ""
    state = undecided(str(outcome) if outcome else None, came_in, None, draft.today)
    if state is None or not state.may_be_over:
        return ""
    stands = tr("still waits for a decision") if outcome else tr("has no outcome yet")
    return tr("This call came in on {day} and {stands}. Is it over?", day=say_day(came_in), stands=stands)
