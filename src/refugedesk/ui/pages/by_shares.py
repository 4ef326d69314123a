"""Back in with trustees' shares: enough sheets, whose passphrase is lost, and a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.pages.entry_page import EntryPage
from refugedesk.ui.tokens import SHARES_WIDTH, L
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.new_passphrase import NewPassphrase
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.share_entry import ShareEntry
from refugedesk.ui.widgets.texts import text

if TYPE_CHECKING:
    from refugedesk.ui.entry_window import EntryWindow

WHAT = noted(
    "Enough of the trustees' sheets together open the store once more. Type them in one after another; nothing is "
    "opened before all are there and a new passphrase is chosen."
)
FIT = noted("The sheets fit. Choose whose passphrase is made new; a manager can then mend everything else.")


class BySharesPage(EntryPage):
    """First the sheets, then the person and the passphrase; ``host.opened`` at the end."""

    sheet_width = SHARES_WIDTH

    def __init__(self, host: EntryWindow, folder: Path) -> None:
        super().__init__(host)
        self.folder = folder
        self.entry = ShareEntry()
        self.entry.enough.connect(self._look)
        self.problem = Notice()
        self._who = QComboBox()
        self.passphrase = NewPassphrase(tr("New passphrase"), lambda: (self._who.currentText(),))
        self.enter = button(tr("Open with the new passphrase"), self.open, "primary")
        self.person = QWidget(self)
        inside = QVBoxLayout(self.person)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(L)
        for each in (Notice(tr(FIT), "goodNotice"), Labelled(tr("Whose passphrase"), self._who), self.passphrase):
            inside.addWidget(each)
        inside.addLayout(row(1, self.enter))
        self.person.hide()
        self.column.addWidget(text(tr("Open with trustees' shares"), "title"))
        self.column.addWidget(text(tr(WHAT), "soft"))
        for widget in (self.entry, self.person, self.problem):
            self.column.addWidget(widget)
        self.column.addWidget(self.waiting)
        self.column.addLayout(row(button(tr("Back"), lambda: host.unlock(folder)), 1))

    def first_focus(self) -> QWidget:
        """The first word."""
        return self.entry.words.boxes[0]

    def open(self) -> None:
        """Opens the store with the shares and sets the new passphrase."""
        doors, folder, shares, name = self.host.doors, self.folder, tuple(self.entry.shares), self._who.currentText()
        passphrase = self.passphrase.agreed()
        if passphrase:
            self.problem.say("")
            self.derive(
                tr("Opening. This takes a second on purpose."),
                lambda: doors.open_with_shares(folder, shares, name, passphrase),
                self.host.opened.emit,
                lambda why: self.problem.say(why, "dangerNotice"),
                self.enter,
            )

    def _look(self) -> None:
        doors, folder, shares = self.host.doors, self.folder, tuple(self.entry.shares)
        self.problem.say("")
        self.derive(
            tr("Trying the sheets. This takes a second on purpose."),
            lambda: doors.who_can_open(folder, shares),
            self._fits,
            self._does_not_fit,
            self.entry.take,
        )

    def _fits(self, names: tuple[str, ...]) -> None:
        self._who.addItems(names)
        self.entry.hide()
        self.person.show()
        self._who.setFocus()

    def _does_not_fit(self, why: str) -> None:
        self.entry.begin()
        self.problem.say(why, "dangerNotice")
