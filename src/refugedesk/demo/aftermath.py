"""How stays ended in the last year: why, how safe, and who was reached afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Row
from refugedesk.demo.people import HOME
from refugedesk.demo.sheets import Sheets, day_of

LOOKED_BACK_DAYS: Final = 365
CALLS: Final = (("1_month", 30), ("3_months", 90), ("6_months", 180))
LEFT_OPEN_DAYS: Final = 14
LIVES_NOW: Final = {"council_tenancy": 5, "housing_association": 4, "private_tenancy": 3, "friends": 2}


def close_stays(sheets: Sheets, chance: Chance) -> None:
    """Writes up the moves of the last year, and rings those who wished to be rung."""
    for stay in sheets.rows["stays"]:
        if stay["ended_on"] and (sheets.today - day_of(stay["ended_on"])).days < LOOKED_BACK_DAYS:
            _write_up(sheets, stay, chance)


def _write_up(sheets: Sheets, stay: Row, chance: Chance) -> None:
    days = (sheets.today - day_of(stay["ended_on"])).days
    if days > LEFT_OPEN_DAYS:  # what nobody could say is said to be so, and not left open for a year
        stay["move_on_destination"] = stay["move_on_destination"] or "not_known"
        stay["move_on_authority"] = stay["move_on_authority"] or HOME
        stay["planned_departure"] = stay["planned_departure"] or "no"
    returned = stay["move_on_destination"] == "returned_perpetrator"
    stay["returned_to_perpetrator"] = "yes" if returned else "no"
    stay["exit_reason"] = "own_wish" if returned else chance.weighted({"moved_on": 8, "own_wish": 1})
    stay["safe_at_exit"] = "no" if returned else chance.weighted({"yes": 9, "not_known": 1})
    stay["risk_at_exit"] = chance.weighted({"standard": 6, "medium": 3, "high": 1})
    stay["needs_met"] = chance.weighted({"all": 3, "most": 5, "some": 2})
    is_wanted = stay["planned_departure"] == "yes" and chance.happens(45)
    stay["aftercare_agreed"] = "yes" if is_wanted else "no"
    if is_wanted:
        _ring(sheets, stay, days, chance)


def _ring(sheets: Sheets, stay: Row, days: int, chance: Chance) -> None:
    """In time, but for the last one, which is put off now and then."""
    left = day_of(stay["ended_on"])
    for due, after in CALLS:
        if after > days or (days - after < 6 and chance.happens(40)):
            return
        reached = chance.weighted({"yes": 8, "no": 2})
        answers = (
            {
                "lives_now": chance.weighted(LIVES_NOW),
                "is_safe": "yes",
                "support": chance.weighted({"listening": 3, "money": 2, "none": 3}),
            }
            if reached == "yes"
            else {}
        )
        on = min(left + timedelta(days=after + chance.number(0, 4)), sheets.today)
        sheets.add(
            "aftercare_contacts",
            stay_id=stay["stay_id"],
            due=due,
            on_day=on,
            reached=reached,
            worker=stay["key_worker"],
            **answers,
        )
