"""Random stores with the work of a refuge in them: contacts, scores, waits, aftercare, and how cases closed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from refugedesk.domain.lists import ALL
from stores import Row, Store, a_random_store

DAY = timedelta(days=1)


def a_working_store(chance: Random) -> Store:
    """A random store, with all that the definitions beside the commissioner's count."""
    return with_work(a_random_store(chance), chance)


def with_work(store: Store, chance: Random) -> Store:
    """The store, with kinds of disability, decisions, outcomes and the work of each stay."""
    for resident in store["residents"]:
        resident["disability_kinds"] = _several(chance, "disability_kind")
    received = [each for each in store["referrals"] if each["received_on"]]
    for referral in (each for each in received if not each.get("decided_on")):
        day = date.fromisoformat(referral["received_on"])
        referral["decided_on"] = _later(chance, day, 25)
    for stay in store["stays"]:
        _close(chance, stay)
        if received and not stay.get("referral_id") and chance.random() < 0.7:
            stay["referral_id"] = chance.choice(received)["referral_id"]
        _add_work(chance, store, stay)
    return store


def _code(chance: Random, codelist: str, missing: float = 0.2) -> str:
    codes = [code.code for code in ALL[codelist].codes]
    return "" if chance.random() < missing else chance.choice(codes[:2] + codes)


def _several(chance: Random, codelist: str) -> str:
    codes = [code.code for code in ALL[codelist].codes]
    return " ".join(chance.sample(codes, chance.choice((0, 0, 1, 3))))


def _later(chance: Random, day: date, most: int, missing: float = 0.3) -> str:
    return "" if chance.random() < missing else (day + chance.randrange(most) * DAY).isoformat()


def _close(chance: Random, stay: Row) -> None:
    stay["risk_at_start"] = _code(chance, "risk_level")
    if stay["ended_on"]:
        stay["exit_reason"] = _code(chance, "exit_reason")
        stay["needs_met"] = _code(chance, "needs_met")
        stay["risk_at_exit"] = _code(chance, "risk_level")
        for field in ("returned_to_perpetrator", "safe_at_exit"):
            stay[field] = _code(chance, "yes_no")


def _add_work(chance: Random, store: Store, stay: Row) -> None:
    start = date.fromisoformat(stay["started_on"])
    of_stay = {"stay_id": stay["stay_id"]}
    for _ in range(chance.choice((0, 0, 1, 4))):
        day = start + chance.randrange(200) * DAY
        contact = {
            "on_day": day.isoformat(),
            "kind": _code(chance, "contact_kind"),
            "topics": _several(chance, "topic"),
        }
        store["contacts"].append(of_stay | contact)
    for _ in range(chance.choice((0, 1, 3))):
        day = start + chance.randrange(100) * DAY
        wait = {"what": _code(chance, "wait_for", 0), "asked_on": day.isoformat(), "got_on": _later(chance, day, 60)}
        store["waits"].append(of_stay | wait)
    for _ in range(chance.choice((0, 4, 8))):
        score = {"stage": _code(chance, "score_stage", 0), "area": chance.choice(("home", "safety"))}
        scored = {"scored_on": _later(chance, start, 90, 0), "score": str(chance.randrange(1, 11))}
        store["outcome_scores"].append(of_stay | score | scored)
    if stay["ended_on"]:
        _add_aftercare(chance, store, stay)


def _add_aftercare(chance: Random, store: Store, stay: Row) -> None:
    for due in chance.sample(("1_month", "3_months", "6_months", "other"), chance.randrange(4)):
        day = date.fromisoformat(stay["ended_on"]) + chance.randrange(20, 200) * DAY
        contact = {"due": due, "on_day": day.isoformat(), "reached": _code(chance, "yes_no")}
        contact["is_safe"] = _code(chance, "yes_no") if contact["reached"] == "yes" else ""
        store["aftercare_contacts"].append({"stay_id": stay["stay_id"]} | contact)
