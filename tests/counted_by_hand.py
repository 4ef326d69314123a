"""The commissioner's return counted the slow and obvious way, from plain rows: the oracle for ``compute``.

Written from the interchange contract alone; it shares nothing with the product but the code lists and ``Place``.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from refugedesk.domain.lists import ALL
from refugedesk.reporting.tables import Place
from stores import Row, Store

NOT_ANSWERS = ("unknown", "declined", "not_asked")
AGES = {"under_18": 17, "18_24": 24, "25_34": 34, "35_44": 44, "45_54": 54, "55_64": 64, "65_over": 999}
CHILD_AGES = {"0_4": 4, "5_10": 10, "11_15": 15, "16_17": 17, "18_over": 999}
DAY = timedelta(days=1)


class HandCount:
    """Every number of the return: ``counts`` by place, ``texts`` by place and name, as JSON prints them."""

    def __init__(self, store: Store, home: str, wards: Sequence[tuple[str, str]], first: date, last: date) -> None:
        self.store, self.home, self.wards, self.first, self.last = store, home, wards, first, last
        self.counts: dict[Place, int] = {}
        self.texts: dict[tuple[Place, str], str] = {}
        self.contributors: dict[str, int] = {}
        self.residents = {row["resident_id"]: row for row in store["residents"]}
        self.stays_and_people()
        self.referrals()
        self.people_who_started()
        self.children_and_needs()
        self.stays_that_ended()
        self.length_of_stay()
        self.occupancy()

    # ------------------------------------------------------------------ writing down

    def one_way(self, table: str, rows: dict[str, bool], found: Iterable[str]) -> None:
        """rows: code -> whether it is an answer; found: one code a subject."""
        tally = dict.fromkeys(rows, 0)
        for code in found:
            tally[code] += 1
        base = sum(n for code, n in tally.items() if rows[code])
        self.counts[Place(table)] = base
        for code, n in tally.items():
            self.counts[Place(table, code)] = n
            if rows[code]:
                self.texts[Place(table, code), "percent"] = percent(n, base)

    def listed(self, table: str, codelist: str, subjects: Iterable[Row], field: str) -> None:
        rows = {code.code: code.group not in NOT_ANSWERS for code in ALL[codelist].codes}
        rows["not_recorded"] = False
        self.one_way(table, rows, (row.get(field) or "not_recorded" for row in subjects))

    def listed_in_groups(self, table: str, codelist: str, subjects: Iterable[Row], field: str) -> None:
        parent = {code.code: code.code if code.group in NOT_ANSWERS else code.group for code in ALL[codelist].codes}
        rows = {
            parent[code.code]: code.group not in NOT_ANSWERS
            for code in ALL[codelist].codes
            if code.group not in NOT_ANSWERS
        }
        rows |= {code.code: False for code in ALL[codelist].codes if code.group in NOT_ANSWERS}
        rows["not_recorded"] = False
        self.one_way(table, rows, (parent.get(row.get(field) or "", "not_recorded") for row in subjects))

    # ------------------------------------------------------------------ who is counted

    def started(self, stay: Row) -> date:
        return date.fromisoformat(stay["started_on"])

    def ended(self, stay: Row) -> date:
        """The day of leaving; the end of time for a stay that goes on."""
        return date.fromisoformat(stay["ended_on"]) if stay.get("ended_on") else date.max

    def in_period(self, day: str | None) -> bool:
        return bool(day) and self.first <= date.fromisoformat(day or "") <= self.last

    def is_counted_child(self, child: Row) -> bool:
        born = child.get("date_of_birth")
        return child.get("in_refuge") == "yes" and (not born or date.fromisoformat(born) <= self.last)

    def stays_started(self) -> list[Row]:
        return [stay for stay in self.store["stays"] if self.in_period(stay["started_on"])]

    def stays_ended(self) -> list[Row]:
        return [stay for stay in self.store["stays"] if self.in_period(stay.get("ended_on"))]

    def first_stays(self) -> list[Row]:
        """One a person."""
        found: dict[str, Row] = {}
        for stay in self.stays_started():
            other = found.setdefault(stay["resident_id"], stay)
            if self.order(stay) < self.order(other):
                found[stay["resident_id"]] = stay
        return list(found.values())

    def order(self, stay: Row) -> tuple[date, date, str]:
        return self.started(stay), self.ended(stay), stay["stay_id"]

    def children_of(self, stay: Row) -> dict[str, Row]:
        rows = (child for child in self.store["children"] if child["stay_id"] == stay["stay_id"])
        return {child["child_id"]: child for child in rows if self.is_counted_child(child)}

    def needs_of(self, stay: Row) -> set[str]:
        return {row["need"] for row in self.store["needs"] if row["stay_id"] == stay["stay_id"]}

    def abuse_of(self, stay: Row) -> set[str]:
        return {row["abuse_type"] for row in self.store["abuse"] if row["stay_id"] == stay["stay_id"]}

    # ------------------------------------------------------------------ the tables

    def stays_and_people(self) -> None:
        first, last, stays = self.first, self.last, self.store["stays"]
        flow = {
            "in_stay_at_start": sum(self.started(s) < first <= self.ended(s) for s in stays),
            "started": len(self.stays_started()),
            "ended": len(self.stays_ended()),
            "in_stay_at_end": sum(self.started(s) <= last < self.ended(s) for s in stays),
        }
        self.counts |= {Place("flow", name): n for name, n in flow.items()}
        people: dict[str, str] = {}
        children: dict[str, str] = {}
        for stay in stays:
            if self.started(stay) > last or self.ended(stay) < first:
                continue
            before = self.started(stay) < first
            if before or stay["resident_id"] not in people:
                people[stay["resident_id"]] = "continuing" if before else "new"
            for child_id, child in self.children_of(stay).items():
                there = before and (child.get("date_of_birth") or "") <= first.isoformat()
                if there or child_id not in children:
                    children[child_id] = "continuing" if there else "new"
        both = {"continuing": True, "new": True}
        self.one_way("people_supported", both, people.values())
        self.one_way("children_supported", both, children.values())
        self.one_way(
            "starts_by_month", dict.fromkeys(self.months(), True), (s["started_on"][:7] for s in self.stays_started())
        )

    def months(self) -> list[str]:
        days = (self.first + n * DAY for n in range((self.last - self.first).days + 1))
        return sorted({day.isoformat()[:7] for day in days})

    def length_in_months(self) -> Fraction:
        """n where the first day plus n months is the day after the last, else days x 12 / 365."""
        for n in range(1, 60):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + n, 12)
            day = self.first.day
            while True:
                try:
                    later = date(year, month + 1, day)
                    break
                except ValueError:
                    day -= 1
            if later == self.last + DAY:
                return Fraction(n)
        return Fraction(((self.last - self.first).days + 1) * 12, 365)

    def referrals(self) -> None:
        received = [
            row
            for row in self.store["referrals"]
            if self.in_period(row.get("received_on")) and not row.get("repeat_of")
        ]
        sources = [code.code for code in ALL["referral_source"].codes] + ["not_recorded"]
        month: Callable[[Row], str] = lambda row: row["received_on"][:7]  # noqa: E731
        source: Callable[[Row], str] = lambda row: row.get("source") or "not_recorded"  # noqa: E731
        for table, rows, row_of in (
            ("referrals_by_month", self.months(), month),
            ("referrals_by_source", sources, source),
        ):
            self.counts[Place(table)] = len(received)
            for column in ("referrals", "assessed"):
                those = [r for r in received if column == "referrals" or r.get("assessed_on")]
                self.counts[Place(table, "", column)] = len(those)
                for row in rows:
                    self.counts[Place(table, row, column)] = sum(row_of(r) == row for r in those)
                averaged = rows if table == "referrals_by_source" else [""]
                for row in averaged:
                    place = Place(table, row, column)
                    average = Fraction(self.counts[place]) / self.length_in_months()
                    self.texts[place, "monthly_average"] = rounded(average, "0.1")
        self.listed("referrals_by_risk", "risk_level", received, "risk_level")
        refused = [row for row in received if row.get("outcome") == "not_accepted"]
        self.listed_in_groups("refusals", "refusal_reason", refused, "refusal_reason")
        self.listed("refusal_reasons", "refusal_reason", refused, "refusal_reason")

    def people_who_started(self) -> None:
        stays = self.first_stays()
        people = [self.residents[stay["resident_id"]] for stay in stays]
        for field in ("sex", "gender", "ethnicity", "religion", "sexual_orientation"):
            self.listed(field, field, people, field)
        for field in ("disabled", "pregnant", "no_recourse", "interpreter_needed"):
            self.listed(field, "yes_no", people, field)
        self.listed_in_groups("ethnicity_group", "ethnicity", people, "ethnicity")
        ages = dict.fromkeys(AGES, True) | {"not_recorded": False}
        self.one_way("age", ages, map(self.age_band, stays))
        sides = {"inside": True, "outside": True, "not_recorded": False}
        self.one_way("origin", sides, (self.side(stay.get("origin_authority")) for stay in stays))
        wards = {slug: True for slug, _ in self.wards} | {"outside": True}
        wards |= {"ward_not_recorded": False, "not_recorded": False}
        self.one_way("origin_ward", wards, map(self.ward, stays))
        self.cross("age_by_children", list(ages), ["0", "1", "2", "3", "4_or_more"], self.child_band)
        self.cross(
            "age_by_mental_health",
            list(ages),
            ["yes", "no"],
            lambda stay: "yes" if "mental_health" in self.needs_of(stay) else "no",
        )

    def age_band(self, stay: Row) -> str:
        born = self.residents[stay["resident_id"]].get("date_of_birth")
        return band(born, stay["started_on"], AGES)

    def child_band(self, stay: Row) -> str:
        n = len(self.children_of(stay))
        return "4_or_more" if n >= 4 else str(n)

    def side(self, authority: str | None) -> str:
        if not authority:
            return "not_recorded"
        return "inside" if authority.strip().lower() == self.home.strip().lower() else "outside"

    def ward(self, stay: Row) -> str:
        side = self.side(stay.get("origin_authority"))
        if side != "inside":
            return side
        name = (stay.get("origin_ward") or "").strip().lower()
        return next((slug for slug, ward in self.wards if ward.lower() == name), "ward_not_recorded")

    def cross(self, table: str, rows: list[str], columns: list[str], column_of: Callable[[Row], str]) -> None:
        cells = [(self.age_band(stay), column_of(stay)) for stay in self.first_stays()]
        self.counts[Place(table)] = len(cells)
        for column in columns:
            self.counts[Place(table, "", column)] = sum(c == column for _, c in cells)
        for row in rows:
            total = self.counts[Place(table, row)] = sum(r == row for r, _ in cells)
            for column in columns:
                n = self.counts[Place(table, row, column)] = cells.count((row, column))
                known = sum(c == column and r != "not_recorded" for r, c in cells)
                if row != "not_recorded":
                    self.texts[Place(table, row, column), "row_percent"] = percent(n, total)
                    self.texts[Place(table, row, column), "column_percent"] = percent(n, known)

    def children_and_needs(self) -> None:
        stays = self.first_stays()
        numbers = dict.fromkeys(("0", "1", "2", "3", "4_or_more"), True)
        self.one_way("children_per_resident", numbers, map(self.child_band, stays))
        children = [
            child | {"since": stay["started_on"]} for stay in stays for child in self.children_of(stay).values()
        ]
        ages = dict.fromkeys(CHILD_AGES, True) | {"not_recorded": False}
        self.one_way("children_age", ages, (band(c["date_of_birth"], c["since"], CHILD_AGES) for c in children))
        self.listed("children_sex", "sex", children, "sex")
        self.listed("children_status_at_start", "social_care_status", children, "social_care_status_at_start")
        self.listed("children_known", "yes_no", children, "known_to_childrens_services")
        for table, codelist, codes_of in (
            ("needs", "support_need", self.needs_of),
            ("abuse", "abuse_type", self.abuse_of),
        ):
            self.counts[Place(table)] = len(stays)
            for code in ALL[codelist].codes:
                n = self.counts[Place(table, code.code)] = sum(code.code in codes_of(stay) for stay in stays)
                self.texts[Place(table, code.code), "percent"] = percent(n, len(stays))
        mentions = sum(len(self.needs_of(stay)) for stay in self.stays_started())
        self.counts[Place("needs_mentions", "mentions")] = mentions
        numbers = dict.fromkeys(("0", "1", "2", "3", "4", "5_or_more"), True)
        found = (len(self.needs_of(stay)) for stay in stays)
        self.one_way("needs_per_resident", numbers, ("5_or_more" if n >= 5 else str(n) for n in found))

    def stays_that_ended(self) -> None:
        stays = self.stays_ended()
        self.listed("move_on", "move_on_destination", stays, "move_on_destination")
        self.listed_in_groups("move_on_group", "move_on_destination", stays, "move_on_destination")
        self.listed("planned", "yes_no", stays, "planned_departure")
        sides = {"inside": True, "outside": True, "not_recorded": False}
        self.one_way("move_on_authority", sides, (self.side(stay.get("move_on_authority")) for stay in stays))

    def length_of_stay(self) -> None:
        table, started = "length_of_stay", self.stays_started()
        days = [(self.ended(s) - self.started(s)).days for s in started if self.ended(s) <= self.last]
        counts = {"closed": len(days), "open": len(started) - len(days), "over_100_days": sum(d >= 101 for d in days)}
        self.counts |= {Place(table, name): n for name, n in counts.items()}
        values: dict[str, str] = dict.fromkeys(
            ("mean_days", "median_days", "lower_quartile_days", "upper_quartile_days", "longest_days"), "-"
        )
        if days:
            exact = [Fraction(d) for d in days]
            cuts = statistics.quantiles(exact, n=4, method="inclusive") if len(exact) > 1 else exact * 3
            quartiles = ("lower_quartile_days", "median_days", "upper_quartile_days")
            values |= {name: rounded(cut, "1") for name, cut in zip(quartiles, cuts, strict=True)}
            values |= {"mean_days": rounded(Fraction(sum(days), len(days)), "0.1"), "longest_days": str(max(days))}
        self.texts |= {(Place(table, name), ""): text for name, text in values.items()}

    def occupancy(self) -> None:
        nights = [self.first + n * DAY for n in range((self.last - self.first).days + 1)]
        types = [code.code for code in ALL["accommodation_type"].codes] + ["not_recorded"]
        tables = {kind: {"available": 0, "occupied": 0, "void": 0} for kind in types}
        users: dict[str, set[str]] = {kind: set() for kind in types}
        ends = {stay["stay_id"]: stay.get("ended_on") or "" for stay in self.store["stays"]}
        for unit in self.store["units"]:
            kind = unit.get("accommodation_type") or "not_recorded"
            for night in (night.isoformat() for night in nights):
                if not (unit.get("open_from") or "") <= night <= (unit.get("open_to") or "9999"):
                    continue
                here = {
                    row["stay_id"]
                    for row in self.store["placements"]
                    if row["unit_id"] == unit["unit_id"]
                    and row["from_on"] <= night < (row.get("to_on") or ends[row["stay_id"]] or "9999")
                }
                users[kind] |= here
                tables[kind]["available"] += 1
                tables[kind]["occupied" if here else "void"] += 1
        for column in ("available", "occupied", "void"):
            self.counts[Place("occupancy", "", column)] = sum(tables[kind][column] for kind in types)
            for kind in types:
                self.counts[Place("occupancy", kind, column)] = tables[kind][column]
        self.contributors = {kind: len(stays) for kind, stays in users.items()}
        for kind in types[:-1]:
            share = percent(tables[kind]["occupied"], tables[kind]["available"])
            self.texts[Place("occupancy", kind), "percent"] = share


def rounded(value: Fraction, digits: str) -> str:
    """Half up; exact, since sixty digits tell any two of the fractions here apart."""
    return str((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(digits), ROUND_HALF_UP))


def percent(n: int, base: int) -> str:
    return rounded(Fraction(100 * n, base), "1") if base else "-"


def band(born: str | None, on: str, bands: dict[str, int]) -> str:
    """The band of the birthdays that have come by the day; 1 March where there is no 29 February."""
    if not born:
        return "not_recorded"
    birthday = born[5:]
    age = 0
    for year in range(int(born[:4]) + 1, int(on[:4]) + 1):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        come = "03-01" if birthday == "02-29" and not leap else birthday
        age += f"{year}-{come}" <= on
    return next(code for code, oldest in bands.items() if age <= oldest)
