"""What stands at the right of the return page, one thing at a time, and the long work that leads to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from refugedesk.domain.spans import Period
from refugedesk.domain.words import noted, tr
from refugedesk.services.returns import Written
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.return_choice import ReturnChoice
from refugedesk.ui.tab_walk import stops
from refugedesk.ui.tasks import Running
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.texts import text

KINDS = noted("Workbook (*.xlsx);;PDF (*.pdf);;JSON (*.json);;CSV (*.csv)")
WORKBOOK = noted("Workbook (*.xlsx)")
Told = Callable[[str], None]


class ReturnPanels(Page):
    """A page with a choice at the left; each way to look at what is chosen puts its panel at the right."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self.choice: ReturnChoice
        self.refusal = ""
        self._running: Running | None = None
        self._right = column()

    def chosen_period(self) -> Period | None:
        """The period that is chosen; where its days are not all there, that is said and there is none."""
        period = self.choice.chosen
        if period is None:
            self.choice.show_problems()
        return period

    def put(self, widget: QWidget) -> None:
        """Shows something else at the right; the focus, where it was there, goes on to what is shown now."""
        held, focus = self._right.itemAt(0), QApplication.focusWidget()
        before = held.widget() if held is not None else None
        had_focus = before is not None and focus is not None and before.isAncestorOf(focus)
        clear(self._right)
        self._right.addWidget(widget)
        widget.show()
        if had_focus and (start := self.start_of(widget)) is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_of(self, panel: QWidget) -> QWidget | None:
        """Where the keyboard begins in a panel: what it says itself, else its first control; else as on the page."""
        if panel.focusProxy() is not None:
            return panel
        shown = (each for each in stops(panel) if each.isVisibleTo(panel) and each.isEnabled())
        return next(shown, self.first_focus())

    def work(self, headline: str, work: Callable[[Told], Any], show: Callable[[Any], QWidget]) -> None:
        """Does something long beside the window, with a way to stop it, and puts what comes of it at the right."""
        self.stop()
        telling = self._show_progress(headline)
        self._running = self._window.tasks.run(
            work, lambda outcome: self._show_outcome(show, outcome), self.refuse, telling, owner=self
        )

    def _show_outcome(self, show: Callable[[Any], QWidget], outcome: Any) -> None:
        self._running = None
        made = show(outcome)
        self.put(made)
        if made.focusProxy() is not None:
            made.setFocus()

    def _show_progress(self, headline: str) -> Told:
        """A bar that moves, what is being done, and a way to stop."""
        words = text("", "soft")
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(headline)
        stop = button(tr("Stop"), self.go_back)
        self.put(boxed(column(1, text(headline, "section"), bar, words, row(stop, 1), 2, gap=M)))
        return words.setText

    def refuse(self, words: str) -> None:
        """Says why there is nothing to show, in the service's words, which say what to do instead."""
        self._running, self.refusal = None, words
        self.put(EmptyState("info", tr("There is no return to show"), words))

    def stop(self) -> None:
        """Stops what is under way."""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def go_back(self) -> None:
        """Goes back to what stood there before."""
        raise NotImplementedError

    def ask_where(self, title: str, name: str, kinds: str = "") -> Path | None:
        """Where a file goes; None for a person who changed her mind."""
        kinds = kinds or tr(KINDS)
        ending = kinds.split("*")[1].split(")", maxsplit=1)[0]
        return self._window.dialogs.file_to_save(self, title, f"{name}{ending}", kinds)

    def write(self, work: Callable[[], Written]) -> None:
        """Writes a file beside the window and says what became of it."""
        raise NotImplementedError

    def can_leave(self) -> bool:
        """What is under way is stopped: it changes nothing."""
        self.stop()
        return True
