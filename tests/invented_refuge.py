"""The two years of the invented refuge, with the work of its stays, as rows to count."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from refugedesk.demo.folder import SEED
from refugedesk.demo.history import history
from refugedesk.domain.spans import Period
from refugedesk.reporting.extracts import COLUMNS
from refugedesk.reporting.spec import ServiceFacts, Target
from stores import Store
from working_stores import with_work

TODAY = date(2026, 11, 4)
INVENTED_YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
INVENTED_QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
TARGETS = (Target("stays_started", 120, 104), Target("people_supported", 160), Target("referrals", 400, 380))


@cache
def invented_refuge() -> Store:
    """Every row; the same each time."""
    rows = history(SEED, TODAY)
    return with_work({name: [dict(row) for row in rows.get(name, [])] for name in COLUMNS}, Random(7))


def invented_service() -> ServiceFacts:
    """The refuge, with every ward that its stays name inside the home authority, and what was agreed with it."""
    stays = invented_refuge()["stays"]
    home = max((stay["origin_authority"] for stay in stays), key=[s["origin_authority"] for s in stays].count)
    wards = sorted({stay["origin_ward"] for stay in stays if stay["origin_authority"] == home} - {""})
    slugs = ((ward.lower().replace(" ", "_").replace("'", ""), ward) for ward in wards)
    return ServiceFacts("The invented refuge", home, tuple(slugs), TARGETS)
