"""Every code list of the product, by its id. One module a theme; each list names its source."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.lists.children import SOCIAL_CARE_STATUS
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, UNIT_LAYOUT, VOID_REASON
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY, GENDER, RELIGION, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.domain.lists.referrals import REFERRAL_OUTCOME, REFERRAL_SOURCE, REFUSAL_REASON, RISK_LEVEL
from refugedesk.domain.lists.support import ABUSE_TYPE, SUPPORT_NEED

ALL: Mapping[str, CodeList] = MappingProxyType(
    {
        codelist.id: codelist
        for codelist in (
            REFERRAL_SOURCE,
            REFERRAL_OUTCOME,
            REFUSAL_REASON,
            RISK_LEVEL,
            SEX,
            GENDER,
            ETHNICITY,
            RELIGION,
            SEXUAL_ORIENTATION,
            YES_NO,
            SOCIAL_CARE_STATUS,
            ACCOMMODATION_TYPE,
            UNIT_LAYOUT,
            VOID_REASON,
            SUPPORT_NEED,
            ABUSE_TYPE,
            MOVE_ON_DESTINATION,
        )
    }
)
