"""The list of referrals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from refugedesk.storage import search
from refugedesk.storage.completeness import is_incomplete, missing_count
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.tables import REFERRAL, STAY

CHIPS: dict[str, ColumnElement[bool]] = {
    "all": true(),
    "waiting": func.coalesce(REFERRAL.c.outcome, "pending") == "pending",
    "unsaid": REFERRAL.c.outcome.is_(None),
    "accepted": REFERRAL.c.outcome == "accepted",
    "did_not_go_ahead": REFERRAL.c.outcome.in_(("not_accepted", "withdrawn")),
}


@dataclass(frozen=True)
class ReferralLine:
    """A referral as the list has it: codes, not labels. stay_id: the stay it led to, if any."""

    id: str
    reference: str | None
    received_on: date
    known_as: str | None
    source: str | None
    origin_authority: str | None
    children: int | None
    risk_level: str | None
    outcome: str | None
    refusal_reason: str | None
    assessed_on: date | None
    missing: int
    stay_id: str | None
    resident_id: str | None


def referral_lines(connection: Connection, chip: str, typed: str, limit: int) -> list[ReferralLine]:
    """The newest referrals first that fall under the chip and hold the words typed."""
    c, rules = REFERRAL.c, in_force(connection)
    stay = (
        select(
            STAY.c.referral_id, func.min(STAY.c.id).label("stay_id"), func.min(STAY.c.resident_id).label("resident_id")
        )
        .where(STAY.c.referral_id.is_not(None))
        .group_by(STAY.c.referral_id)
        .subquery()
    )
    missing = missing_count(rules.forms["referral"]).label("missing")
    columns = [c.id, c.reference, c.received_on, c.known_as, c.source, c.origin_authority, c.children, c.risk_level]
    query = (
        select(*columns, c.outcome, c.refusal_reason, c.assessed_on, missing)
        .add_columns(stay.c.stay_id, stay.c.resident_id)
        .outerjoin(stay, stay.c.referral_id == c.id)
        .where(_wanted(chip, typed, rules))
        .order_by(c.received_on.desc(), c.id.desc())
        .limit(limit)
    )
    return [ReferralLine(*row) for row in connection.execute(query)]


def referral_count(connection: Connection, chip: str, typed: str = "") -> int:
    """How many referrals fall under the chip and hold the words typed."""
    wanted = _wanted(chip, typed, in_force(connection))
    return int(connection.execute(select(func.count()).select_from(REFERRAL).where(wanted)).scalar_one())


def oldest_waiting(connection: Connection) -> date | None:
    """Since when the oldest undecided referral has waited."""
    return connection.execute(select(func.min(REFERRAL.c.received_on)).where(CHIPS["waiting"])).scalar()


def _wanted(chip: str, typed: str, rules: InForce) -> ColumnElement[bool]:
    under = is_incomplete(rules.forms["referral"]) if chip == "incomplete" else CHIPS[chip]
    words = search.matching("referral", typed)
    return under if words is None else and_(under, REFERRAL.c.id.in_(words))
