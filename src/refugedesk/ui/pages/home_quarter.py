"""A quarter to look at: how full the house was, by night and by type, and what came of the referrals."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import views
from refugedesk.services.views.quarter import percent, quarter_of
from refugedesk.services.wording import count_of, say_period
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_part import HomePart
from refugedesk.ui.pages.models.rows import Cell, Column
from refugedesk.ui.tokens import XL, L, S
from refugedesk.ui.widgets.badges import Badge
from refugedesk.ui.widgets.bar_list import BarList, bar, of_largest
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.entry_delegate import EntryCell
from refugedesk.ui.widgets.nights_plot import NightsPlot
from refugedesk.ui.widgets.texts import text

KEY = noted("Full: lived in. Hatched: void, open and nobody there.")


def _type(row: views.TypeNights) -> Cell:
    kind, _, support = row.label.partition(": ")
    return EntryCell(kind, is_strong=True, below=Badge(support, "none"))


def _type_bar(row: views.TypeNights) -> Cell:
    said = tr("{percent} occupied", percent=percent(row.nights.occupied, row.nights.available))
    return bar(row.nights.share or Fraction(0), Fraction(1), said)


TYPES = (
    Column(noted("Type"), _type, 31),
    Column(noted("Nights"), _type_bar, 15),
    Column(noted("Occupied"), lambda row: Cell(f"{row.nights.occupied:,}"), 14),
    Column(noted("Void"), lambda row: Cell(f"{row.nights.void:,}"), 10),
    Column(noted("Available"), lambda row: Cell(f"{row.nights.available:,}"), 15),
    Column(noted("Share"), lambda row: Cell(percent(row.nights.occupied, row.nights.available)), 12),
)


class QuarterPart(HomePart):
    """This quarter so far, or the last one."""

    def __init__(self, window: DeskWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.back = 0
        self._numbers: list[int] = []
        self.chips = FilterChips(tr("Which quarter"))
        self.chips.chosen.connect(self._choose)
        self.occupancy, self.referrals = text("", ""), text("", "")
        self.night = text("", "small")
        self.plot = NightsPlot()
        self.plot.moved.connect(self.night.setText)
        self.types = BarList(tr("Occupancy by type of unit"), TYPES, has_two_lines=True)
        self.reasons = BarList(tr("Why referrals did not go ahead"), self._reason_columns())
        self.reasons.list.opened.connect(lambda _row: window.navigator.open("referrals", chip="did_not_go_ahead"))
        self._lay_out()

    def _lay_out(self) -> None:
        full = column(text(tr("How full the house was"), "section"), self.occupancy, self.plot, self.night, gap=S)
        self.key = text(tr(KEY), "small")
        left = boxed(column(full, self.types, self.key, 1, gap=L))
        right = boxed(column(text(tr("Referrals"), "section"), self.referrals, self.reasons, 1, gap=S))
        body = row(left, right, gap=XL)
        for each, weight in ((left, 14), (right, 10)):
            body.setAlignment(each, Qt.AlignmentFlag.AlignTop)
            body.setStretchFactor(each, weight)
        self.setLayout(column(row(self.chips, 1), body, gap=L))

    def refresh(self) -> None:
        """Counts anew."""
        quarters = (("0", tr("This quarter")), ("1", say_period(quarter_of(self.desk.today, 1))))
        self.chips.show_chips([(code, words, None) for code, words in quarters], str(self.back))
        view = views.quarter_view(self.desk, self.back)
        self.occupancy.setText(occupancy_words(view))
        self.plot.show_nights(view.nights)
        self.plot.setVisible(bool(view.total.available))
        self.night.setVisible(bool(view.total.available))
        total = views.TypeNights(tr("All"), view.total)
        self.types.show_rows((*view.types, *([total] if len(view.types) > 1 else [])))
        self.key.setVisible(bool(view.types))
        self.referrals.setText(referral_words(view))
        self._numbers = [row.number for row in view.reasons]
        self.reasons.show_rows(view.reasons)

    def first_focus(self) -> QWidget | None:
        """The nights, where there are any."""
        return self.plot if self.plot.isVisibleTo(self) else None

    def _choose(self, code: str) -> None:
        self.back = int(code)
        self.refresh()

    def _reason_columns(self) -> tuple[Column, ...]:
        return (
            Column(noted("Why it did not go ahead"), lambda row: Cell(row.label), 30),
            Column(noted("Share"), lambda row: bar(of_largest(row.number, self._numbers), said=str(row.number)), 14),
            Column(noted("Number"), lambda row: Cell(str(row.number)), 11),
        )


def occupancy_words(view: views.QuarterView) -> str:
    """How full the house was, in a sentence."""
    total = view.total
    if not total.available:
        return tr("No unit was open ({days_in_words}).", days_in_words=view.days_in_words)
    share = percent(total.occupied, total.available)
    nights = tr(
        "{occupied:,} of {available:,} unit-nights lived in, {void:,} void",
        occupied=total.occupied,
        available=total.available,
        void=total.void,
    )
    return tr(
        "{share} occupied: {nights} ({days_in_words}).", share=share, nights=nights, days_in_words=view.days_in_words
    )


def referral_words(view: views.QuarterView) -> str:
    """What came of the referrals, in a sentence."""
    if not view.referrals:
        return tr("No referral was received ({days_in_words}).", days_in_words=view.days_in_words)
    known = (
        (view.accepted, noted("{number} accepted")),
        (view.waiting, noted("{number} waiting")),
        (view.withdrawn, noted("{number} withdrawn")),
    )
    parts = [tr(words, number=number) for number, words in known if number]
    parts.append(tr("{not_ahead} did not go ahead", not_ahead=view.not_ahead))
    return tr(
        "{referrals} received, repeats left out: {parts}.",
        referrals=count_of(view.referrals, "referral"),
        parts=", ".join(parts),
    )
