"""The definitions beside the commissioner's, counted the slow and obvious way from plain rows: their oracle.

Written from the sentences under the tables; it shares nothing with the product but the code lists and ``Place``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from counted_by_hand import AGES, NOT_ANSWERS, HandCount, band
from refugedesk.domain.lists import ALL
from refugedesk.reporting.tables import Place
from stores import Row, Store

DAY = timedelta(days=1)
Counts = dict[Place, int]
HOME = "Coventry"


def meaning(codelist: str, code: str) -> str:
    """The group of a code."""
    return next(each.group for each in ALL[codelist].codes if each.code == code)


class Hand:
    """Counts of one store and period; each method one table."""

    def __init__(self, store: Store, first: date, last: date) -> None:
        self.store, self.first, self.last = store, first, last
        self.plain = HandCount(store, HOME, (), first, last)
        self.counts: Counts = {}

    # ------------------------------------------------------------------ writing down

    def one_way(self, table: str, rows: Mapping[str, bool], found: Iterable[str]) -> None:
        self.plain.one_way(table, dict(rows), found)
        self.counts |= {place: n for place, n in self.plain.counts.items() if place.table == table}

    def rows_of(self, codelist: str) -> dict[str, bool]:
        return {code.code: code.group not in NOT_ANSWERS for code in ALL[codelist].codes} | {"not_recorded": False}

    def listed(self, table: str, codelist: str, subjects: Iterable[Row], field: str) -> None:
        self.one_way(table, self.rows_of(codelist), (row.get(field) or "not_recorded" for row in subjects))

    def grouped(self, table: str, codelist: str, subjects: Iterable[Row], field: str) -> None:
        self.plain.listed_in_groups(table, codelist, subjects, field)
        self.counts |= {place: n for place, n in self.plain.counts.items() if place.table == table}

    # ------------------------------------------------------------------ who

    def touching(self) -> list[Row]:
        stays = self.store["stays"]
        return sorted(
            (s for s in stays if self.plain.started(s) <= self.last and self.plain.ended(s) >= self.first),
            key=self.plain.order,
        )

    def adults(self) -> list[Row]:
        """The first stay in the period of each person, with what is known of the person."""
        first: dict[str, Row] = {}
        for stay in self.touching():
            first.setdefault(stay["resident_id"], stay)
        return [self.plain.residents[key] | stay for key, stay in first.items()]

    def children(self) -> dict[str, Row]:
        """Each child once, in the stay that makes it continue, else in the first there is."""
        found: dict[str, Row] = {}
        continuing: set[str] = set()
        for stay in self.touching():
            for child_id, child in self.plain.children_of(stay).items():
                before = self.plain.started(stay) < self.first and (child.get("date_of_birth") or "") <= (
                    self.first.isoformat()
                )
                if child_id not in found or (before and child_id not in continuing):
                    found[child_id] = child
                    continuing |= {child_id} if before else set()
        return found

    def contacts_of(self, person: str) -> list[Row]:
        stays = {stay["stay_id"] for stay in self.touching() if stay["resident_id"] == person}
        return [
            row for row in self.store["contacts"] if row["stay_id"] in stays and self.plain.in_period(row["on_day"])
        ]

    # ------------------------------------------------------------------ cohorts

    def cohorts(self, table: str, people: list[Row], which: Mapping[str, Cohort], suffix: str = "") -> None:
        rows: dict[str, list[bool | None]] = {"everybody": [True] * len(people)}
        rows |= {code: [belongs(person) for person in people] for code, belongs in which.items()}
        for code, answers in rows.items():
            known = [answer for answer in answers if answer is not None]
            self.counts[Place(table, code, f"count{suffix}")] = sum(known)
            self.counts[Place(table, code, f"base{suffix}")] = len(known)
            self.counts[Place(table, code, f"not_collected{suffix}")] = len(answers) - len(known)

    def all_cohorts(self) -> dict[str, Cohort]:
        """Whether a person belongs; None where that is not known."""

        def answer(field: str, codelist: str, *wanted: str) -> Cohort:
            def belongs(person: Row) -> bool | None:
                code = person.get(field) or ""
                if not code or meaning(codelist, code) in NOT_ANSWERS:
                    return None
                return code in wanted or meaning(codelist, code) in wanted

            return belongs

        def aged(*bands: str) -> Cohort:
            def belongs(person: Row) -> bool | None:
                found = band(person.get("date_of_birth"), person["started_on"], AGES)
                return None if found == "not_recorded" else found in bands

            return belongs

        kinds = [each.code for each in ALL["disability_kind"].codes if each.group not in NOT_ANSWERS]

        def kind(code: str) -> Cohort:
            def belongs(person: Row) -> bool | None:
                if person.get("disabled") == "no":
                    return False
                found = {each for each in (person.get("disability_kinds") or "").split() if each in kinds}
                return code in found if person.get("disabled") == "yes" and found else None

            return belongs

        def needs(*wanted: str) -> Cohort:
            return lambda person: bool(self.plain.needs_of(person) & {*wanted})

        found = {
            "women": answer("sex", "sex", "female"),
            "men": answer("sex", "sex", "male"),
            "young": aged("under_18", "18_24"),
            "older": aged("55_64", "65_over"),
            "disabled": answer("disabled", "yes_no", "yes"),
            "lgb": answer("sexual_orientation", "sexual_orientation", "lgb"),
            "trans": answer("gender", "gender", "trans"),
            "no_recourse": answer("no_recourse", "yes_no", "yes"),
            "interpreter": answer("interpreter_needed", "yes_no", "yes"),
            "pregnant": answer("pregnant", "yes_no", "yes"),
            "mental_health": needs("mental_health"),
            "substances": needs("drugs", "alcohol"),
        }
        found |= {f"ethnicity_{code}": answer("ethnicity", "ethnicity", code) for code in ALL["ethnicity"].groups}
        return found | {f"disabled_{code}": kind(code) for code in kinds}


Cohort = Callable[[Row], bool | None]


def equalities(store: Store, first: date, last: date, before: tuple[date, date]) -> Counts:
    """The definition ``equalities``."""
    hand = Hand(store, first, last)
    for suffix, days in (("", (first, last)), ("_before", before)):
        one = Hand(store, *days)
        people = [one.plain.residents[stay["resident_id"]] | stay for stay in one.plain.first_stays()]
        hand.cohorts("cohorts", people, one.all_cohorts(), suffix)
    return hand.counts


def safe_accommodation(store: Store, first: date, last: date) -> Counts:
    """The definition ``safe-accommodation``."""
    hand = Hand(store, first, last)
    adults, children = hand.adults(), hand.children()
    kinds = {"women": True, "men": True, "trans_adults": True, "other_adults": True, "children": True}
    everybody = [*map(_kind_of_adult, adults), *["children"] * len(children)]
    hand.one_way("individuals", kinds | {"adults_not_known": False}, everybody)
    hand.counts |= {place: n for place, n in hand.plain.counts.items() if place.table == "people_supported"}
    types = hand.rows_of("accommodation_type")
    for people, table in ((adults, "adults"), (list(children.values()), "children")):
        found = [_type_of(hand, person["stay_id"]) for person in people]
        hand.one_way(f"{table}_by_type", types, found)
        sides = {"accommodation": True, "sanctuary": True, "not_recorded": False}
        apart = (each if each in ("sanctuary", "not_recorded") else "accommodation" for each in found)
        hand.one_way(f"{table}_in_sanctuary", sides, apart)
    received = [row for row in store["referrals"] if hand.plain.in_period(row.get("received_on"))]
    refused = [row for row in received if not row.get("repeat_of") and row["outcome"] == "not_accepted"]
    hand.listed("unmet", "refusal_reason", refused, "refusal_reason")
    hand.grouped("unmet_groups", "refusal_reason", refused, "refusal_reason")
    left = _people_left(hand)
    hand.listed("left", "move_on_destination", left, "move_on_destination")
    hand.grouped("left_groups", "move_on_destination", left, "move_on_destination")
    hand.listed("left_reason", "exit_reason", left, "exit_reason")
    for table, codelist, field in (("support_topics", "topic", "topics"), ("support_kinds", "contact_kind", "kind")):
        _several(hand, table, codelist, field, adults)
    cohorts = hand.all_cohorts()
    chosen = [each for each in cohorts if each not in ("women", "men") and not each.startswith("disabled_")]
    hand.cohorts("characteristics", adults, {each: cohorts[each] for each in chosen})
    return hand.counts


def _kind_of_adult(person: Row) -> str:
    if person.get("gender") and meaning("gender", person["gender"]) == "trans":
        return "trans_adults"
    return {"female": "women", "male": "men", "intersex": "other_adults"}.get(person.get("sex", ""), "adults_not_known")


def _type_of(hand: Hand, stay_id: str) -> str:
    """The type lived in on the earliest night of the period; of two on one night the first in the alphabet."""
    units = {unit["unit_id"]: unit for unit in hand.store["units"]}
    ended = next(hand.plain.ended(stay) for stay in hand.store["stays"] if stay["stay_id"] == stay_id)
    nights = []
    for row in (row for row in hand.store["placements"] if row["stay_id"] == stay_id):
        unit, until = units[row["unit_id"]], date.fromisoformat(row["to_on"]) if row["to_on"] else ended
        opens = date.fromisoformat(unit["open_from"]) if unit["open_from"] else date.min
        closes = date.fromisoformat(unit["open_to"]) if unit["open_to"] else date.max
        night = max(date.fromisoformat(row["from_on"]), hand.first, opens)
        if night < until and night <= min(hand.last, closes):
            nights.append((night, unit["accommodation_type"] or "~"))
    first = min(nights, default=(hand.first, "~"))[1]
    return "not_recorded" if first == "~" else first


def _people_left(hand: Hand) -> list[Row]:
    there = {s["resident_id"] for s in hand.store["stays"] if hand.plain.started(s) <= hand.last < hand.plain.ended(s)}
    last: dict[str, Row] = {}
    for stay in hand.plain.stays_ended():
        other = last.setdefault(stay["resident_id"], stay)
        keys = [(each["ended_on"], each["started_on"], each["stay_id"]) for each in (stay, other)]
        if keys[0] > keys[1]:
            last[stay["resident_id"]] = stay
    return [stay for person, stay in last.items() if person not in there]


def _several(hand: Hand, table: str, codelist: str, field: str, adults: list[Row]) -> None:
    found = []
    for person in adults:
        codes = {code for row in hand.contacts_of(person["resident_id"]) for code in row[field].split()}
        found += [*codes] or ["nothing_recorded"]
    for code in [*(each.code for each in ALL[codelist].codes), "nothing_recorded"]:
        hand.counts[Place(table, code)] = found.count(code)
    hand.counts[Place(table)] = len(adults)


def activity(store: Store, first: date, last: date, since: date) -> Counts:
    """The definition ``activity``; since: the first day of the service's year."""
    hand = Hand(store, first, last)
    for column, days in (("period", (first, last)), (f"since_{since}", (since, last))):
        one = Hand(store, *days)
        firsts = [row for row in store["referrals"] if not row.get("repeat_of")]
        received = [row for row in firsts if one.plain.in_period(row.get("received_on"))]
        numbers = {
            "referrals": len(received),
            "not_accepted": sum(row["outcome"] == "not_accepted" for row in received),
            "stays_started": len(one.plain.stays_started()),
            "stays_ended": len(one.plain.stays_ended()),
            "people_started": len(one.plain.first_stays()),
            "people_supported": len(one.adults()),
            "children_supported": len(one.children()),
        }
        hand.counts |= {Place("indicators", code, column): number for code, number in numbers.items()}
    shared = ("people_supported", "children_supported", "flow", "referrals_by_month", "starts_by_month")
    return hand.counts | {place: n for place, n in hand.plain.counts.items() if place.table in shared}


