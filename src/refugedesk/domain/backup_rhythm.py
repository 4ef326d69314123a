"""How often a store is backed up, when that is overdue, and which of the older backups are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr

AT_LEAST_DAYS: Final = 7
"""Work or none: a stick that is never written to is not known to work."""
LATE_DAYS: Final = 7
VERY_LATE_DAYS: Final = 30
MOST: Final = 120


class BackupRulesError(CorrectableError):
    """A number is none that backups can be kept by."""


class Every(StrEnum):
    """How often, where there was work."""

    DAY = "day"
    WEEK = "week"


class Urgency(IntEnum):
    """How much it matters that there is a new backup."""

    FRESH = 0
    DUE = 1
    LATE = 2
    VERY_LATE = 3


@dataclass(frozen=True)
class BackupRules:
    """How often; and of how many days, weeks and months the newest backup of each is kept."""

    every: Every = Every.DAY
    days: int = 7
    weeks: int = 5
    months: int = 12

    def __post_init__(self) -> None:
        if not (1 <= self.days <= MOST and 0 <= self.weeks <= MOST and 0 <= self.months <= MOST):
            raise BackupRulesError(tr("Type whole numbers up to {most}; at least one day is kept.", most=MOST))

    @classmethod
    def of(cls, chosen: Mapping[str, object]) -> BackupRules:
        """The usual rules with those that were chosen in their place."""
        numbers = {name: chosen[name] for name in ("days", "weeks", "months") if isinstance(chosen.get(name), int)}
        every = chosen.get("every")
        known = Every(every) if isinstance(every, str) and every in set(Every) else Every.DAY
        return cls(known, **numbers)  # type: ignore[arg-type]


def overdue_days(since: date | None, today: date, has_work: bool, every: Every) -> int:
    """Since how many days a backup is due: 0 on the first of them, below 0 where none is.

    Args:
        since: the day of the last one; None: there is none. A day to come tells of a clock that was wrong: due.
        has_work: whether anything was done since.
    """
    if since is None or since > today:
        return 0
    allowed = 1 if has_work and every is Every.DAY else AT_LEAST_DAYS
    return (today - since).days - allowed


def urgency(overdue: int) -> Urgency:
    """How much it matters, by the days of ``overdue_days``."""
    if overdue < 0:
        return Urgency.FRESH
    if overdue < LATE_DAYS:
        return Urgency.DUE
    return Urgency.LATE if overdue < VERY_LATE_DAYS else Urgency.VERY_LATE


@dataclass(frozen=True)
class Copy:
    """A backup in the place where they are kept."""

    name: str
    made_at: datetime


def too_many(
    copies: Iterable[Copy], newest: str, rules: BackupRules, now: datetime, not_before: datetime
) -> tuple[Copy, ...]:
    """The backups to be removed, the oldest first.

    The newest proved one is never among them, nor one from a day to come, which tells of a clock that was wrong.

    Args:
        newest: the name of the one that was proved last.
        not_before: whatever was made then or earlier goes: it holds what was purged, or is older than files are kept.
    """
    taken: set[tuple[str, date]] = set()
    going = []
    for copy in sorted(copies, key=lambda each: (each.name == newest, each.made_at), reverse=True):
        slots = _slots(copy.made_at.astimezone(now.tzinfo).date(), now.date(), rules)
        is_kept = copy.name == newest or copy.made_at > now or (copy.made_at > not_before and bool(slots - taken))
        if is_kept:
            taken |= slots
        else:
            going.append(copy)
    return tuple(reversed(going))


def _slots(day: date, today: date, rules: BackupRules) -> set[tuple[str, date]]:
    """The day, week and month a backup may stand for, as far as backups are kept of it."""
    monday, first = day - timedelta(days=day.weekday()), day.replace(day=1)
    weeks = (today - timedelta(days=today.weekday()) - monday).days // 7
    months = (today.year - day.year) * 12 + today.month - day.month
    ages = (("day", day, (today - day).days, rules.days), ("week", monday, weeks, rules.weeks))
    of = (*ages, ("month", first, months, rules.months))
    return {(kind, of_day) for kind, of_day, age, most in of if 0 <= age < most}
