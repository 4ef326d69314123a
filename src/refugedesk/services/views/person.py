"""One person's file: who, every stay, the children, and a time line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.fields import Record
from refugedesk.domain.lists.children import SOCIAL_CARE_STATUS
from refugedesk.domain.lists.people import SEX, YES_NO
from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.domain.lists.work import ASSESSED_LEVEL
from refugedesk.domain.record_words import line_of
from refugedesk.domain.spans import age_on, nights_between
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of, full_name
from refugedesk.storage.lookups import person as lookups
from refugedesk.storage.lookups.progress import latest_risks
from refugedesk.storage.lookups.timeline import Happened, happened
from refugedesk.storage.own_rules import in_force
from refugedesk.storage.work import GoneError

MOST_EVENTS = 100


@dataclass(frozen=True)
class PlacementRow:
    """A unit a stay held, and which nights."""

    id: str
    unit: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class ChildRow:
    """A child in a stay."""

    child_id: str
    child_stay_id: str
    name: str
    age: int | None
    sex: str
    in_refuge: str
    status: str
    missing: int


@dataclass(frozen=True)
class StayFile:
    """One stay as the file shows it; nights up to today or to the end.

    risk: of the latest assessment, made on ``risk_on``; that of arrival, and no day, before there is one.
    """

    id: str
    started_on: date
    ended_on: date | None
    nights: int
    unit: str
    key_worker: str
    risk: str
    risk_code: str | None
    needs: tuple[str, ...]
    abuse: tuple[str, ...]
    move_on: str
    missing: int
    referral_id: str | None
    placements: tuple[PlacementRow, ...]
    children: tuple[ChildRow, ...]
    risk_on: date | None = None


@dataclass(frozen=True)
class Event:
    """Something that happened on a day."""

    on: date
    title: str
    detail: str = ""


@dataclass(frozen=True)
class PersonFile:
    """Everything about one person; stays newest first, the time line newest first. missing: of the person alone."""

    resident_id: str
    name: str
    age: int | None
    born_on: date | None
    missing: int
    stays: tuple[StayFile, ...]
    timeline: tuple[Event, ...]


def person(desk: Desk, resident_id: str) -> PersonFile:
    """The person's file. That it was opened is written down. GoneError where there is no such person."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        head = lookups.resident_head(connection, resident_id)
        if head is None:
            raise GoneError(tr("This person is no longer in the store. Go back and open the list again."))
        lines = lookups.stay_lines(connection, resident_id)
        keys = [line.id for line in lines]
        placements = lookups.placement_lines(connection, keys)
        children = lookups.child_lines(connection, keys)
        codes = lookups.codes_of(connection, keys)
        risks = latest_risks(connection, keys)
        dated = happened(connection, resident_id, keys, MOST_EVENTS)
        rules = in_force(connection)
    with desk.writing() as work:
        work.note("view", "resident", resident_id)
    stays = tuple(_stay(line, placements, children, codes, desk.today, rules.lists) for line in lines)
    stays = tuple(_with_latest_risk(stay, risks.get(stay.id)) for stay in stays)
    age = age_on(head.date_of_birth, desk.today) if head.date_of_birth else None
    name = full_name(head.first_name, head.last_name)
    return PersonFile(
        resident_id, name, age, head.date_of_birth, head.missing, stays, _timeline(stays, dated, rules.forms)
    )


def _stay(
    line: lookups.StayLine,
    placements: list[lookups.PlacementLine],
    children: list[lookups.ChildLine],
    codes: dict[tuple[str, str], tuple[str, ...]],
    today: date,
    lists: Mapping[str, CodeList],
) -> StayFile:
    held = tuple(PlacementRow(p.id, p.unit, p.from_on, p.to_on) for p in placements if p.stay_id == line.id)
    needs, abuse = set(codes.get((line.id, "needs"), ())), set(codes.get((line.id, "abuse"), ()))
    return StayFile(
        line.id,
        line.started_on,
        line.ended_on,
        nights_between(line.started_on, line.ended_on or today),
        held[-1].unit if held and (held[-1].to_on is None or line.ended_on) else "",
        line.key_worker or "",
        tr(RISK_LEVEL.label(line.risk_at_start)),
        line.risk_at_start,
        tuple(code.label for code in lists["support_need"].codes if code.code in needs),
        tuple(code.label for code in lists["abuse_type"].codes if code.code in abuse),
        lists["move_on_destination"].label(line.move_on_destination),
        line.missing,
        line.referral_id,
        held,
        tuple(_child(child, line.ended_on or today) for child in children if child.stay_id == line.id),
    )


def _with_latest_risk(stay: StayFile, assessed: tuple[date, str] | None) -> StayFile:
    if assessed is None:
        return stay
    on, level = assessed
    return replace(stay, risk=tr(ASSESSED_LEVEL.label(level)), risk_code=level, risk_on=on)


def _child(line: lookups.ChildLine, on: date) -> ChildRow:
    born = line.date_of_birth
    return ChildRow(
        line.child_id,
        line.child_stay_id,
        full_name(line.first_name, None),
        max(age_on(born, on), 0) if born else None,
        tr(SEX.label(line.sex)),
        YES_NO.label(line.in_refuge),
        tr(SOCIAL_CARE_STATUS.label(line.status)),
        line.missing,
    )


def _timeline(stays: tuple[StayFile, ...], dated: list[Happened], forms: Mapping[str, Record]) -> tuple[Event, ...]:
    """Arrivals, units, departures, and everything else that has a day."""
    events = [Event(on, forms[record_id].title, line_of(forms[record_id], answers)) for record_id, on, answers in dated]
    for stay in stays:
        children = count_of(len(stay.children), "child", "children") if stay.children else ""
        events.append(
            Event(stay.started_on, tr("Arrived"), tr("with {children}", children=children) if children else "")
        )
        events += [Event(held.from_on, tr("Into {unit}", unit=held.unit)) for held in stay.placements]
        if stay.ended_on:
            events.append(Event(stay.ended_on, tr("Moved on"), stay.move_on))
    order = {tr("Arrived"): 0, tr("Moved on"): 2}
    return tuple(sorted(events, key=lambda event: (event.on, order.get(event.title, 1)), reverse=True))
