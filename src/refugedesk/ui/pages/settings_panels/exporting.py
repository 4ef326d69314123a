"""Writing the records out as plain files."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from refugedesk.domain.words import noted, tr
from refugedesk.services import interchange
from refugedesk.services.interchange import ExportReport
from refugedesk.services.interchange.exporting import restricted_fields
from refugedesk.services.roles import Action
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.long_work import LongWork, counting
from refugedesk.ui.widgets.notice import Notice

DANGER = noted(
    "What is exported is not encrypted, and says who lives in the refuge. Write it to an encrypted stick, never to a "
    "shared drive or an email, and destroy it when it has done its work."
)


class ExportPanel(Panel):
    """A reason, what to include, and where. That it was done is written down."""

    name = "export"
    title = noted("Export")
    what = noted(
        "All records as plain files, which any other program can read: for moving to another system, or an audit."
    )
    needs = Action.EXPORT

    def build(self) -> None:
        """The warning, the reason, the restricted fields, and the button."""
        self._reason = QLineEdit()
        self._reason_line = Labelled(
            tr("What it is for"), self._reason, tr("It is written down, with your name and the day.")
        )
        self._names = QCheckBox(tr("Include names and other restricted fields"))
        self._work = LongWork(self.window_of.tasks, button(tr("Export"), self.export, "danger", picture="download"))
        for each in (Notice(tr(DANGER), "cautionNotice"), self._reason_line, self._names, self._work):
            self.column.addWidget(each)

    def export(self) -> None:
        """Asks where, and writes beside the window."""
        reason = self._reason.text().strip()
        self._reason_line.say("" if reason else tr("Say what the export is for."))
        if not reason:
            return
        folder = self.window_of.dialogs.folder(self, tr("Export into an empty folder"))
        if folder is None:
            return
        include = restricted_fields() if self._names.isChecked() else ()
        target = folder / f"records-{self.desk.today:%Y-%m-%d}" if any(folder.iterdir()) else folder
        self.outcome.say("")
        self._work.begin(
            tr("Writing"),
            lambda tell: interchange.export_folder(self.desk, target, reason, include, counting(tell)),
            self._done,
            self.fail,
        )

    def _done(self, report: ExportReport) -> None:
        self._reason.clear()
        self.succeed(
            tr(
                "Written to {folder}: {sum} rows. It is not encrypted.",
                folder=report.folder,
                sum=sum(report.counts.values()),
            )
        )
