"""A line for a passphrase: hidden as it is typed, shown while the eye is open."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.icons import icon


class PassphraseEdit(QLineEdit):
    """Takes any number of characters, and pasting. Nothing of it is kept in an undo list or a suggestion."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye: QAction = self.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.triggered.connect(lambda: self._show(self.echoMode() is QLineEdit.EchoMode.Password))
        self._show(False)
        for eye in self.findChildren(QToolButton):
            eye.setAccessibleName(tr("Show or hide: {name}", name=name))

    def _show(self, is_shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if is_shown else "eye"))
        self._eye.setToolTip(tr("Hide what is typed") if is_shown else tr("Show what is typed"))
