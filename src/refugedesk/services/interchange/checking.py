"""All that can be said about the files before anything is saved: pure, from rows and what the store already holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final

from refugedesk.domain.records import ALL
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.records.contacts import GROUP_SESSION
from refugedesk.domain.records.harm import DISCLOSURE
from refugedesk.domain.records.placement import PLACEMENT
from refugedesk.domain.records.resident import RESIDENT
from refugedesk.domain.records.risk import CHILD_RISK
from refugedesk.domain.records.stay import STAY
from refugedesk.domain.records.unit import UNIT
from refugedesk.domain.rules import Span, Surroundings
from refugedesk.domain.stay_days import span_of_all
from refugedesk.services.interchange.collecting import collect
from refugedesk.services.interchange.entries import Entries, Entry, Intake, Records
from refugedesk.services.interchange.faults import Findings, TooManyFaultsError
from refugedesk.services.interchange.judging import drop_unasked, judge, offer_codes, warn_of_uncounted, work_out
from refugedesk.services.interchange.links import check_links
from refugedesk.services.interchange.neighbours import grouped, neighbours
from refugedesk.services.interchange.tables import Table


def check(tables: Iterable[Table], stored: Entries, today: date, findings: Findings) -> Entries:
    """The records of the tables; whether they may be imported the findings say.

    Links and rules are asked only when every row could be read: half a file makes them say what is not so.
    """
    intake = Intake(Records(Entries(), stored), findings, today)
    try:
        for table in tables:
            collect(table, intake)
        if intake.is_whole:
            check_links(intake)
            _Rules(intake).ask_all()
    except TooManyFaultsError:
        pass
    return intake.records.new


IN_THEIR_SURROUNDINGS: Final = frozenset({STAY.id, PLACEMENT.id, CHILD.id, CHILD_STAY.id})
"""The records whose rules look at others; each has a method of its own below."""


class _Rules:
    """Asks the rules of every record, each with what surrounds it."""

    def __init__(self, intake: Intake) -> None:
        self.records, self.findings, self.today = intake.records, intake.findings, intake.today

    def ask_all(self) -> None:
        """Asks about every new record that could be read."""
        for record in ALL.values():
            for entry in self.records.new.of(record.id):
                drop_unasked(record, entry, self.findings)
                work_out(record, entry, self.findings)
                offer_codes(record, entry, self.findings)
        for record_id in ALL.keys() - IN_THEIR_SURROUNDINGS:
            for entry in self.records.new.of(record_id):
                self._ask(record_id, entry, self._around(record_id, entry))
        self._ask_stays()
        self._ask_placements()
        self._ask_children()
        self._ask_disclosures()

    def _around(self, record_id: str, entry: Entry) -> Surroundings:
        """The stay a piece of work belongs to, of a child's assessment all of theirs, and when its session was."""
        if record_id == CHILD_RISK.id:
            return Surroundings(self.today, stay=span_of_all(self._spans_by_child[entry.link("child_id")]))
        session = self.records.find(GROUP_SESSION.id, entry.link("session_id"))
        held_on = session.day("held_on") if session else None
        return Surroundings(self.today, stay=self._span_of(entry.link("stay_id")), session_on=held_on)

    @cached_property
    def _spans_by_child(self) -> defaultdict[str, list[Span]]:
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        for part in self.records.of(CHILD_STAY.id):
            if (span := self._span_of(part.link("stay_id"))) is not None:
                spans[part.link("child_id")].append(span)
        return spans

    def _ask_disclosures(self) -> None:
        """The file of abuse rules what is counted with a new stay; a kind that was told and is not in it is said."""
        for told in self.records.new.of(DISCLOSURE.id):
            stay = self.records.new.get(STAY.id, told.link("stay_id"))
            if stay is not None:
                warn_of_uncounted(told, stay, self.findings)

    def _ask_stays(self) -> None:
        by_resident = grouped(self.records.of(STAY.id), "resident_id", "started_on", "ended_on")
        for group in by_resident.values():
            for entry, others in neighbours(group, owner=id).items():
                self._ask(STAY.id, entry, Surroundings(self.today, other_stays=others))

    def _ask_placements(self) -> None:
        households = self._households()
        in_stay = self._placement_neighbours("stay_id", by_stay=False)
        in_unit = self._placement_neighbours("unit_id", by_stay=True)
        for entry in self.records.new.of(PLACEMENT.id):
            unit = self.records.find(UNIT.id, entry.link("unit_id"))
            bedspaces = unit.answers.get("bedspaces") if unit else None
            around = Surroundings(
                self.today,
                stay=self._span_of(entry.link("stay_id")),
                other_placements=in_stay.get(entry, ()),
                unit_others=in_unit.get(entry, ()),
                unit_bedspaces=bedspaces if isinstance(bedspaces, int) else None,
                unit_open=(unit.day("open_from"), unit.day("open_to")) if unit else (None, None),
                household=1 + households[entry.link("stay_id")],
            )
            self._ask(PLACEMENT.id, entry, around)

    def _placement_neighbours(self, by: str, by_stay: bool) -> dict[Entry, list[Span]]:
        groups = grouped(self.records.of(PLACEMENT.id), by, "from_on", "to_on")
        owner = _stay_of if by_stay else id
        return {entry: spans for group in groups.values() for entry, spans in neighbours(group, owner).items()}

    def _households(self) -> Counter[str]:
        """How many children live in the refuge with the parent, by stay."""
        parts = self.records.of(CHILD_STAY.id)
        return Counter(part.link("stay_id") for part in parts if part.answers.get("in_refuge") == "yes")

    def _ask_children(self) -> None:
        parts: defaultdict[str, list[Entry]] = defaultdict(list)
        for part in self.records.new.of(CHILD_STAY.id):
            parts[part.link("child_id")].append(part)
        for child in self.records.new.of(CHILD.id):
            if child.id not in parts:
                self._ask(CHILD.id, child, Surroundings(self.today, resident_born_on=self._born_on(child)))
        for child_id, stays in parts.items():
            known = self.records.find(CHILD.id, child_id)
            if known is not None:
                for part in stays:
                    self._ask_child_in(part, known)

    def _ask_child_in(self, part: Entry, child: Entry) -> None:
        """What is wrong between a child and a stay is said on the line that puts the child in the stay."""
        self._ask(CHILD_STAY.id, part, Surroundings(self.today))
        said = Entry(part.file, part.line, child.id, child.answers, part.is_broken or child.is_broken)
        stay = self._span_of(part.link("stay_id"))
        self._ask(CHILD.id, said, Surroundings(self.today, stay=stay, resident_born_on=self._born_on(child)))

    def _span_of(self, stay_id: str) -> Span | None:
        stay = self.records.find(STAY.id, stay_id)
        return stay.span("started_on", "ended_on") if stay and not stay.is_broken else None

    def _born_on(self, child: Entry) -> date | None:
        parent = self.records.find(RESIDENT.id, child.link("resident_id"))
        return parent.day("date_of_birth") if parent else None

    def _ask(self, record_id: str, entry: Entry, around: Surroundings) -> None:
        if not entry.is_broken:
            judge(ALL[record_id], entry, around, self.findings)


def _stay_of(entry: Entry) -> str:
    return entry.link("stay_id")
