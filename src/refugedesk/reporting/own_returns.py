"""A return that a service has built itself, from the data it is kept as: tables of other returns and tables of its own.

Everything is read strictly: what is not understood is refused in a sentence that says what would be right. Every table
is made of the same populations and questions as the product's own, so that it is protected by the same relations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import Any

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.reporting.cross import Cross
from refugedesk.reporting.one_way import OneWay
from refugedesk.reporting.own_words import SUBJECTS, Questions
from refugedesk.reporting.populations import Population
from refugedesk.reporting.questions import Question
from refugedesk.reporting.relabelled import Relabelled
from refugedesk.reporting.relations import Knowledge
from refugedesk.reporting.returns import definition, definitions
from refugedesk.reporting.side_by_side import Column, SideBySide
from refugedesk.reporting.spec import Reach, Relations, ReturnSpec, ServiceFacts, TableSpec
from refugedesk.reporting.tables import Line, Shape
from refugedesk.reporting.ties import Grouping

ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
LONGEST = 120
LONGEST_SENTENCE = 400
MOST_TABLES = 60
SHEET = "Tables"
"""All tables stand on one sheet, in the order that the service gave them."""
MEASURES = ("number", "monthly_average")

Content = Mapping[str, Any]


class OwnReturnError(CorrectableError):
    """A return of the service's own is not put together in a way that can be counted."""


def own_return(content: Content, version: int = 1) -> ReturnSpec:
    """The return that the content describes.

    Args: content: ``id``, ``title``, and ``tables``: each either ``from`` and ``table`` (one of another return), or
        ``id``, ``title``, ``who``, ``dated_by``, ``rows``, and, where wanted, ``columns``, ``measure``, ``groups``.
    Raises: OwnReturnError naming the table and what would be right.
    """
    _only(content, {"id", "title", "source", "tables"}, tr("The return"))
    id, entries = _id(content, tr("The return")), content.get("tables")
    if id in {spec.id for spec in definitions()}:
        raise OwnReturnError(tr("The product has a return called {id} already. Give yours another name.", id=id))
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST_TABLES:
        raise OwnReturnError(
            tr("The return {id} needs its tables: a list of 1 to {most_tables}.", id=id, most_tables=MOST_TABLES)
        )
    tables = [_table(entry) for entry in entries]
    _unlike(table.id for table in tables)
    source = content.get("source") or "Put together by the service itself"
    taken = {str(entry["from"]) for entry in entries if "from" in entry}
    return ReturnSpec(
        id,
        str(version),
        _title(content, tr("The return")),
        _text(source, tr("The source")),
        tuple(Relabelled.on_sheet(table, SHEET) for table in tables),
        special=_special_of(taken),
        reach=_reach_of(taken),
    )


def _special_of(taken: Iterable[str]) -> Relations:
    """What the returns that tables were taken from know besides what their tables declare."""
    specs = [definition(id) for id in sorted(taken)]

    def special(shapes: Iterable[Shape], period: Period) -> Knowledge:
        printed = tuple(shapes)
        return reduce(Knowledge.joined, (spec.special(printed, period) for spec in specs), Knowledge(frozenset(), ()))

    return special


def _reach_of(taken: Iterable[str]) -> Reach:
    """As far back as any of those returns looks."""
    specs = [definition(id) for id in sorted(taken)]

    def reach(service: ServiceFacts, period: Period) -> Period:
        return Period(min([period.first, *(spec.reach(service, period).first for spec in specs)]), period.last)

    return reach


def _table(entry: object) -> TableSpec:
    if not isinstance(entry, Mapping):
        raise OwnReturnError(tr("Each table is described by its parts: id, title, who, dated_by, rows."))
    return _taken(entry) if "from" in entry else _built(entry)


