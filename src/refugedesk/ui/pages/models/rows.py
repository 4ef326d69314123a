"""Frozen rows as a Qt model: columns are declared, nothing is sorted or filtered here (the store does that)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refugedesk.domain.words import tr
from refugedesk.ui.widgets.badges import Badge

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """What stands in one place: words or a badge; strong for who it is, soft for what matters less."""

    words: str = ""
    badge: Badge | None = None
    is_strong: bool = False
    is_soft: bool = False
    tip: str = ""

    @property
    def said(self) -> str:
        """The words, for screen readers and where they are cut."""
        return self.badge.word if self.badge else self.words


@dataclass(frozen=True)
class Column:
    """A column: its heading, what each row says in it, and its share of the width."""

    heading: str
    cell: Callable[[Any], Cell]
    weight: int = 10


class RowsModel(QAbstractTableModel):
    """Rows under columns."""

    CELL: ClassVar[int] = Qt.ItemDataRole.UserRole

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Any, ...] = ()

    def fill(self, rows: Sequence[Any]) -> None:
        """Replaces every row."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell for painting; its words for everything that reads."""
        if not index.isValid():
            return None
        cell = self.columns[index.column()].cell(self.rows[index.row()])
        if role == self.CELL:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(self.columns[index.column()].heading)}: {cell.said or tr('empty')}"
        return cell.said if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role in shown and orientation == Qt.Orientation.Horizontal:
            return tr(self.columns[section].heading)
        return None
