"""The password of a file with exact figures: shown once, told apart, and how the recipient opens the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.exact_files import Locked
from refugedesk.ui.clipboard import copy_secret
from refugedesk.ui.tokens import FORM_WIDTH, L
from refugedesk.ui.widgets.boxes import column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import figures, text

APART = noted(
    "Tell the password by telephone, to the person named. Never send it with the file or by the same way."
    " It is shown this once and kept nowhere: if it is lost, write the figures again."
)
HOW = noted(
    "The recipient opens the file in Excel or LibreOffice, which ask for the password. Nothing else is needed."
    " Capitals and dashes count."
)


class LockedPanel(QFrame):
    """Shows the password until it is put away."""

    def __init__(self, locked: Locked, close: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setMaximumWidth(FORM_WIDTH)
        self.key = figures(locked.password, "key", self)
        spelt = f" {tr('dash')} ".join(locked.password.split("-"))
        self.key.setAccessibleName(tr("Password: {password}", password=spelt))
        self.copy_button = button(tr("Copy for ten seconds"), lambda: copy_secret(locked.password), picture="copy")
        self.done_button = button(tr("I have noted it"), self._put_away, "primary")
        self._close = close
        title = text(tr("The password of {name}", name=locked.written.path.name), "section")
        notice = Notice(tr(APART), "cautionNotice", self)
        foot = row(self.done_button, self.copy_button, 1)
        layout = column(title, notice, self.key, text(tr(HOW), "soft"), foot, gap=L)
        layout.setContentsMargins(L, L, L, L)
        self.setLayout(layout)
        self.setFocusProxy(self.done_button)

    def _put_away(self) -> None:
        self.key.clear()
        self.key.setAccessibleName("")
        self._close()
