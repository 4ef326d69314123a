"""How often backups are made and how many are kept, in sentences."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from refugedesk.domain.backup_rhythm import BackupRules, Every
from refugedesk.domain.words import noted, tr
from refugedesk.services.backup_places import backup_record, keep_backup_rules
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.problem_line import ProblemLine
from refugedesk.ui.widgets.texts import line, text
from refugedesk.ui.widgets.typed_rules import typed_rules

WIDTH: Final = 56
WAYS: Final = {
    Every.DAY: noted("Each day on which something was recorded, and each week at least"),
    Every.WEEK: noted("Each week"),
}
KEPT: Final = noted(
    "Of each day, week and month its newest backup is kept. Older ones go once a new one is proved, and so do all from "
    "before a purge, and any older than the shortest time files are kept. Other files on the stick are never touched."
)
OF_SO_MANY: Final = {
    "days": noted("The newest backup of so many days"),
    "weeks": noted("The newest backup of so many weeks"),
    "months": noted("The newest backup of so many months"),
}
"""What the line of a number is called to a screen reader."""


class BackupOften(QWidget):
    """changed: the rules were saved."""

    changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.may_change = desk, desk.may(Action.KEEP_BACKUPS)
        self.ways = QButtonGroup(self)
        self.lines: dict[str, QLineEdit] = {}
        self.problem = ProblemLine()
        self.save = button(tr("Save how often"), self.keep)
        ways = [self._way(every) for every in Every]
        numbers = row(
            line(tr("Kept: the newest of")),
            *self._number("days", tr("days,")),
            *self._number("weeks", tr("weeks and")),
            *self._number("months", tr("months.")),
            1,
            gap=S,
        )
        self.setLayout(
            column(
                text(tr("How often"), "section"),
                *ways,
                boxed(numbers),
                text(tr(KEPT), "small"),
                self.problem,
                row(self.save, 1),
                gap=M,
            )
        )
        self.save.setVisible(self.may_change)

    def refresh(self) -> None:
        """Shows the rules as they are."""
        rules = backup_record(self._desk).rules
        self.ways.button(list(Every).index(rules.every)).setChecked(True)
        for name, edit in self.lines.items():
            edit.setText(str(getattr(rules, name)))
        self._look()

    def keep(self) -> None:
        """Saves what is chosen."""
        chosen = self._typed()
        if chosen is not None:
            keep_backup_rules(self._desk, chosen)
            self._look()
            self.changed.emit(tr("Saved. Backups follow it from now on."))

    def _way(self, every: Every) -> QRadioButton:
        made = QRadioButton(tr(WAYS[every]))
        made.setAccessibleName(tr("How often: {way}", way=tr(WAYS[every])))
        made.setEnabled(self.may_change)
        made.clicked.connect(self._look)
        self.ways.addButton(made, list(Every).index(every))
        return made

    def _number(self, name: str, unit: str) -> tuple[QWidget, QWidget]:
        edit = QLineEdit()
        edit.setFixedWidth(WIDTH)
        edit.setAccessibleName(tr(OF_SO_MANY[name]))
        edit.setReadOnly(not self.may_change)
        edit.textEdited.connect(lambda _typed: self._look())
        self.lines[name] = edit
        return edit, line(unit)

    def _look(self) -> None:
        chosen = self._typed()
        self.save.setEnabled(chosen is not None and chosen != backup_record(self._desk).rules)

    def _typed(self) -> BackupRules | None:
        """What is chosen; None, with the reason said, where it is no rule."""
        every = list(Every)[max(self.ways.checkedId(), 0)]
        return typed_rules(self.lines, lambda numbers: BackupRules(every, **numbers), self.problem)
