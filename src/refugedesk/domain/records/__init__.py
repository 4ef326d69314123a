"""Every form of the product, by its id. One module a form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refugedesk.domain.fields import Record
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.records.placement import PLACEMENT
from refugedesk.domain.records.referral import REFERRAL
from refugedesk.domain.records.resident import RESIDENT
from refugedesk.domain.records.stay import STAY
from refugedesk.domain.records.unit import UNIT

ALL: Mapping[str, Record] = MappingProxyType(
    {record.id: record for record in (UNIT, REFERRAL, RESIDENT, STAY, PLACEMENT, CHILD, CHILD_STAY)}
)
