"""Returns: left the choice, right the return as the commissioner will see it, above it what is withheld in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from refugedesk.domain.words import noted
from refugedesk.services import returns
from refugedesk.services.narratives import warner
from refugedesk.services.returns import ChangedSinceError, Prepared, Summary, Written
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_period
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.pages.exact_panel import ExactPanel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.return_changes import ChangesPanel
from refugedesk.ui.pages.return_choice import ReturnChoice
from refugedesk.ui.pages.return_ledger import Ledger, short_lines
from refugedesk.ui.pages.return_narrative import NarrativeBox
from refugedesk.ui.pages.return_quality import QualityList, to_mend
from refugedesk.ui.pages.return_sheet import ReturnSheets
from refugedesk.ui.tasks import Running
from refugedesk.ui.tokens import XL, XXL, L, M
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

CHOICE_WIDTH = 288
MOST_BESIDE = 4
"""Earlier returns named beside the choice; the ledger has them all."""
KINDS = "Workbook (*.xlsx);;JSON (*.json);;CSV (*.csv)"
STEPS = (
    "Counting…",
    "Reading what has left the house before…",
    "Withholding what must be withheld…",
    "Attacking it as a clever reader would…",
    "Looking for what is missing…",
)
NOTHING_YET = "Choose a period and prepare the return. Nothing leaves the desk until you save it."


def summary_words(summary: Summary) -> str:
    """What is withheld, why and what share that is, in one line."""
    return f"{summary.in_words} Nothing can be worked out."


class ReturnsPage(Page):
    """Preparing, looking at and saving a return."""

    title = noted("Returns")
    rail = "returns"
    help_topic = "returns"

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self.prepared: Prepared | None = None
        self.exact: ExactPanel | None = None
        self.refusal = ""
        self._running: Running | None = None
        self.choice = ReturnChoice(
            returns.definitions(), returns.periods(self.desk), returns.policies(), self.desk.today, self
        )
        self.choice.changed.connect(self.show_nothing)
        self.prepare_button = button("Prepare the return", self.prepare, "primary", "Ctrl+Return")
        self.exact_button = button("Exact figures…", self.show_exact, "quiet")
        if not self.desk.may(Action.RELEASE_EXACT):
            self.exact_button.hide()
        self._earlier, self._right = column(gap=M), column()
        self.status = StatusLine(self)
        self._lay_out()
        self._show_earlier()
        self.show_nothing()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.prepare_button.click)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_as)

    def _lay_out(self) -> None:
        earlier = boxed(column(text("Earlier returns", "section"), self._earlier, 1, gap=M))
        left = column(self.choice, self.prepare_button, self.exact_button, scrolled(earlier), gap=L)
        left.setStretch(3, 1)
        side = boxed(left)
        side.setFixedWidth(CHOICE_WIDTH)
        right = column(self._right, self.status, gap=M)
        right.setStretch(0, 1)
        body = row(side, boxed(right), gap=XXL)
        body.setStretch(1, 1)
        self.setLayout(column(body, margins=(XXL, XL, XXL, L)))

    def show_nothing(self) -> None:
        """Clears the right side: what stood there is not what is chosen now."""
        self.prepared = None
        self._stop()
        self.status.say("")
        self._put(EmptyState("file-text", "Nothing prepared yet", NOTHING_YET))

    def prepare(self, *, reissue: bool = False, revise: bool = False) -> None:
        """Prepares what is chosen, beside the window, with what it is doing told.

        reissue, revise: how to go on where the records have changed since the return left the house.
        """
        period = self.choice.chosen
        if period is None:
            self.choice.show_problems()
            return
        self._stop()
        self.status.say("")
        telling = self._show_progress("Counting and protecting the return")
        definition, policy = self.choice.definition_id, self.choice.policy_id

        def work(told: Callable[[str], None]) -> Prepared | ChangedSinceError:
            def say(done: int, _of: int) -> None:
                told(STEPS[done])

            try:
                return returns.prepare(self.desk, definition, period, say, policy, reissue=reissue, revise=revise)
            except ChangedSinceError as changed:
                return changed

        self._running = self._window.tasks.run(work, self._show_outcome, self._refuse, telling, owner=self)

    def _show_outcome(self, outcome: Prepared | ChangedSinceError) -> None:
        if isinstance(outcome, ChangedSinceError):
            self.show_changes(outcome)
        else:
            self.show_prepared(outcome)

    def show_changes(self, changed: ChangedSinceError) -> None:
        """Shows why a released return cannot simply be made again, and the ways to go on."""
        self._running, self.refusal = None, str(changed)
        again, revise = lambda: self.prepare(reissue=True), lambda: self.prepare(revise=True)
        self.changes = ChangesPanel(changed, again, revise, self)
        self._put(self.changes)
        self.changes.again_button.setFocus()

    def show_ledger(self) -> None:
        """Shows everything that has left the house."""
        self._put(Ledger(returns.released(self.desk), self._leave_exact, self))

    def _show_progress(self, headline: str) -> Callable[[str], None]:
        """A bar that moves, what is being done, and a way to stop."""
        words = text("", "soft")
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(headline)
        stop = button("Stop", self.show_nothing)
        lines = column(1, text(headline, "section"), bar, words, row(stop, 1), 2, gap=M)
        self._put(boxed(lines))
        return words.setText

    def show_prepared(self, prepared: Prepared) -> None:
        """Shows a return that may be saved."""
        self._running = None
        self.prepared = prepared
        self._put(self._build_prepared(prepared))

    def _build_prepared(self, prepared: Prepared) -> QWidget:
        heading = prepared.release.heading
        title = text(f"{heading.name}, {say_period(heading.period)}", "section")
        again = " These are the figures that have left the house before, unchanged." if prepared.is_again else ""
        summary = Notice(summary_words(prepared.summary) + again, "goodNotice")
        self.narrative = NarrativeBox(warner(self.desk), self)
        self.sheets = ReturnSheets(self)
        self.sheets.show_tables(prepared.release.tables, prepared.reasons)
        missing = to_mend(prepared.quality)
        self.mend_button = button(f"Mend what is missing ({missing})", self.show_quality)
        if not missing:  # never shown here: without a parent it would open as a window and take the focus
            self.mend_button.hide()
        self.save_button = button("Save as…", self.save_as, "primary", "Ctrl+S")
        head = row(title, self.mend_button, self.save_button)
        head.setStretch(0, 1)
        layout = column(head, summary, self.sheets, self.narrative, gap=M)
        layout.setStretch(2, 1)
        return boxed(layout)

    def _refuse(self, words: str) -> None:
        """Says why there is no return, in the service's words, which say what to do instead."""
        self._running, self.refusal = None, words
        self._put(EmptyState("info", "There is no return to show", words))

    def show_quality(self) -> None:
        """Shows what is missing behind the return."""
        prepared = self.prepared
        if prepared is not None:
            self._put(QualityList(prepared.quality, self.go_to_mend, lambda: self.show_prepared(prepared)))

    def go_to_mend(self, name: str, where: dict[str, object]) -> None:
        """Opens the page on which something that is missing can be filled in."""
        self._window.navigator.open(name, **where)

    def save_as(self) -> None:
        """Asks where, writes there beside the window, and says what was written."""
        prepared = self.prepared
        path = self._ask_where("Save the return") if prepared else None
        if prepared is None or path is None:
            return
        recipient, narrative = self.choice.recipient.text().strip(), self.narrative.narrative
        self.status.say("Writing the file, reading it back and attacking it as a clever reader would…")
        self.save_button.setEnabled(False)
        self._window.tasks.run(
            lambda _told: returns.write(self.desk, prepared, path, recipient, narrative),
            self._say_written,
            self._say_not_written,
        )

    def show_exact(self) -> None:
        """Asks for what exact figures need."""
        if self.choice.chosen is None:
            self.choice.show_problems()
            return
        self.exact = ExactPanel(self.write_exact, self._leave_exact, self)
        self._put(boxed(column(self.exact, 1)))
        self.exact.reason.setFocus()

    def write_exact(self, reason: str, recipient: str) -> None:
        """Writes exact figures to a file, logged with reason and recipient."""
        period, path = self.choice.chosen, self._ask_where("Save exact figures")
        if period is None or path is None:
            return
        definition = self.choice.definition_id
        self.status.say("Writing exact figures…")
        self._window.tasks.run(
            lambda _told: returns.write_exact(self.desk, definition, period, path, reason, recipient),
            self._say_written_exactly,
            self._say_not_written,
        )

    def _leave_exact(self) -> None:
        self.exact = None
        if self.prepared is not None:
            self.show_prepared(self.prepared)
        else:
            self.show_nothing()

    def _ask_where(self, title: str) -> Path | None:
        period = self.choice.chosen
        name = f"{say_period(period)}.xlsx" if period else "return.xlsx"
        return self._window.dialogs.file_to_save(self, title, name, KINDS)

    def _say_written(self, written: Written) -> None:
        self._say_done(f"Saved {self.desk.now:%H:%M} as {written.path.name}, read back and found safe.")

    def _say_written_exactly(self, written: Written) -> None:
        self._say_done(f"Saved {self.desk.now:%H:%M} as {written.path.name}. These are exact figures.")

    def _say_done(self, words: str) -> None:
        if self._was_left:
            self._window.say(words)
            return
        self._leave_exact()
        self.status.say_done(words)
        self._show_earlier()

    def _say_not_written(self, words: str) -> None:
        if self._was_left:
            self._window.say(f"The return was not saved. {words}")
            return
        self._leave_exact()
        self.status.say_stopped(words)

    @property
    def _was_left(self) -> bool:
        """Whether another page is shown by now: what became of the file is said at the foot of the window then."""
        return not isValid(self) or self.isHidden()

    def _show_earlier(self) -> None:
        clear(self._earlier)
        rows = returns.released(self.desk)
        if not rows:
            self._earlier.addWidget(text("None has been saved yet.", "soft"))
        for release in rows[:MOST_BESIDE]:
            self._earlier.addLayout(short_lines(release))
        if rows:
            self.ledger_button = button("All, with their hashes", self.show_ledger, "quiet")
            self._earlier.addWidget(self.ledger_button)

    def _put(self, widget: QWidget) -> None:
        clear(self._right)
        self._right.addWidget(widget)
        widget.show()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def can_leave(self) -> bool:
        """What is under way is stopped: it changes nothing."""
        self._stop()
        return True

    def first_focus(self) -> QWidget:
        """The period."""
        return self.choice.period


def open_returns(window: DeskWindow) -> ReturnsPage:
    """The page of returns."""
    return ReturnsPage(window)
