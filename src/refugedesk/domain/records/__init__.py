"""Every form of the product, by its id, each after those that it names. One module a theme."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refugedesk.domain.fields import Record
from refugedesk.domain.records.around_stay import CHECK_IN, CONSENT, HOUSEHOLD_MEMBER
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.records.circumstances import BENEFIT_CLAIM, HOMELESSNESS
from refugedesk.domain.records.contacts import ATTENDANCE, CONTACT, GROUP, GROUP_SESSION
from refugedesk.domain.records.correction import CORRECTION
from refugedesk.domain.records.earlier_id import EARLIER_ID
from refugedesk.domain.records.harm import COURT_DATE, DISCLOSURE, PERPETRATOR
from refugedesk.domain.records.house import HOLD, INCIDENT, PROPERTY, VOID
from refugedesk.domain.records.own_code import OWN_CODE
from refugedesk.domain.records.placement import PLACEMENT
from refugedesk.domain.records.plans import GOAL, OUTCOME_SCORE, PLAN_ACTION, PLAN_REVIEW, SAFETY_PLAN
from refugedesk.domain.records.referral import REFERRAL, REFERRAL_CHILD
from refugedesk.domain.records.resident import RESIDENT
from refugedesk.domain.records.risk import CHILD_RISK, RISK_ASSESSMENT
from refugedesk.domain.records.stay import STAY
from refugedesk.domain.records.team import AGENCY, AGENCY_CONTACT, CONFLICT, SERVICE_DETAIL, STAFF
from refugedesk.domain.records.unit import UNIT
from refugedesk.domain.records.work import HOUSING, NOTE, SAFEGUARDING, TASK, WAIT

ALL: Mapping[str, Record] = MappingProxyType(
    {
        record.id: record
        for record in (
            SERVICE_DETAIL,
            OWN_CODE,
            PROPERTY,
            UNIT,
            STAFF,
            AGENCY,
            AGENCY_CONTACT,
            REFERRAL,
            REFERRAL_CHILD,
            RESIDENT,
            STAY,
            PLACEMENT,
            CHILD,
            CHILD_STAY,
            EARLIER_ID,
            VOID,
            HOLD,
            PERPETRATOR,
            BENEFIT_CLAIM,
            HOMELESSNESS,
            COURT_DATE,
            CONFLICT,
            HOUSEHOLD_MEMBER,
            DISCLOSURE,
            CONSENT,
            RISK_ASSESSMENT,
            CHILD_RISK,
            SAFETY_PLAN,
            GOAL,
            PLAN_ACTION,
            PLAN_REVIEW,
            OUTCOME_SCORE,
            CONTACT,
            GROUP,
            GROUP_SESSION,
            ATTENDANCE,
            WAIT,
            HOUSING,
            SAFEGUARDING,
            INCIDENT,
            TASK,
            NOTE,
            CHECK_IN,
            CORRECTION,
        )
    }
)
