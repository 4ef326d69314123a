"""Whether a unit is there to be held, or to be void: asked about beside the first day, never wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from refugedesk.domain.fields import Answers
from refugedesk.domain.rules import Problem, Rule, Span, Surroundings, day, unlikely
from refugedesk.domain.spans import spans_overlap
from refugedesk.domain.words import tr

SpanOf = Callable[[Answers], Span | None]


def held_nights(answers: Answers) -> Span | None:
    """The nights of a hold: its last day is a night of it, until it is let go."""
    first, last, let_go = (day(answers.get(name)) for name in ("held_on", "until_on", "released_on"))
    if first is None or last is None:
        return None
    return first, let_go or last + timedelta(days=1)


def void_nights(answers: Answers) -> Span | None:
    """The nights of a void: on the day it is ready it is void no more."""
    first: date | None = day(answers.get("from_on"))
    return None if first is None else (first, day(answers.get("to_on")))


def nobody_there(field: str, nights: SpanOf) -> Rule:
    """Somebody who lives in the unit on these nights is asked about; for whom it was held is not."""

    def check(answers: Answers, around: Surroundings) -> Problem | None:
        span = nights(answers)
        if span is None or not any(spans_overlap(span, other) for other in around.unit_others):
            return None
        text = tr("Somebody lives in this unit on some of these nights. Is that right?")
        return unlikely(field, text, f"{field}_nobody_there")

    return check


def held_once(field: str, nights: SpanOf) -> Rule:
    """A unit that is held already on these nights is asked about."""

    def check(answers: Answers, around: Surroundings) -> Problem | None:
        span = nights(answers)
        if span is None or not any(spans_overlap(span, other) for other in around.unit_holds):
            return None
        return unlikely(
            field, tr("This unit is held already on some of these nights. Is that right?"), f"{field}_held_once"
        )

    return check
