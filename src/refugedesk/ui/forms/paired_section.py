"""A section laid out by hand in lines: short fields stand side by side, in the order in which they are asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from refugedesk.ui.forms.field_row import FieldRow
from refugedesk.ui.forms.section_view import SectionView
from refugedesk.ui.tokens import L

Lines = tuple[tuple[str, ...], ...]


class PairedSection(SectionView):
    """Lines of fields; a subclass says which. Fields that are in no line follow, one under the other."""

    lines: Lines = ()

    def lay_out(self) -> None:
        """Heading, help, the lines, the rest."""
        column = self.start_column()
        placed = {name for line in self.lines for name in line}
        for line in self.lines:
            self._add_line(column, [self.rows[name] for name in line if name in self.rows])
            for name, row in self.rows.items():
                if row.field.other_of in line and name not in placed:
                    column.addWidget(row)
                    placed.add(name)
        for name, row in self.rows.items():
            if name not in placed:
                column.addWidget(row)

    def _add_line(self, column: QVBoxLayout, rows: list[FieldRow]) -> None:
        line = QHBoxLayout()
        line.setSpacing(L)
        for row in rows:
            policy = row.sizePolicy()
            policy.setRetainSizeWhenHidden(len(rows) > 1 and row is not rows[0])
            row.setSizePolicy(policy)
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
