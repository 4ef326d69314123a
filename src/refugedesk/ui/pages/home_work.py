"""Caseloads: who has how many residents and children, and what is waited for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import counted, noted, tr
from refugedesk.services import views
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_lists import task_entry
from refugedesk.ui.pages.home_part import HomePart
from refugedesk.ui.pages.models.rows import Cell, Column
from refugedesk.ui.tokens import SIDE_WIDTH, XL, S
from refugedesk.ui.widgets.badges import Badge
from refugedesk.ui.widgets.bar_list import BarList, bar, of_largest
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.texts import shortened, text

NOBODY = noted("No key worker yet")
LONGEST_NAME = 24


def _overdue(row: views.CaseloadRow) -> Cell:
    return Cell(badge=Badge(str(row.overdue), "diamond", "caution")) if row.overdue else Cell("0", is_soft=True)


class WorkPart(HomePart):
    """Key workers with their residents beside them; under them what is waited for."""

    def __init__(self, window: DeskWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self._loads: list[int] = []
        self._kinds: list[int] = []
        self.line = text("", "")
        self.people = self.list_of(tr("Residents"), tr("Nobody is here."))
        self.workers = BarList(tr("Caseloads"), self._worker_columns())
        self.workers.list.selectionModel().currentRowChanged.connect(self._show_people)
        self.workers.list.opened.connect(lambda _row: self.people.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.waits_line = text("", "")
        self.kinds = BarList(tr("What is waited for"), self._kind_columns())
        self.waits = self.list_of(tr("The longest waits"), tr("Nothing is waited for."))
        self._lay_out()

    def _lay_out(self) -> None:
        caseloads = column(text(tr("Caseloads"), "section"), self.line, self.workers, gap=S)
        waiting = column(text(tr("What is waited for"), "section"), self.waits_line, self.kinds, gap=S)
        left = boxed(column(caseloads, waiting, 1, gap=XL))
        right = boxed(column(self.people, self.waits, 1, gap=XL))
        right.setFixedWidth(SIDE_WIDTH)
        body = row(left, right, gap=XL)
        for each in (left, right):
            body.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        body.setStretch(0, 1)
        self.setLayout(body)

    def _worker_columns(self) -> tuple[Column, ...]:
        return (
            Column(noted("Key worker"), lambda row: Cell(row.worker or tr(NOBODY), is_strong=bool(row.worker)), 20),
            Column(
                noted("Residents"), lambda row: bar(of_largest(row.residents, self._loads), said=str(row.residents)), 18
            ),
            Column(noted("Number"), lambda row: Cell(str(row.residents)), 9),
            Column(noted("Children"), lambda row: Cell(str(row.children)), 10),
            Column(noted("Overdue"), _overdue, 10),
            Column(noted("Missing"), lambda row: Cell(str(row.missing)), 11),
        )

    def _kind_columns(self) -> tuple[Column, ...]:
        return (
            Column(noted("Waiting for"), lambda kind: Cell(kind.label, is_strong=True), 26),
            Column(noted("Waits"), lambda kind: bar(of_largest(kind.number, self._kinds), said=str(kind.number)), 18),
            Column(noted("Number"), lambda kind: Cell(str(kind.number)), 9),
            Column(noted("Longest"), lambda kind: Cell(count_of(kind.longest_days, "day")), 14),
        )

    def refresh(self) -> None:
        """Shows the work as it stands."""
        found = views.caseloads(self.desk)
        self._loads = [row.residents for row in found.rows]
        self._kinds = [kind.number for kind in found.kinds]
        self.line.setText(load_words(found))
        self.workers.show_rows(found.rows)
        self._show_people(self.workers.list.currentIndex())
        self.waits_line.setText(wait_words(found))
        self.kinds.show_rows(found.kinds)
        self.waits.show_entries([task_entry(each) for each in found.waits])

    def first_focus(self) -> QWidget | None:
        """The key workers."""
        return self.workers.list if self.workers.model.rows else None

    def _show_people(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        """The residents of the key worker under the hand."""
        rows = self.workers.model.rows
        chosen = rows[index.row()] if 0 <= index.row() < len(rows) else None
        whose = shortened(chosen.worker, LONGEST_NAME) if chosen else ""
        self.people.say(tr("Residents of {whose}", whose=whose) if whose else tr("Without a key worker"))
        if chosen is None:
            self.people.say(tr("Residents"))
        self.people.show_entries([task_entry(each) for each in chosen.people] if chosen else [])


def load_words(found: views.Caseloads) -> str:
    """The caseloads in a sentence."""
    if not found.rows:
        return tr("Nobody is here tonight.")
    residents, children = sum(row.residents for row in found.rows), sum(row.children for row in found.rows)
    workers = [row for row in found.rows if row.worker]
    without = sum(row.residents for row in found.rows if not row.worker)
    sentence = noted("{residents} and {children} with {workers}; {without} without a key worker.")
    return tr(
        sentence if without else noted("{residents} and {children} with {workers}."),
        residents=count_of(residents, "resident"),
        children=count_of(children, "child", "children"),
        workers=count_of(len(workers), "key worker"),
        without=without,
    )


def wait_words(found: views.Caseloads) -> str:
    """The waits in a sentence."""
    if not found.waits:
        return tr("Nothing is waited for.")
    overdue = sum(row.is_overdue for row in found.waits)
    return counted(
        len(found.waits),
        "%n wait open, {overdue} of them overdue to be chased.",
        "%n waits open, {overdue} of them overdue to be chased.",
        overdue=overdue,
    )
