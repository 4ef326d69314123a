"""A line for a passphrase: hidden as it is typed, shown while the eye is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.icons import icon
from refugedesk.ui.tokens import ICON, XL, XS


class PassphraseEdit(QLineEdit):
    """Takes any number of characters, and pasting. Nothing of it is kept in an undo list or a suggestion.

    Tab goes past the eye at its end, to the next line: blanks of a passphrase typed there must open no eye. Alt+F8
    does.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextMargins(0, 0, XL, 0)
        self.eye = QToolButton(self)
        self.eye.setObjectName("eye")
        self.eye.setCheckable(True)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self.eye.setIconSize(QSize(ICON, ICON))
        self.eye.toggled.connect(self._show)
        self._name = name
        self._show(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that shows a passphrase elsewhere on Windows shows it here."""
        if event.key() == Qt.Key.Key_F8 and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.eye.toggle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The eye stays at the end of the line."""
        super().resizeEvent(event)
        side = self.height() - 2 * XS
        self.eye.setGeometry(self.width() - side - XS, XS, side, side)

    def _show(self, is_shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.eye.setIcon(icon("eye-off" if is_shown else "eye"))
        self.eye.setToolTip(tr("Hide what is typed (Alt+F8)") if is_shown else tr("Show what is typed (Alt+F8)"))
        name = tr("Hide: {name}", name=self._name) if is_shown else tr("Show: {name}", name=self._name)
        self.eye.setAccessibleName(name)
        self.setToolTip(self.eye.toolTip())
