"""Backing up, and how to come back from a backup."""

from __future__ import annotations

from pathlib import Path

from refugedesk.domain.words import noted, tr
from refugedesk.services import backups
from refugedesk.services.backups import BackupReport
from refugedesk.services.roles import Action
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.long_work import LongWork
from refugedesk.ui.widgets.texts import text

HOW_TO_RESTORE = noted(
    "When the computer is lost or the store is damaged: install the program, choose Bring back a backup on the unlock "
    "page, and point it at the file. A backup is proved whole before anything is put in place, opens with the "
    "passphrases of the day it was made, and never overwrites a store."
)


class BackupPanel(Panel):
    """One encrypted file, proved by opening it and comparing it with the store."""

    name = "backup"
    title = noted("Back up")
    what = noted(
        "A backup is one encrypted file. Put it on a stick that is kept away from this computer, at least once a week, "
        "and keep two sticks in turn. A backup cannot be purged later: destroy old ones when they are due."
    )
    needs = Action.KEEP_STORE

    def build(self) -> None:
        """A button, and how to restore."""
        self._work = LongWork(
            self.window_of.tasks,
            button(tr("Back up now"), self.back_up, "primary", picture="hard-drive"),
            can_stop=False,
        )
        self.column.addWidget(self._work)
        self.column.addWidget(text(tr("Bringing a backup back"), "section"))
        self.column.addWidget(text(tr(HOW_TO_RESTORE)))

    def back_up(self) -> None:
        """Asks where, and makes the backup beside the window."""
        name = f"backup-{self.desk.today:%Y-%m-%d}.backup"
        file = self.window_of.dialogs.file_to_save(self, tr("Back up to"), name, tr("Backups (*.backup)"))
        if file is not None:
            self.outcome.say("")
            self._work.begin(
                tr("Backing up"), lambda _tell: backups.backup(self.desk, Path(file)), self._done, self.fail
            )

    def _done(self, report: BackupReport) -> None:
        size = max(1, round(report.size / 1_000_000))
        self.succeed(
            tr(
                "Backed up and proved: {name}, {size} MB, {tables} tables compared.",
                name=report.path.name,
                size=size,
                tables=report.tables,
            )
        )
