"""A section laid out by hand in lines: short fields stand side by side, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from refugedesk.ui.forms.field_row import FieldRow
from refugedesk.ui.forms.section_view import SectionView
from refugedesk.ui.tokens import L

Lines = tuple[tuple[str, ...], ...]


def in_order(lines: Lines, names: Iterable[str]) -> Lines:
    """The names in their order, a line each; side by side where they are neighbours and stand so in ``lines``."""
    beside = {name: line for line in lines for name in line}
    made: list[tuple[str, ...]] = []
    for name in names:
        line = beside.get(name)
        if made and line is not None and beside.get(made[-1][-1]) is line:
            made[-1] = (*made[-1], name)
        else:
            made.append((name,))
    return tuple(made)


class PairedSection(SectionView):
    """Lines of fields; a subclass says which. Fields that are in no line follow, one under the other.

    Where the service asks them in an order of its own, that order is kept, and only neighbours stand side by side.
    """

    lines: Lines = ()

    def lay_out(self) -> None:
        """Heading, help, the lines, the rest."""
        column = self.start_column()
        lines = self._lines()
        placed = {name for line in lines for name in line}
        for line in lines:
            self._add_line(column, [self.rows[name] for name in line if name in self.rows])
            for name, row in self.rows.items():
                if row.field.other_of in line and name not in placed:
                    column.addWidget(row)
                    placed.add(name)
        for name, row in self.rows.items():
            if name not in placed:
                column.addWidget(row)

    def _lines(self) -> Lines:
        if not self.section.is_reordered:
            return self.lines
        return in_order(self.lines, [name for name, row in self.rows.items() if row.field.other_of not in self.rows])

    def _add_line(self, column: QVBoxLayout, rows: list[FieldRow]) -> None:
        line = QHBoxLayout()
        line.setSpacing(L)
        for row in rows:
            policy = row.sizePolicy()
            policy.setRetainSizeWhenHidden(len(rows) > 1 and row is not rows[0])
            row.setSizePolicy(policy)
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
