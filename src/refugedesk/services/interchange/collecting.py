"""From rows of text to records: cells to answers, and every id only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refugedesk.domain.fields import Answer, Kind
from refugedesk.domain.records.child import CHILD
from refugedesk.domain.records.own_code import OWN_CODE
from refugedesk.domain.records.unit import UNIT
from refugedesk.domain.words import tr
from refugedesk.services.interchange.cells import UnreadableCellError, read_cell, read_id
from refugedesk.services.interchange.child_rows import take_child
from refugedesk.services.interchange.code_rows import take_code, take_own_code
from refugedesk.services.interchange.entries import Entry, Intake
from refugedesk.services.interchange.faults import Fault
from refugedesk.services.interchange.headings import Headings, read_headings, without_blank_end
from refugedesk.services.interchange.tables import Row, Table, UnreadableFileError


def collect(table: Table, intake: Intake) -> None:
    """Reads one table to its end, or to where it cannot be read. Tables come in the order of the sheets."""
    try:
        headings = read_headings(table, intake.findings)
        intake.is_whole &= headings.is_whole
        reader = _RowReader(table, headings, intake)
        for row in table.rows:
            reader.take(row)
    except UnreadableFileError as error:
        intake.is_whole = False
        intake.findings.fault(Fault(table.file, error.line, "", "", error.problem, error.remedy))


@dataclass(frozen=True)
class _RowReader:
    """Turns the rows of one table into records."""

    table: Table
    headings: Headings
    intake: Intake

    def take(self, row: Row) -> None:
        """Reads one row and keeps what it holds."""
        cells = without_blank_end(row.cells)
        is_short = len(row.cells) < len(self.headings.columns) and not self.table.is_ragged
        if is_short or len(cells) > len(self.headings.columns):
            self._refuse_shape(row)
            return
        answers: dict[str, Answer] = {}
        can_read = self._read_cells(row.line, cells, answers)
        if self.table.sheet.record is UNIT:
            answers.setdefault("name", answers.get(self.table.sheet.id_column))
        is_broken = not can_read or self._is_lacking(row.line, answers) or not self.headings.is_whole
        self._keep(Entry(self.table.file, row.line, "", answers, is_broken))

    def _keep(self, entry: Entry) -> None:
        sheet = self.table.sheet
        if sheet.is_codes:
            take_code(sheet, entry, self.intake)
            return
        if sheet.record is OWN_CODE:
            take_own_code(entry, self.intake)
            return
        if sheet.id_column:
            entry.id = str(entry.answers.pop(sheet.id_column, ""))
        if sheet.id_column and not entry.id:
            self.intake.is_whole = False
        elif sheet.record is CHILD:
            entry.id = self.intake.records.current(CHILD.id, entry.id)
            take_child(sheet, entry, self.intake)
        elif not entry.id or self._is_free(entry):
            self.intake.records.new.add(sheet.record.id, entry)

    def _read_cells(self, line: int, cells: Sequence[str], answers: dict[str, Answer]) -> bool:
        """Puts the answers in by column; whether every cell could be read."""
        can_read = True
        for column, text in zip(self.headings.columns, cells, strict=False):
            if column is None or not text:
                continue
            try:
                field = self.intake.as_asked(column.record.id, column.field) if column.field else None
                answer = read_cell(field, text, self.intake.today) if field else read_id(text)
                if column.field is not None and column.field.kind is Kind.LINK and isinstance(answer, str):
                    answer = self.intake.records.current(column.field.links_to, answer)
            except UnreadableCellError as error:
                self._fault(line, column.name, text, str(error), error.remedy)
                can_read = False
            else:
                if answer is not None:
                    answers[column.name] = answer
        return can_read

    def _is_lacking(self, line: int, answers: dict[str, Answer]) -> bool:
        lacking = [column for column in self.headings.needed if column.name not in answers]
        for column in lacking:
            self._fault(
                line,
                column.name,
                "",
                tr("This cell is empty."),
                tr("Every row of {file} needs it.", file=self.table.file),
            )
        return bool(lacking)

    def _is_free(self, entry: Entry) -> bool:
        """Whether no other record has the id; a fault where one has."""
        record_id = self.table.sheet.record.id
        current = self.intake.records.current(record_id, entry.id)
        other = self.intake.records.find(record_id, current)
        if other is None:
            return True
        if current != entry.id:
            problem = tr("The store already has this id: its file was made one with {current}.", current=current)
            remedy = tr("Take the row out, and name {current} where another file names it.", current=current)
            self._fault(entry.line, self.table.sheet.id_column, entry.id, problem, remedy)
            return False
        problem = (
            tr("This id stands already on line {line}.", line=other.line)
            if other.is_new
            else tr("The store already has this id.")
        )
        remedy = (
            tr("Give each record an id of its own.") if other.is_new else tr("Take the row out, or give it another id.")
        )
        self._fault(entry.line, self.table.sheet.id_column, entry.id, problem, remedy)
        return False

    def _refuse_shape(self, row: Row) -> None:
        self.intake.is_whole = False
        problem = tr(
            "This row has {cells} cells, and the header {columns}.",
            cells=len(row.cells),
            columns=len(self.headings.columns),
        )
        remedy = tr("Give it as many; put a text with commas between quotation marks.")
        self._fault(row.line, "", "", problem, remedy)

    def _fault(self, line: int, column: str, value: str, problem: str, remedy: str) -> None:
        self.intake.findings.fault(Fault(self.table.file, line, column, value, problem, remedy))
