"""A recovery key in large letters, four groups on a line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.fonts import tabular


class KeyText(QLabel):
    """Holds the key only while it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key")
        self.setFont(tabular(self.font()))
        self.key = ""

    def show_key(self, key: str) -> None:
        """Shows a key; an empty one forgets what was shown."""
        self.key = key
        groups = key.split("-")
        self.setText("\n".join("   ".join(groups[at : at + 4]) for at in range(0, len(groups), 4)))
        self.setAccessibleName(tr("Recovery key: {groups}", groups=" ".join(groups)))
