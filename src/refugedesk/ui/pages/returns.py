"""Returns: left the choice, right the return as the commissioner will see it, above it what is withheld in one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from refugedesk.domain.calendar_words import saved_at
from refugedesk.domain.words import noted, tr
from refugedesk.services import returns
from refugedesk.services.exact_files import Locked, write_locked
from refugedesk.services.narratives import warner
from refugedesk.services.returns import ChangedSinceError, Prepared, Summary, Written
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_period
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.pages.exact_panel import ExactPanel
from refugedesk.ui.pages.locked_panel import LockedPanel
from refugedesk.ui.pages.return_balance import show_balance
from refugedesk.ui.pages.return_changes import ChangesPanel
from refugedesk.ui.pages.return_choice import ReturnChoice
from refugedesk.ui.pages.return_comparison import choose_comparison
from refugedesk.ui.pages.return_ledger import Ledger
from refugedesk.ui.pages.return_narrative import NarrativeBox, folded_narrative
from refugedesk.ui.pages.return_panel import WORKBOOK, ReturnPanels, Told
from refugedesk.ui.pages.return_quality import QualityList, to_mend
from refugedesk.ui.pages.return_sheet import ReturnSheets
from refugedesk.ui.pages.return_side import ReturnSide
from refugedesk.ui.paper.return_pages import pdf_of
from refugedesk.ui.tokens import XL, XXL, L, M
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

STEPS = (
    noted("Counting…"),
    noted("Reading what has left the house before…"),
    noted("Withholding what must be withheld…"),
    noted("Attacking it as a clever reader would…"),
    noted("Looking for what is missing…"),
)
NOTHING_YET = noted("Choose a period and prepare the return. Nothing leaves the desk until you save it.")


def summary_words(summary: Summary) -> str:
    """What is withheld, why and what share that is, in one line."""
    return f"{summary.in_words} {tr('Nothing can be worked out.')}"


class ReturnsPage(ReturnPanels):
    """Preparing, looking at and saving a return."""

    title = noted("Returns")
    rail = "returns"
    help_topic = "returns"

    def __init__(self, window: DeskWindow) -> None:
        super().__init__(window)
        self.prepared: Prepared | None = None
        self._words = ""
        self.exact: ExactPanel | None = None
        self.choice = ReturnChoice(
            returns.offered(self.desk), returns.periods(self.desk), returns.policies(), self.desk.today, self
        )
        self.choice.changed.connect(self.show_nothing)
        self.choice.entered.connect(self.prepare)
        self.prepare_button = button(tr("Prepare the return"), self.prepare, "primary", "Ctrl+Return")
        self.balance_button = button(tr("Does it balance?"), lambda: show_balance(self), "link")
        self.compare_button = button(tr("Beside another period…"), lambda: choose_comparison(self), "link")
        self.exact_button = button(tr("Exact figures…"), self.show_exact, "link")
        if not self.desk.may(Action.RELEASE_EXACT):
            self.exact_button.hide()
        self.own_button = button(tr("Returns of your own…"), lambda: window.navigator.open("own"), "link")
        if not self.desk.may(Action.KEEP_RULES):
            self.own_button.hide()
        self.story_button = button(tr("A case story…"), lambda: window.navigator.open("story"), "link")
        if not self.desk.may(Action.HAND_OVER):
            self.story_button.hide()
        ways = (self.balance_button, self.compare_button, self.own_button, self.story_button, self.exact_button)
        self.side = ReturnSide(self.choice, self.prepare_button, ways, self.show_ledger)
        self.status = StatusLine(self)
        self._lay_out()
        self._show_earlier()
        self.show_nothing()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.prepare_button.click)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_as)

    def _lay_out(self) -> None:
        right = column(self._right, self.status, gap=M)
        right.setStretch(0, 1)
        body = row(self.side, boxed(right), gap=XXL)
        body.setStretch(1, 1)
        self.setLayout(column(body, margins=(XXL, XL, XXL, L)))

    def show_nothing(self) -> None:
        """Clears the right side: what stood there is not what is chosen now."""
        self.prepared, self._words = None, ""
        self.stop()
        self.status.say("")
        self.put(EmptyState("file-text", tr("Nothing prepared yet"), tr(NOTHING_YET)))

    def prepare(self, *, reissue: bool = False, revise: bool = False) -> None:
        """Prepares what is chosen, beside the window, with what it is doing told.

        reissue, revise: how to go on where the records have changed since the return left the house.
        """
        period = self.chosen_period()
        if period is None:
            return
        self.status.say("")
        self.prepared, self._words = None, ""
        definition, policy = self.choice.definition_id, self.choice.policy_id

        def work(told: Told) -> Prepared | ChangedSinceError:
            def say(done: int, _of: int) -> None:
                told(tr(STEPS[done]))

            try:
                return returns.prepare(self.desk, definition, period, say, policy, reissue=reissue, revise=revise)
            except ChangedSinceError as changed:
                return changed

        self.work(tr("Counting and protecting the return"), work, self._build_outcome)

    def _build_outcome(self, outcome: Prepared | ChangedSinceError) -> QWidget:
        """A return that may be saved; or why a released one cannot simply be made again, and the ways to go on."""
        if isinstance(outcome, Prepared):
            self.prepared = outcome
            return self._build_prepared(outcome)
        self.refusal = str(outcome)
        again, revise = lambda: self.prepare(reissue=True), lambda: self.prepare(revise=True)
        self.changes = ChangesPanel(outcome, again, revise, self)
        return self.changes

    def show_ledger(self) -> None:
        """Shows everything that has left the house."""
        titles = {each.id: each.title for each in returns.offered(self.desk)}
        ledger = Ledger(returns.released(self.desk), self.go_back, titles, self)
        self.put(ledger)
        ledger.leave.setFocus()

    def _build_prepared(self, prepared: Prepared) -> QWidget:
        heading = prepared.release.heading
        title = text(f"{heading.name}, {say_period(heading.period)}", "section")
        said = summary_words(prepared.summary)
        if prepared.is_again:
            said = f"{said} {tr('These are the figures that have left the house before, unchanged.')}"
        summary = Notice(said, "goodNotice")
        self.narrative = NarrativeBox(warner(self.desk), self)
        self.narrative.editor.setPlainText(self._words)
        self.narrative.editor.textChanged.connect(self._keep_words)
        self.narrative_fold = folded_narrative(self.narrative, bool(self._words))
        self.sheets = ReturnSheets(self)
        self.sheets.show_tables(prepared.release.tables, prepared.reasons)
        missing = to_mend(prepared.quality)
        self.mend_button = button(tr("Mend what is missing ({missing})", missing=missing), self.show_quality)
        if not missing:  # never shown here: without a parent it would open as a window and take the focus
            self.mend_button.hide()
        self.save_button = button(tr("Save as…"), self.save_as, "primary", "Ctrl+S")
        head = row(title, self.mend_button, self.save_button)
        head.setStretch(0, 1)
        layout = column(head, summary, self.sheets, self.narrative_fold, gap=M)
        layout.setStretch(2, 1)
        return boxed(layout)

    def start_of(self, panel: QWidget) -> QWidget | None:
        """The figures, where a prepared return is shown."""
        is_shown = self.prepared is not None and isValid(self.sheets) and panel.isAncestorOf(self.sheets)
        return self.sheets.view if is_shown else super().start_of(panel)

    def _keep_words(self) -> None:
        """What was typed beside the figures is there again after a look at something else."""
        self._words = self.narrative.editor.toPlainText()

    def show_quality(self) -> None:
        """Shows what is missing behind the return."""
        prepared = self.prepared
        if prepared is not None:
            self.put(QualityList(prepared.quality, self.go_to_mend, self.go_back))

    def go_to_mend(self, name: str, where: dict[str, object]) -> None:
        """Opens the page on which something that is missing can be filled in."""
        self._window.navigator.open(name, **where)

    def save_as(self) -> None:
        """Asks where, writes there beside the window, and says what was written."""
        prepared = self.prepared
        path = self.ask_where(tr("Save the return"), self._file_name) if prepared else None
        if prepared is None or path is None:
            return
        recipient, narrative = self.choice.recipient.text().strip(), self.narrative.narrative
        self.save_button.setEnabled(False)
        pdf = pdf_of(path, returns.with_narrative(prepared.release, narrative))
        self.write(lambda: returns.write(self.desk, prepared, path, recipient, narrative, pdf))

    def write(self, work: Callable[[], Written]) -> None:
        """Writes a protected file beside the window, and says what was written."""
        self.status.say(tr("Writing the file, reading it back and attacking it as a clever reader would…"))
        self._window.tasks.run(lambda _told: work(), self._say_written, self._say_not_written)

    @property
    def _file_name(self) -> str:
        """What the file is called unless the person says otherwise."""
        period = self.choice.chosen
        return say_period(period) if period else "return"

    def show_exact(self) -> None:
        """Asks for what exact figures need."""
        if self.choice.chosen is None:
            self.choice.show_problems()
            return
        self.exact = ExactPanel(self.write_exact, self.go_back, self)
        self.put(boxed(column(self.exact, 1)))
        self.exact.reason.setFocus()

    def write_exact(self, reason: str, recipient: str) -> None:
        """Writes exact figures to a locked file, logged with reason and recipient."""
        period = self.choice.chosen
        path = self.ask_where(tr("Save exact figures"), self._file_name, tr(WORKBOOK)) if period else None
        if period is None or path is None:
            return
        definition = self.choice.definition_id
        self.status.say(tr("Writing exact figures and locking the file…"))
        self._window.tasks.run(
            lambda _told: write_locked(self.desk, definition, period, path, reason, recipient),
            self._show_password,
            self._say_not_written,
        )

    def _show_password(self, locked: Locked) -> None:
        """The password is shown once; where the page was left, it is gone."""
        if self._was_left:
            self._window.say(
                tr("The password of {name} was not seen. Write the figures again.", name=locked.written.path.name)
            )
            return
        self.exact = None
        self.status.say_done(
            tr(
                "{saved} as {name}. These are exact figures.",
                saved=saved_at(self.desk.now),
                name=locked.written.path.name,
            )
        )
        self._show_earlier()
        self.locked = LockedPanel(locked, self.go_back, self)
        self.put(boxed(column(self.locked, 1)))
        self.locked.setFocus()

    def go_back(self) -> None:
        """Goes back to the return that was prepared."""
        self.exact = None
        self.stop()
        if self.prepared is not None:
            self.put(self._build_prepared(self.prepared))
        else:
            self.show_nothing()

    def _say_written(self, written: Written) -> None:
        self._say_done(
            tr("{saved} as {name}, read back and found safe.", saved=saved_at(self.desk.now), name=written.path.name)
        )

    def _say_done(self, words: str) -> None:
        if self._was_left:
            self._window.say(words)
            return
        self.go_back()
        self.status.say_done(words)
        self._show_earlier()

    def _say_not_written(self, words: str) -> None:
        if self._was_left:
            self._window.say(f"{tr('The return was not saved.')} {words}")
            return
        self.go_back()
        self.status.say_stopped(words)

    @property
    def _was_left(self) -> bool:
        """Whether another page is shown by now: what became of the file is said at the foot of the window then."""
        return not isValid(self) or self.isHidden()

    def _show_earlier(self) -> None:
        self.side.show_earlier(returns.released(self.desk))

    def first_focus(self) -> QWidget:
        """The period."""
        return self.choice.period


def open_returns(window: DeskWindow) -> ReturnsPage:
    """The page of returns."""
    return ReturnsPage(window)