def _taken(entry: Content) -> TableSpec:
    """A table of another return, under another title or with its rows in another order or other words, if wanted."""
    _only(entry, {"from", "table", "title", "labels", "order"}, tr("The table {table}", table=entry.get("table")))
    every = {table.id: table for table in definition(str(entry["from"])).tables}
    table = every.get(str(entry.get("table")))
    if table is None:
        raise OwnReturnError(
            tr(
                "The return {id} has no table {table}. It has: {choices}.",
                id=entry["from"],
                table=entry.get("table"),
                choices=_list(every),
            )
        )
    if "title" in entry:
        table = replace(table, title=_title(entry, tr("The table {id}", id=table.id)))
    labels, order = entry.get("labels", {}), entry.get("order", [])
    if not isinstance(labels, Mapping) or not isinstance(order, list):
        raise OwnReturnError(tr("The table {id}: labels are words by code, and order is a list of codes.", id=table.id))
    words = tuple(
        (str(code), _text(label, tr("The table {id}, {code}", id=table.id, code=code)))
        for code, label in labels.items()
    )
    return Relabelled.in_words(table, words, tuple(map(str, order))) if words or order else table


def _built(entry: Content) -> TableSpec:
    """A table of the service's own: who, dated by what, one question or two, one measure."""
    id = _id(entry, tr("A table"))
    name = tr("The table {id}", id=id)
    if id in {table.id for spec in definitions() for table in spec.tables}:
        raise OwnReturnError(
            tr("{name}: the product has a table of that name. Give yours another, or take that one.", name=name)
        )
    _only(entry, {"id", "title", "who", "dated_by", "rows", "columns", "measure", "groups", "explanation"}, name)
    people, of, questions = _subjects(entry, name)
    rows = _grouped(entry, _question(entry, "rows", questions, name), name)
    measure = entry.get("measure", "number")
    if measure not in MEASURES:
        raise OwnReturnError(
            tr(
                "{name}: {measure} cannot be measured. Choose one of: {choices}.",
                name=name,
                measure=measure,
                choices=_list(MEASURES),
            )
        )
    explanation = _text(entry.get("explanation") or f"Counts {entry['who']}: {of}.", name, LONGEST_SENTENCE)
    table = OneWay(id, _title(entry, name), str(entry["who"]), of, explanation, people, rows)
    if "columns" in entry:
        return _crossed(table, entry, questions, name)
    return _averaged(table) if measure == "monthly_average" else table


def _averaged(table: OneWay) -> TableSpec:
    said = (table.id, table.title, table.counts, table.of, table.explanation)
    everybody = Column("number", "Number", lambda subjects: subjects.notna().any(axis=1), is_everybody=True)
    return SideBySide(*said, table.who, table.by, (everybody,), average_of_rows=True)


def _crossed(table: OneWay, entry: Content, questions: Questions, name: str) -> TableSpec:
    columns = _question(entry, "columns", questions, name)
    if entry.get("measure", "number") != "number":
        raise OwnReturnError(
            tr("{name}: a table with columns shows numbers and percentages. Leave the measure out.", name=name)
        )
    if entry["columns"] == entry["rows"]:
        raise OwnReturnError(tr("{name}: rows and columns ask the same. Choose two different questions.", name=name))
    said = (table.id, table.title, table.counts, table.of, table.explanation)
    return Cross(*said, table.who, table.by, columns)


def _subjects(entry: Content, name: str) -> tuple[Population, str, Questions]:
    found = SUBJECTS.get((str(entry.get("who")), str(entry.get("dated_by"))))
    if found is None:
        choices = "; ".join(f"{who} dated by {day}" for who, day in SUBJECTS)
        raise OwnReturnError(
            tr("{name}: say who is counted and dated by what. Choose one of: {choices}.", name=name, choices=choices)
        )
    return found


def _question(entry: Content, part: str, questions: Questions, name: str) -> Question:
    found = questions.get(str(entry.get(part)))
    if found is None:
        who = f"{entry['who']} dated by {entry['dated_by']}"
        raise OwnReturnError(
            tr(
                "{name}: {part} cannot be {answer} for {who}. Choose one of: {choices}.",
                name=name,
                part=part,
                answer=entry.get(part),
                who=who,
                choices=_list(questions),
            )
        )
    return found


# ---------------------------------------------------------------------- a commissioner's own categories