def outcomes(store: Store, first: date, last: date) -> Counts:
    """The definition ``outcomes``."""
    hand = Hand(store, first, last)
    closed = hand.plain.stays_ended()
    hand.listed("needs_met", "needs_met", closed, "needs_met")
    hand.listed("exit_reason", "exit_reason", closed, "exit_reason")
    for table, field in (
        ("safe_at_exit", "safe_at_exit"),
        ("returned", "returned_to_perpetrator"),
        ("planned", "planned_departure"),
    ):
        hand.listed(table, "yes_no", closed, field)
    _risks(hand, closed)
    _scores(hand, closed)
    _aftercare(hand)
    _waits(hand)
    _times(hand)
    return hand.counts


def _crossed(hand: Hand, table: str, rows: list[str], columns: list[str], pairs: list[tuple[str, str]]) -> None:
    hand.counts[Place(table)] = len(pairs)
    for row in rows:
        hand.counts[Place(table, row)] = sum(pair[0] == row for pair in pairs)
    for column in columns:
        hand.counts[Place(table, "", column)] = sum(pair[1] == column for pair in pairs)
    for row in rows:
        for column in columns:
            hand.counts[Place(table, row, column)] = pairs.count((row, column))


def _risks(hand: Hand, closed: list[Row]) -> None:
    levels = ["standard", "medium", "high"]
    pairs = [(stay["risk_at_start"], stay["risk_at_exit"]) for stay in closed]
    pairs = [pair for pair in pairs if pair[0] in levels and pair[1] in levels]
    hand.counts[Place("matched", "closed")] = len(closed)
    hand.counts[Place("matched", "matched")] = len(pairs)
    _crossed(hand, "risk_by_risk", levels, levels, pairs)
    steps = [levels.index(end) - levels.index(start) for start, end in pairs]
    changes = ["lower" if step < 0 else "higher" if step else "same" for step in steps]
    hand.one_way("risk_change", dict.fromkeys(("lower", "same", "higher"), True), changes)


