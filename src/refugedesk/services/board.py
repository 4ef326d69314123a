"""The bed board: every unit along a line of days, who fits where, and a vacancy in words that give nothing away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, BY_AND_FOR, UNIT_LAYOUT, VOID_REASON
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS, count_of, say_day, short_name
from refugedesk.storage import settings
from refugedesk.storage.lookups import board as lookups

CONFIRMED: Final = "vacancies"


@dataclass(frozen=True)
class Span:
    """Some nights of a unit. kind: occupied, held, void or closed; until: the day it is free again, None for open.

    Of a hold ``until`` is the day after the last one it was agreed for; past its hour it is that day itself.
    """

    kind: str
    first: date
    until: date | None
    words: str
    id: str = ""
    stay_id: str | None = None
    resident_id: str | None = None

    def covers(self, night: date) -> bool:
        """Whether it holds the night that begins on that day."""
        return self.first <= night and (self.until is None or night < self.until)


@dataclass(frozen=True)
class BoardRow:
    """A unit with what holds it; misfits: why a household that is looked for does not fit, empty where it does."""

    unit_id: str
    name: str
    detail: str
    spans: tuple[Span, ...]
    misfits: tuple[str, ...]

    def on(self, night: date) -> Span | None:
        """What holds the unit on a night: a household before a hold, a hold before a void; None where it is free."""
        found = [span for span in self.spans if span.covers(night)]
        return min(found, key=lambda span: ORDER.index(span.kind)) if found else None


ORDER: Final = ("occupied", "held", "void", "closed")


@dataclass(frozen=True)
class Household:
    """A household that a unit is looked for; None and False for what does not matter."""

    people: int = 1
    children: int = 0
    oldest_boy: int | None = None
    needs_access: bool = False
    has_pets: bool = False
    is_man: bool = False
    has_no_recourse: bool = False


def board(desk: Desk, first: date, days: int, wanted: Household | None = None) -> tuple[BoardRow, ...]:
    """Every unit from the night of ``first`` on."""
    desk.require(Action.READ)
    last = first + timedelta(days=days - 1)
    with desk.reading() as connection:
        units, seen = lookups.unit_facts(connection), lookups.taken(connection, first, last)
    with desk.whole() as connection:
        taken = lookups.taken(connection, first, last)
    known, held = {each.id for each in seen}, dict[str, list[Span]]()
    for each in taken:
        span = _span(each, desk.now) if each.id in known else _nameless(each, desk.now)
        if each.kind != "held" or span.until != span.first:
            held.setdefault(each.unit_id, []).append(span)
    return tuple(_row(unit, held.get(unit.id, []), wanted, first, last) for unit in units)


def _row(unit: lookups.UnitFacts, held: list[Span], wanted: Household | None, first: date, last: date) -> BoardRow:
    beds = count_of(unit.bedspaces, "bed space") if unit.bedspaces is not None else ""
    detail = ", ".join(filter(None, (tr(ACCOMMODATION_TYPE.label(unit.accommodation_type)), beds)))
    spans = (*held, *_closed(unit, first, last))
    return BoardRow(unit.id, unit.name, detail, spans, tuple(_misfits(unit, wanted)) if wanted else ())


def is_over(until_on: date | None, until_at: str | None, now: datetime) -> bool:
    """Whether a hold is over: past its last day, or on that day past its hour where one was agreed."""
    if until_on is None or until_on > now.date():
        return False
    return until_on < now.date() or bool(until_at and until_at <= f"{now:%H:%M}")


def _span(each: lookups.Taken, now: datetime) -> Span:
    if each.kind == "occupied":
        words = short_name(each.first, each.second)
        if each.children:
            children = count_of(each.children, "child", "children")
            words = tr("{name} and {children}", name=words, children=children)
    elif each.kind == "held":
        until = f"{say_day(each.until)}{f', {each.second}' if each.second else ''}"
        words = tr("held for {first} until {until}", first=each.first or tr(NAMELESS).lower(), until=until)
    else:
        sentence = noted("void from {day}: {why}") if each.from_on > now.date() else noted("void since {day}: {why}")
        words = tr(sentence, day=say_day(each.from_on), why=tr(VOID_REASON.label(each.first)).lower())
    return Span(each.kind, each.from_on, _free_from(each, now), words, each.id, each.stay_id, each.resident_id)


def _nameless(each: lookups.Taken, now: datetime) -> Span:
    """What holds a unit, of whom the person at the desk may not know."""
    words = tr("in use") if each.kind == "occupied" else tr("held")
    return Span(each.kind, each.from_on, _free_from(each, now), words)


def _free_from(each: lookups.Taken, now: datetime) -> date | None:
    """When the unit is free again: the day after a hold's last night, or at once where its hour is over."""
    if each.kind == "held" and each.until and not (each.until == now.date() and is_over(each.until, each.second, now)):
        return each.until + timedelta(days=1)
    return each.until


