"""The forms' own rules, asked about every record that is about to be imported, so that form and import agree."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from refugedesk.domain.drafts import contradiction, worked_out
from refugedesk.domain.fields import Record, always
from refugedesk.domain.records import ALL
from refugedesk.domain.records.stay import STAY
from refugedesk.domain.resemblance import resembling
from refugedesk.domain.rules import Severity, Surroundings
from refugedesk.domain.words import noted, tr
from refugedesk.services.interchange.cells import cell_text
from refugedesk.services.interchange.entries import Entry
from refugedesk.services.interchange.faults import Fault, Findings

REMEDIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "stay_alone": noted("Correct the days, or make one stay of the two."),
        "child_before_stay_end": noted("Correct the day, or take the child out of this stay."),
        "own_code_fits": noted(
            "Name a list that can be added to, a code that begins with own_, and an answer of that list."
        ),
        "in_stay": noted("Correct the days of the stay or of the placement."),
    }
)
"""What would be right, by rule, where the rule's own words leave it open."""
CORRECT_DAY: Final = noted("Correct the day.")
IF_RIGHT: Final = noted("If it is right, nothing needs doing.")


def judge(record: Record, entry: Entry, around: Surroundings, findings: Findings) -> None:
    """Asks every rule of the record; what is wrong is a fault, what is unlikely a warning."""
    contradicted = (contradiction(record.field(name), answer) for name, answer in entry.answers.items())
    broken = (rule(entry.answers, around) for rule in record.rules)
    for problem in (*contradicted, *broken):
        if problem is None:
            continue
        value = cell_text(entry.answers.get(problem.field))
        if problem.severity is Severity.WRONG:
            remedy = tr(REMEDIES.get(problem.rule, CORRECT_DAY if "day" not in problem.text else ""))
            findings.fault(Fault(entry.file, entry.line, problem.field, value, problem.text, remedy))
        else:
            findings.warn(Fault(entry.file, entry.line, problem.field, value, problem.text, tr(IF_RIGHT)))


def offer_codes(record: Record, entry: Entry, findings: Findings) -> None:
    """Warns of words under "other" that read like a code of the list."""
    for field in OTHERS[record.id]:
        words, codes = entry.answers.get(field.name), record.field(field.other_of).codes
        if not isinstance(words, str) or codes is None:
            continue
        if found := resembling(codes, words):
            problem = tr(
                "This reads like “{label}”, which the list has as {code}.", label=found[0].label, code=found[0].code
            )
            remedy = tr(
                "Write {code} into {other_of} if that is meant. {if_right}",
                code=found[0].code,
                other_of=field.other_of,
                if_right=tr(IF_RIGHT),
            )
            findings.warn(Fault(entry.file, entry.line, field.name, words, problem, remedy))


def warn_of_uncounted(told: Entry, stay: Entry, findings: Findings) -> None:
    """Warns of kinds of abuse that a disclosure names and the stay is not counted with."""
    kinds, counted = told.answers.get("kinds"), stay.answers.get("abuse")
    codes = STAY.field("abuse").codes
    for kind in kinds if isinstance(kinds, tuple) else ():
        if codes is not None and codes[kind].is_answer and kind not in (counted if isinstance(counted, tuple) else ()):
            problem = tr("The file of abuse has no {kind} for this stay, so that it is not counted.", kind=kind)
            remedy = tr(
                "Add the row {id}, {kind} to abuse if it is to be counted. {if_right}",
                id=stay.id,
                kind=kind,
                if_right=tr(IF_RIGHT),
            )
            findings.warn(Fault(told.file, told.line, "kinds", kind, problem, remedy))


def drop_unasked(record: Record, entry: Entry, findings: Findings) -> None:
    """Leaves out answers to what the form, given the others, does not ask; saving a form does the same."""
    for field in CONDITIONAL[record.id]:
        if field.name in entry.answers and not field.shown(entry.answers):
            value = cell_text(entry.answers.pop(field.name))
            problem = tr("This is not asked when the other answers are these, so it is left out.")
            findings.warn(Fault(entry.file, entry.line, field.name, value, problem, tr(IF_RIGHT)))


def work_out(record: Record, entry: Entry, findings: Findings) -> None:
    """Puts in what follows from other answers; a warning where the file says something else."""
    for name, answer in worked_out(record, entry.answers).items():
        said = entry.answers.get(name)
        if said is not None and said != answer:
            problem = tr("The other answers make this {cell_text}.", cell_text=cell_text(answer))
            findings.warn(
                Fault(entry.file, entry.line, name, cell_text(said), problem, tr("It is saved as they make it."))
            )
        entry.answers[name] = answer


CONDITIONAL: Final = {
    record.id: tuple(field for field in record.fields if field.shown is not always) for record in ALL.values()
}
OTHERS: Final = {record.id: tuple(field for field in record.fields if field.other_of) for record in ALL.values()}
