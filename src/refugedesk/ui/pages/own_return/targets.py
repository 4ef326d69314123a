"""What was agreed with the commissioner: a target and a baseline for each indicator of the activity return."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr
from refugedesk.services.agreed import AgreedNow, IndicatorRow, agree, agreed_now
from refugedesk.services.desk import Desk
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.tokens import FORM_WIDTH, L, M, S
from refugedesk.ui.widgets.boxes import BoundedGrid, bounded, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import text

ABOUT = noted(
    "They stand in the return Activity against target. A target for a year is measured against the part of it that"
    " falls to the days counted. Leave empty what was not agreed."
)
NUMBER_WIDTH = 96
NOT_A_NUMBER = noted("Targets and baselines are whole numbers, like 60. Nothing was changed.")


class TargetsPanel(QWidget):
    """One line an indicator, and when the commissioner's year begins."""

    def __init__(self, desk: Desk, say: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._say, self.agreed = desk, say, agreed_now(desk)
        self.editors: dict[tuple[str, str], QLineEdit] = {}
        self.day, self.month = (QLineEdit(str(number), self) for number in self.agreed.year_starts[::-1])
        self.status = StatusLine(self)
        keep = button(tr("Keep the targets"), self.keep, "primary")
        starts = row(Labelled(tr("The year begins on day"), self.day), Labelled(tr("of month"), self.month), 1, gap=M)
        parts = (text(tr("Targets for Activity"), "section"), text(tr(ABOUT), "soft"), self._grid(self.agreed), starts)
        self.setLayout(bounded(*parts, row(keep, 1), self.status, 1, gap=L))
        self.setMaximumWidth(FORM_WIDTH)

    def _grid(self, agreed: AgreedNow) -> QGridLayout:
        grid = BoundedGrid()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        for at, words in enumerate((tr("Indicator"), tr("Target"), tr("Baseline"))):
            grid.addWidget(text(words, "label"), 0, at)
        for line, each in enumerate(agreed.indicators, 1):
            words = tr("{indicator} (a year)", indicator=tr(each.label)) if each.is_yearly else tr(each.label)
            grid.addWidget(text(words), line, 0)
            for at, (name, number) in enumerate((("target", each.target), ("baseline", each.baseline)), 1):
                grid.addWidget(self._editor(each, name, number), line, at)
        grid.setColumnStretch(0, 1)
        return grid

    def _editor(self, indicator: IndicatorRow, name: str, number: int | None) -> QLineEdit:
        editor = QLineEdit("" if number is None else str(number), self)
        editor.setFixedWidth(NUMBER_WIDTH)
        editor.setMaxLength(7)
        editor.setAccessibleName(f"{tr(name.capitalize())}: {indicator.label}")
        self.editors[indicator.code, name] = editor
        return editor

    def keep(self) -> None:
        """Writes down what was typed; what is no number is said and nothing is changed."""
        targets: dict[str, dict[str, int]] = {}
        try:
            for (indicator, name), editor in self.editors.items():
                if editor.text().strip():
                    targets.setdefault(indicator, {})[name] = int(editor.text().strip())
            starts = int(self.month.text().strip()), int(self.day.text().strip())
        except ValueError:
            self.status.say_stopped(tr(NOT_A_NUMBER))
            return
        try:
            agree(self._desk, targets, starts)
        except CorrectableError as error:
            self.status.say_stopped(str(error))
            return
        self.status.say_done(
            tr("Kept {time}. The next Activity return is measured against these.", time=f"{self._desk.now:%H:%M}")
        )
