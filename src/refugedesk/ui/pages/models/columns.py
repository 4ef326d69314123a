"""The columns of the lists: who, what, since when, what next."""

from __future__ import annotations

from datetime import date

from refugedesk.services.views import ReferralRow, ResidentRow, UnitRow
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.models.rows import Cell, Column
from refugedesk.ui.widgets.badges import missing_badge, outcome_badge, risk_badge, state_badge


def _day(day: date | None) -> Cell:
    return Cell(say_day(day))


def _number(number: int | None) -> Cell:
    return Cell("" if number is None else str(number))


def _missing(missing: int) -> Cell:
    return Cell(badge=missing_badge(missing)) if missing else Cell("Complete", is_soft=True)


def _referral_next(row: ReferralRow) -> Cell:
    return Cell(row.next_step) if row.next_step else _missing(row.missing)


def _stay(row: ResidentRow) -> Cell:
    if row.arrived_on is None:
        return Cell("No stay", is_soft=True)
    left = f" to {say_day(row.left_on)}" if row.left_on else ""
    return Cell(f"{say_day(row.arrived_on)}{left}")


REFERRALS: tuple[Column, ...] = (
    Column("Came in", lambda row: _day(row.received_on), 12),
    Column("Who", lambda row: Cell(row.who, is_strong=True), 14),
    Column("Referred by", lambda row: Cell(row.source), 18),
    Column("From", lambda row: Cell(row.from_where), 13),
    Column("Risk", lambda row: Cell(badge=risk_badge(row.risk, row.risk_code)), 11),
    Column("Outcome", lambda row: Cell(badge=outcome_badge(row.outcome, row.outcome_code)), 19),
    Column("Next", _referral_next, 19),
)

RESIDENTS: tuple[Column, ...] = (
    Column("Name", lambda row: Cell(row.name, is_strong=True), 22),
    Column("Age", lambda row: _number(row.age), 7),
    Column("Unit", lambda row: Cell(row.unit), 13),
    Column("Here", _stay, 21),
    Column("Nights", lambda row: _number(row.nights), 8),
    Column("Key worker", lambda row: Cell(row.key_worker), 16),
    Column("Record", lambda row: _missing(row.missing), 13),
)


def _bedspaces(row: UnitRow) -> Cell:
    return _number(row.bedspaces)


UNITS: tuple[Column, ...] = (
    Column("Unit", lambda row: Cell(row.name, is_strong=True), 12),
    Column("Type", lambda row: Cell(row.type_label), 28),
    Column("Layout", lambda row: Cell(row.layout), 14),
    Column("Bed spaces", _bedspaces, 11),
    Column("Now", lambda row: Cell(badge=state_badge(row.state)), 11),
    Column("Who", lambda row: Cell(row.who), 14),
    Column("Record", lambda row: _missing(row.missing), 13),
)

HITS: tuple[Column, ...] = (
    Column("Who", lambda row: Cell(row.title, is_strong=True), 30),
    Column("What", lambda row: Cell(f"Sounds like it · {row.detail}" if row.is_like else row.detail, is_soft=True), 50),
)
