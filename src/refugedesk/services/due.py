"""What is due, for whom, since when, and where to go for it. Nothing of it is stored: it follows from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from refugedesk.domain.records import ALL
from refugedesk.domain.rhythm import Rhythm
from refugedesk.domain.words import counted, noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of, full_name
from refugedesk.storage import settings
from refugedesk.storage.lookups import due as lookups
from refugedesk.storage.lookups.team import known_team

AHEAD: Final = timedelta(days=7)
LOOKED_BACK: Final = timedelta(days=365)
RHYTHM: Final = "rhythm"
WORDS: Final = {
    "wait": noted("Chase what is waited for"),
    "risk_assessment": noted("Assess risk again"),
    "safety_plan": noted("Look at the safety plan again"),
    "goal": noted("Look at a goal again"),
    "plan_review": noted("Review the support plan"),
    "court_date": noted("Court"),
    "correction": noted("Answer what should be put right"),
    "perpetrator": noted("An order or bail ends"),
    "child_risk_assessment": noted("Assess a child's risk again"),
}
AFTER: Final = (
    ("1_month", "aftercare_1_month"),
    ("3_months", "aftercare_3_months"),
    ("6_months", "aftercare_6_months"),
)


@dataclass(frozen=True)
class DueRow:
    """One thing that is due: what, whose (empty for the house), by when, and where it is done.

    worker: who is to do it, the one named for a task or else the key worker; empty for everybody.
    """

    what: str
    who: str
    on: date
    record_id: str
    id: str
    resident_id: str | None
    stay_id: str | None
    worker: str

    def when(self, today: date) -> str:
        """How it stands to today: 3 days overdue, today, in 2 days."""
        days = (self.on - today).days
        if days < 0:
            return counted(-days, "%n day overdue", "%n days overdue")
        return tr("today") if days == 0 else counted(days, "in %n day", "in %n days")


def rhythm(desk: Desk) -> Rhythm:
    """The rhythm this service keeps."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = settings.chosen(connection, RHYTHM)
    return Rhythm.of({name: days for name, days in found.items() if isinstance(days, int)})


def keep_rhythm(desk: Desk, chosen: Rhythm) -> None:
    """Makes it the service's own; what is due follows at once."""
    desk.require(Action.KEEP_RULES)
    before = vars(rhythm(desk))
    changes: dict[str, list[object]] = {
        name: [before[name], days] for name, days in vars(chosen).items() if before[name] != days
    }
    if changes:
        with desk.writing() as work:
            settings.choose(work.connection, RHYTHM, dict(vars(chosen)))
            work.note_change("settings", RHYTHM, changes)


def due(desk: Desk, worker: str = "", kept: Rhythm | None = None) -> tuple[DueRow, ...]:
    """Everything overdue or due within a week, the longest overdue first; of one worker where she is named.

    Args: kept: another rhythm than the service's, to see what it would make due.
    """
    desk.require(Action.READ)
    kept = kept or rhythm(desk)
    until = desk.today + AHEAD
    with desk.reading() as connection:
        lines = lookups.dated(connection, desk.today, until, vars(kept))
        stays = lookups.stays(connection, desk.today, desk.today - LOOKED_BACK)
        team = known_team(connection)
    rows = [*map(_dated_row, lines), *(row for stay in stays for row in _of_rhythm(stay, kept, desk.today))]
    wanted = (row for row in rows if row.on <= until and (not worker or team.are_one(row.worker, worker)))
    return tuple(sorted(wanted, key=lambda row: (row.on, row.who, row.what)))


def _dated_row(line: lookups.DueLine) -> DueRow:
    who = full_name(line.first_name, line.last_name) if line.resident_id else ""
    what = line.words or tr(WORDS.get(line.record, ALL[line.record].title))
    return DueRow(
        what, who, line.on, line.record, line.id, line.resident_id, line.stay_id, line.worker or line.key_worker or ""
    )


def _of_rhythm(stay: lookups.StayLine, kept: Rhythm, today: date) -> Iterator[DueRow]:
    """What the rhythm asks for in one stay and nobody has done."""
    if stay.ended_on is not None and stay.ended_on <= today:
        yield from _after_leaving(stay, stay.ended_on, kept)
        return
    if stay.safety_plan is None:
        yield _row(stay, tr("Make the safety plan"), stay.started_on, kept.safety_plan, "safety_plan")
    if stay.risk is None:
        yield _row(stay, tr("Assess risk"), stay.started_on, kept.risk, "risk_assessment")
    if stay.goal is None:
        yield _row(stay, tr("Agree the support plan"), stay.started_on, kept.support_plan, "goal")
    elif stay.review is None:
        yield _row(stay, tr("Review the support plan"), stay.goal, kept.review, "plan_review")


def _after_leaving(stay: lookups.StayLine, left: date, kept: Rhythm) -> Iterator[DueRow]:
    if stay.is_exit_missing:
        yield _row(stay, tr("Complete the move-on"), left, kept.exit_form, "stay")
    if stay.aftercare_agreed == "yes":
        yield from _aftercare(stay, left, kept)


def _aftercare(stay: lookups.StayLine, left: date, kept: Rhythm) -> Iterator[DueRow]:
    """The next contact: on the day that was agreed with the person, else by the rhythm."""
    agreed = stay.aftercare_next_on
    if agreed is not None and (stay.last_after is None or agreed > stay.last_after):
        yield _row(stay, tr("Aftercare contact, as agreed"), agreed, 0, "aftercare_contact")
        return
    for code, name in AFTER:
        if code not in stay.after:
            days = getattr(kept, name)
            yield _row(
                stay, tr("Aftercare contact, {days}", days=count_of(days, "day")), left, days, "aftercare_contact"
            )
            return


def _row(stay: lookups.StayLine, what: str, since: date, days: int, record: str) -> DueRow:
    who = full_name(stay.first_name, stay.last_name)
    on = since + timedelta(days=days)
    return DueRow(what, who, on, record, "", stay.resident_id, stay.stay_id, stay.key_worker or "")


def due_in(desk: Desk, stay_id: str) -> tuple[DueRow, ...]:
    """What the rhythm still asks for in one stay, however far ahead, in the order in which it falls due."""
    desk.require(Action.READ)
    kept = rhythm(desk)
    with desk.reading() as connection:
        stay = lookups.one_stay(connection, desk.today, stay_id)
    rows = _of_rhythm(stay, kept, desk.today) if stay is not None else ()
    return tuple(sorted(rows, key=lambda row: row.on))