def _closed(unit: lookups.UnitFacts, first: date, last: date) -> Iterator[Span]:
    if unit.open_from is not None and unit.open_from > first:
        yield Span("closed", first, unit.open_from, tr("opens on {day}", day=say_day(unit.open_from)))
    if unit.open_to is not None and unit.open_to < last:
        closes = unit.open_to + timedelta(days=1)
        yield Span("closed", closes, None, tr("closed since {day}", day=say_day(closes)))


def _misfits(unit: lookups.UnitFacts, wanted: Household) -> Iterator[str]:
    """Why a household does not fit; what is not recorded of a unit speaks against nothing."""
    if unit.bedspaces is not None and wanted.people > unit.bedspaces:
        yield tr(
            "{spaces} for {people}",
            spaces=count_of(unit.bedspaces, "bed space"),
            people=count_of(wanted.people, "person", "people"),
        )
    if unit.max_children is not None and wanted.children > unit.max_children:
        yield tr("at most {children}", children=count_of(unit.max_children, "child", "children"))
    if wanted.oldest_boy is not None and unit.oldest_boy is not None and wanted.oldest_boy > unit.oldest_boy:
        yield tr("boys up to {oldest_boy}", oldest_boy=unit.oldest_boy)
    for is_wanted, answer, words in (
        (wanted.needs_access, unit.accessible, tr("not step-free")),
        (wanted.has_pets, unit.pets, tr("no pets")),
        (wanted.is_man, unit.men, tr("no men")),
        (wanted.has_no_recourse, unit.no_recourse_accepted, tr("no recourse not accepted")),
    ):
        if is_wanted and answer == "no":
            yield words


def confirm_vacancies(desk: Desk) -> None:
    """Writes down that somebody has looked and the board is right today."""
    desk.require(Action.RECORD)
    with desk.writing() as work:
        settings.choose(work.connection, CONFIRMED, {"on": desk.today.isoformat()})
        work.note("confirm", name=CONFIRMED)


def confirmed_on(desk: Desk) -> date | None:
    """When the vacancies were last confirmed; None for never."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = settings.chosen(connection, CONFIRMED).get("on")
    return date.fromisoformat(found) if isinstance(found, str) else None


def vacancy_card(desk: Desk, unit_id: str) -> str:
    """A vacancy for the national directory: what it is and whom it suits; no name, no place, no service."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        unit = next(each for each in lookups.unit_facts(connection) if each.id == unit_id)
    confirmed = confirmed_on(desk)
    lines = [
        (tr("Accommodation"), tr(ACCOMMODATION_TYPE.label(unit.accommodation_type))),
        (tr("Layout"), tr(UNIT_LAYOUT.label(unit.layout))),
        (tr("Bed spaces"), "" if unit.bedspaces is None else str(unit.bedspaces)),
        (tr("Most children"), "" if unit.max_children is None else str(unit.max_children)),
        (tr("Boys up to"), "" if unit.oldest_boy is None else str(unit.oldest_boy)),
        (tr("Step-free"), _yes_no(unit.accessible)),
        (tr("Pets"), _yes_no(unit.pets)),
        (tr("Space for a carer"), _yes_no(unit.carer_space)),
        (tr("Men"), _yes_no(unit.men)),
        (tr("Stable substance use"), _yes_no(unit.substance_use)),
        (tr("No recourse"), _yes_no(unit.no_recourse_accepted)),
        (tr("By and for"), tr(BY_AND_FOR.label(unit.by_and_for))),
        (tr("Last confirmed"), say_day(confirmed) if confirmed else tr("not yet")),
    ]
    return "\n".join(f"{label}: {words}" for label, words in lines if words)


def _yes_no(answer: str | None) -> str:
    return {"yes": "yes", "no": "no"}.get(answer or "", "")
