"""A draft: a form's brain, without Qt. What was answered, what shows, what is the matter, what will be saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from refugedesk.domain.fields import Answer, Answers, Field, Kind, Record, Section
from refugedesk.domain.rules import Problem, Severity, Surroundings
from refugedesk.domain.typed import UnreadableError, read_answer
from refugedesk.domain.words import tr


@dataclass
class Draft:
    """Answers on their way to the store.

    answers: what has been read so far, hidden fields included; typed: text that could not be read, kept as it is;
    confirmed: the unlikely things the person has said are right; version: of the stored record, 0 for a new one;
    withheld: the fields whose answers are not for the person: not asked, and kept as they are stored.
    """

    record: Record
    around: Surroundings
    answers: dict[str, Answer] = field(default_factory=dict)
    id: str = ""
    version: int = 0
    withheld: frozenset[str] = frozenset()
    confirmed: set[str] = field(default_factory=set)
    typed: dict[str, str] = field(default_factory=dict)
    _unreadable: dict[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day on which the draft is filled in."""
        return self.around.today

    def type_text(self, name: str, text: str) -> None:
        """Takes what was typed; text that cannot be read stays as typed and becomes a problem."""
        try:
            self.set(name, read_answer(self.record.field(name), text, self.today))
        except UnreadableError as error:
            self.answers.pop(name, None)
            self.typed[name], self._unreadable[name] = text, str(error)

    def set(self, name: str, answer: Answer) -> None:
        """Takes an answer that needs no reading: a code, several codes, a link, a day."""
        chosen = self.record.field(name)
        self.typed.pop(name, None)
        self._unreadable.pop(name, None)
        if chosen.kind is Kind.CHOICES:
            answer = in_list_order(chosen, answer if isinstance(answer, tuple) else ())
        self.answers[name] = answer

    def confirm(self, rule: str) -> None:
        """Remembers that the person said an unlikely thing is right."""
        self.confirmed.add(rule)

    def is_shown(self, name: str) -> bool:
        """Whether the field is asked, given the answers so far."""
        field = self.record.field(name)
        return name not in self.withheld and not field.is_hidden and field.shown(self.answers)

    def shown_fields(self, section: Section | None = None) -> tuple[Field, ...]:
        """The fields that are asked, of one section or of the whole form."""
        fields = self.record.as_asked(section).fields if section else self.record.fields
        return tuple(each for each in fields if self.is_shown(each.name))

    def to_save(self) -> dict[str, Answer]:
        """Every field's answer, those left out that are not asked of such a person; what a service hides stays."""
        shown = {each.name for each in self.record.fields if each.shown(self.answers)}
        blank = {each.name: _blank(each) for each in self.record.fields}
        kept = {name: self.answers.get(name, none) if name in shown else none for name, none in blank.items()}
        return kept | worked_out(self.record, kept)

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is the matter, worst first within the order of the form."""
        return (*self.wrong(), *self.unlikely(), *self.missing())

    def wrong(self) -> tuple[Problem, ...]:
        """What blocks saving: unreadable, required and blank, or against a rule."""
        unreadable = [Problem(name, Severity.WRONG, text, "unreadable") for name, text in self._unreadable.items()]
        required = [
            Problem(each.name, Severity.WRONG, tr("{label} is needed to save.", label=each.label), "required")
            for each in self.shown_fields()
            if each.is_required and self.answers.get(each.name) is None and each.name not in self._unreadable
        ]
        return (*unreadable, *required, *self._contradicted(), *self._broken(Severity.WRONG))

    def unlikely(self) -> tuple[Problem, ...]:
        """What is asked about once, less what has been confirmed."""
        return tuple(each for each in self._broken(Severity.UNLIKELY) if each.rule not in self.confirmed)

    def missing(self) -> tuple[Problem, ...]:
        """What is wanted before the record is complete."""
        return tuple(
            Problem(each.name, Severity.MISSING, tr("{label} is not recorded yet.", label=each.label), "missing")
            for each in self.shown_fields()
            if each.is_wanted
            and self.answers.get(each.name) in (None, ())
            and each.name not in self._unreadable
            and each.wanted_when(self.answers)
        )

    @property
    def can_save(self) -> bool:
        """Nothing is wrong and nothing unlikely is unanswered."""
        return not self.wrong() and not self.unlikely()

    def _contradicted(self) -> Iterable[Problem]:
        """Several codes of which one says that there is no answer, or that there is nothing."""
        found = (contradiction(each, self.answers.get(each.name)) for each in self.shown_fields())
        return [problem for problem in found if problem is not None]

    def _broken(self, severity: Severity) -> Iterable[Problem]:
        answers: Answers = self.to_save()
        found = (rule(answers, self.around) for rule in self.record.rules)
        return [problem for problem in found if problem is not None and problem.severity is severity]


def worked_out(record: Record, answers: Answers) -> dict[str, Answer]:
    """The answers that follow from others, as far as they do; one that came with an import stays until they do."""
    found = {each.name: each.worked_out(answers) for each in record.fields if each.worked_out is not None}
    return {name: answer for name, answer in found.items() if answer is not None}


def contradiction(of: Field, answer: Answer) -> Problem | None:
    """The problem of several codes of which one says that there is no answer, or nothing; None where there is none."""
    if not isinstance(answer, tuple) or len(answer) < 2 or of.codes is None:
        return None
    known = (of.codes[code] for code in answer if code in of.codes)
    alone = next((code for code in known if code.stands_alone), None)
    if alone is None:
        return None
    text = tr("“{label}” cannot stand beside another answer. Take one of them away.", label=alone.label)
    return Problem(of.name, Severity.WRONG, text, "contradicted")


def _blank(of: Field) -> Answer:
    return () if of.kind is Kind.CHOICES else None


def in_list_order(of: Field, codes: Iterable[str]) -> tuple[str, ...]:
    """Several codes, each once, in the order of their list; those the list does not hold at the end, never lost."""
    chosen = set(codes)
    listed = tuple(code.code for code in of.codes.codes) if of.codes else ()
    return (*(code for code in listed if code in chosen), *sorted(chosen.difference(listed)))
