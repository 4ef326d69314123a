"""What is missing from the records behind a return, the fields with the most gaps first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from refugedesk.domain.fields import Record
from refugedesk.domain.spans import Period
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups.gaps import Gap, gaps


@dataclass(frozen=True)
class QualityRow:
    """One field: in how many of how many records it is missing. ids: (record, the person whose file it is in)."""

    field_label: str
    missing: int
    of: int
    record_id: str
    ids: tuple[tuple[str, str | None], ...]


def quality(desk: Desk, period: Period) -> tuple[QualityRow, ...]:
    """The gaps in the referrals received and the stays and people there in the period."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = gaps(connection, period.first, period.last)
    forms = desk.forms
    rows = [_row(gap, forms) for gap in found if gap.missing]
    return tuple(sorted(rows, key=lambda row: (-row.missing, row.field_label)))


def _row(gap: Gap, forms: Mapping[str, Record]) -> QualityRow:
    label = forms[gap.record].field(gap.field).label
    return QualityRow(label, len(gap.missing), gap.of, gap.record, gap.missing)
