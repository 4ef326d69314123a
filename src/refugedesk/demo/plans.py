"""The plans of those who live there: safety, risk, needs and goals, reviews and scores, each in its rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Row
from refugedesk.demo.sayings import ACTIONS, ANY_GOAL, GOALS, IN_DANGER, ONLINE, OUT_AND_ABOUT, REVIEWS
from refugedesk.demo.sheets import Sheets, day_of

REVIEW: Final = timedelta(days=28)
SCORED: Final = ("safety", "wellbeing", "home", "money")
QUESTIONS: Final = tuple(f"q{number:02}" for number in range(1, 25))
MENS: Final = tuple(f"m{number:02}" for number in range(1, 13))
CHILDS: Final = tuple(f"c{number:02}" for number in range(1, 13))
LATE_PERCENT: Final = 6
YES_PERCENT: Final = {"high": 68, "medium": 42, "standard": 20}


def rounds(chance: Chance, begins: date, today: date) -> Iterator[date]:
    """Every four weeks from a day, up to today; now and then the last one has not been done."""
    day = begins
    while day <= today:
        is_last, is_first = day + REVIEW > today, day == begins
        if is_last and not is_first and (today - day).days < 12 and chance.happens(LATE_PERCENT * 4):
            return
        yield day
        day += REVIEW - timedelta(days=chance.number(0, 3))


def plan(sheets: Sheets, stay: Row, chance: Chance) -> None:
    """Everything that is planned with one household."""
    started, today = day_of(stay["started_on"]), sheets.today
    worker = stay["key_worker"]
    for day in rounds(chance, started + timedelta(days=chance.number(0, 2)), today):
        sheets.add("safety_plans", **_safety(stay, day, worker, chance))
    for number, day in enumerate(rounds(chance, started + timedelta(days=chance.number(1, 6)), today)):
        _assess(sheets, stay, day, "review" if number else "arrival", chance)
    agreed = started + timedelta(days=chance.number(5, 13))
    if agreed <= today:
        _agree(sheets, stay, agreed, chance)
        for day in list(rounds(chance, agreed, today))[1:]:
            sheets.add(
                "plan_reviews",
                stay_id=stay["stay_id"],
                reviewed_on=day,
                note=chance.one_of(REVIEWS),
                worker=worker,
                next_on=day + REVIEW,
            )
    _score(sheets, stay, started, chance)
    for child in sheets.children_of(stay):
        if chance.happens(60):
            _assess_child(sheets, stay, child, chance)


def _safety(stay: Row, day: date, worker: str, chance: Chance) -> dict[str, str | date]:
    return {
        "stay_id": stay["stay_id"],
        "made_on": day,
        "in_danger": chance.one_of(IN_DANGER),
        "out_and_about": chance.one_of(OUT_AND_ABOUT),
        "online": chance.one_of(ONLINE),
        "review_on": day + REVIEW,
        "worker": worker,
    }


def _assess(sheets: Sheets, stay: Row, day: date, stage: str, chance: Chance) -> None:
    is_man = sheets.by_id[stay["resident_id"]]["sex"] == "male"
    level = stay["risk_at_start"] if stay["risk_at_start"] in YES_PERCENT else "medium"
    if stage == "review" and chance.happens(45):
        level = {"high": "medium", "medium": "standard"}.get(level, level)
    answers = _answers(MENS if is_man else QUESTIONS, level, chance)
    sheets.add(
        "risk_assessments",
        stay_id=stay["stay_id"],
        assessed_on=day,
        stage=stage,
        tool="checklist_men" if is_man else "checklist_24",
        worker=stay["key_worker"],
        **answers,
        score=sum(answer == "yes" for answer in answers.values()),
        level=level,
        next_on=day + REVIEW,
    )


def _answers(names: tuple[str, ...], level: str, chance: Chance) -> dict[str, str]:
    share = YES_PERCENT[level]
    return {name: "yes" if chance.happens(share) else chance.weighted({"no": 9, "dont_know": 1}) for name in names}


def _assess_child(sheets: Sheets, stay: Row, child: Row, chance: Chance) -> None:
    first = max(day_of(stay["started_on"]), day_of(child["date_of_birth"] or stay["started_on"]))
    day = first + timedelta(days=chance.number(3, 9))
    if day <= sheets.today:
        answers = _answers(CHILDS, "standard", chance)
        next_on = day + timedelta(days=60)
        while next_on < sheets.today - timedelta(days=5):
            next_on += timedelta(days=60)
        yes = sum(answer == "yes" for answer in answers.values())
        sheets.add(
            "child_risk_assessments",
            child_id=child["child_id"],
            assessed_on=day,
            stage="arrival",
            worker=stay["key_worker"],
            **answers,
            score=yes,
            level="medium" if yes > 3 else "standard",
            next_on=next_on,
        )


def _agree(sheets: Sheets, stay: Row, agreed: date, chance: Chance) -> None:
    """Two or three goals; what was agreed long ago is met by now, or partly."""
    needs = sheets.codes_of("needs", "need", stay)[:3]
    for need in needs:
        is_old = (sheets.today - agreed).days > 45
        met = chance.weighted({"met": 45, "partly": 25, "": 30}) if is_old else ""
        ended = agreed + timedelta(days=chance.number(20, 44)) if met else None
        goal = sheets.add(
            "goals",
            stay_id=stay["stay_id"],
            need=need,
            level=str(chance.number(1, 3)),
            goal=chance.one_of(GOALS.get(need, ANY_GOAL)),
            agreed_on=agreed,
            outcome=met,
            ended_on=ended or "",
            outcome_why="It takes longer than thought." if met == "partly" else "",
            level_now=str(chance.number(0, 1)) if met else "",
        )
        _act(sheets, goal, stay, agreed, chance)


def _act(sheets: Sheets, goal: str, stay: Row, agreed: date, chance: Chance) -> None:
    for what in dict.fromkeys(chance.one_of(ACTIONS) for _ in range(2)):
        due = agreed + timedelta(days=chance.number(7, 40))
        is_done = due < sheets.today
        done = due - timedelta(days=chance.number(0, 6)) if is_done and chance.happens(85) else ""
        who = chance.one_of((stay["key_worker"], sheets.by_id[stay["resident_id"]]["first_name"]))
        sheets.add("plan_actions", goal_id=goal, what=what, who=who, due_on=due, done_on=done)


def _score(sheets: Sheets, stay: Row, started: date, chance: Chance) -> None:
    """Four areas at the start and again at each review: mostly better, not always."""
    now = {area: chance.number(2, 5) for area in SCORED}
    day, stage = started + timedelta(days=7), "start"
    while day <= sheets.today:
        for area in SCORED:
            sheets.add(
                "outcome_scores", stay_id=stay["stay_id"], scored_on=day, stage=stage, area=area, score=now[area]
            )
        now = {area: min(10, max(1, score + chance.number(-1, 2))) for area, score in now.items()}
        day, stage = day + timedelta(days=56), "review"
