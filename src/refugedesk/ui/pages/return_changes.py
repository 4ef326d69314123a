"""What has changed since a return left the house, for the manager's eyes only, and the ways to go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.earlier_releases import ChangedSinceError, ChangeRow
from refugedesk.ui.fonts import tabular
from refugedesk.ui.tokens import L, M
from refugedesk.ui.widgets.boxes import column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

HEADINGS = (noted("Table"), noted("Figure"), noted("Released"), noted("Now"))
FOR_YOU = noted("Only you see this. A number marked * was withheld in the file.")


class ChangesTable(QTableWidget):
    """Each changed figure: what was released, and what the records say now."""

    def __init__(self, changes: Sequence[ChangeRow], parent: QWidget | None = None) -> None:
        super().__init__(len(changes), len(HEADINGS), parent)
        self.setAccessibleName(tr("Figures that have changed since the return left the house"))
        self.setHorizontalHeaderLabels([tr(each) for each in HEADINGS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for at, change in enumerate(changes):
            self._fill(at, change)
        for at in range(2):
            self.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _fill(self, at: int, change: ChangeRow) -> None:
        released = f"{change.released}{'' if change.was_shown else ' *'}"
        for position, words in enumerate((change.table, change.line, released, str(change.now))):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if position > 1:
                item.setFont(tabular(self.font()))
            self.setItem(at, position, item)


class ChangesPanel(QWidget):
    """Why the return cannot simply be made again, what changed, and the ways to go on."""

    def __init__(
        self,
        changed: ChangedSinceError,
        again: Callable[[], object],
        revise: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.again_button = button(tr("Send the earlier figures again"), again, "primary")
        self.revise_button = button(tr("Make a formal revision"), revise)
        self.table = ChangesTable(changed.changes, self)
        why = Notice(str(changed), "cautionNotice", self)
        title = text(tr("The records have changed since this return left the house"), "section")
        ways = row(self.again_button, self.revise_button, 1, gap=M)
        layout = column(title, why, ways, text(tr(FOR_YOU), "small"), self.table, gap=L)
        layout.setStretch(4, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.again_button)
