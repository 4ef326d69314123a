"""What everybody who opens a file has to see first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from refugedesk.domain.fields import Record
from refugedesk.domain.records.child import CHILD
from refugedesk.domain.records.harm import PERPETRATOR
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class AlertFacts:
    """The answers alerts are made of; codes where the answer is one."""

    message_may_be_left: str | None
    allergies: str | None
    fire_help: tuple[str, ...]
    interpreter_needed: str | None
    first_language: str | None
    conflicts: int
    must_not_know: str | None
    has_orders: bool
    has_contact_orders: bool


def alert_facts(connection: Connection, resident: str, stay: str | None) -> AlertFacts | None:
    """The facts about a person and, with ``stay``, about that stay; None where there is no such person."""
    row = connection.execute(_query(), {"resident": resident, "stay": stay or ""}).first()
    if row is None:
        return None
    orders = _is_any_in_force(connection, PERPETRATOR, "orders", resident)
    contact = _is_any_in_force(connection, CHILD, "contact_orders", resident)
    left, allergies, fire_help, needed, language, conflicts, secret = row
    return AlertFacts(left, allergies, fire_help, needed, language, conflicts, secret, orders, contact)


def _is_any_in_force(connection: Connection, record: Record, field: str, resident: str) -> bool:
    """Whether any code chosen there is an order, and not a way of saying there is none or nobody knows."""
    codes = record.field(field).codes
    rows = connection.execute(_orders(record.id, field), {"resident": resident}).scalars()
    return any(not codes[code].stands_alone for chosen in rows for code in chosen) if codes else False


@cache
def _orders(record_id: str, field: str) -> Select[Any]:
    table = RECORDS[record_id]
    return select(table.c[field]).where(table.c.resident_id == bindparam("resident"))


@cache
def _query() -> Select[Any]:
    r = RECORDS["resident"].c
    key: BindParameter[str] = bindparam("resident")
    conflict, stay = RECORDS["conflict"].c, RECORDS["stay"].c
    return select(
        r.message_may_be_left,
        r.allergies,
        r.fire_help,
        r.interpreter_needed,
        r.first_language,
        select(func.count()).where(conflict.resident_id == key).scalar_subquery(),
        select(stay.must_not_know).where(stay.id == bindparam("stay")).scalar_subquery(),
    ).where(r.id == key)
