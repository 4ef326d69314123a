"""Says that the program has a fault, what is safe, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.tokens import L, M
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

SAFE = noted(
    "What was saved before is safe, and what you are typing is kept. Carry on, or lock and unlock to start afresh. "
    "If it happens again, tell whoever looks after the program what stands below; it says nothing about anybody."
)


class FaultPanel(QWidget):
    """Hidden until there is a fault. ``start_afresh`` asks for a lock."""

    start_afresh = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = text("", "small")
        frame = QFrame(self)
        frame.setObjectName("dangerNotice")
        apart = QVBoxLayout(self)
        apart.setContentsMargins(0, M, 0, 0)
        apart.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(M)
        column.addWidget(text(tr("This is a fault in the program, not something you did."), "strong"))
        column.addWidget(text(tr(SAFE)))
        column.addWidget(self._details)
        column.addLayout(
            row(
                button(tr("Carry on"), self.hide),
                button(tr("Lock and start afresh"), self.start_afresh.emit, "quiet"),
                1,
            )
        )
        self.hide()

    def report(self, place: str, log: str) -> None:
        """Shows the kind of fault, its place in the program and where it is written down."""
        self._details.setText(f"{place}. {log}".strip())
        self.show()
