"""Checks across fields: answers and what surrounds them in, a problem or nothing out.

*Wrong* blocks saving. *Unlikely* is asked about once and remembered. *Missing* only counts as incomplete.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from refugedesk.domain.calendar_words import say_day
from refugedesk.domain.fields import Answer, Answers
from refugedesk.domain.spans import age_on, spans_overlap
from refugedesk.domain.words import counted, tr

Span = tuple[date, date | None]


class Severity(StrEnum):
    """How bad a problem is, and so what it stops."""

    WRONG = "wrong"
    UNLIKELY = "unlikely"
    MISSING = "missing"


@dataclass(frozen=True)
class Problem:
    """What is the matter with one field, in words that say what would be right. ``rule`` names the check."""

    field: str
    severity: Severity
    text: str
    rule: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What a rule may need from outside the record; empty where it is not known.

    other_stays: the resident's other stays; resident_born_on: of the stay's resident or the child's parent;
    stay: the stay the record belongs to, of a child all of them; session_on: when the session was that somebody came
    to; unit_bedspaces, unit_open, unit_others: of a placement's unit, ``unit_others`` being the spans in which other
    households hold it; unit_holds: the nights for which it is held; household: how many people move in.
    """

    today: date
    other_stays: Sequence[Span] = ()
    other_placements: Sequence[Span] = ()
    resident_born_on: date | None = None
    stay: Span | None = None
    unit_bedspaces: int | None = None
    unit_open: tuple[date | None, date | None] = (None, None)
    unit_others: Sequence[Span] = ()
    unit_holds: Sequence[Span] = ()
    household: int = 1
    session_on: date | None = None


Rule = Callable[[Answers, Surroundings], Problem | None]


def wrong(field: str, text: str, rule: str) -> Problem:
    """A problem that blocks saving."""
    return Problem(field, Severity.WRONG, text, rule)


def unlikely(field: str, text: str, rule: str) -> Problem:
    """A problem that asks whether it is right."""
    return Problem(field, Severity.UNLIKELY, text, rule)


def day(answer: Answer) -> date | None:
    """The answer as a day, or None where it is not one."""
    return answer if isinstance(answer, date) else None


def say(value: date) -> str:
    """A day as people read it: 4 Nov 2026."""
    return say_day(value)


def not_in_future(field: str, label: str) -> Rule:
    """The day may not be after today."""

    def check(answers: Answers, around: Surroundings) -> Problem | None:
        value = day(answers.get(field))
        if value is None or value <= around.today:
            return None
        text = tr(
            "{label} is in the future: {day}. Enter a day up to today, {today}.",
            label=tr(label),
            day=say(value),
            today=say(around.today),
        )
        return wrong(field, text, f"{field}_not_in_future")

    return check


def in_order(first: str, second: str, text: str) -> Rule:
    """The second day may not be before the first."""

    def check(answers: Answers, _around: Surroundings) -> Problem | None:
        start, end = day(answers.get(first)), day(answers.get(second))
        if start is None or end is None or end >= start:
            return None
        return wrong(
            second,
            tr("{what} ({day} is before {other}).", what=tr(text), day=say(end), other=say(start)),
            f"{second}_after_{first}",
        )

    return check


def stay_alone(answers: Answers, around: Surroundings) -> Problem | None:
    """Two stays of one resident may not share a night."""
    start = day(answers.get("started_on"))
    if start is None:
        return None
    span = (start, day(answers.get("ended_on")))
    for other in around.other_stays:
        if spans_overlap(span, other) or span == other:
            text = tr("This person already has a stay from {day} that has not ended.", day=say(other[0]))
            if other[1]:
                text = tr("This person already has a stay from {day} to {end}.", day=say(other[0]), end=say(other[1]))
            text = f"{text} {tr('Two stays cannot share a night.')}"
            return wrong("started_on", text, "stay_alone")
    return None


def stay_not_endless(answers: Answers, around: Surroundings) -> Problem | None:
    """A stay of more than 700 days is unlikely; large families do wait two years."""
    start = day(answers.get("started_on"))
    end = day(answers.get("ended_on")) or around.today
    if start is None or (end - start).days <= 700:
        return None
    return unlikely(
        "started_on",
        counted(
            (end - start).days,
            "This stay lasts %n day. Is that right?",
            "This stay lasts %n days. Is that right?",
        ),
        "stay_not_endless",
    )


