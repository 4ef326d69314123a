"""What lists and pages show: frozen rows of plain values and words, never a row of the database."""

from __future__ import annotations

from refugedesk.services.views.alerts import Alert, alerts
from refugedesk.services.views.caseloads import CaseloadRow, Caseloads, WaitKind, caseloads
from refugedesk.services.views.changes import Change, history
from refugedesk.services.views.finding import Hit, search
from refugedesk.services.views.lists import (
    ReferralPage,
    ReferralRow,
    ResidentPage,
    ResidentRow,
    referrals,
    residents,
)
from refugedesk.services.views.mine import MineRow, MyDay, my_day
from refugedesk.services.views.news import News, NewsRow, news
from refugedesk.services.views.person import ChildRow, Event, PersonFile, PlacementRow, StayFile, person
from refugedesk.services.views.quarter import NightRow, QuarterView, ReasonRow, TypeNights, quarter_view
from refugedesk.services.views.tonight import TaskRow, Tonight, UnitRow, UnitTonight, is_new, tonight, units

__all__ = [
    "Alert",
    "CaseloadRow",
    "Caseloads",
    "Change",
    "ChildRow",
    "Event",
    "Hit",
    "MineRow",
    "MyDay",
    "News",
    "NewsRow",
    "NightRow",
    "PersonFile",
    "PlacementRow",
    "QuarterView",
    "ReasonRow",
    "ReferralPage",
    "ReferralRow",
    "ResidentPage",
    "ResidentRow",
    "StayFile",
    "TaskRow",
    "Tonight",
    "TypeNights",
    "UnitRow",
    "UnitTonight",
    "WaitKind",
    "alerts",
    "caseloads",
    "history",
    "is_new",
    "my_day",
    "news",
    "person",
    "quarter_view",
    "referrals",
    "residents",
    "search",
    "tonight",
    "units",
]
