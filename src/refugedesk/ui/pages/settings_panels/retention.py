"""How many years files are kept, what that makes due, and the way to the list."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from refugedesk.domain.retention import Rules
from refugedesk.domain.words import noted, tr
from refugedesk.services.retention import Stands, file_rows, keep_rules, rules
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.problem_line import ProblemLine
from refugedesk.ui.widgets.texts import text
from refugedesk.ui.widgets.typed_rules import typed_rules

WIDTH: Final = 72
USUAL: Final = Rules()
SENTENCES: Final = (
    ("adult_years", noted("An adult's file is kept, after the case closed, for"), noted("years")),
    ("child_age", noted("A child's file is kept until the child is"), noted("years old")),
    ("referral_years", noted("A call nobody came from is kept for"), noted("years")),
    ("soon_days", noted("A file is listed as due soon, before its time, for"), noted("days")),
)


class RetentionPanel(Panel):
    """Sentences with a number in each; nothing goes by itself."""

    name = "retention"
    title = noted("Keeping files")
    what = noted(
        "The rules of your service. A case is closed when the last stay has ended and the last aftercare contact is "
        "made. A family's file waits for its youngest child. Files that are due are listed, and stay until two "
        "managers purge them."
    )
    needs = Action.PURGE

    def build(self) -> None:
        """The sentences, what they make due, and the buttons."""
        self.lines: dict[str, QLineEdit] = {}
        self.problem, self.preview = ProblemLine(), text("", "soft")
        self.keep = button(tr("Save these rules"), self.keep_them, "primary")
        usual = button(tr("Back to the usual years"), lambda: self._show(USUAL))
        see = button(tr("See which files are due"), lambda: self.window_of.navigator.open("keeping"), picture="history")
        log = button(
            tr("What was handed over"), lambda: self.window_of.navigator.open("handed_over"), picture="file-text"
        )
        for each in (
            self._grid(),
            self.problem,
            self.preview,
            boxed(row(self.keep, usual, 1)),
            boxed(row(see, log, 1)),
        ):
            self.column.addWidget(each)

    def refresh(self) -> None:
        """Shows the rules the service keeps."""
        self._show(rules(self.desk))

    def keep_them(self) -> None:
        """Makes what is typed the service's rules."""
        chosen = self._typed()
        if chosen is not None:
            keep_rules(self.desk, chosen)
            self._show(chosen)
            self.succeed(tr("Saved. The list of files that are due follows it from now on."))

    def _grid(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 1)
        for at, (name, before, after) in enumerate(SENTENCES):
            line = QLineEdit()
            line.setFixedWidth(WIDTH)
            line.setAccessibleName(f"{tr(before)} … {tr(after)}")
            line.textEdited.connect(lambda _typed: self._look())
            self.lines[name] = line
            usual = text(tr("usual: {number}", number=getattr(USUAL, name)), "small")
            for place, widget in enumerate((text(tr(before)), line, text(tr(after)), usual)):
                grid.addWidget(widget, at, place)
        grid.setColumnMinimumWidth(2, 88)
        grid.setColumnMinimumWidth(3, 72)
        return boxed(column(grid, gap=S))

    def _show(self, of: Rules) -> None:
        for name, line in self.lines.items():
            line.setText(str(getattr(of, name)))
        self._look()

    def _typed(self) -> Rules | None:
        """What is typed; None, with the reason said, where it is no rule."""
        return typed_rules(self.lines, lambda numbers: Rules(**numbers), self.problem)

    def _look(self) -> None:
        """Says what is due with what is typed, beside what is due now."""
        self.outcome.say("")
        chosen, kept = self._typed(), rules(self.desk)
        self.keep.setEnabled(chosen is not None and chosen != kept)
        if chosen is None:
            self.preview.setText("")
            return
        now = self._due(kept)
        self.preview.setText(
            tr("Due now: {now}.", now=now)
            if chosen == kept
            else tr("With these rules: {then}. Now: {now}.", then=self._due(chosen), now=now)
        )

    def _due(self, of: Rules) -> str:
        due = [row for row in file_rows(self.desk, of) if row.stands in (Stands.DUE, Stands.ADULT_DUE)]
        return count_of(len(due), "file")