def adult_resident(answers: Answers, around: Surroundings) -> Problem | None:
    """A resident under 16 or over 100 is unlikely."""
    born = day(answers.get("date_of_birth"))
    if born is None or born > around.today or 16 <= age_on(born, around.today) <= 100:
        return None
    age = age_on(born, around.today)
    return unlikely("date_of_birth", tr("That makes this person {age}. Is that right?", age=age), "adult_resident")


def child_before_stay_end(answers: Answers, around: Surroundings) -> Problem | None:
    """A child cannot have been born after the stay ended."""
    born = day(answers.get("date_of_birth"))
    if born is None or around.stay is None or around.stay[1] is None or born <= around.stay[1]:
        return None
    text = tr("This child was born on {day}, after the stay ended on {end}.", day=say(born), end=say(around.stay[1]))
    return wrong("date_of_birth", text, "child_before_stay_end")


def young_child(answers: Answers, around: Surroundings) -> Problem | None:
    """A child of 18 or older is unlikely, not wrong: some are 19 and in full-time education."""
    born = day(answers.get("date_of_birth"))
    on = around.stay[0] if around.stay else around.today
    if born is None or age_on(born, on) < 18:
        return None
    return unlikely(
        "date_of_birth", tr("That makes this child {age}. Is that right?", age=age_on(born, on)), "young_child"
    )


def younger_than_parent(answers: Answers, around: Surroundings) -> Problem | None:
    """A child less than 12 years younger than the parent is unlikely."""
    born, parent = day(answers.get("date_of_birth")), around.resident_born_on
    if born is None or parent is None or age_on(parent, born) >= 12:
        return None
    text = tr("The parent would have been under 12 at this child's birth. Is that right?")
    return unlikely("date_of_birth", text, "younger_than_parent")


def placement_within_stay(answers: Answers, around: Surroundings) -> Problem | None:
    """A placement lies within its stay."""
    start, end = day(answers.get("from_on")), day(answers.get("to_on"))
    if start is None or around.stay is None:
        return None
    stay_start, stay_end = around.stay
    if start < stay_start:
        return wrong(
            "from_on", tr("The stay began on {day}; a room cannot be held before.", day=say(stay_start)), "in_stay"
        )
    if stay_end is not None and max(start, end or start) > stay_end:
        field = "to_on" if end and end > stay_end else "from_on"
        return wrong(field, tr("The stay ended on {day}; a room cannot be held after.", day=say(stay_end)), "in_stay")
    return None


def placement_alone(answers: Answers, around: Surroundings) -> Problem | None:
    """One stay holds one unit at a time; two at once is unlikely."""
    start = day(answers.get("from_on"))
    if start is None:
        return None
    span = (start, day(answers.get("to_on")))
    if any(spans_overlap(span, other) for other in around.other_placements):
        return unlikely(
            "from_on", tr("This stay already has a unit on some of these nights. Is that right?"), "one_unit"
        )
    return None


def unit_free(answers: Answers, around: Surroundings) -> Problem | None:
    """Two households in one unit are unlikely."""
    start = day(answers.get("from_on"))
    if start is None:
        return None
    span = (start, day(answers.get("to_on")))
    if any(spans_overlap(span, other) for other in around.unit_others):
        text = tr("Another household is in this unit on some of these nights. Is that right?")
        return unlikely("unit_id", text, "unit_free")
    return None


def unit_large_enough(answers: Answers, around: Surroundings) -> Problem | None:
    """More people than bed spaces is unlikely (a baby may be in a cot)."""
    if answers.get("unit_id") is None or around.unit_bedspaces is None:
        return None
    if around.household <= around.unit_bedspaces:
        return None
    text = tr(
        "{people} people, and the unit has {spaces} bed spaces. Is that right?",
        people=around.household,
        spaces=around.unit_bedspaces,
    )
    return unlikely("unit_id", text, "unit_large_enough")


def unit_open(answers: Answers, around: Surroundings) -> Problem | None:
    """A placement outside the days a unit is open is unlikely."""
    start, end = day(answers.get("from_on")), day(answers.get("to_on"))
    opens, closes = around.unit_open
    if start is None or answers.get("unit_id") is None:
        return None
    if (opens and start < opens) or (closes and (end or start) > closes):
        text = tr("The unit is not open on some of these days. Is that right?")
        return unlikely("unit_id", text, "unit_open")
    return None