def _grouped(entry: Content, question: Question, name: str) -> Question:
    """The question with its answers rolled up into the categories of ``groups``, where there are any."""
    groups = entry.get("groups")
    if groups is None:
        return question
    if not isinstance(groups, list) or not all(isinstance(group, Mapping) for group in groups):
        raise OwnReturnError(tr("{name}: groups is a list of categories, each with code, label and codes.", name=name))
    lines = _steady_lines(question, name)
    answers = {line.code: line.label for line in lines if line.is_answer}
    group_of = dict(_codes(groups, answers, name))
    missing = [code for code in answers if code not in group_of]
    if missing:
        raise OwnReturnError(
            tr("{name}: no category has {choices}. Put every answer in one.", name=name, choices=_list(missing))
        )
    categories = tuple(Line(_id(group, name), _label(group, name)) for group in groups)
    _unlike(line.code for line in (*categories, *(line for line in lines if not line.is_answer)))
    others = tuple(line for line in lines if not line.is_answer)
    return in_categories(question, (*categories, *others), group_of)


def steady_lines(question: Question) -> tuple[Line, ...]:
    """The lines of a question whose answers are the same for every service and period; of another one none."""
    one = question.axis(ServiceFacts("", ""), Period(date(2000, 1, 1), date(2000, 1, 1)))
    other = question.axis(ServiceFacts("", "", (("a", "A"),)), Period(date(2001, 2, 1), date(2001, 3, 1)))
    return one if one == other else ()


def _steady_lines(question: Question, name: str) -> tuple[Line, ...]:
    found = steady_lines(question)
    if not found:
        raise OwnReturnError(
            tr("{name}: months and wards are not the same in every return. Leave the categories out.", name=name)
        )
    return found


def _codes(groups: Iterable[Content], answers: Mapping[str, str], name: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for group in groups:
        _only(group, {"code", "label", "codes"}, name)
        for code in group.get("codes", ()):
            if code not in answers:
                raise OwnReturnError(
                    tr(
                        "{name}: {code} is not one of the answers. They are: {choices}.",
                        name=name,
                        code=code,
                        choices=_list(answers),
                    )
                )
            if code in seen:
                raise OwnReturnError(
                    tr("{name}: {code} stands in two categories. Leave it in one.", name=name, code=code)
                )
            seen.add(code)
            yield code, str(group.get("code"))


def in_categories(question: Question, lines: tuple[Line, ...], group_of: Mapping[str, str]) -> Question:
    """The question rolled up: the same answers in the same categories have the same name, and so are the same."""
    others = [line.code for line in lines if not line.is_answer]
    rolled = ", ".join(f"{code} is {group}" for code, group in sorted(group_of.items()))
    return Question(
        lambda service, period: lines,
        lambda material, subjects: question.answers(material, subjects).map(
            lambda code: group_of.get(code, code), na_action="ignore"
        ),
        f"{question.name}, where {rolled}",
        Grouping(question.name, lambda code: group_of.get(code, code), (*group_of, *others)),
    )


# ---------------------------------------------------------------------- words and names


def _id(entry: Content, name: str) -> str:
    id = entry.get("id", entry.get("code"))
    if not isinstance(id, str) or not ID.fullmatch(id) or len(id) > LONGEST:
        raise OwnReturnError(
            tr(
                "{name}: {id!r} cannot be a name. Use small letters, digits and _, like housing_offers.",
                name=name,
                id=id,
            )
        )
    return id


def _title(entry: Content, name: str) -> str:
    return _text(entry.get("title"), tr("{name}, the title", name=name))


def _label(entry: Content, name: str) -> str:
    return _text(entry.get("label"), tr("{name}, a category", name=name))


def _text(value: object, name: str, longest: int = LONGEST) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise OwnReturnError(tr("{name}: give it words, at most {longest} letters.", name=name, longest=longest))
    return value.strip()


def _only(entry: Content, known: set[str], name: str) -> None:
    strange = sorted(map(str, entry.keys() - known))
    if strange:
        raise OwnReturnError(
            tr(
                "{name}: {strange} is not understood. It can have: {choices}.",
                name=name,
                strange=strange[0],
                choices=_list(sorted(known)),
            )
        )


def _unlike(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise OwnReturnError(tr("{id} stands there twice. Give each a name of its own.", id=id))
        seen.add(id)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
