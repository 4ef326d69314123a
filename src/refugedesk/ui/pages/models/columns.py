"""The columns of the lists: who, what, since when, what next."""

from __future__ import annotations

from datetime import date

from refugedesk.domain.words import noted, tr
from refugedesk.services.views import ReferralRow, ResidentRow, UnitRow
from refugedesk.services.wording import between, say_day
from refugedesk.ui.pages.models.rows import Cell, Column
from refugedesk.ui.widgets.badges import missing_badge, outcome_badge, risk_badge, state_badge


def _day(day: date | None) -> Cell:
    return Cell(say_day(day))


def _number(number: int | None) -> Cell:
    return Cell("" if number is None else str(number))


def _missing(missing: int) -> Cell:
    return Cell(badge=missing_badge(missing)) if missing else Cell(tr("Complete"), is_soft=True)


def _referral_next(row: ReferralRow) -> Cell:
    return Cell(row.next_step) if row.next_step else _missing(row.missing)


def _stay(row: ResidentRow) -> Cell:
    if row.arrived_on is None:
        return Cell(tr("No stay"), is_soft=True)
    arrived = say_day(row.arrived_on)
    return Cell(between(arrived, say_day(row.left_on)) if row.left_on else arrived)


REFERRALS: tuple[Column, ...] = (
    Column(noted("Came in"), lambda row: _day(row.received_on), 12),
    Column(noted("Who"), lambda row: Cell(row.who, is_strong=True), 14),
    Column(noted("Referred by"), lambda row: Cell(row.source), 18),
    Column(noted("From"), lambda row: Cell(row.from_where), 13),
    Column(noted("Risk"), lambda row: Cell(badge=risk_badge(row.risk, row.risk_code)), 11),
    Column(noted("Outcome"), lambda row: Cell(badge=outcome_badge(row.outcome, row.outcome_code)), 19),
    Column(noted("Next"), _referral_next, 19),
)

RESIDENTS: tuple[Column, ...] = (
    Column(noted("Name"), lambda row: Cell(row.name, is_strong=True), 22),
    Column(noted("Age"), lambda row: _number(row.age), 7),
    Column(noted("Unit"), lambda row: Cell(row.unit), 13),
    Column(noted("Here"), _stay, 21),
    Column(noted("Nights"), lambda row: _number(row.nights), 8),
    Column(noted("Key worker"), lambda row: Cell(row.key_worker), 16),
    Column(noted("Record"), lambda row: _missing(row.missing), 13),
)


def _bedspaces(row: UnitRow) -> Cell:
    return _number(row.bedspaces)


UNITS: tuple[Column, ...] = (
    Column(noted("Unit"), lambda row: Cell(row.name, is_strong=True), 12),
    Column(noted("Type"), lambda row: Cell(row.type_label), 28),
    Column(noted("Layout"), lambda row: Cell(row.layout), 14),
    Column(noted("Bed spaces"), _bedspaces, 11),
    Column(noted("Now"), lambda row: Cell(badge=state_badge(row.state)), 11),
    Column(noted("Who"), lambda row: Cell(row.who), 14),
    Column(noted("Record"), lambda row: _missing(row.missing), 13),
)

HITS: tuple[Column, ...] = (
    Column(noted("Who"), lambda row: Cell(row.title, is_strong=True), 30),
    Column(
        noted("What"),
        lambda row: Cell(
            tr("Sounds like it · {detail}", detail=row.detail) if row.is_like else row.detail, is_soft=True
        ),
        50,
    ),
)