def _scores(hand: Hand, closed: list[Row]) -> None:
    areas, found = [code.code for code in ALL["outcome_area"].codes], []
    for stay in closed:
        for area in areas:
            rows = [r for r in hand.store["outcome_scores"] if (r["stay_id"], r["area"]) == (stay["stay_id"], area)]
            start = sorted((r for r in rows if r["stage"] == "start"), key=lambda r: r["scored_on"])
            leaving = sorted((r for r in rows if r["stage"] == "exit"), key=lambda r: r["scored_on"])
            if start and leaving:
                step = int(leaving[-1]["score"]) - int(start[0]["score"])
                found.append((area, "better" if step > 0 else "worse" if step else "same"))
    _crossed(hand, "score_change", [*areas, "not_recorded"], ["better", "same", "worse"], found)


def _aftercare(hand: Hand) -> None:
    table, rows = "aftercare", {"1_month": 30, "3_months": 90, "6_months": 180}
    for code, days in rows.items():
        due = {
            stay["stay_id"]
            for stay in hand.store["stays"]
            if stay["ended_on"] and hand.first <= date.fromisoformat(stay["ended_on"]) + days * DAY <= hand.last
        }
        made = [
            row
            for row in hand.store["aftercare_contacts"]
            if row["due"] == code and row["stay_id"] in due and date.fromisoformat(row["on_day"]) <= hand.last
        ]
        reached = [row for row in made if row["reached"] == "yes"]
        safe = [row for row in reached if row["is_safe"] == "yes"]
        for column, found in (("made", made), ("reached", reached), ("safe", safe)):
            hand.counts[Place(table, code, column)] = len({row["stay_id"] for row in found})
        hand.counts[Place(table, code, "due")] = len(due)
    for column in ("due", "made", "reached", "safe"):
        hand.counts[Place(table, "", column)] = sum(hand.counts[Place(table, code, column)] for code in rows)
    hand.counts[Place(table)] = hand.counts[Place(table, "", "due")]


