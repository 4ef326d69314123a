"""What lists and pages show: frozen rows of plain values and words, never a row of the database."""

from __future__ import annotations

from refugedesk.services.views.alerts import Alert, alerts
from refugedesk.services.views.finding import Change, Hit, history, search
from refugedesk.services.views.lists import (
    ReferralPage,
    ReferralRow,
    ResidentPage,
    ResidentRow,
    referrals,
    residents,
)
from refugedesk.services.views.person import ChildRow, Event, PersonFile, PlacementRow, StayFile, person
from refugedesk.services.views.tonight import TaskRow, Tonight, UnitRow, UnitTonight, tonight, units

__all__ = [
    "Alert",
    "Change",
    "ChildRow",
    "Event",
    "Hit",
    "PersonFile",
    "PlacementRow",
    "ReferralPage",
    "ReferralRow",
    "ResidentPage",
    "ResidentRow",
    "StayFile",
    "TaskRow",
    "Tonight",
    "UnitRow",
    "UnitTonight",
    "alerts",
    "history",
    "person",
    "referrals",
    "residents",
    "search",
    "tonight",
    "units",
]
