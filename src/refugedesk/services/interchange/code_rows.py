"""Rows of needs and abuse: each adds one code to the record that it names."""

from __future__ import annotations

from refugedesk.domain.records.own_code import OWN_CODE, own_code_of
from refugedesk.domain.words import tr
from refugedesk.services.interchange.entries import Entry, Intake
from refugedesk.services.interchange.faults import Fault
from refugedesk.services.interchange.sheets import Sheet


def take_code(sheet: Sheet, row: Entry, intake: Intake) -> None:
    """Puts the row's code with the record it belongs to; the same code twice is a warning."""
    _, column = sheet.columns
    owner = None if row.is_broken else _owner(sheet, row, intake)
    if owner is None or column.field is None:
        return
    code, codes = row.link(column.name), owner.answers.get(column.field.name, ())
    if isinstance(codes, tuple) and code not in codes:
        owner.answers[column.field.name] = (*codes, code)
    else:
        intake.findings.warn(
            Fault(row.file, row.line, column.name, code, tr("This row comes twice."), tr("It counts once."))
        )


def _owner(sheet: Sheet, row: Entry, intake: Intake) -> Entry | None:
    """The record that the row names, if it is about to be imported; else a fault."""
    record, column = sheet.record, sheet.columns[0].name
    owner = intake.records.new.get(record.id, row.link(column))
    if owner is not None or not intake.is_whole:
        return owner
    problem, remedy = (
        tr("There is no {title} of this id.", title=record.title.lower()),
        tr("Add it to {plural}.", plural=record.plural),
    )
    if intake.records.stored.get(record.id, row.link(column)):
        problem = tr("This {title} is already in the store.", title=record.title.lower())
        remedy = tr("Add to it in its form; an import only adds whole records.")
    intake.findings.fault(Fault(row.file, row.line, column, row.link(column), problem, remedy))
    return None


def take_own_code(row: Entry, intake: Intake) -> None:
    """Keeps an answer that a service added to a list, unless the store has the same one; two meanings are a fault."""
    same = (each for each in intake.records.of(OWN_CODE.id) if _code(each) == _code(row))
    known = next(same, None)
    if known is None:
        intake.records.new.add(OWN_CODE.id, row)
    elif own_code_of(known.answers) != own_code_of(row.answers):
        problem, remedy = (
            tr("This code has other words or counts as something else already."),
            tr("Give it another code."),
        )
        intake.findings.fault(Fault(row.file, row.line, "code", row.link("code"), problem, remedy))


def _code(of: Entry) -> tuple[str, str]:
    return of.link("codelist"), of.link("code")
