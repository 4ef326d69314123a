"""Unlock: a name and a passphrase, and what to do when they are not to hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.folders import StoreState, state_of
from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.pages.entry_page import EntryPage
from refugedesk.ui.tokens import BIG_ICON
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.passphrase import PassphraseEdit
from refugedesk.ui.widgets.texts import hairline, text

if TYPE_CHECKING:
    from refugedesk.services.desk import Desk
    from refugedesk.ui.entry_window import EntryWindow

LONGEST_WAIT_SECONDS = 30
NOT_A_STORE = noted(
    "This folder holds other things and no store, so there is nothing to unlock in it. Nothing was changed. "
    "Choose the folder of your store, or an empty folder for a new one."
)


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong passphrases: none after the first, then 2, 4, 8 up to half a minute."""
    return 0 if failures < 2 else min(2 ** (failures - 1), LONGEST_WAIT_SECONDS)


class UnlockPage(EntryPage):
    """Who you are and your passphrase; ``host.opened`` once they are right."""

    def __init__(self, host: EntryWindow, folder: Path) -> None:
        super().__init__(host)
        self.folder, self._failures, self._seconds = folder, 0, 0
        self._name, self._passphrase = QLineEdit(), PassphraseEdit(tr("Passphrase"))
        self.name = Labelled(tr("Your name"), self._name)
        self.passphrase = Labelled(tr("Passphrase"), self._passphrase)
        self.enter = button(tr("Unlock"), self.unlock, "primary")
        self._clock = QTimer(self, interval=1_000)
        self._clock.timeout.connect(self._count_down)
        for each in (self._name, self._passphrase):
            each.returnPressed.connect(self._next)
        self._lay_out()

    def first_focus(self) -> QWidget:
        """The name."""
        return self._name

    def unlock(self) -> None:
        """Tries the passphrase."""
        name, passphrase = self._typed()
        self.name.say("" if name else tr("Type the name you were added with."))
        self.passphrase.say("" if passphrase else tr("Type your passphrase."))
        if not (name and passphrase and self.enter.isEnabled()):
            return
        doors, folder = self.host.doors, self.folder
        self.derive(
            tr("Unlocking. This takes a second on purpose: it makes guessing slow."),
            lambda: doors.open(folder, name, passphrase),
            self._open,
            self._refuse,
            self.enter,
        )

    def choose_other(self) -> None:
        """Asks for the folder of another store."""
        folder = self.host.dialogs.folder(self, tr("Open another store"), self.folder.parent)
        if folder is not None:
            self.host.open_folder(folder)

    def open_by_shares(self) -> None:
        """To the trustees' sheets."""
        self.host.open_by_shares(self.folder)

    def _lay_out(self) -> None:
        mark = IconMark("lock", "accent", parent=self, size=BIG_ICON)
        self.column.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(text(tr("Unlock"), "title"))
        self.column.addWidget(
            Notice("" if state_of(self.folder) is StoreState.STORE else tr(NOT_A_STORE), "cautionNotice")
        )
        for each in (self.name, self.passphrase):
            self.column.addWidget(each)
        self.column.addWidget(self.enter)
        self.column.addWidget(self.waiting)
        self.column.addWidget(hairline())
        other = button(tr("Open another store"), self.choose_other, "link", picture="folder-open")
        lost = button(tr("I lost my passphrase"), lambda: self.host.recover(self.folder), "link", picture="key-round")
        back = button(tr("Bring back a backup"), lambda: self.host.restore(self.folder), "link", picture="history")
        shares = button(tr("Open with trustees' shares"), self.open_by_shares, "link", picture="users")
        for way in (lost, shares, other, back):
            self.column.addLayout(row(way, 1))

    def _typed(self) -> tuple[str, str]:
        return self._name.text().strip(), self._passphrase.text()

    def _next(self) -> None:
        """Enter goes on to the passphrase, and from there unlocks."""
        if self._name.hasFocus() and not self._typed()[1]:
            self._passphrase.setFocus()
        else:
            self.unlock()

    def _open(self, desk: Desk) -> None:
        self._passphrase.clear()
        self.host.opened.emit(desk)

    def _refuse(self, why: str) -> None:
        self.passphrase.say(why)
        self._passphrase.selectAll()
        self._passphrase.setFocus()
        self._failures += 1
        self._seconds = wait_after(self._failures)
        if self._seconds:
            self._clock.start()
            self._show_wait()

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._clock.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        is_waiting = self._seconds > 0
        self.enter.setEnabled(not is_waiting)
        self.enter.setText(tr("Try again in {seconds} s", seconds=self._seconds) if is_waiting else tr("Unlock"))
