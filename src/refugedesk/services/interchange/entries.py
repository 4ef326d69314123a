"""Records outside the store: as they lie in the files, or as the store already holds them. Links are ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from dataclasses import field as dataclass_field
from datetime import date

from refugedesk.domain.fields import Answer, Field
from refugedesk.domain.own_rules import with_own_codes
from refugedesk.domain.records.earlier_id import EARLIER_ID
from refugedesk.domain.records.own_code import OWN_CODE, own_code_of
from refugedesk.domain.rules import Span, day
from refugedesk.services.interchange.faults import Findings


@dataclass(slots=True, eq=False)
class Entry:
    """One record with the answers it has; a field without an answer is not among them.

    line: of the file it came from; 0 for one that the store already holds. id: empty where its kind has none.
    is_broken: a cell could not be read, so that no rule can be asked about it.
    """

    file: str
    line: int
    id: str
    answers: dict[str, Answer]
    is_broken: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it is about to be imported."""
        return self.line > 0

    def link(self, name: str) -> str:
        """The id that a link holds; empty where it holds none."""
        answer = self.answers.get(name)
        return answer if isinstance(answer, str) else ""

    def day(self, name: str) -> date | None:
        """The day that a field holds."""
        return day(self.answers.get(name))

    def span(self, first: str, last: str) -> Span | None:
        """The days between two fields; None without the first."""
        start = self.day(first)
        return None if start is None else (start, self.day(last))


@dataclass
class Entries:
    """Records by their kind: those that have ids by id, those that have none in the order of the file.

    earlier: record id -> an id of a file that was made one with another -> the id of that other file.
    """

    by_id: dict[str, dict[str, Entry]] = field(default_factory=dict)
    listed: dict[str, list[Entry]] = field(default_factory=dict)
    earlier: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, record_id: str, entry: Entry) -> None:
        """Keeps one more record."""
        if entry.id:
            self.by_id.setdefault(record_id, {})[entry.id] = entry
        else:
            self.listed.setdefault(record_id, []).append(entry)
        if record_id == EARLIER_ID.id:
            of = "child" if entry.link("child_id") else "resident"
            self.earlier.setdefault(of, {})[entry.link("earlier_id")] = entry.link(f"{of}_id")

    def get(self, record_id: str, entry_id: str) -> Entry | None:
        """The record of that id, or None."""
        return self.by_id.get(record_id, {}).get(entry_id)

    def of(self, record_id: str) -> Iterator[Entry]:
        """Every record of a kind, in the order in which they came."""
        yield from self.by_id.get(record_id, {}).values()
        yield from self.listed.get(record_id, ())

    def count(self, record_id: str) -> int:
        """How many records of a kind there are."""
        return len(self.by_id.get(record_id, ())) + len(self.listed.get(record_id, ()))


@dataclass(frozen=True)
class Records:
    """What is about to be imported, and what the store already holds."""

    new: Entries
    stored: Entries

    def find(self, record_id: str, entry_id: str) -> Entry | None:
        """The record of that id, new or stored, or None."""
        return self.new.get(record_id, entry_id) or self.stored.get(record_id, entry_id)

    def current(self, record_id: str, entry_id: str) -> str:
        """The id that this one stands for now: the kept file's, where the store made two files one."""
        return self.stored.earlier.get(record_id, {}).get(entry_id, entry_id)

    def of(self, record_id: str) -> Iterator[Entry]:
        """Every record of a kind, the stored ones first."""
        yield from self.stored.of(record_id)
        yield from self.new.of(record_id)


@dataclass
class Intake:
    """What is known while the files are read.

    is_whole: every row was read, so that an id that is not among the records does not exist.
    """

    records: Records
    findings: Findings
    today: date
    is_whole: bool = True
    own_fields: dict[tuple[str, str], Field] = dataclass_field(default_factory=dict)

    def as_asked(self, record_id: str, of: Field) -> Field:
        """The field with the answers that the service adds to its list, stored or in the files before."""
        if of.codes is None:
            return of
        known = record_id, of.name
        if known not in self.own_fields:
            own = [own_code_of(each.answers) for each in self.records.of(OWN_CODE.id)]
            codes = with_own_codes(of.codes, [each for each in own if each.codelist == of.codes.id])
            self.own_fields[known] = replace(of, codes=codes)
        return self.own_fields[known]
