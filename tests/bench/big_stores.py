"""A large invented store as the frames that a return is counted from, made column by column."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from refugedesk.domain.lists import ALL
from refugedesk.reporting.extracts import Extracts, typed

LISTS = {"disabled": "yes_no", "no_recourse": "yes_no", "interpreter_needed": "yes_no", "pregnant": "yes_no"}
OWN = ("sex", "gender", "ethnicity", "religion", "sexual_orientation")
WARDS = ("Foleshill", "Wyken", "")


def a_big_store(stays: int) -> Extracts:
    """So many stays over three years, each of a resident of her own, with children, needs, abuse and referrals."""
    chance = np.random.default_rng(6)
    ids = [f"{number:07}" for number in range(stays)]
    start = pd.Timestamp("2019-04-01") + pd.to_timedelta(chance.integers(0, 1095, stays), "D")
    days = chance.integers(0, 200, stays)
    ended = pd.Series(start + pd.to_timedelta(days, "D")).dt.strftime("%Y-%m-%d").where(chance.random(stays) < 0.97, "")
    residents = {field: _codes(chance, LISTS.get(field, field), stays) for field in (*OWN, *LISTS)}
    born = pd.Timestamp("1950-01-01") + pd.to_timedelta(chance.integers(0, 20_000, stays), "D")
    frames: dict[str, dict[str, Any]] = {
        "residents": {"resident_id": ids, "date_of_birth": born.strftime("%Y-%m-%d"), **residents},
        "stays": {
            "stay_id": ids,
            "resident_id": ids,
            "started_on": start.strftime("%Y-%m-%d"),
            "ended_on": ended,
            "origin_authority": chance.choice(["Coventry", "Leeds", ""], stays),
            "origin_ward": chance.choice(WARDS, stays),
            "move_on_destination": _codes(chance, "move_on_destination", stays),
            "move_on_authority": chance.choice(["Coventry", "Leeds", ""], stays),
            "planned_departure": _codes(chance, "yes_no", stays),
        },
        "children": _children(chance, ids),
        "needs": _several(chance, ids, "need", "support_need"),
        "abuse": _several(chance, ids, "abuse_type", "abuse_type"),
        "referrals": {
            "referral_id": ids,
            "received_on": start.strftime("%Y-%m-%d"),
            "assessed_on": start.strftime("%Y-%m-%d"),
            "source": _codes(chance, "referral_source", stays),
            "risk_level": _codes(chance, "risk_level", stays),
            "outcome": chance.choice(["accepted", "not_accepted"], stays),
            "refusal_reason": _codes(chance, "refusal_reason", stays),
        },
    }
    return Extracts(**{name: typed(name, pd.DataFrame(of, dtype=object)) for name, of in frames.items()})


def _codes(chance: np.random.Generator, codelist: str, number: int) -> list[str]:
    """Codes of which the last ones are rare, so that some counts are small however many people there are."""
    codes = [code.code for code in ALL[codelist].codes] + [""]
    weights = np.array([0.5**at for at in range(len(codes))])
    return list(chance.choice(codes, number, p=weights / weights.sum()))


def _children(chance: np.random.Generator, ids: list[str]) -> dict[str, list[str]]:
    of = [stay for stay, many in zip(ids, chance.choice([0, 0, 1, 2, 3], len(ids)), strict=True) for _ in range(many)]
    born = pd.Timestamp("2004-01-01") + pd.to_timedelta(chance.integers(0, 5_000, len(of)), "D")
    return {
        "child_id": [f"c{number:07}" for number in range(len(of))],
        "stay_id": of,
        "date_of_birth": list(born.strftime("%Y-%m-%d")),
        "sex": _codes(chance, "sex", len(of)),
        "in_refuge": ["yes"] * len(of),
        "social_care_status_at_start": _codes(chance, "social_care_status", len(of)),
        "known_to_childrens_services": _codes(chance, "yes_no", len(of)),
    }


def _several(chance: np.random.Generator, ids: list[str], field: str, codelist: str) -> dict[str, list[str]]:
    of = [stay for stay in ids for _ in range(2)]
    return {"stay_id": of, field: [code or "other" for code in _codes(chance, codelist, len(of))]}
