"""What was written down at the telephone: at what time, who asked, who assessed, what came of it."""

from __future__ import annotations

from typing import Final

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Row
from refugedesk.demo.people import COMMUNITIES, KEY_WORKERS
from refugedesk.demo.sheets import Sheets, day_of

HOURS: Final = {"08": 4, "09": 14, "10": 18, "11": 16, "12": 8, "14": 14, "15": 13, "16": 11, "18": 4, "21": 3, "02": 1}
LATE: Final = ("18", "21", "02")
ROUTES: Final = {"telephone": 62, "email": 16, "form": 14, "in_person": 5, "meeting": 3}
RECENT_DAYS: Final = 60
REFERRERS: Final = {
    "police": "PC Marsh, Alderbrook police, 01632 960101",
    "idva": "Tess, IDVA service, 01632 960134",
    "council_housing": "Duty officer, housing options, 01632 960177",
    "council_social_care": "Duty social worker, 01632 960150",
    "other_refuge": "Night worker, Thornmouth refuge, 01632 960188",
}


def write_up_calls(sheets: Sheets, chance: Chance) -> None:
    """Fills in most of what a call asks; a few stay as they were, as on any desk."""
    came = {stay["referral_id"]: sheets.by_id[stay["resident_id"]] for stay in sheets.rows["stays"]}
    for call in sheets.rows["referrals"]:
        _write_up(sheets, call, came.get(call["referral_id"]), chance)


def _write_up(sheets: Sheets, call: Row, resident: Row | None, chance: Chance) -> None:
    hour = chance.weighted(HOURS)
    call["received_at"] = chance.mostly(f"{hour}:{chance.number(0, 11) * 5:02}", 4)
    call["out_of_hours"] = "yes" if hour in LATE else "no"
    call["route"] = chance.weighted(ROUTES)
    call["referrer"] = REFERRERS.get(call["source"], "")
    call["known_as"] = resident["first_name"] if resident else _perhaps_a_name(chance)
    if call.get("assessed_on"):
        call["assessed_by"] = chance.mostly(chance.one_of(KEY_WORKERS), 3)
    if resident:
        call["moved_in"] = "yes"
    if (sheets.today - day_of(call["received_on"])).days <= RECENT_DAYS:
        _of_late(sheets, call, chance)


def _perhaps_a_name(chance: Chance) -> str:
    """Seven callers in ten give a first name."""
    community = COMMUNITIES[chance.weighted({name: each.share for name, each in COMMUNITIES.items()})]
    return chance.mostly(chance.one_of(community.women), 30)


def _of_late(sheets: Sheets, call: Row, chance: Chance) -> None:
    """The calls of the last weeks have their children, and where they were sent."""
    for _ in range(int(call["children"] or 0)):
        sex = chance.one_of(("female", "male"))
        sheets.add("referral_children", referral_id=call["referral_id"], age=chance.number(0, 15), sex=sex)
    call["urgent"] = chance.weighted({"yes": 30, "no": 70})
    if call["outcome"] == "not_accepted":
        call["signposted_to"] = ";".join(
            chance.some_of({"national_helpline": 5, "outreach": 3, "council_housing": 2}, 1)
        )
    elif call["outcome"] == "pending" and chance.happens(40):
        call["assessed_on"], call["assessed_by"] = call["received_on"], chance.one_of(KEY_WORKERS)
