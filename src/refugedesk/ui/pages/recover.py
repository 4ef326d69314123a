"""Back in with the printed recovery key: the key, your name, and a new passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.pages.entry_page import EntryPage
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.new_passphrase import NewPassphrase
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

if TYPE_CHECKING:
    from refugedesk.ui.entry_window import EntryWindow

WHAT = noted(
    "The recovery key is the sheet that was printed when the store was made. It opens the store once more, and you "
    "choose a new passphrase. Without it, ask a manager to remove you and add you again."
)


class RecoverPage(EntryPage):
    """One sheet; ``host.opened`` once the key fits."""

    def __init__(self, host: EntryWindow, folder: Path) -> None:
        super().__init__(host)
        self.folder = folder
        self._key, self._name = QLineEdit(), QLineEdit()
        self.key = Labelled(
            tr("Recovery key"), self._key, tr("Capitals, blanks and dashes do not matter; O is 0, I is 1.")
        )
        self.name = Labelled(tr("Your name"), self._name, tr("As you were added."))
        self.passphrase = NewPassphrase(tr("New passphrase"), lambda: (self._name.text(),))
        self.problem = Notice()
        self.enter = button(tr("Open with the new passphrase"), self.recover, "primary")
        self._key.returnPressed.connect(self._name.setFocus)
        self._name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.entered.connect(self.recover)
        self.column.addWidget(text(tr("I lost my passphrase"), "title"))
        self.column.addWidget(text(tr(WHAT), "soft"))
        for each in (self.key, self.name, self.passphrase, self.problem):
            self.column.addWidget(each)
        self.column.addLayout(row(button(tr("Back"), lambda: host.unlock(folder)), 1, self.enter))
        self.column.addWidget(self.waiting)

    def first_focus(self) -> QWidget:
        """The recovery key."""
        return self._key

    def recover(self) -> None:
        """Opens the store with the key and sets the new passphrase."""
        key, name = self._key.text(), self._name.text().strip()
        self.key.say("" if key.strip() else tr("Type the recovery key from the printed sheet."))
        self.name.say("" if name else tr("Type the name you were added with."))
        passphrase = self.passphrase.agreed()
        if not (key.strip() and name and passphrase):
            return
        doors, folder = self.host.doors, self.folder
        self.problem.say("")
        self.derive(
            tr("Opening. This takes a second on purpose."),
            lambda: doors.recover(folder, key, name, passphrase),
            self.host.opened.emit,
            lambda why: self.problem.say(why, "dangerNotice"),
            self.enter,
        )
