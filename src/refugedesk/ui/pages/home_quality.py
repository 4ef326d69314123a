"""Data quality: what is missing behind this quarter's return, by key worker and by field, and the next to mend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from refugedesk.domain.records import ALL
from refugedesk.domain.spans import Period
from refugedesk.domain.words import noted, tr
from refugedesk.services.quality import QualityRow, WorkerRow, by_worker, of_worker, quality
from refugedesk.services.roles import Action
from refugedesk.services.views.quarter import quarter_of
from refugedesk.services.wording import count_of, say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_part import HomePart
from refugedesk.ui.pages.home_ways import mend
from refugedesk.ui.pages.models.rows import Cell, Column
from refugedesk.ui.tokens import XL, L, S
from refugedesk.ui.widgets.bar_list import BarList, bar, of_largest
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

EVERYBODY = noted("Everybody")
NOBODY = noted("Without a key worker")


def worker_words(row: WorkerRow) -> str:
    """The key worker's name, or that it is everybody or nobody."""
    return tr(EVERYBODY) if row.worker == EVERYBODY else row.worker or tr(NOBODY)


class QualityPart(HomePart):
    """Key workers on the left; what is missing from their records on the right, each line a field."""

    def __init__(self, window: DeskWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.found: tuple[QualityRow, ...] = ()
        self._missing: list[int] = []
        self._most: list[int] = []
        self.line = text("", "")
        self.fields = BarList(tr("Missing answers by field"), self._field_columns())
        self.fields.list.opened.connect(self.mend)
        self.workers = BarList(tr("Missing answers by key worker"), self._worker_columns())
        self.workers.list.selectionModel().currentRowChanged.connect(self._show_fields)
        self.workers.list.opened.connect(lambda _row: self.fields.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.heading = text(tr("By field"), "section")
        self.next = button(tr("Mend next"), self.mend_next, "primary", picture="pencil")
        self.next.setToolTip(tr("Opens the next record at the question without an answer (Enter on a line)"))
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(self.line, self.next)
        head.setStretch(0, 1)
        left = boxed(column(text(tr("By key worker"), "section"), self.workers, 1, gap=S))
        right = boxed(column(self.heading, self.fields, 1, gap=S))
        body = row(left, right, gap=XL)
        for each, weight in ((left, 10), (right, 12)):
            body.setAlignment(each, Qt.AlignmentFlag.AlignTop)
            body.setStretchFactor(each, weight)
        self.setLayout(column(head, body, gap=L))

    def _worker_columns(self) -> tuple[Column, ...]:
        return (
            Column(noted("Key worker"), lambda row: Cell(worker_words(row), is_strong=bool(row.worker)), 24),
            Column(noted("Missing"), self._worker_bar, 12),
            Column(noted("Answers"), lambda row: Cell(str(row.missing)), 10),
            Column(noted("Records"), lambda row: Cell(str(row.records)), 10),
        )

    def _worker_bar(self, row: WorkerRow) -> Cell:
        """Everybody's has no bar: beside it nobody else's would be seen."""
        if row.worker == EVERYBODY:
            return Cell()
        return bar(of_largest(row.missing, self._missing), said=str(row.missing))

    def _field_columns(self) -> tuple[Column, ...]:
        return (
            Column(noted("Field"), lambda row: Cell(f"{tr(ALL[row.record_id].title)}: {row.field_label}"), 34),
            Column(noted("Missing"), lambda row: bar(of_largest(row.missing, self._most), said=str(row.missing)), 12),
            Column(noted("Of"), lambda row: Cell(tr("{missing} of {of}", missing=row.missing, of=row.of)), 12),
        )

    def refresh(self) -> None:
        """Counts anew."""
        quarter = quarter_of(self.desk.today)
        self.found = quality(self.desk, Period(quarter.first, self.desk.today))
        workers = by_worker(self.found)
        everybody = WorkerRow(EVERYBODY, sum(each.missing for each in workers), sum(each.records for each in workers))
        self._missing = [each.missing for each in workers]
        self.line.setText(quality_words(everybody, quarter.first))
        self.workers.show_rows((everybody, *workers) if workers else ())
        self._show_fields(self.workers.list.currentIndex())

    def first_focus(self) -> QWidget | None:
        """The fields, whose first line is the next to mend."""
        return self.fields.list if self.fields.model.rows else None

    def mend_next(self) -> None:
        """Opens the next record of the chosen line."""
        at = max(self.fields.list.currentIndex().row(), 0)
        self.mend(self.fields.model.rows[at])

    def mend(self, row: QualityRow) -> None:
        """Opens the first record that lacks this answer, at the question."""
        mend(self.window_of.navigator, row, row.lacking[0])

    def _show_fields(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        """What is missing from the records of the key worker under the hand."""
        rows = self.workers.model.rows
        chosen: WorkerRow | None = rows[index.row()] if 0 <= index.row() < len(rows) else None
        is_one = chosen is not None and index.row() > 0
        shown = of_worker(self.found, chosen.worker) if is_one and chosen is not None else self.found
        self._most = [each.missing for each in shown]
        self.heading.setText(
            tr("By field: {worker}", worker=worker_words(chosen)) if is_one and chosen else tr("By field")
        )
        self.fields.show_rows(shown)
        self.next.setVisible(bool(shown) and self.desk.may(Action.RECORD))


def quality_words(everybody: WorkerRow, first: date) -> str:
    """How much is missing, in a sentence, and behind what."""
    if not everybody.missing:
        return tr("Nothing is missing behind the return of this quarter so far, from {day} on.", day=say_day(first))
    records = count_of(everybody.records, "record")
    return tr(
        "{answers} missing from {records} behind the return of this quarter so far, from {day} on. Missing is not"
        " wrong: mend it when you can.",
        answers=count_of(everybody.missing, "answer"),
        records=records,
        day=say_day(first),
    )
