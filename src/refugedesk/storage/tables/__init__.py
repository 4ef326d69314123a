"""The schema, written out. One module a theme; ``RECORDS`` names the table of each form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import FromClause, Table

from refugedesk.storage.tables.houses import PlacementRow, UnitRow
from refugedesk.storage.tables.ledger import AuditEntryRow, AuditValueRow, DraftRow, ReleaseRow
from refugedesk.storage.tables.people import ChildRow, ReferralRow, ResidentRow
from refugedesk.storage.tables.schema import Row
from refugedesk.storage.tables.service import AccountRow, SearchEntryRow, ServiceRow, WardRow
from refugedesk.storage.tables.stays import ChildStayRow, StayAbuseRow, StayNeedsRow, StayRow


def _table(row: type[Row]) -> Table:
    table: FromClause = row.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{row.__name__} is not mapped to a table")
    return table


UNIT, REFERRAL, RESIDENT, STAY = _table(UnitRow), _table(ReferralRow), _table(ResidentRow), _table(StayRow)
PLACEMENT, CHILD, CHILD_STAY = _table(PlacementRow), _table(ChildRow), _table(ChildStayRow)
STAY_NEEDS, STAY_ABUSE = _table(StayNeedsRow), _table(StayAbuseRow)
AUDIT_ENTRY, AUDIT_VALUE = _table(AuditEntryRow), _table(AuditValueRow)
DRAFT, RELEASE = _table(DraftRow), _table(ReleaseRow)
SERVICE, WARD, ACCOUNT, SEARCH_ENTRY = _table(ServiceRow), _table(WardRow), _table(AccountRow), _table(SearchEntryRow)

METADATA = Row.metadata

RECORDS: Mapping[str, Table] = MappingProxyType(
    {table.name: table for table in (UNIT, REFERRAL, RESIDENT, STAY, PLACEMENT, CHILD, CHILD_STAY)}
)
"""Record id -> its table: the same name."""

CHOICES: Mapping[tuple[str, str], Table] = MappingProxyType(
    {("stay", "needs"): STAY_NEEDS, ("stay", "abuse"): STAY_ABUSE}
)
"""(record id, field) -> the table that holds the several codes of that field."""
