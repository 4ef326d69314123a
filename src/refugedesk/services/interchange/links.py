"""Whether every id that is named exists, and whether those who are named belong together."""

from __future__ import annotations

from collections.abc import Iterator

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.records.earlier_id import EARLIER_ID
from refugedesk.domain.records.referral import REFERRAL
from refugedesk.domain.records.resident import RESIDENT
from refugedesk.domain.words import tr
from refugedesk.services.interchange.entries import Entry, Intake
from refugedesk.services.interchange.faults import Fault

REPEAT_OF = "repeat_of"


def check_links(intake: Intake) -> None:
    """Everything that is the matter with ids that name other records goes to the findings."""
    for record_id, record in ALL.items():
        links = [field for field in record.fields if field.kind is Kind.LINK]
        for entry in intake.records.new.of(record_id):
            for field in links:
                _check_exists(entry, field, intake)
    _check_child_once_a_stay(intake)
    _check_repeats(intake)
    _check_earlier_ids(intake)


def _check_earlier_ids(intake: Intake) -> None:
    """An earlier id stands for one file only, and is no id of a file that is there."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in intake.records.of(EARLIER_ID.id):
        of, earlier = CHILD.id if entry.link("child_id") else RESIDENT.id, entry.link("earlier_id")
        is_second = seen.setdefault((of, earlier), entry) is not entry
        if entry.is_new and not entry.is_broken and (is_second or intake.records.find(of, earlier)):
            problem = (
                tr("A {of} has this id already.", of=of)
                if not is_second
                else tr("This id is an earlier one of another file.")
            )
            fault = Fault(
                entry.file, entry.line, EARLIER_ID.id, earlier, problem, tr("Take the row out, or correct the id.")
            )
            intake.findings.fault(fault)


def _check_exists(entry: Entry, field: Field, intake: Intake) -> None:
    named = entry.link(field.name)
    if not named or intake.records.find(field.links_to, named):
        return
    entry.is_broken = True
    target = ALL[field.links_to]
    problem, remedy = (
        tr("There is no {title} of this id.", title=target.title.lower()),
        tr("Add it to {plural}, or correct the id.", plural=target.plural),
    )
    intake.findings.fault(Fault(entry.file, entry.line, field.name, named, problem, remedy))


def _check_child_once_a_stay(intake: Intake) -> None:
    seen: dict[tuple[str, str], Entry] = {}
    for part in intake.records.of(CHILD_STAY.id):
        other = seen.setdefault((part.link("child_id"), part.link("stay_id")), part)
        if other is not part and not part.is_broken:
            where = tr("on line {line}", line=other.line) if other.is_new else tr("in the store")
            problem, remedy = tr("This child is already in this stay {where}.", where=where), tr("Take the row out.")
            intake.findings.fault(Fault(part.file, part.line, "child_id", part.link("child_id"), problem, remedy))


def _check_repeats(intake: Intake) -> None:
    for entry in _in_circles(intake):
        entry.is_broken = True
        problem = tr("This referral repeats itself, at once or by way of others.")
        remedy = tr("Name an earlier referral of the same household; leave the first one's cell empty.")
        intake.findings.fault(Fault(entry.file, entry.line, REPEAT_OF, entry.link(REPEAT_OF), problem, remedy))
    for entry in intake.records.new.of(REFERRAL.id):
        _check_earlier(entry, intake)


def _in_circles(intake: Intake) -> Iterator[Entry]:
    """One referral of each circle of repeats. Every referral is walked over once."""
    done: set[str] = set()
    for start in intake.records.new.of(REFERRAL.id):
        path: dict[str, Entry] = {}
        entry: Entry | None = start
        while entry is not None and entry.id not in done and entry.id not in path:
            path[entry.id] = entry
            entry = intake.records.new.get(REFERRAL.id, entry.link(REPEAT_OF))
        if entry is not None and entry.id in path:
            yield entry
        done.update(path)


def _check_earlier(entry: Entry, intake: Intake) -> None:
    first = intake.records.find(REFERRAL.id, entry.link(REPEAT_OF))
    received, earlier = entry.day("received_on"), first.day("received_on") if first else None
    if received and earlier and earlier > received:
        problem, remedy = tr("The referral it repeats came in later."), tr("Check which of the two came first.")
        value = entry.link(REPEAT_OF)
        intake.findings.warn(Fault(entry.file, entry.line, REPEAT_OF, value, problem, remedy))