def _waits(hand: Hand) -> None:
    stays = {stay["stay_id"] for stay in hand.touching()}
    asked = [w for w in hand.store["waits"] if w["stay_id"] in stays and hand.plain.in_period(w["asked_on"])]
    got = [w for w in asked if w["got_on"] and date.fromisoformat(w["got_on"]) <= hand.last]
    soon = [w for w in got if date.fromisoformat(w["got_on"]) - date.fromisoformat(w["asked_on"]) <= 28 * DAY]
    hand.counts[Place("waits")] = len(asked)
    for column, found in (("asked", asked), ("got", got), ("soon", soon)):
        hand.counts[Place("waits", "", column)] = len(found)
        for code in [*(each.code for each in ALL["wait_for"].codes), "not_recorded"]:
            hand.counts[Place("waits", code, column)] = sum((w["what"] or "not_recorded") == code for w in found)


def _times(hand: Hand) -> None:
    bands = dict.fromkeys(("same_day", "1_2", "3_7", "8_28", "29_or_more"), True) | {"not_recorded": False}
    received = {row["referral_id"]: row.get("received_on") for row in hand.store["referrals"]}
    referrals = [r for r in hand.store["referrals"] if hand.plain.in_period(r["received_on"]) and not r["repeat_of"]]
    hand.one_way("to_decision", bands, (_days(r["received_on"], r.get("decided_on")) for r in referrals))
    started = hand.plain.stays_started()
    hand.one_way("to_arrival", bands, (_days(received.get(s.get("referral_id", "")), s["started_on"]) for s in started))


def _days(start: str | None, end: str | None) -> str:
    if not start or not end or end < start:
        return "not_recorded"
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    bands = ((0, "same_day"), (2, "1_2"), (7, "3_7"), (28, "8_28"), (9**9, "29_or_more"))
    return next(code for most, code in bands if days <= most)
