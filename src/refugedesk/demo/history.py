"""Two years of the invented refuge, lived day by day: who called, who came, where they lived, where they went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Household, Row, a_household
from refugedesk.demo.houses import Unit, units
from refugedesk.demo.stays import Living, begin, end, move
from refugedesk.demo.support import BEFORE_PLACE, NO_PLACE, SOURCES
from refugedesk.domain.spans import ONE_DAY, add_months

MONTHS_KEPT: Final = 24
WARM_UP_DAYS: Final = 200
CALLS_A_WEEK: Final = 8.6
MONTH_WEIGHTS: Final = (1.22, 1.06, 1.0, 0.96, 0.98, 1.0, 1.08, 1.1, 1.02, 0.96, 0.86, 0.76)
WEEKDAY_WEIGHTS: Final = (1.5, 1.2, 1.1, 1.1, 1.2, 0.45, 0.45)
REMEMBERED: Final = 40
UNDECIDED_DAYS: Final = 5
OF_STAYS: Final = ("placements", "children", "needs", "abuse")


@dataclass
class Call:
    """A call that led to nothing, and who it was: they may call again."""

    referral_id: str
    household: Household


@dataclass
class History:
    """What is known on the day it has been lived to."""

    chance: Chance
    today: date
    units: list[Unit]
    rows: dict[str, list[Row]] = field(default_factory=dict)
    living: list[Living] = field(default_factory=list)
    gone: list[Living] = field(default_factory=list)
    waiting: list[Call] = field(default_factory=list)

    def live(self, day: date) -> None:
        """One more day: some leave, some move, some call."""
        for each in [each for each in self.living if each.leaves_on <= day]:
            self.living.remove(each)
            end(each, day, self.chance)
            self.gone.append(each)
        for each in self.living:
            self._move_on(each, day)
        mean = CALLS_A_WEEK / 7 * MONTH_WEIGHTS[day.month - 1] * WEEKDAY_WEIGHTS[day.weekday()]
        for _ in range(self.chance.poisson(mean)):
            self._call(day)

    def add(self, sheet: str, row: Row) -> None:
        """Keeps one row."""
        self.rows.setdefault(sheet, []).append(row)

    def _move_on(self, living: Living, day: date) -> None:
        """Some exchange their room for a flat once they have settled."""
        is_settled = living.unit.is_room and (day - living.started_on).days > 40 and (living.leaves_on - day).days > 20
        if is_settled and self.chance.happens(0.5):
            flat = self._ready_unit(day, living.household, flats_only=True)
            if flat:
                self.add("placements", move(living, flat, day))

    def _call(self, day: date) -> None:
        household, repeat_of = self._caller(day)
        referral = self._referral(day, household, repeat_of)
        self.add("referrals", referral)
        if (self.today - day).days <= UNDECIDED_DAYS and self.chance.happens(55):
            referral["outcome"] = "pending"
            return
        if self.chance.happens(3):
            self._decide(referral, day, "withdrawn")
            return
        unit = None if self.chance.happens(36) else self._ready_unit(day, household)
        if unit is None:
            self._turn_down(referral, day, household)
        else:
            self._accept(referral, day, household, unit)

    def _caller(self, day: date) -> tuple[Household, str]:
        """Who calls: mostly somebody new, at times somebody who called or stayed before."""
        if self.waiting and self.chance.happens(7):
            earlier = self.waiting.pop(self.chance.number(0, len(self.waiting) - 1))
            return earlier.household, earlier.referral_id
        back = [each.household for each in self.gone if 40 < (day - each.left_on).days < 400]
        away = [each for each in back if not any(each is living.household for living in self.living)]
        if away and self.chance.happens(3):
            return self.chance.one_of(away), ""
        return a_household(self.chance, day), ""

    def _referral(self, day: date, household: Household, repeat_of: str) -> Row:
        return {
            "referral_id": f"F{len(self.rows.get('referrals', ())) + 1:04}",
            "received_on": day.isoformat(),
            "source": self.chance.mostly(self.chance.weighted(SOURCES), 1),
            "risk_level": self.chance.mostly(household.risk, 3),
            "origin_authority": household.authority,
            "origin_ward": household.ward,
            "children": self.chance.mostly(str(len(household.children)), 4),
            "repeat_of": repeat_of,
        }

    def _ready_unit(self, day: date, household: Household, flats_only: bool = False) -> Unit | None:
        """The smallest unit that is ready and large enough; men live in flats only."""
        ready = [
            unit
            for unit in self.units
            if unit.ready_on is not None
            and unit.ready_on <= day
            and unit.bedspaces >= household.size
            and not (unit.is_room and (flats_only or household.is_man))
        ]
        return min(ready, key=lambda unit: (unit.bedspaces, unit.ready_on, unit.id)) if ready else None

    def _turn_down(self, referral: Row, day: date, household: Household) -> None:
        is_full = self._ready_unit(day, household) is None
        reasons: Mapping[str, int] = NO_PLACE if is_full and self.chance.happens(70) else BEFORE_PLACE
        self._decide(referral, day, "not_accepted")
        referral["refusal_reason"] = self.chance.mostly(self.chance.weighted(reasons), 1)
        if not household.stays and reasons is NO_PLACE:
            self.waiting = [*self.waiting[-REMEMBERED:], Call(referral["referral_id"], household)]

    def _accept(self, referral: Row, day: date, household: Household, unit: Unit) -> None:
        self._decide(referral, day, "accepted")
        unit.ready_on = None
        starts_on = day + timedelta(days=self.chance.number(0, 2))
        if starts_on > self.today:
            return
        number = len(self.rows.get("stays", ())) + 1
        if not household.stays:
            household.resident["resident_id"] = f"R{len(self.rows.get('residents', ())) + 1:04}"
            self.add("residents", household.resident)
        living = Living(household, unit, starts_on, self._leaves_on(unit, starts_on), referral["referral_id"])
        for sheet, row in begin(living, f"S{number:04}", self.chance, self.today):
            self.add(sheet, row)
        self.living.append(living)

    def _leaves_on(self, unit: Unit, starts_on: date) -> date:
        nights = self.chance.nights(78, 320) if unit.is_room else self.chance.nights(112, 560)
        return starts_on + timedelta(days=nights)

    def _decide(self, referral: Row, day: date, outcome: str) -> None:
        decided_on = min(day + timedelta(days=int(self.chance.weighted({"0": 60, "1": 30, "2": 10}))), self.today)
        is_assessed = outcome == "accepted" or self.chance.happens(22)
        referral["outcome"] = outcome
        referral["decided_on"] = decided_on.isoformat()
        referral["assessed_on"] = min(day, decided_on).isoformat() if is_assessed and self.chance.happens(96) else ""


def history(seed: int, today: date) -> dict[str, list[Row]]:
    """The rows of every sheet: two years up to and with today, and the stays that had begun before."""
    chance = Chance(seed)
    first = add_months(today, -MONTHS_KEPT).replace(day=1)
    opening = first - timedelta(days=WARM_UP_DAYS)
    lived = History(chance, today, units(chance, opening))
    lived.rows["units"] = [unit.row(chance) for unit in lived.units]
    day = opening
    while day <= today:
        lived.live(day)
        day += ONE_DAY
    return since(lived.rows, first)


def since(rows: Mapping[str, list[Row]], first: date) -> dict[str, list[Row]]:
    """Only what belongs to stays that had not ended before ``first``, and to calls from then on."""
    stays = [row for row in rows["stays"] if not row["ended_on"] or row["ended_on"] >= first.isoformat()]
    kept = {row["stay_id"] for row in stays}
    residents = {row["resident_id"] for row in stays}
    came_by = {row["referral_id"] for row in stays}
    calls = [r for r in rows["referrals"] if r["received_on"] >= first.isoformat() or r["referral_id"] in came_by]
    known = {row["referral_id"] for row in calls}
    return {
        "units": rows["units"],
        "referrals": [row | {"repeat_of": row["repeat_of"] if row["repeat_of"] in known else ""} for row in calls],
        "residents": [row for row in rows["residents"] if row["resident_id"] in residents],
        "stays": stays,
        **{
            name: [r for r in rows[name] if r["stay_id"] in kept]
            for name in ("placements", "children", "needs", "abuse")
        },
    }
