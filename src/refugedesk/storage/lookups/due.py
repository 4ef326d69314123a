"""What falls due: days written in records, and what the rhythm of a service makes due by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, ScalarSelect, Select, and_, bindparam, exists, func, null, or_, select

from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class Dated:
    """A day in a record by which something is to be done, until one of ``done`` is filled.

    by: the link to the stay, the resident or the child it belongs to. is_latest: only the newest of its owner counts:
    a next review is done when there is a later one. since: where no day is written, the rhythm's days after the first
    of these that is.
    """

    record: str
    on: str
    by: str
    done: tuple[str, ...] = ()
    is_latest: bool = False
    since: tuple[str, ...] = ()
    rhythm: str = ""


DATED: Final = (
    Dated("task", "due_on", "stay_id", ("done_on",)),
    Dated("wait", "chase_on", "stay_id", ("got_on", "given_up_on"), False, ("chased_on", "asked_on"), "chase"),
    Dated("risk_assessment", "next_on", "stay_id", (), True, ("assessed_on",), "review"),
    Dated("safety_plan", "review_on", "stay_id", (), True, ("made_on",), "review"),
    Dated("goal", "review_on", "stay_id", ("outcome",)),
    Dated("plan_review", "next_on", "stay_id", (), True, ("reviewed_on",), "review"),
    Dated("court_date", "heard_on", "resident_id", ("outcome",)),
    Dated("correction", "answer_by", "resident_id", ("outcome",)),
    Dated("perpetrator", "order_until", "resident_id"),
    Dated("child_risk_assessment", "next_on", "child_id", (), True, ("assessed_on",), "child_assessment"),
)


@dataclass(frozen=True)
class DueLine:
    """One day of one record, and whose it is; the names are blank for what belongs to nobody.

    worker: who was named to do it, where somebody was.
    """

    record: str
    id: str
    on: date
    words: str | None
    resident_id: str | None
    stay_id: str | None
    first_name: str | None
    last_name: str | None
    key_worker: str | None
    worker: str | None


@dataclass(frozen=True)
class StayLine:
    """A stay with what the rhythm asks about: when each was last done, None for never."""

    stay_id: str
    resident_id: str
    first_name: str | None
    last_name: str | None
    key_worker: str | None
    started_on: date
    ended_on: date | None
    aftercare_agreed: str | None
    aftercare_next_on: date | None
    safety_plan: date | None
    risk: date | None
    goal: date | None
    review: date | None
    last_after: date | None
    is_exit_missing: bool
    after: tuple[str, ...] = ()


def dated(connection: Connection, today: date, until: date, rhythm: Mapping[str, int]) -> list[DueLine]:
    """Every day up to ``until`` that is not done, of those who are here and of nobody in particular.

    Args: rhythm: how many days after the last time a thing is due where nobody has written down a day.
    """
    found = []
    for each in DATED:
        after = timedelta(days=rhythm[each.rhythm]) if each.rhythm else timedelta()
        days = {"today": today, "until": until, "since_until": until - after}
        for key, on, since, *rest in connection.execute(_dated(each), days):
            found.append(DueLine(each.record, key, on or since + after, *rest))
    return found


@cache
def _dated(of: Dated) -> Select[Any]:
    table, stay, resident, child = (RECORDS[name] for name in (of.record, "stay", "resident", "child"))
    is_here = _is_here(stay)
    if of.by == "stay_id":
        joined = table.outerjoin(stay, stay.c.id == table.c.stay_id).outerjoin(
            resident, resident.c.id == stay.c.resident_id
        )
        wanted = or_(is_here, table.c.stay_id.is_(None))
    elif of.by == "resident_id":
        joined = table.join(resident, resident.c.id == table.c.resident_id).join(
            stay, and_(stay.c.resident_id == resident.c.id, is_here)
        )
        wanted = is_here
    else:
        joined = (
            table.join(child, child.c.id == table.c.child_id)
            .join(resident, resident.c.id == child.c.resident_id)
            .join(stay, and_(stay.c.resident_id == resident.c.id, is_here))
        )
        wanted = is_here
    is_task = of.record == "task"
    words, worker = (table.c.what, table.c.worker) if is_task else (null(), null())
    day = table.c[of.on]
    who = (resident.c.id, stay.c.id, resident.c.first_name, resident.c.last_name, stay.c.key_worker)
    since = func.coalesce(*(table.c[name] for name in of.since), null()) if of.since else day
    is_due = or_(day <= bindparam("until"), and_(day.is_(None), since <= bindparam("since_until")))
    query = select(table.c.id, day, since, words, *who, worker).select_from(joined).where(is_due, wanted)
    for name in of.done:
        query = query.where(table.c[name].is_(None))
    if of.is_latest:
        newer = table.alias("newer")
        query = query.where(~exists().where(newer.c[of.by] == table.c[of.by], newer.c.id > table.c.id))
    return query


def stays(connection: Connection, today: date, left_since: date) -> list[StayLine]:
    """Those who are here, and those who left on ``left_since`` or later."""
    rows = connection.execute(_stays(), {"today": today, "left_since": left_since}).all()
    after: dict[str, tuple[str, ...]] = {}
    left = [row[0] for row in rows if row[6] is not None]
    for stay, due in connection.execute(_after(), {"left": left}):
        after[stay] = (*after.get(stay, ()), due)
    return [_stay_line(row, after.get(row[0], ())) for row in rows]


def _stay_line(row: Any, after: tuple[str, ...]) -> StayLine:
    *plain, is_exit_missing = row
    return StayLine(*(*plain, bool(is_exit_missing), after))


@cache
def _after() -> Select[Any]:
    contact = RECORDS["aftercare_contact"].c
    return select(contact.stay_id, contact.due).where(contact.stay_id.in_(bindparam("left", expanding=True)))


@cache
def _stays() -> Select[Any]:
    stay, resident = RECORDS["stay"], RECORDS["resident"]
    s, r = stay.c, resident.c
    exit_missing = or_(s.move_on_destination.is_(None), s.move_on_authority.is_(None), s.planned_departure.is_(None))
    who = (s.id, r.id, r.first_name, r.last_name, s.key_worker)
    columns = (*who, s.started_on, s.ended_on, s.aftercare_agreed, s.aftercare_next_on)
    last = (
        _last("safety_plan", "made_on"),
        _last("risk_assessment", "assessed_on"),
        _last("goal", "agreed_on"),
        _last("plan_review", "reviewed_on"),
        _last("aftercare_contact", "on_day"),
    )
    missing = and_(s.ended_on.is_not(None), exit_missing)
    query = select(*columns, *last, missing).select_from(stay.join(resident, r.id == s.resident_id))
    left_lately = s.ended_on >= bindparam("left_since")
    return query.where(or_(_is_here(stay), left_lately))


def _last(record: str, on: str) -> ScalarSelect[Any]:
    table = RECORDS[record]
    return select(func.max(table.c[on])).where(table.c.stay_id == RECORDS["stay"].c.id).scalar_subquery()


def _is_here(stay: Any) -> Any:
    today: BindParameter[date] = bindparam("today")
    return and_(stay.c.started_on <= today, or_(stay.c.ended_on.is_(None), stay.c.ended_on > today))


def one_stay(connection: Connection, today: date, stay: str) -> StayLine | None:
    """What the rhythm asks about in one stay, while it lasts or in the year after it; else None."""
    values = {"today": today, "left_since": date.min, "one": stay}
    rows = connection.execute(_one_stay(), values).all()
    after = tuple(due for _, due in connection.execute(_after(), {"left": [stay]}))
    return _stay_line(rows[0], after) if rows else None


@cache
def _one_stay() -> Select[Any]:
    return _stays().where(RECORDS["stay"].c.id == bindparam("one"))
