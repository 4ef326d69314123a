"""The schema, written out. One module a theme; ``RECORDS`` names the table of each form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import FromClause, Table

from refugedesk.storage.tables.houses import HoldRow, IncidentRow, PlacementRow, PropertyRow, UnitRow, VoidRow
from refugedesk.storage.tables.ledger import AuditEntryRow, AuditValueRow, DraftRow, ReleaseRow
from refugedesk.storage.tables.people import (
    BenefitClaimRow,
    ChildRow,
    CorrectionRow,
    CourtDateRow,
    EarlierIdRow,
    HomelessnessApplicationRow,
    PerpetratorRow,
    ReferralChildRow,
    ReferralRow,
    ResidentRow,
)
from refugedesk.storage.tables.plans import GoalRow, OutcomeScoreRow, PlanActionRow, PlanReviewRow, SafetyPlanRow
from refugedesk.storage.tables.rights import HandedOverRow, PurgedRow, PurgeRow, RetentionHoldRow
from refugedesk.storage.tables.risk import ChildRiskAssessmentRow, RiskAssessmentRow
from refugedesk.storage.tables.schema import Row
from refugedesk.storage.tables.service import AccountRow, MergeRow, SearchEntryRow, ServiceRow, SettingRow, WardRow
from refugedesk.storage.tables.sight import EmergencyOpeningRow, HidingRow
from refugedesk.storage.tables.stays import (
    AftercareContactRow,
    ChildStayRow,
    ConsentRow,
    DisclosureRow,
    HouseholdMemberRow,
    StayAbuseRow,
    StayNeedsRow,
    StayRow,
)
from refugedesk.storage.tables.team import (
    AgencyContactRow,
    AgencyRow,
    ConflictRow,
    OwnCodeRow,
    ServiceDetailRow,
    StaffRow,
)
from refugedesk.storage.tables.work import (
    ActivityGroupRow,
    AttendanceRow,
    ContactRow,
    GroupSessionRow,
    HousingRow,
    NoteRow,
    SafeguardingRow,
    TaskRow,
    WaitRow,
)


def _table(row: type[Row]) -> Table:
    table: FromClause = row.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{row.__name__} is not mapped to a table")
    return table


STAY_NEEDS, STAY_ABUSE = _table(StayNeedsRow), _table(StayAbuseRow)
AUDIT_ENTRY, AUDIT_VALUE = _table(AuditEntryRow), _table(AuditValueRow)
DRAFT, RELEASE = _table(DraftRow), _table(ReleaseRow)
HIDING, EMERGENCY_OPENING = _table(HidingRow), _table(EmergencyOpeningRow)
SETTING, MERGE = _table(SettingRow), _table(MergeRow)
RETENTION_HOLD, PURGE, PURGED = _table(RetentionHoldRow), _table(PurgeRow), _table(PurgedRow)
HANDED_OVER = _table(HandedOverRow)
SERVICE, WARD, ACCOUNT, SEARCH_ENTRY = _table(ServiceRow), _table(WardRow), _table(AccountRow), _table(SearchEntryRow)

METADATA = Row.metadata

RECORDS: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in map(
            _table,
            (
                ServiceDetailRow,
                OwnCodeRow,
                PropertyRow,
                UnitRow,
                StaffRow,
                AgencyRow,
                AgencyContactRow,
                ReferralRow,
                ReferralChildRow,
                ResidentRow,
                StayRow,
                PlacementRow,
                ChildRow,
                ChildStayRow,
                EarlierIdRow,
                VoidRow,
                HoldRow,
                PerpetratorRow,
                BenefitClaimRow,
                HomelessnessApplicationRow,
                CourtDateRow,
                ConflictRow,
                HouseholdMemberRow,
                DisclosureRow,
                ConsentRow,
                RiskAssessmentRow,
                ChildRiskAssessmentRow,
                SafetyPlanRow,
                GoalRow,
                PlanActionRow,
                PlanReviewRow,
                OutcomeScoreRow,
                ContactRow,
                ActivityGroupRow,
                GroupSessionRow,
                AttendanceRow,
                WaitRow,
                HousingRow,
                SafeguardingRow,
                IncidentRow,
                TaskRow,
                NoteRow,
                AftercareContactRow,
                CorrectionRow,
            ),
        )
    }
)
"""Record id -> its table: the same name."""

UNIT, REFERRAL, RESIDENT, STAY = RECORDS["unit"], RECORDS["referral"], RECORDS["resident"], RECORDS["stay"]
PLACEMENT, CHILD, CHILD_STAY = RECORDS["placement"], RECORDS["child"], RECORDS["child_stay"]

CHOICES: Mapping[tuple[str, str], Table] = MappingProxyType(
    {("stay", "needs"): STAY_NEEDS, ("stay", "abuse"): STAY_ABUSE}
)
"""(record id, field) -> the table that holds the codes of a field that has rows; other codes stand in a column."""
