"""Backing up: how it stands, at once, where and how often; and how to come back from a backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from refugedesk.domain.words import noted, tr
from refugedesk.services import backing_up, backups
from refugedesk.services.backing_up import Made
from refugedesk.services.backups import BackupReport
from refugedesk.services.roles import Action
from refugedesk.ui.backup_watch import made_words
from refugedesk.ui.pages.backup_words import LOOKS, last_words, nag_words
from refugedesk.ui.pages.settings_panels.backup_often import BackupOften
from refugedesk.ui.pages.settings_panels.backup_places import BackupPlaces
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tasks import Progress
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.long_work import LongWork, counting
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

HOW_TO_RESTORE = noted(
    "When the computer is lost or the store is damaged: install the program, choose Bring back a backup on the unlock "
    "page, and point it at the file. A backup is proved whole before anything is put in place, opens with the "
    "passphrases of the day it was made, and never overwrites a store. Settings, Try a restore, rehearses it."
)


class BackupPanel(Panel):
    """Encrypted files, each proved by opening it and comparing it with the store."""

    name = "backup"
    title = noted("Back up")
    what = noted(
        "A backup is one encrypted file, opened and compared with the store before it counts. It is made by itself "
        "when it is due, its stick is there and nobody types. Keep two sticks in turn, one of them elsewhere."
    )
    needs = Action.KEEP_STORE

    def build(self) -> None:
        """How it stands, the buttons, the places, the rhythm, and how to restore."""
        self.stands, self.nag = text("", "strong"), Notice()
        self.now = button(tr("Back up now"), self.back_up_now, "primary", "Ctrl+B", "hard-drive")
        self.elsewhere = button(tr("Back up to another file"), self.back_up)
        self._work = LongWork(self.window_of.tasks, self.now, self.elsewhere)
        self.places, self.often = BackupPlaces(self.window_of), BackupOften(self.desk)
        self.places.changed.connect(self._changed)
        self.places.refused.connect(self.fail)
        self.often.changed.connect(self._changed)
        for each in (self.stands, self.nag, self._work, self.outcome, self.places, self.often):
            self.column.addWidget(each)
        self.column.addWidget(text(tr("Bringing a backup back"), "section"))
        self.column.addWidget(text(tr(HOW_TO_RESTORE)))

    def refresh(self) -> None:
        """Shows how backups stand now."""
        self._show_standing()
        self.places.refresh()
        self.often.refresh()

    def back_up_now(self) -> None:
        """To every place that is there."""
        self._begin(lambda tell: backing_up.back_up_now(self.desk, counting(tell)), self._made)

    def back_up(self) -> None:
        """Asks for a file, and makes the backup beside the window."""
        name = f"backup-{self.desk.today:%Y-%m-%d}.backup"
        file = self.window_of.dialogs.file_to_save(self, tr("Back up to"), name, tr("Backups (*.backup)"))
        if file is not None:
            self._begin(lambda tell: backups.backup(self.desk, Path(file), counting(tell)), self._done)

    def _begin(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        self.outcome.say("")
        self._work.begin(tr("Backing up"), work, done, self.fail)

    def _made(self, made: tuple[Made, ...]) -> None:
        self.refresh()
        self.succeed(" ".join(map(made_words, made)))

    def _done(self, report: BackupReport) -> None:
        self._made((Made(report, 0),))

    def _changed(self, said: str) -> None:
        self._show_standing()
        self.succeed(said)

    def _show_standing(self) -> None:
        standing = backing_up.backup_standing(self.desk)
        self.stands.setText(last_words(standing, self.desk.now))
        words = nag_words(standing, self.desk)
        self.nag.say(words, LOOKS[standing.urgency] if words else "notice")
