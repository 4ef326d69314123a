"""When things fall due in this service, in days that a manager changes, and what the change makes due."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from refugedesk.domain.rhythm import MOST_DAYS, Rhythm, RhythmError
from refugedesk.domain.words import noted
from refugedesk.services.due import due, keep_rhythm, rhythm
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.problem_line import ProblemLine
from refugedesk.ui.widgets.texts import text

WIDTH: Final = 72
GROUPS: Final = (
    (
        "When somebody arrives",
        (
            ("safety_plan", "The safety plan is made within", "days of arrival"),
            ("risk", "Needs and risk are assessed within", "days of arrival"),
            ("support_plan", "The support plan is agreed within", "days of arrival"),
        ),
    ),
    (
        "While they are here",
        (
            ("review", "Risk and both plans are reviewed every", "days"),
            ("child_assessment", "A child is assessed again after", "days"),
            ("chase", "What is waited for is chased after", "days"),
        ),
    ),
    (
        "When somebody has left",
        (
            ("exit_form", "The move-on is complete within", "days of leaving"),
            ("aftercare_1_month", "The first aftercare contact is after", "days"),
            ("aftercare_3_months", "The second aftercare contact is after", "days"),
            ("aftercare_6_months", "The third aftercare contact is after", "days"),
        ),
    ),
)
USUAL: Final = Rhythm()
NOT_DAYS: Final = f"Type a whole number of days from 1 to {MOST_DAYS}."


class RhythmPanel(Panel):
    """Sentences with a number in each. Nothing is kept before it is said so; what was kept can be put back."""

    name = "rhythm"
    title = noted("When things are due")
    what = noted(
        "The rhythm of your service. Where a record names a day of its own, that day counts; elsewhere what is due on "
        "Home follows from these numbers at once."
    )
    needs = Action.KEEP_RULES

    def build(self) -> None:
        """The sentences, what they make due, and the buttons."""
        self._before: Rhythm | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.problem = ProblemLine()
        self.preview = text("", "soft")
        for heading, sentences in GROUPS:
            self.column.addWidget(self._group(heading, sentences))
        self.keep = button("Keep this rhythm", self.keep_it, "primary")
        self.usual = button("Back to the usual days", lambda: self._show(USUAL))
        self.back = button("Undo", self.put_back, "quiet", picture="undo-2")
        self.back.setToolTip("Puts back the rhythm there was before")
        for each in (self.problem, self.preview, boxed(row(self.keep, self.usual, 1, self.back))):
            self.column.addWidget(each)
        self.back.hide()

    def refresh(self) -> None:
        """Shows the rhythm the service keeps."""
        self._show(rhythm(self.desk))

    def keep_it(self) -> None:
        """Makes what is typed the service's rhythm."""
        chosen = self._typed()
        if chosen is None:
            return
        self._before = rhythm(self.desk)
        keep_rhythm(self.desk, chosen)
        self._show(chosen)
        self.back.setVisible(self._before != chosen)
        self.succeed("Kept. What is due on Home follows it from now on.")

    def put_back(self) -> None:
        """Puts back the rhythm there was before it was kept."""
        if self._before is not None:
            keep_rhythm(self.desk, self._before)
            self._show(self._before)
            self._before = None
            self.back.hide()
            self.keep.setFocus()
            self.succeed("The days are as they were before.")

    def _group(self, heading: str, sentences: tuple[tuple[str, str, str], ...]) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 1)
        for at, (name, before, after) in enumerate(sentences):
            usual = getattr(USUAL, name)
            line = QLineEdit()
            line.setFixedWidth(WIDTH)
            line.setAccessibleName(f"{before} so many {after}")
            line.setToolTip(f"A whole number of days; {usual} is usual.")
            line.textEdited.connect(lambda _typed: self._look())
            self.lines[name] = line
            for place, widget in enumerate((text(before), line, text(after), text(f"usual: {usual}", "small"))):
                grid.addWidget(widget, at, place)
            grid.setColumnMinimumWidth(2, 112)
            grid.setColumnMinimumWidth(3, 72)
        return boxed(column(text(heading, "strong"), grid, gap=S))

    def _show(self, of: Rhythm) -> None:
        for name, line in self.lines.items():
            line.setText(str(getattr(of, name)))
        self._look()

    def _typed(self) -> Rhythm | None:
        """What is typed; None, with the reason said, where it is no rhythm."""
        days = {name: line.text().strip() for name, line in self.lines.items()}
        wrong = [name for name, typed in days.items() if not (typed.isascii() and typed.isdigit())]
        try:
            found = None if wrong else Rhythm.of({name: int(typed) for name, typed in days.items()})
        except RhythmError:
            found = None
            wrong = [name for name, typed in days.items() if not 1 <= int(typed) <= MOST_DAYS]
        self.problem.say(NOT_DAYS if wrong else "")
        for name, line in self.lines.items():
            line.setProperty("isWrong", name in wrong)
            line.style().polish(line)
        return found

    def _look(self) -> None:
        """Says what is due with what is typed, beside what is due now."""
        self.outcome.say("")
        chosen, kept = self._typed(), rhythm(self.desk)
        self.keep.setEnabled(chosen is not None and chosen != kept)
        if chosen is None:
            self.preview.setText("")
            return
        now, then = self._said(kept), self._said(chosen)
        self.preview.setText(f"Due now: {now}." if chosen == kept else f"With these days: {then}. Now: {now}.")

    def _said(self, of: Rhythm) -> str:
        rows = due(self.desk, kept=of)
        overdue = sum(each.on < self.desk.today for each in rows)
        return f"{count_of(len(rows), 'thing')} within a week, {overdue} of them overdue"
