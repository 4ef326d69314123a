"""A new recovery key."""

from __future__ import annotations

from refugedesk.domain.words import noted, tr
from refugedesk.services import people
from refugedesk.services.roles import Action
from refugedesk.ui.clipboard import copy_secret
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.printing import print_recovery_key
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.long_work import LongWork
from refugedesk.ui.widgets.question import Question
from refugedesk.ui.widgets.recovery_key import KeyText
from refugedesk.ui.widgets.texts import text


class RecoveryPanel(Panel):
    """The present key cannot be shown again; a new one can be made, and ends the one before."""

    name = "recovery"
    title = noted("Recovery key")
    what = noted(
        "The printed key opens the store when passphrases are forgotten. It is kept nowhere but on paper. "
        "Make a new one when the paper is lost, or when somebody who had it has left."
    )
    needs = Action.KEEP_PEOPLE

    def build(self) -> None:
        """A button, a question, and the key once it is made."""
        self._question = Question()
        self._key = KeyText()
        self._work = LongWork(
            self.window_of.tasks, button(tr("Make a new recovery key"), self._ask, picture="key-round"), can_stop=False
        )
        printed = button(tr("Print"), lambda: print_recovery_key(self, self._key.key), "primary", picture="printer")
        copied = button(tr("Copy for ten seconds"), lambda: copy_secret(self._key.key), "quiet", picture="copy")
        hide = button(tr("I have it on paper"), self._hide)
        self._shown = boxed(
            column(
                text(tr("Shown this once. Print it or write it down now."), "strong"),
                self._key,
                row(printed, copied, 1, hide),
            )
        )
        for each in (self._question, self._work, self._shown):
            self.column.addWidget(each)
        self._shown.hide()

    def _ask(self) -> None:
        self._question.ask(
            tr("Make a new recovery key? The key that is on paper now will open nothing any more."),
            tr("Make a new one"),
            self.make,
        )

    def make(self) -> None:
        """Makes the key, beside the window."""
        desk = self.desk
        self._work.begin(tr("Making a new key"), lambda _tell: people.new_recovery_key(desk), self._show_key, self.fail)

    def _show_key(self, key: str) -> None:
        self._key.show_key(key)
        self._shown.show()
        self._work.hide()

    def _hide(self) -> None:
        self._key.show_key("")
        self._shown.hide()
        self._work.show()
        self.succeed(tr("The new key is the only one that opens the store now. Destroy the old paper."))
