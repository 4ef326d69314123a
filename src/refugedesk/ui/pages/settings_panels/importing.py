"""Bringing in records from a folder of files or a workbook: checked first, all or nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout

from refugedesk.domain.words import counted, noted, tr
from refugedesk.services import interchange
from refugedesk.services.interchange import Fault, ImportReport
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of
from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import TABLE_HEIGHT, WIDE
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.long_work import LongWork, counting

FAULTS = (
    Column(noted("Where"), lambda fault: Cell(where(fault), is_strong=True), 26),
    Column(noted("What stands there"), lambda fault: Cell(fault.value), 18),
    Column(
        noted("What is the matter, and what would be right"), lambda fault: Cell(f"{fault.problem} {fault.remedy}"), 56
    ),
)


def where(fault: Fault) -> str:
    """The file, the line and the column."""
    line = tr("line {line}", line=fault.line) if fault.line else ""
    return ", ".join(part for part in (fault.file, line, fault.column) if part)


def found(report: ImportReport) -> str:
    """The records that were found, in words."""
    return ", ".join(f"{count} {sheet.replace('_', ' ')}" for sheet, count in report.counts.items() if count)


class ImportPanel(Panel):
    """Choose, look at what was found, import."""

    name = "import"
    title = noted("Import")
    what = noted(
        "From a folder of CSV files or a workbook with the same sheets; the help page Import says which columns. "
        "Everything is checked first, and with a single fault nothing is imported."
    )
    needs = Action.IMPORT

    def build(self) -> None:
        """Two ways to choose, the table of faults, and the button that imports."""
        self.setMaximumWidth(WIDE)
        self._source: Path | None = None
        self._save = button(tr("Import now"), self.import_now, "primary", picture="upload")
        self._work = LongWork(
            self.window_of.tasks,
            button(tr("Choose a folder"), self._choose_folder, picture="folder-open"),
            button(tr("Choose a workbook"), self._choose_workbook, picture="file-text"),
            self._save,
        )
        self.model = RowsModel(FAULTS, self)
        self._list = ListView(tr("Faults"))
        self._list.setModel(self.model)
        self._frame = QFrame()
        self._frame.setObjectName("listFrame")
        self._frame.setMinimumHeight(TABLE_HEIGHT)
        QVBoxLayout(self._frame).addWidget(self._list)
        for each in (self._work, self._frame):
            self.column.addWidget(each)
        self._frame.hide()
        self._save.hide()

    def check(self, source: Path) -> None:
        """Looks at what would be imported, beside the window."""
        self._source = source
        self.outcome.say("")
        self._work.begin(
            tr("Checking"),
            lambda tell: interchange.import_folder(self.desk, source, check_only=True, progress=counting(tell)),
            self._checked,
            self._not_read,
        )

    def import_now(self) -> None:
        """Imports what was checked."""
        source = self._source
        if source is not None:
            self._work.begin(
                tr("Importing"),
                lambda tell: interchange.import_folder(self.desk, source, progress=counting(tell)),
                self._imported,
                self._not_read,
            )

    def _choose_folder(self) -> None:
        if folder := self.window_of.dialogs.folder(self, tr("Import a folder")):
            self.check(folder)

    def _choose_workbook(self) -> None:
        if file := self.window_of.dialogs.file_to_open(self, tr("Import a workbook"), tr("Workbooks (*.xlsx)")):
            self.check(file)

    def _checked(self, report: ImportReport) -> None:
        self._show(report)
        if report.faults:
            words = tr("{faults} to put right; nothing was imported.", faults=count_of(len(report.faults), "fault"))
            self.fail(f"{words} {tr('The first are shown.')}" if report.is_cut_short else words)
        else:
            warned = counted(len(report.warnings), "%n thing to look at below.", "%n things to look at below.")
            self.succeed(
                tr(
                    "Nothing is in the way. Found {found}. {warned}",
                    found=found(report) or tr("no new records"),
                    warned=warned if report.warnings else "",
                ).strip()
            )
            self._save.setVisible(bool(found(report)))

    def _imported(self, report: ImportReport) -> None:
        self._show(report)
        if report.is_saved:
            self.succeed(tr("Imported {found}.", found=found(report)))
        else:
            self.fail(tr("The files have changed since they were checked, so nothing was imported. Check them again."))

    def _not_read(self, why: str) -> None:
        self._save.hide()
        self.fail(why)

    def _show(self, report: ImportReport) -> None:
        rows = report.faults or report.warnings
        self._save.hide()
        self.model.fill(rows)
        self._frame.setVisible(bool(rows))
