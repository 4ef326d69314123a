"""The work of the invented refuge: what its team has written down about the people of its history.

Nothing that the history says is changed but for what was left blank, so its figures stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from refugedesk.demo.aftermath import close_stays
from refugedesk.demo.calls import write_up_calls
from refugedesk.demo.chance import Chance
from refugedesk.demo.days import live_through
from refugedesk.demo.households import Row
from refugedesk.demo.plans import plan
from refugedesk.demo.sheets import Sheets
from refugedesk.demo.team import keep_house


def with_the_work(rows: Mapping[str, list[Row]], today: date, seed: int, user: str = "") -> dict[str, list[Row]]:
    """The rows with the work in them; the same day and seed give the same work."""
    sheets, chance = Sheets(rows, today), Chance(seed)
    write_up_calls(sheets, chance)
    keep_house(sheets, chance, user)
    for stay in sheets.here():
        live_through(sheets, stay, chance)
        plan(sheets, stay, chance)
    close_stays(sheets, chance)
    return sheets.rows
