"""The rows of the invented refuge while work is added to them: each new row gets its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from refugedesk.demo.households import Row
from refugedesk.services.interchange.sheets import SHEETS

Cell = str | int | date | tuple[str, ...]


class Sheets:
    """Every sheet by its name. Rows are added in the order in which they happened."""

    def __init__(self, rows: Mapping[str, list[Row]], today: date) -> None:
        self.rows: dict[str, list[Row]] = {name: [dict(row) for row in each] for name, each in rows.items()}
        self.today = today
        self._numbers: Counter[str] = Counter()
        self._children: dict[str, list[Row]] = {}
        for child in self.rows["children"]:
            self._children.setdefault(child["stay_id"], []).append(child)
        self.by_id = {row["resident_id"]: row for row in self.rows["residents"]}

    def add(self, sheet: str, **cells: Cell) -> str:
        """Keeps one row and gives its id."""
        self._numbers[sheet] += 1
        column = SHEETS[sheet].id_column
        key = f"{column.removesuffix('_id')}-{self._numbers[sheet]:04}" if column else ""
        row = {name: _text(cell) for name, cell in cells.items()}
        self.rows.setdefault(sheet, []).append({column: key} | row if column else row)
        return key

    def here(self) -> list[Row]:
        """The stays that have not ended."""
        return [stay for stay in self.rows["stays"] if not stay["ended_on"]]

    def children_of(self, stay: Row) -> list[Row]:
        """The children of a stay who live in the refuge."""
        return [child for child in self._children.get(stay["stay_id"], ()) if child["in_refuge"] == "yes"]

    def codes_of(self, sheet: str, column: str, stay: Row) -> list[str]:
        """The codes that a sheet of codes has for a stay."""
        return [row[column] for row in self.rows[sheet] if row["stay_id"] == stay["stay_id"]]


def _text(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return ";".join(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def day_of(text: str) -> date:
    """The day a cell holds."""
    return date.fromisoformat(text)
