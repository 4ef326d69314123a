"""A new passphrase of one's own."""

from __future__ import annotations

from refugedesk.domain.words import noted, tr
from refugedesk.services import people
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.long_work import LongWork
from refugedesk.ui.widgets.new_passphrase import NewPassphrase
from refugedesk.ui.widgets.passphrase import PassphraseEdit


class PassphrasePanel(Panel):
    """The present one, the new one twice."""

    name = "passphrase"
    title = noted("Your passphrase")
    what = noted("There is no need to change it now and then. Change it when somebody may have seen or heard it.")

    def build(self) -> None:
        """Three lines and a button."""
        self._old = PassphraseEdit(tr("Present passphrase"))
        self._old_line = Labelled(tr("Present passphrase"), self._old)
        self._new = NewPassphrase(tr("New passphrase"), lambda: (self.desk.user.name, self.desk.service.name))
        self._work = LongWork(
            self.window_of.tasks, button(tr("Change my passphrase"), self.change, "primary"), can_stop=False
        )
        for each in (self._old_line, self._new, self._work):
            self.column.addWidget(each)

    def change(self) -> None:
        """Changes it, beside the window: two keys are derived."""
        old = self._old.text()
        self._old_line.say("" if old else tr("Type the passphrase you have now."))
        new = self._new.agreed()
        if old and new:
            self._work.begin(
                tr("Changing"),
                lambda _tell: people.change_passphrase(self.desk, old, new),
                lambda _none: self._changed(),
                self._old_line.say,
            )

    def _changed(self) -> None:
        self._old.clear()
        self._new.clear()
        self.succeed(tr("Your passphrase is changed. Backups made before still open with the old one."))
