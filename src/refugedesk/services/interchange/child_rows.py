"""Rows of children: one row is a child and, with a stay, what is true of the child in it."""

from __future__ import annotations

from refugedesk.domain.fields import Answer
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.records.stay import STAY
from refugedesk.domain.words import tr
from refugedesk.services.interchange.cells import cell_text
from refugedesk.services.interchange.entries import Entry, Intake
from refugedesk.services.interchange.faults import Fault
from refugedesk.services.interchange.sheets import Sheet, id_name

STAY_ID = id_name(STAY)


def take_child(sheet: Sheet, row: Entry, intake: Intake) -> None:
    """Keeps the child, who may have come before, and the child's part in the stay."""
    in_stay = _in_stay(sheet, row)
    known = intake.records.find(CHILD.id, row.id)
    _learn_parent(row, in_stay, known, intake)
    if known is None:
        intake.records.new.add(CHILD.id, row)
    else:
        _compare(row, known, intake)
    if in_stay or known is not None:
        answers = {id_name(CHILD): row.id, **in_stay}
        part = Entry(row.file, row.line, "", answers, row.is_broken)
        if STAY_ID not in in_stay and not row.is_broken:
            part.is_broken = True
            remedy = tr("Name the stay that these answers belong to.")
            intake.findings.fault(Fault(row.file, row.line, STAY_ID, "", tr("This cell is empty."), remedy))
        intake.records.new.add(CHILD_STAY.id, part)


def _in_stay(sheet: Sheet, row: Entry) -> dict[str, Answer]:
    """Takes from the row what belongs to the child's part in a stay, by field."""
    columns = [column for column in sheet.columns if column.record is CHILD_STAY and column.name in row.answers]
    return {column.field.name: row.answers.pop(column.name) for column in columns if column.field}


def _learn_parent(row: Entry, in_stay: dict[str, Answer], known: Entry | None, intake: Intake) -> None:
    """The parent is the resident of the stay; a fault where the row or an earlier one says otherwise."""
    stay = intake.records.find(STAY.id, str(in_stay.get(STAY_ID, "")))
    parent = stay.link("resident_id") if stay else ""
    said = row.link("resident_id")
    if known is None and not parent and not said:
        _refuse_orphan(row, in_stay, intake)
    elif known is not None and parent and known.link("resident_id") not in ("", parent):
        problem = tr(
            "This child is already the child of resident {link}, and the stay is another's.",
            link=known.link("resident_id"),
        )
        remedy = tr("Name a stay of the same resident, or give another child an id of its own.")
        intake.findings.fault(Fault(row.file, row.line, STAY_ID, str(in_stay[STAY_ID]), problem, remedy))
        row.answers.pop("resident_id", None)
    elif parent and said and said != parent:
        problem, remedy = (
            tr("The stay is of resident {parent}.", parent=parent),
            tr("Leave the parent empty, or name a stay of that parent."),
        )
        intake.findings.fault(Fault(row.file, row.line, "resident_id", said, problem, remedy))
    if parent and known is None:
        row.answers["resident_id"] = parent


def _refuse_orphan(row: Entry, in_stay: dict[str, Answer], intake: Intake) -> None:
    """Neither stay nor parent: an unknown stay is said with the other links, an empty one here."""
    row.is_broken = True
    if STAY_ID not in in_stay:
        remedy = tr("Name the stay the child was in, or the parent under resident_id.")
        intake.findings.fault(Fault(row.file, row.line, STAY_ID, "", tr("This cell is empty."), remedy))


def _compare(row: Entry, known: Entry, intake: Intake) -> None:
    """A child that comes again is the same child: what is said again must be the same."""
    for name, answer in row.answers.items():
        before = known.answers.get(name)
        if before is None and known.is_new:
            known.answers[name] = answer
        elif before != answer:
            where = tr("on line {line}", line=known.line) if known.is_new else tr("in the store")
            problem = tr(
                "This child has another answer {where}: {answer}.", where=where, answer=cell_text(before) or tr("none")
            )
            remedy = tr("Write the same, leave the cell empty, or give another child an id of its own.")
            intake.findings.fault(Fault(row.file, row.line, name, cell_text(answer), problem, remedy))
