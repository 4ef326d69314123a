"""What is missing from the records behind a return: by field, and by the key worker who can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from refugedesk.domain.fields import Record
from refugedesk.domain.spans import Period
from refugedesk.domain.team import Team
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups.gaps import Gap, Lacking, gaps
from refugedesk.storage.lookups.team import known_team

__all__ = ["Lacking", "QualityRow", "WorkerRow", "by_worker", "of_worker", "quality"]

SHORTEST = 3
"""A label such as At or On says nothing away from its form: the field's name does."""


@dataclass(frozen=True)
class QualityRow:
    """One field: in how many of how many records it is missing. ids: (record, the person whose file it is in).

    lacking: the same records with the stay and the child they belong to, and the key worker as the team calls her.
    """

    field_label: str
    missing: int
    of: int
    record_id: str
    ids: tuple[tuple[str, str | None], ...]
    field: str = ""
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True)
class WorkerRow:
    """How much is missing from the records of one key worker, in how many records; empty for nobody's."""

    worker: str
    missing: int
    records: int


def quality(desk: Desk, period: Period) -> tuple[QualityRow, ...]:
    """The gaps in the referrals received and the stays and people there in the period, the most missing first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found, team = gaps(connection, period.first, period.last), known_team(connection)
    forms = desk.forms
    rows = [_row(_called(gap, team), forms) for gap in found if gap.missing]
    return tuple(sorted(rows, key=lambda row: (-row.missing, row.field_label)))


def by_worker(rows: Iterable[QualityRow]) -> tuple[WorkerRow, ...]:
    """The same gaps by key worker, the most missing first; what has no key worker comes last."""
    missing: dict[str, int] = {}
    records: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        for each in row.lacking:
            worker = each.key_worker or ""
            missing[worker] = missing.get(worker, 0) + 1
            records.setdefault(worker, set()).add((row.record_id, each.id))
    order = sorted(missing, key=lambda worker: (not worker, -missing[worker], worker.casefold()))
    return tuple(WorkerRow(worker, missing[worker], len(records[worker])) for worker in order)


def of_worker(rows: Iterable[QualityRow], worker: str) -> tuple[QualityRow, ...]:
    """The gaps in the records of one key worker; empty for those that have none."""
    found = []
    for row in rows:
        theirs = tuple(each for each in row.lacking if (each.key_worker or "") == worker)
        if theirs:
            ids = tuple((each.id, each.resident_id) for each in theirs)
            found.append(replace(row, missing=len(theirs), ids=ids, lacking=theirs))
    return tuple(sorted(found, key=lambda row: (-row.missing, row.field_label)))


def _called(gap: Gap, team: Team) -> Gap:
    """The key workers under the names they go by."""
    named = tuple(replace(each, key_worker=team.of(each.key_worker)) for each in gap.missing)
    return replace(gap, missing=named)


def _row(gap: Gap, forms: Mapping[str, Record]) -> QualityRow:
    label = forms[gap.record].field(gap.field).label
    if len(label) <= SHORTEST:
        label = tr(gap.field.replace("_", " ").capitalize())
    ids = tuple((each.id, each.resident_id) for each in gap.missing)
    return QualityRow(label, len(gap.missing), gap.of, gap.record, ids, gap.field, gap.missing)
