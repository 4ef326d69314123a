"""One sheet of a return as the commissioner will see it, with the reasons for what is withheld, as a Qt model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from refugedesk.domain.words import noted, tr
from refugedesk.reporting.tables import Place, PrintedTable
from refugedesk.reporting.writers.figures import value_of
from refugedesk.reporting.writers.grids import Cell, Look, Row, grid
from refugedesk.reporting.writers.pages import cell_words

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NUMBERS = frozenset({Look.COUNT, Look.PERCENT, Look.AVERAGE, Look.DAYS})
WORDS: Mapping[str, str] = {
    "SMALL": noted("small"),
    "UNDER_SMALL": noted("part of a small total"),
    "PROTECTS": noted("to protect another number"),
    "STATISTIC": noted("a statistic of too few stays"),
    "FEW_STAYS": noted("used by too few stays"),
}
FEWEST_COLUMNS = 4
"""So wide that a line of explanation fits across."""
WORKED_OUT = noted("worked out from a withheld number")


class ReturnSheetModel(QAbstractTableModel):
    """Every table of one sheet under each other, an empty row between two."""

    CELL: ClassVar[int] = Qt.ItemDataRole.UserRole
    REASON: ClassVar[int] = Qt.ItemDataRole.UserRole + 1

    def __init__(self, tables: Sequence[PrintedTable], reasons: Mapping[Place, StrEnum]) -> None:
        super().__init__()
        self._reasons = reasons
        self.lines: list[tuple[PrintedTable, Row]] = []
        for table in tables:
            self.lines += [(table, ()), *((table, row) for row in grid(table.shape).rows)]
        self.lines = self.lines[1:]
        self._width = max(FEWEST_COLUMNS, *(len(row) for _, row in self.lines), 0)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """How many lines the sheet has."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """As many as its widest table."""
        return 0 if parent.isValid() else self._width

    def cell(self, index: AnyIndex) -> Cell:
        """What stands at a place of the sheet."""
        row = self.lines[index.row()][1]
        return row[index.column()] if index.column() < len(row) else Cell(Look.EMPTY)

    def spans(self) -> list[int]:
        """The lines whose first cell runs across the sheet: titles and notes."""
        return [at for at, (_, row) in enumerate(self.lines) if row and row[0].look in (Look.TITLE, Look.NOTE)]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words or number, and for what is withheld its reason."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == self.CELL:
            return self.cell(index)
        if role in (self.REASON, Qt.ItemDataRole.ToolTipRole):
            return self._reason(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (self._text(index), self._reason(index)) if part)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Only numbers can be gone to; arrows pass over the rest."""
        is_number = self.cell(index).look in NUMBERS
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_number else Qt.ItemFlag.ItemIsEnabled

    def where(self, index: AnyIndex) -> str:
        """The number's row and table in words."""
        table, row = self.lines[index.row()]
        return f"{table.shape.title}, {row[0].text}" if row else ""

    def _text(self, index: AnyIndex) -> str:
        return cell_words(self.lines[index.row()][0], self.cell(index))

    def _reason(self, index: AnyIndex) -> str:
        cell = self.cell(index)
        if cell.figure is None or value_of(self.lines[index.row()][0], cell.figure) is not None:
            return ""
        reason = self._reasons.get(cell.figure.place)
        if cell.figure.name or reason is None:
            return tr("Withheld: {reason}.", reason=tr(WORKED_OUT))
        return tr("Withheld: {reason}.", reason=tr(WORDS.get(reason.name, str(reason))))
