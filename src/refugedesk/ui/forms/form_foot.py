"""The foot of a form: what will be saved or what became of it, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.tokens import M, S


class StatusLine(QWidget):
    """One sentence with an icon: plain, done, or stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self._icon = IconMark("circle-check", "good", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        self.say("")

    def say(self, text: str) -> None:
        """Says something in plain soft words."""
        self._show(text, "soft", "")

    def say_done(self, text: str) -> None:
        """Says that something was done."""
        self._show(text, "good", "circle-check")

    def say_stopped(self, text: str) -> None:
        """Says that something was not done, and why."""
        self._show(text, "problem", "circle-alert")

    def take(self, text: str, is_stop: bool) -> None:
        """Says what a form has said."""
        if is_stop:
            self.say_stopped(text)
        else:
            self.say_done(text)

    def _show(self, text: str, look: str, icon: str) -> None:
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self._icon.setVisible(bool(icon and text))
        if icon:
            self._icon.show_icon(icon, "danger" if look == "problem" else look)
        if self.text.objectName() != look:
            self.text.setObjectName(look)
            self.text.style().polish(self.text)


class FormFoot(QFrame):
    """A hairline, the status on the left, the buttons on the right; the primary one last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QFrame(self)
        line.setObjectName("hairline")
        self.status = StatusLine(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(M)
        self._row.addWidget(self.status, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(line)
        column.addLayout(self._row)

    def add_button(self, text: str, act: Callable[[], object], name: str = "", keys: str = "") -> QPushButton:
        """A button at the end of the row; ``name`` "primary" or "quiet" gives its look, ``keys`` its shortcut."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: act())
        if keys:
            button.setToolTip(f"{text} ({keys})")
            QShortcut(QKeySequence(keys), self.parentWidget() or self, button.click)
        self._row.addWidget(button)
        return button
