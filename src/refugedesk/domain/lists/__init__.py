"""Every code list of the product, by its id. One module a theme; each list names its source."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.lists.children import (
    CHILD_CLOSED_REASON,
    CHILD_EFFECT,
    CHILD_EXPERIENCE,
    CHILD_NEED,
    CHILD_RELATION,
    CHILD_SUPPORT,
    SAFEGUARDING_OUTCOME,
    SEND_STATE,
    SOCIAL_CARE_STATUS,
)
from refugedesk.domain.lists.circumstances import (
    CLAIM_STATE,
    CONTACT_METHOD,
    EARLIER_ACCOMMODATION,
    ECONOMIC_STATUS,
    FORMAT_NEED,
    HOMELESSNESS_STAGE,
    IMMIGRATION_STATUS,
    INCOME,
    MARITAL_STATUS,
    REASON_FOR_LEAVING,
    SPOKEN_ENGLISH,
    WHO_FROM,
)
from refugedesk.domain.lists.harm import CHILD_CONTACT, COURT_KIND, HOW_LONG, PROTECTIVE_ORDER, RELATIONSHIP
from refugedesk.domain.lists.health import ACCESS_NEED, DISABILITY_KIND, FIRE_HELP
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, BY_AND_FOR, FUNDING, UNIT_LAYOUT, VOID_REASON
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY, GENDER, RELIGION, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.domain.lists.referrals import (
    MARAC_STATE,
    MOVED_IN,
    NOT_MOVED_IN_REASON,
    REFERRAL_OUTCOME,
    REFERRAL_ROUTE,
    REFERRAL_SOURCE,
    REFUSAL_REASON,
    RISK_LEVEL,
    RISK_TOOL,
    SIGNPOSTED_TO,
)
from refugedesk.domain.lists.rights import CORRECTION_ASKED_BY, CORRECTION_OUTCOME
from refugedesk.domain.lists.stays import (
    AFTERCARE_SUPPORT,
    ARRIVAL_STEP,
    CHECK_IN_AT,
    CONSENT_GROUND,
    EXIT_REASON,
    HELD_UP,
    MEMBER_KIND,
    NEEDS_MET,
)
from refugedesk.domain.lists.support import ABUSE_TYPE, SUPPORT_NEED
from refugedesk.domain.lists.team import AGENCY_KIND, ATTENDED, EVENING, STAFF_ROLE
from refugedesk.domain.lists.work import (
    ADULT_TOOL,
    ASSESSED_LEVEL,
    ASSESSMENT_STAGE,
    CONCERN_FOR,
    CONTACT_KIND,
    GOAL_OUTCOME,
    HOUSING_DECISION,
    HOUSING_KIND,
    HOUSING_STEP,
    INCIDENT_KIND,
    NEED_LEVEL,
    OUTCOME_AREA,
    SCORE_STAGE,
    TOPIC,
    WAIT_FOR,
    YES_NO_UNSURE,
)

ALL: Mapping[str, CodeList] = MappingProxyType(
    {
        codelist.id: codelist
        for codelist in (
            REFERRAL_SOURCE,
            REFERRAL_OUTCOME,
            REFUSAL_REASON,
            RISK_LEVEL,
            REFERRAL_ROUTE,
            RISK_TOOL,
            MARAC_STATE,
            MOVED_IN,
            NOT_MOVED_IN_REASON,
            SIGNPOSTED_TO,
            SEX,
            GENDER,
            ETHNICITY,
            RELIGION,
            SEXUAL_ORIENTATION,
            YES_NO,
            SOCIAL_CARE_STATUS,
            CHILD_RELATION,
            SEND_STATE,
            CHILD_EXPERIENCE,
            CHILD_EFFECT,
            CHILD_NEED,
            CHILD_SUPPORT,
            CHILD_CLOSED_REASON,
            SAFEGUARDING_OUTCOME,
            ACCOMMODATION_TYPE,
            UNIT_LAYOUT,
            VOID_REASON,
            FUNDING,
            BY_AND_FOR,
            SUPPORT_NEED,
            ABUSE_TYPE,
            MOVE_ON_DESTINATION,
            EARLIER_ACCOMMODATION,
            REASON_FOR_LEAVING,
            ECONOMIC_STATUS,
            INCOME,
            CLAIM_STATE,
            HOMELESSNESS_STAGE,
            MARITAL_STATUS,
            SPOKEN_ENGLISH,
            FORMAT_NEED,
            IMMIGRATION_STATUS,
            CONTACT_METHOD,
            WHO_FROM,
            DISABILITY_KIND,
            ACCESS_NEED,
            FIRE_HELP,
            RELATIONSHIP,
            PROTECTIVE_ORDER,
            HOW_LONG,
            CHILD_CONTACT,
            COURT_KIND,
            ARRIVAL_STEP,
            CONSENT_GROUND,
            MEMBER_KIND,
            EXIT_REASON,
            HELD_UP,
            NEEDS_MET,
            CHECK_IN_AT,
            AFTERCARE_SUPPORT,
            ASSESSMENT_STAGE,
            YES_NO_UNSURE,
            ADULT_TOOL,
            ASSESSED_LEVEL,
            NEED_LEVEL,
            GOAL_OUTCOME,
            OUTCOME_AREA,
            SCORE_STAGE,
            CONTACT_KIND,
            TOPIC,
            WAIT_FOR,
            HOUSING_STEP,
            HOUSING_KIND,
            HOUSING_DECISION,
            CONCERN_FOR,
            INCIDENT_KIND,
            STAFF_ROLE,
            AGENCY_KIND,
            EVENING,
            ATTENDED,
            CORRECTION_ASKED_BY,
            CORRECTION_OUTCOME,
        )
    }
)
