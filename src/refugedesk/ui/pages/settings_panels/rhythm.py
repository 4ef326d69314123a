"""When things fall due in this service, in days that a manager changes, and what the change makes due."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from refugedesk.domain.rhythm import MOST_DAYS, Rhythm, RhythmError
from refugedesk.domain.words import noted, tr
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
        noted("When somebody arrives"),
        (
            ("safety_plan", noted("The safety plan is made within"), noted("days of arrival")),
            ("risk", noted("Needs and risk are assessed within"), noted("days of arrival")),
            ("support_plan", noted("The support plan is agreed within"), noted("days of arrival")),
        ),
    ),
    (
        noted("While they are here"),
        (
            ("review", noted("Risk and both plans are reviewed every"), noted("days")),
            ("child_assessment", noted("A child is assessed again after"), noted("days")),
            ("chase", noted("What is waited for is chased after"), noted("days")),
        ),
    ),
    (
        noted("When somebody has left"),
        (
            ("exit_form", noted("The move-on is complete within"), noted("days of leaving")),
            ("aftercare_1_month", noted("The first aftercare contact is after"), noted("days")),
            ("aftercare_3_months", noted("The second aftercare contact is after"), noted("days")),
            ("aftercare_6_months", noted("The third aftercare contact is after"), noted("days")),
        ),
    ),
)
USUAL: Final = Rhythm()
NOT_DAYS: Final = noted("Type a whole number of days from 1 to {most}.")


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
            self.column.addWidget(self._group(tr(heading), sentences))
        self.keep = button(tr("Save this rhythm"), self.keep_it, "primary")
        self.usual = button(tr("Back to the usual days"), lambda: self._show(USUAL))
        self.back = button(tr("Undo"), self.put_back, "quiet", picture="undo-2")
        self.back.setToolTip(tr("Puts back the rhythm there was before"))
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
        self.succeed(tr("Saved. What is due on Home follows it from now on."))

    def put_back(self) -> None:
        """Puts back the rhythm there was before it was kept."""
        if self._before is not None:
            keep_rhythm(self.desk, self._before)
            self._show(self._before)
            self._before = None
            self.back.hide()
            self.keep.setFocus()
            self.succeed(tr("The days are as they were before."))

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
            line.setAccessibleName(tr("{before} so many {after}", before=tr(before), after=tr(after)))
            line.setToolTip(tr("A whole number of days; {usual} is usual.", usual=usual))
            line.textEdited.connect(lambda _typed: self._look())
            self.lines[name] = line
            for place, widget in enumerate(
                (text(tr(before)), line, text(tr(after)), text(tr("usual: {usual}", usual=usual), "small"))
            ):
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
        self.problem.say(tr(NOT_DAYS, most=MOST_DAYS) if wrong else "")
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
        self.preview.setText(
            tr("Due now: {now}.", now=now)
            if chosen == kept
            else tr("With these days: {then}. Now: {now}.", then=then, now=now)
        )

    def _said(self, of: Rhythm) -> str:
        rows = due(self.desk, kept=of)
        overdue = sum(each.on < self.desk.today for each in rows)
        return tr(
            "{things} within a week, {overdue} of them overdue", things=count_of(len(rows), "thing"), overdue=overdue
        )
