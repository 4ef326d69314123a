"""What goes on paper, as plain content: a title, then headings with lines, tables and room to write.

Nothing here reads the address; restricted answers appear only on the paper that is about them. Every printing is
written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from refugedesk.domain.fields import Answers, Field, Kind
from refugedesk.domain.lists.health import FIRE_HELP
from refugedesk.domain.record_words import words_of
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.due import due
from refugedesk.services.linked import linked
from refugedesk.services.roles import Action
from refugedesk.services.views.progress import risk_change, risk_course, scores
from refugedesk.services.wording import count_of, full_name, say_day
from refugedesk.storage.lookups import papers as lookups
from refugedesk.storage.work import load


@dataclass(frozen=True)
class Table:
    """Rows of cells under a header; empty cells are room to write."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """A heading with paragraphs and at most one table. room: blank lines to write on."""

    heading: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    room: int = 0


@dataclass(frozen=True)
class Paper:
    """One paper: its title, the line under it, and its parts; made: who printed it and when, on every page."""

    id: str
    title: str
    about: str
    parts: tuple[Part, ...]
    made: str


@dataclass(frozen=True)
class Kindof:
    """A kind of paper; of_stay: it is about one stay."""

    id: str
    title: str
    of_stay: bool


KINDS: Final = (
    Kindof("roll_call", noted("Roll-call"), False),
    Kindof("handover", noted("Handover"), False),
    Kindof("blank_referral", noted("Blank form: referral"), False),
    Kindof("blank_arrival", noted("Blank form: arrival"), False),
    Kindof("support_plan", noted("Support plan"), True),
    Kindof("safety_plan", noted("Safety plan"), True),
    Kindof("risk_summary", noted("Risk summary for a meeting"), True),
    Kindof("arrival_checklist", noted("Arrival checklist"), True),
)
TITLES: Final[Mapping[str, str]] = MappingProxyType({kind.id: kind.title for kind in KINDS})


def make_paper(desk: Desk, kind: str, stay_id: str = "") -> Paper:
    """The content of a paper. KeyError for a kind there is not; GoneError where the stay is gone."""
    desk.require(Action.READ)
    if kind in OF_HOUSE:
        about, parts = desk.service.name if not kind.startswith("blank") else "", OF_HOUSE[kind](desk)
    else:
        about, parts = _about(desk, stay_id), OF_STAY[kind](desk, stay_id)
    made = tr(
        "Printed by {name} on {day} at {time}",
        name=desk.user.name,
        day=say_day(desk.today),
        time=f"{desk.now.astimezone():%H:%M}",
    )
    return Paper(kind, tr(TITLES[kind]), about, tuple(parts), made)


def note_printed(desk: Desk, paper: Paper, stay_id: str = "") -> None:
    """Writes down that a paper left the program."""
    desk.require(Action.READ)
    with desk.writing() as work:
        work.note("print", "stay" if stay_id else "", stay_id, paper=paper.id)


def file_name(paper: Paper, desk: Desk) -> str:
    """A name that says what and when and never who: roll-call-2026-11-24.pdf."""
    return f"{paper.id.replace('_', '-')}-{desk.today.isoformat()}.pdf"


def _about(desk: Desk, stay_id: str) -> str:
    with desk.reading() as connection:
        stay = load(connection, "stay", stay_id).answers
        person = load(connection, "resident", str(stay["resident_id"])).answers
    first, last = person.get("first_name"), person.get("last_name")
    name = full_name(first if isinstance(first, str) else None, last if isinstance(last, str) else None)
    started = stay["started_on"]
    return tr("{name}, here since {day}", name=name, day=words_of(desk.forms["stay"].field("started_on"), started))


def _everybody(desk: Desk) -> list[lookups.HouseLine]:
    """Who is in the house. Those hidden from the person at the desk are there too, without a name: a fire is a fire."""
    with desk.reading() as connection:
        seen = {line.stay_id for line in lookups.in_the_house(connection, desk.today)}
    with desk.whole() as connection:
        lines = lookups.in_the_house(connection, desk.today)
    return [line if line.stay_id in seen else _nameless(line) for line in lines]


def _nameless(line: lookups.HouseLine) -> lookups.HouseLine:
    children, others = (
        ((tr("Child, not named"), ""),) * len(line.children),
        (tr("Adult, not named"),) * len(line.others),
    )
    return replace(line, stay_id="", name=tr("Adult, not named"), age="", children=children, others=others)


NOT_NAMED: Final = noted(
    "Somebody on this list is not named. Count them like everybody else; a manager can say who they are."
)


def _roll_call(desk: Desk) -> Iterator[Part]:
    lines = _everybody(desk)
    people = sum(1 + len(line.children) + len(line.others) for line in lines)
    rows = [row for line in lines for row in _roll_rows(line)]
    total = tr(
        "{people} in {households}",
        people=count_of(people, "person", "people"),
        households=count_of(len(lines), "household"),
    )
    told = () if all(line.stay_id for line in lines) else (tr(NOT_NAMED),)
    yield Part(total, told, Table((tr("Unit"), tr("Name"), tr("Age"), tr("Help to leave"), tr("Seen")), tuple(rows)))


def _roll_rows(line: lookups.HouseLine) -> Iterator[tuple[str, ...]]:
    help_needed = ", ".join(tr(FIRE_HELP.label(code)) for code in line.fire_help if not FIRE_HELP[code].stands_alone)
    yield line.unit or tr("no unit"), line.name, line.age, help_needed, ""
    for name, age in line.children:
        yield "", name, age, "", ""
    for name in line.others:
        yield "", name, "", "", ""


def _handover(desk: Desk) -> Iterator[Part]:
    since = desk.today - timedelta(days=1)
    with desk.reading() as connection:
        moves = lookups.moves_since(connection, since, desk.today)
        happened = lookups.happened_since(connection, since, desk.today)
    rows = tuple(
        (line.unit or tr("no unit"), line.name, str(len(line.children) or ""))
        if line.stay_id
        else (line.unit or tr("no unit"), tr("in use"), "")
        for line in _everybody(desk)
    )
    yield Part(tr("In the house tonight"), (), Table((tr("Unit"), tr("Name"), tr("Children")), rows))
    yield Part(tr("Since yesterday"), tuple(moves) or (tr("Nobody came and nobody left."),))
    waiting = [f"{row.when(desk.today)}: {row.who + ', ' if row.who else ''}{row.what}" for row in due(desk)]
    yield Part(tr("Due"), tuple(waiting) or (tr("Nothing is due this week."),))
    yield Part(tr("Incidents and notes since yesterday"), tuple(happened) or (tr("None."),))
    yield Part(tr("To hand over by word of mouth"), room=6)


def _support_plan(desk: Desk, stay_id: str) -> Iterator[Part]:
    for goal in linked(desk, "goal", "stay_id", stay_id):
        actions = [_answers(desk, "plan_action", row.id) for row in linked(desk, "plan_action", "goal_id", goal.id)]
        rows = tuple(
            tuple(words_of(desk.forms["plan_action"].field(name), answers.get(name)) for name in ACTION)
            for answers in actions
        )
        yield Part(goal.words, (), Table((tr("What"), tr("Who"), tr("By"), tr("Done")), rows or (("", "", "", ""),)))
    found = scores(desk, stay_id)
    if found:
        rows = tuple((area.area, str(area.scores[0][1]), str(area.scores[-1][1])) for area in found)
        yield Part(tr("How things have gone, from 1 to 10"), (), Table((tr("Area"), tr("First"), tr("Now")), rows))
    reviews = tuple(row.words for row in linked(desk, "plan_review", "stay_id", stay_id))
    yield Part(tr("Reviews"), reviews or (tr("None yet."),))
    yield Part(tr("Agreed"), (tr("Resident: ______________________    Worker: ______________________"),))


ACTION: Final = ("what", "who", "due_on", "done_on")


def _safety_plan(desk: Desk, stay_id: str) -> Iterator[Part]:
    """The newest plan, all but its code word: that is said, never written on paper."""
    plans = linked(desk, "safety_plan", "stay_id", stay_id)
    if not plans:
        yield Part(tr("No safety plan has been made yet"), room=12)
        return
    yield from _fields_of(desk, "safety_plan", plans[0].id, without=("stay_id", "worker"))


def _risk_summary(desk: Desk, stay_id: str) -> Iterator[Part]:
    course = risk_course(desk, stay_id)
    rows = tuple((say_day(point.on), point.level, "" if point.score is None else str(point.score)) for point in course)
    change = risk_change(course)
    yield Part(
        tr("Risk"), (change,) if change else (), Table((tr("Assessed on"), tr("Level"), tr("Yes answers")), rows)
    )
    newest = linked(desk, "risk_assessment", "stay_id", stay_id)
    if newest:
        answers = _answers(desk, "risk_assessment", newest[0].id)
        record = desk.forms["risk_assessment"]
        told = tuple(field.label for field in record.fields if answers.get(field.name) == "yes" and field.codes)
        yield Part(tr("Answered yes at the last assessment"), told or (tr("None."),))
        marac = tuple(_line(field, answers) for field in record.sections[-1].fields if answers.get(field.name))
        yield Part("MARAC", marac or (tr("Not referred."),))
    told = tuple(row.words for row in linked(desk, "disclosure", "stay_id", stay_id))
    yield Part(tr("Kinds of abuse told of"), told or (tr("None recorded."),))


def _arrival_checklist(desk: Desk, stay_id: str) -> Iterator[Part]:
    chosen = _answers(desk, "stay", stay_id).get("arrival_steps")
    done = chosen if isinstance(chosen, tuple) else ()
    rows = tuple(
        (code.label, "done" if code.code in done else "", "") for code in desk.in_force.lists["arrival_step"].codes
    )
    yield Part(tr("On arrival"), (), Table((tr("Step"), tr("Done"), tr("Signed")), rows))


def _blank(*records: str) -> Callable[[Desk], Iterator[Part]]:
    """A form on which every question that is not secret is asked, with boxes for few answers and lines for words."""

    def parts(desk: Desk) -> Iterator[Part]:
        forms = desk.forms
        for name in records:
            for section in forms[name].sections:
                rows = tuple(_blank_row(field) for field in section.fields if _is_asked_on_paper(field))
                if rows:
                    yield Part(section.title, (section.help,) if section.help else (), Table(("", ""), rows))

    return parts


FEW: Final = 8


def _is_asked_on_paper(field: Field) -> bool:
    return field.kind is not Kind.LINK and not field.is_secret and not field.is_hidden and field.worked_out is None


def _blank_row(field: Field) -> tuple[str, str]:
    if field.codes is None:
        room = "\n\n\n" if field.kind is Kind.LONG_TEXT else ""
        hint = {Kind.DAY: "__ / __ / ____", Kind.TIME: "__ : __"}.get(field.kind, "")
        return field.label, hint or room
    answers = [code.label for code in field.codes.codes]
    return field.label, "   ".join(f"☐ {words}" for words in answers) if len(answers) <= FEW else ""


def _fields_of(desk: Desk, record: str, key: str, without: tuple[str, ...]) -> Iterator[Part]:
    answers = _answers(desk, record, key)
    for field in desk.forms[record].fields:
        if field.is_restricted or field.name in without:
            continue
        answer = answers.get(field.name)
        words = answer if isinstance(answer, str) and field.codes is None else words_of(field, answer)
        yield Part(field.label, tuple(words.splitlines()), room=0 if words else 2)


def _line(field: Field, answers: Answers) -> str:
    return f"{field.label}: {words_of(field, answers[field.name])}"


def _answers(desk: Desk, record: str, key: str) -> Answers:
    with desk.reading() as connection:
        return load(connection, record, key).answers


OF_HOUSE: Final[Mapping[str, Callable[[Desk], Iterator[Part]]]] = MappingProxyType(
    {
        "roll_call": _roll_call,
        "handover": _handover,
        "blank_referral": _blank("referral", "referral_child"),
        "blank_arrival": _blank("resident", "stay", "child", "child_stay"),
    }
)
OF_STAY: Final[Mapping[str, Callable[[Desk, str], Iterator[Part]]]] = MappingProxyType(
    {
        "support_plan": _support_plan,
        "safety_plan": _safety_plan,
        "risk_summary": _risk_summary,
        "arrival_checklist": _arrival_checklist,
    }
)
