"""The four steps of the first run, each one sheet that says when it is answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.folders import StoreState, state_of
from refugedesk.ui.clipboard import copy_secret
from refugedesk.ui.dialogs import FileDialogs
from refugedesk.ui.tokens import XS, L
from refugedesk.ui.widgets.boxes import column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.new_passphrase import NewPassphrase
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.recovery_key import KeyText
from refugedesk.ui.widgets.texts import text

NOT_EMPTY = noted("This folder holds other things. Choose an empty one, or make a new one in it; nothing was changed.")
KEEP_IT = noted(
    "Print it or write it down, and keep it away from this computer: in a sealed envelope in the safe, say. "
    "It is not kept anywhere else, and nobody can make it again."
)


NOTHING_ELSE = noted(
    "Nothing opens the store but a passphrase, this key, or trustees' shares: sheets that several people keep and can "
    "only use together. If all of them are lost, so are the records: nobody can help, not even the "
    "people who made the program."
)
SHARES = noted(
    "One thing more can save the records when this paper is lost too: trustees' shares. Have them made now, if your "
    "trustees and a printer are near, or later under Settings. Home reminds you."
)


class Step(QWidget):
    """One step. ``entered``: Enter was pressed in its last field."""

    entered = Signal()
    title = ""
    on_words = noted("Go on")
    has_way_back = True

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(L)

    def first_focus(self) -> QWidget:
        """Where typing begins."""
        return self

    def is_answered(self) -> bool:
        """Whether one can go on; what is the matter is said under its field."""
        return True

    def arrive(self) -> None:
        """The step is shown."""


class ServiceStep(Step):
    """The name of the service, its home authority, and where the store will live."""

    title = noted("Your service")
    has_way_back = False

    def __init__(self, folder: Path, dialogs: FileDialogs, unlock: Callable[[Path], None]) -> None:
        super().__init__()
        self.folder, self._dialogs, self._unlock = folder, dialogs, unlock
        self._name, self._authority = QLineEdit(), QLineEdit()
        self.name_line = Labelled(tr("Name of the service"), self._name, tr("It stands on returns. Never an address."))
        self.authority_line = Labelled(
            tr("Home local authority"),
            self._authority,
            tr(
                "The council whose area the service is in. Returns tell residents from there from those from elsewhere."
            ),
        )
        self._where = text("", "small")
        change = button(tr("Choose another folder"), self.choose_folder, "link", picture="folder-open")
        existing = button(tr("Open a store I have"), self.open_existing, "link", picture="lock")
        self.problem = Notice()
        self.column.addWidget(text(tr("Everything stays on this computer, encrypted. Nothing is ever sent."), "soft"))
        self.column.addWidget(self.name_line)
        self.column.addWidget(self.authority_line)
        self.column.addLayout(column(text(tr("The store will be made in"), "label"), self._where, gap=XS))
        self.column.addLayout(column(row(change, 1), row(existing, 1), gap=XS))
        self.column.addWidget(self.problem)
        self._authority.returnPressed.connect(self.entered)
        self._name.returnPressed.connect(self._authority.setFocus)
        self._show_folder(folder)

    @property
    def name(self) -> str:
        """The name of the service."""
        return self._name.text().strip()

    @property
    def authority(self) -> str:
        """The home local authority."""
        return self._authority.text().strip()

    def first_focus(self) -> QWidget:
        """The name."""
        return self._name

    def is_answered(self) -> bool:
        """Both names are there and the folder is empty."""
        self.name_line.say("" if self.name else tr("The name of the service is needed."))
        self.authority_line.say("" if self.authority else tr("The home local authority is needed for returns."))
        self._show_folder(self.folder)
        return bool(self.name and self.authority) and state_of(self.folder) is StoreState.ABSENT

    def choose_folder(self) -> None:
        """Asks for another folder."""
        chosen = self._dialogs.folder(self, tr("Where the store will be made"), self.folder.parent)
        if chosen is not None:
            self._show_folder(chosen / "store" if state_of(chosen) is StoreState.OTHER else chosen)

    def open_existing(self) -> None:
        """Asks for the folder of a store that is there and goes to unlock it."""
        chosen = self._dialogs.folder(self, tr("Open a store"), self.folder.parent)
        if chosen is not None:
            self._unlock(chosen)

    def _show_folder(self, folder: Path) -> None:
        self.folder = folder
        self._where.setText(str(folder))
        self._where.setAccessibleName(tr("The store will be made in {folder}", folder=folder))
        self.problem.say("" if state_of(folder) is StoreState.ABSENT else tr(NOT_EMPTY), "cautionNotice")


class YouStep(Step):
    """Your name and your passphrase."""

    title = noted("You")
    on_words = noted("Make the store")

    def __init__(self, avoid: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._name = QLineEdit()
        self.name_line = Labelled(
            tr("Your name"), self._name, tr("You type it to unlock. It stands beside what you record.")
        )
        self.passphrase = NewPassphrase(tr("Your passphrase"), lambda: (self.name, *avoid()))
        self.agreed = ""
        self._name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.entered.connect(self.entered)
        self.column.addWidget(
            text(tr("You will be a manager: you can add the others later, each with their own."), "soft")
        )
        self.column.addWidget(self.name_line)
        self.column.addWidget(self.passphrase)

    @property
    def name(self) -> str:
        """Your name."""
        return self._name.text().strip()

    def first_focus(self) -> QWidget:
        """The name."""
        return self._name

    def is_answered(self) -> bool:
        """There is a name and a passphrase that will do."""
        self.name_line.say("" if self.name else tr("Your name is needed to unlock."))
        self.agreed = self.passphrase.agreed()
        return bool(self.name and self.agreed)

    def forget(self) -> None:
        """The store is made; the passphrase is not needed any more."""
        self.agreed = ""
        self.passphrase.clear()


class KeyStep(Step):
    """The recovery key, shown once. The store is made by now, so there is no way back from here."""

    title = noted("Your recovery key")
    on_words = noted("I have it on paper")
    has_way_back = False

    def __init__(self) -> None:
        super().__init__()
        self._shown = KeyText()
        self._copy = button(tr("Copy for ten seconds"), lambda: copy_secret(self.key), "quiet", picture="copy")
        self._print = button(tr("Print"), self.print_key, picture="printer")
        self.column.addWidget(
            text(tr("Your store is made. If everybody forgets their passphrase, this key opens it."), "soft")
        )
        self.column.addWidget(self._shown)
        self.column.addLayout(row(self._print, self._copy, 1))
        self.column.addWidget(Notice(tr(KEEP_IT), "cautionNotice"))
        self.column.addWidget(text(tr(NOTHING_ELSE)))

    def first_focus(self) -> QWidget:
        """Print."""
        return self._print

    def print_key(self) -> None:
        """Asks for a printer and prints the key. What prints is loaded only now: a start does not wait for it."""
        from refugedesk.ui.printing import print_recovery_key

        print_recovery_key(self, self.key)

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self._shown.key

    def show_key(self, key: str) -> None:
        """Shows the key."""
        self._shown.show_key(key)


class ProofStep(Step):
    """The recovery key typed back from paper."""

    title = noted("Type it back")
    on_words = noted("Finish")

    def __init__(self, key: Callable[[], str]) -> None:
        super().__init__()
        self._key = key
        self._typed = QLineEdit()
        self.line = Labelled(
            tr("Recovery key"),
            self._typed,
            tr("From your paper. Capitals, blanks and dashes do not matter; O is 0, I is 1."),
        )
        self._typed.returnPressed.connect(self.entered)
        self.column.addWidget(text(tr("This proves that what is on paper opens the store."), "soft"))
        self.column.addWidget(self.line)
        self.column.addWidget(text(tr(SHARES)))

    def first_focus(self) -> QWidget:
        """The line."""
        return self._typed

    def is_answered(self) -> bool:
        """The key was typed back as it was shown."""
        from refugedesk.services.stores import same_recovery_key

        is_same = same_recovery_key(self._key(), self._typed.text())
        self.line.say(
            "" if is_same else tr("This is not the key that was shown. Compare it group by group, or go back.")
        )
        return is_same
