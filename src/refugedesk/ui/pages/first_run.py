"""First run: four steps to a store of one's own, one thing each, none of them skipped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.pages.entry_page import EntryPage
from refugedesk.ui.pages.first_run_steps import KeyStep, ProofStep, ServiceStep, Step, YouStep
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.steps import StepMarks
from refugedesk.ui.widgets.texts import text

if TYPE_CHECKING:
    from refugedesk.services.desk import Desk
    from refugedesk.ui.entry_window import EntryWindow

STEPS = (noted("Your service"), noted("You"), noted("Recovery key"), noted("Proof"))


class FirstRunPage(EntryPage):
    """The steps in order. The store is made after the second; the desk is handed over after the fourth."""

    def __init__(self, host: EntryWindow, folder: Path) -> None:
        super().__init__(host)
        self._desk: Desk | None = None
        self.service = ServiceStep(folder, host.dialogs, host.unlock)
        self.you = YouStep(lambda: (self.service.name, self.service.authority))
        self.key = KeyStep()
        self.proof = ProofStep(lambda: self.key.key)
        self.steps: tuple[Step, ...] = (self.service, self.you, self.key, self.proof)
        self.at = 0
        self._marks = StepMarks([tr(each) for each in STEPS])
        self._title = text("", "title")
        self._problem = Notice()
        self.back = button(tr("Back"), self.go_back)
        self.on = button("", self.go_on, "primary")
        self.with_shares = button(tr("Finish, and make trustees' shares"), self.finish_with_shares)
        for each in (self._marks, self._title, *self.steps, self._problem):
            self.column.addWidget(each)
        for step in self.steps:
            step.entered.connect(self.go_on)
        self.column.addLayout(row(self.back, 1, self.on))
        self.column.addLayout(row(1, self.with_shares))  # longer words have no room beside
        self.column.addWidget(self.waiting)
        self._show(0)

    def first_focus(self) -> QWidget:
        """The first field of the step."""
        return self.steps[self.at].first_focus()

    def go_on(self) -> None:
        """To the next step, once this one is answered."""
        if not self.on.isEnabled() or not self.steps[self.at].is_answered():
            return
        if self.steps[self.at] is self.you and self._desk is None:
            self._make_store()
        elif self.steps[self.at] is self.proof and self._desk is not None:
            self.host.opened.emit(self._desk)
        else:
            self._show(self.at + 1)

    def finish_with_shares(self) -> None:
        """As the last step, and on to the shares."""
        if self.proof.is_answered():
            self.host.begin_at = "trustees"
            self.go_on()

    def go_back(self) -> None:
        """To the step before."""
        self._show(self.at - 1)

    def _make_store(self) -> None:
        doors, service, you = self.host.doors, self.service, self.you
        folder, names = service.folder, (service.name, service.authority, you.name)
        passphrase = you.agreed
        self._problem.say("")
        self.back.setEnabled(False)
        self.derive(
            tr("Making your store. This takes a few seconds on purpose."),
            lambda: doors.create(folder, *names, passphrase),
            self._made,
            self._not_made,
            self.on,
        )

    def _made(self, made: tuple[Desk, str]) -> None:
        self._desk, key = made
        self.back.setEnabled(True)
        self.you.forget()
        self.key.show_key(key)
        self._show(self.at + 1)

    def _not_made(self, why: str) -> None:
        self.back.setEnabled(True)
        self._problem.say(why, "dangerNotice")

    def _show(self, at: int) -> None:
        self.at, step = at, self.steps[at]
        self._marks.show_step(at)
        self._title.setText(tr(step.title))
        self.on.setText(tr(step.on_words))
        self.on.setAccessibleName(tr(step.on_words))
        self.back.setVisible(step.has_way_back)
        self.with_shares.setVisible(step is self.proof)
        self._problem.say("")
        for each in self.steps:
            each.setVisible(each is step)
        step.arrive()
        step.first_focus().setFocus()
