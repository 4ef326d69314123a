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
from refugedesk.services.interchange.cells import cell_text
from refugedesk.services.interchange.entries import Entry
from refugedesk.services.interchange.faults import Fault, Findings

REMEDIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "stay_alone": "Correct the days, or make one stay of the two.",
        "child_before_stay_end": "Correct the day, or take the child out of this stay.",
        "own_code_fits": "Name a list that can be added to, a code that begins with own_, and an answer of that list.",
        "in_stay": "Correct the days of the stay or of the placement.",
    }
)
"""What would be right, by rule, where the rule's own words leave it open."""
IF_RIGHT: Final = "If it is right, nothing needs doing."


def judge(record: Record, entry: Entry, around: Surroundings, findings: Findings) -> None:
    """Asks every rule of the record; what is wrong is a fault, what is unlikely a warning."""
    contradicted = (contradiction(record.field(name), answer) for name, answer in entry.answers.items())
    broken = (rule(entry.answers, around) for rule in record.rules)
    for problem in (*contradicted, *broken):
        if problem is None:
            continue
        value = cell_text(entry.answers.get(problem.field))
        if problem.severity is Severity.WRONG:
            remedy = REMEDIES.get(problem.rule, "Correct the day." if "day" not in problem.text else "")
            findings.fault(Fault(entry.file, entry.line, problem.field, value, problem.text, remedy))
        else:
            findings.warn(Fault(entry.file, entry.line, problem.field, value, problem.text, IF_RIGHT))


def offer_codes(record: Record, entry: Entry, findings: Findings) -> None:
    """Warns of words under "other" that read like a code of the list."""
    for field in OTHERS[record.id]:
        words, codes = entry.answers.get(field.name), record.field(field.other_of).codes
        if not isinstance(words, str) or codes is None:
            continue
        if found := resembling(codes, words):
            problem = f"This reads like “{found[0].label}”, which the list has as {found[0].code}."
            remedy = f"Write {found[0].code} into {field.other_of} if that is meant. {IF_RIGHT}"
            findings.warn(Fault(entry.file, entry.line, field.name, words, problem, remedy))


def warn_of_uncounted(told: Entry, stay: Entry, findings: Findings) -> None:
    """Warns of kinds of abuse that a disclosure names and the stay is not counted with."""
    kinds, counted = told.answers.get("kinds"), stay.answers.get("abuse")
    codes = STAY.field("abuse").codes
    for kind in kinds if isinstance(kinds, tuple) else ():
        if codes is not None and codes[kind].is_answer and kind not in (counted if isinstance(counted, tuple) else ()):
            problem = f"The file of abuse has no {kind} for this stay, so that it is not counted."
            remedy = f"Add the row {stay.id}, {kind} to abuse if it is to be counted. {IF_RIGHT}"
            findings.warn(Fault(told.file, told.line, "kinds", kind, problem, remedy))


def drop_unasked(record: Record, entry: Entry, findings: Findings) -> None:
    """Leaves out answers to what the form, given the others, does not ask; saving a form does the same."""
    for field in CONDITIONAL[record.id]:
        if field.name in entry.answers and not field.shown(entry.answers):
            value = cell_text(entry.answers.pop(field.name))
            problem = "This is not asked when the other answers are these, so it is left out."
            findings.warn(Fault(entry.file, entry.line, field.name, value, problem, IF_RIGHT))


def work_out(record: Record, entry: Entry, findings: Findings) -> None:
    """Puts in what follows from other answers; a warning where the file says something else."""
    for name, answer in worked_out(record, entry.answers).items():
        said = entry.answers.get(name)
        if said is not None and said != answer:
            problem = f"The other answers make this {cell_text(answer)}."
            findings.warn(Fault(entry.file, entry.line, name, cell_text(said), problem, "It is saved as they make it."))
        entry.answers[name] = answer


CONDITIONAL: Final = {
    record.id: tuple(field for field in record.fields if field.shown is not always) for record in ALL.values()
}
OTHERS: Final = {record.id: tuple(field for field in record.fields if field.other_of) for record in ALL.values()}
