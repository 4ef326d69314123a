"""Bringing back a backup: the file, an empty folder, and a passphrase of the day it was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.folders import StoreState, state_of
from refugedesk.ui.pages.entry_page import EntryPage
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.passphrase import PassphraseEdit
from refugedesk.ui.widgets.path_line import PathLine
from refugedesk.ui.widgets.texts import text

if TYPE_CHECKING:
    from refugedesk.ui.entry_window import EntryWindow

WHAT = noted(
    "A backup is proved whole before anything is put in place, and never overwrites a store: it becomes a new one, "
    "in an empty folder. It opens with the passphrases of the day it was made."
)


class RestorePage(EntryPage):
    """One sheet; leads to unlocking the store that was made."""

    def __init__(self, host: EntryWindow, folder: Path) -> None:
        super().__init__(host)
        dialogs = host.dialogs
        self.file = PathLine(
            tr("The backup"),
            lambda: dialogs.file_to_open(self, tr("The backup"), tr("Backups (*.backup);;All files (*)")),
        )
        self.folder = PathLine(
            tr("An empty folder for it"), lambda: _inside(dialogs.folder(self, tr("An empty folder")))
        )
        if state_of(folder) is StoreState.ABSENT:
            self.folder.show_path(folder)
        self._name, self._passphrase = QLineEdit(), PassphraseEdit(tr("Passphrase"))
        self.name = Labelled(tr("Your name"), self._name)
        self.passphrase = Labelled(tr("Passphrase"), self._passphrase, tr("Of the day the backup was made."))
        self.problem = Notice()
        self.enter = button(tr("Bring it back"), self.restore, "primary")
        self.column.addWidget(text(tr("Bring back a backup"), "title"))
        self.column.addWidget(text(tr(WHAT), "soft"))
        for each in (self.file, self.folder, self.name, self.passphrase, self.problem):
            self.column.addWidget(each)
        self.column.addLayout(row(button(tr("Back"), lambda: host.open_folder(folder)), 1, self.enter))
        self.column.addWidget(self.waiting)

    def first_focus(self) -> QWidget:
        """The backup."""
        return self.file.choose

    def restore(self) -> None:
        """Makes the store from the backup, beside the window."""
        name, passphrase = self._name.text().strip(), self._passphrase.text()
        self.name.say("" if name else tr("Type the name you had then."))
        self.passphrase.say("" if passphrase else tr("Type the passphrase you had then."))
        file, folder = self.file.required(tr("Choose the backup.")), self.folder.required(tr("Choose an empty folder."))
        doors = self.host.doors
        if name and passphrase and file and folder:
            self.problem.say("")
            self.derive(
                tr("Bringing back and proving the backup."),
                lambda: doors.restore(file, folder, name, passphrase),
                lambda _none: self.host.unlock(folder),
                lambda why: self.problem.say(why, "dangerNotice"),
                self.enter,
            )


def _inside(folder: Path | None) -> Path | None:
    """The folder itself where it is empty, else one of its own in it."""
    if folder is None or state_of(folder) is StoreState.ABSENT:
        return folder
    return folder / "store"
