"""When things fall due: days a service may change, with those most services keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr

MOST_DAYS = 730


class RhythmError(CorrectableError):
    """A rhythm is not a whole number of days that can be kept."""


@dataclass(frozen=True)
class Rhythm:
    """Days after arrival, after the last time, or after leaving, within which each is due.

    Source: the commissioners' specifications the first edition was written from; every one can be changed.
    """

    safety_plan: int = 3
    risk: int = 7
    support_plan: int = 14
    review: int = 28
    child_assessment: int = 60
    chase: int = 14
    exit_form: int = 7
    aftercare_1_month: int = 30
    aftercare_3_months: int = 90
    aftercare_6_months: int = 180

    def __post_init__(self) -> None:
        for name, days in asdict(self).items():
            if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= MOST_DAYS:
                raise RhythmError(
                    tr(
                        "{label}: give a whole number of days from 1 to {most_days}.",
                        label=tr(LABELS[name]),
                        most_days=MOST_DAYS,
                    )
                )

    @classmethod
    def of(cls, chosen: Mapping[str, int]) -> Rhythm:
        """The usual rhythm with what a service has chosen; RhythmError for a day that cannot be."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: days for name, days in chosen.items() if name in known})


LABELS: Mapping[str, str] = {
    "safety_plan": noted("Safety plan, days after arrival"),
    "risk": noted("Risk assessment, days after arrival"),
    "support_plan": noted("Support plan, days after arrival"),
    "review": noted("Review, days after the last one"),
    "child_assessment": noted("A child's assessment again, days after the last one"),
    "chase": noted("Chase what is waited for, days after asking"),
    "exit_form": noted("Move-on form complete, days after leaving"),
    "aftercare_1_month": noted("First aftercare contact, days after leaving"),
    "aftercare_3_months": noted("Second aftercare contact, days after leaving"),
    "aftercare_6_months": noted("Third aftercare contact, days after leaving"),
}
"""What each is called where it is changed."""
