"""Checking the store."""

from __future__ import annotations

from refugedesk.domain.words import noted, tr
from refugedesk.services import checks
from refugedesk.services.checks import CheckReport
from refugedesk.services.roles import Action
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.long_work import LongWork, counting


class CheckPanel(Panel):
    """Every page of the file, and every record against the record of changes."""

    name = "check"
    title = noted("Check the store")
    what = noted(
        "Looks at every page of the file and compares every record with its last change. "
        "Do it after the computer crashed, or when something looks odd. It changes nothing."
    )
    needs = Action.KEEP_STORE

    def build(self) -> None:
        """A button."""
        start = button(tr("Check now"), self.check, "primary", picture="square-check-big")
        self._work = LongWork(self.window_of.tasks, start)
        self.column.addWidget(self._work)

    def check(self) -> None:
        """Checks beside the window."""
        self.outcome.say("")
        self._work.begin(tr("Checking"), lambda tell: checks.check(self.desk, counting(tell)), self._done, self.fail)

    def _done(self, report: CheckReport) -> None:
        if report.faults:
            found = " ".join(report.faults[:5])
            self.fail(
                tr("The store is damaged; nothing was changed. {found} Bring back the latest backup.", found=found)
            )
        else:
            self.succeed(tr("The store is whole: {counted} records looked at.", counted=report.counted))
