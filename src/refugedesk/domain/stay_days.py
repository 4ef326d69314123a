"""Whether a day lies in the stay it belongs to: declared with each form, asked about beside the field, never wrong.

A day of another month is a slip of the hand as a rule, and shifts what a return counts; now and then it is right.
"""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.domain.fields import Answers, Condition, always
from refugedesk.domain.rules import Problem, Span, Surroundings, day, say, unlikely
from refugedesk.domain.words import noted, tr

RIGHT = noted("Is that right?")


def never(_answers: Answers) -> bool:
    """The condition of what is always asked about."""
    return False


@dataclass(frozen=True)
class InStay:
    """A day that lies within the stay as a rule.

    field: which day; what: what it is, to begin a sentence; may_precede, may_follow: when a day before the stay began
    or after it ended is nothing to ask about. beside: the field it is asked beside, where that is another.
    """

    field: str
    what: str
    may_precede: Condition = never
    may_follow: Condition = never
    beside: str = ""

    def __call__(self, answers: Answers, around: Surroundings) -> Problem | None:
        """The question, or None where there is nothing to ask."""
        on = day(answers.get(self.field)) or (around.session_on if self.beside else None)
        if on is None or around.stay is None:
            return None
        start, end = around.stay
        if on < start and not self.may_precede(answers):
            return self._ask(
                tr(
                    "{what} is dated {day}, before the stay began on {other}.",
                    what=tr(self.what),
                    day=say(on),
                    other=say(start),
                )
            )
        if end is not None and on > end and not self.may_follow(answers):
            return self._ask(
                tr(
                    "{what} is dated {day}, after the stay ended on {other}.",
                    what=tr(self.what),
                    day=say(on),
                    other=say(end),
                )
            )
        return None

    def _ask(self, words: str) -> Problem:
        return unlikely(self.beside or self.field, f"{words} {tr(RIGHT)}", f"{self.field}_in_stay")


@dataclass(frozen=True)
class AfterStay:
    """A day that comes after the stay as a rule: aftercare."""

    field: str
    what: str

    def __call__(self, answers: Answers, around: Surroundings) -> Problem | None:
        """The question, or None where there is nothing to ask."""
        on = day(answers.get(self.field))
        if on is None or around.stay is None:
            return None
        _, end = around.stay
        if end is None:
            return self._ask(tr("{what} comes after a stay, and this one has not ended.", what=tr(self.what)))
        if on < end:
            return self._ask(
                tr(
                    "{what} is dated {day}, before the stay ended on {other}.",
                    what=tr(self.what),
                    day=say(on),
                    other=say(end),
                )
            )
        return None

    def _ask(self, words: str) -> Problem:
        return unlikely(self.field, f"{words} {tr(RIGHT)}", f"{self.field}_after_stay")


def from_the_start(field: str, what: str) -> InStay:
    """A day that may well come after the stay, and not before it."""
    return InStay(field, what, may_follow=always)


def span_of_all(stays: list[Span]) -> Span | None:
    """From the first day of several stays to the last; None where there are none."""
    if not stays:
        return None
    ends = [end for _, end in stays]
    known = [end for end in ends if end is not None]
    return min(start for start, _ in stays), max(known) if len(known) == len(ends) else None
