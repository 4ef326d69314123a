"""What earlier protected returns of the same store tell about a new one, and the new one about them.

Two rules, until several releases are solved as one problem. A period that shares days with an earlier one of the
same store may be released only as it was: the difference of two such returns would show single people. And where one
period begins on the day after another ends, who was there that night is one number in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import ONE_DAY
from refugedesk.reporting.attack import Published, attack, describe
from refugedesk.reporting.relations import Knowledge, Relation, Sense
from refugedesk.reporting.tables import CountReturn, Heading, Place, SafeReturn

AT_START, AT_END = Place("flow", "in_stay_at_start"), Place("flow", "in_stay_at_end")


class UnmaskingError(CorrectableError):
    """Released beside an earlier return, this one would let a reader work somebody out. Nothing was written."""


@dataclass(frozen=True)
class Earlier:
    """A protected return that has left the house: what it showed, and what a reader knows of its definition.

    content: its numbers in the JSON form; two releases with the same content are the same.
    """

    heading: Heading
    published: Published
    knowledge: Knowledge
    content: str


def with_earlier(knowledge: Knowledge, counts: CountReturn, earlier: Sequence[Earlier]) -> Knowledge:
    """A reader's knowledge of the new return, with what the neighbouring periods showed.

    A figure that the records have since been corrected away from is no knowledge: relied on, it would mislead her.
    """
    truth = {place: count for table in counts.tables for place, count in table.counts.items()}
    carried = [relation for each in earlier for relation in _carried(each, counts.heading)]
    return replace(knowledge, relations=(*knowledge.relations, *(each for each in carried if each.holds(truth))))


def check_beside(release: SafeReturn, content: str, earlier: Sequence[Earlier]) -> None:
    """Raises UnmaskingError where the new return and an earlier one together would show too much."""
    for each in earlier:
        if each.heading.period.overlaps(release.heading.period):
            if each.content != content:
                raise UnmaskingError(_overlap(each.heading, release.heading))
        else:
            _check_neighbour(each, release)


def _carried(earlier: Earlier, heading: Heading) -> list[Relation]:
    """The number of people there on the night between two periods, as the earlier return showed it."""
    shown = earlier.published.shown
    if earlier.heading.period.last + ONE_DAY == heading.period.first and AT_END in shown:
        return [_is("the end of the period before", AT_START, shown[AT_END])]
    if heading.period.last + ONE_DAY == earlier.heading.period.first and AT_START in shown:
        return [_is("the start of the period after", AT_END, shown[AT_START])]
    return []


def _check_neighbour(earlier: Earlier, release: SafeReturn) -> None:
    shown = Published.release(release).shown
    there, here = (
        (AT_END, AT_START) if earlier.heading.period.last < release.heading.period.first else (AT_START, AT_END)
    )
    touches = ONE_DAY in (
        release.heading.period.first - earlier.heading.period.last,
        earlier.heading.period.first - release.heading.period.last,
    )
    if not touches or here not in shown or there in earlier.published.shown:
        return
    told = replace(earlier.knowledge, relations=(*earlier.knowledge.relations, _is("told later", there, shown[here])))
    before, after = attack(earlier.published, earlier.knowledge), attack(earlier.published, told)
    if set(after) - set(before):
        raise UnmaskingError(
            f"Beside the return for {_days(earlier.heading)} this one would show a small number there"
            f" ({describe(after)}). Nothing was written. Choose a longer period that begins before or after it."
        )


def _is(name: str, place: Place, value: int) -> Relation:
    return Relation(name, ((1, place),), Sense.EQUAL, value)


def _overlap(earlier: Heading, new: Heading) -> str:
    if earlier.period == new.period:
        return (
            f"A protected return for {_days(earlier)} has been released, and the records have been corrected since."
            " The difference between the two could show a single person. Nothing was written."
            " Send the earlier file again, or give exact figures to a recipient who may have them."
        )
    return (
        f"A protected return for {_days(earlier)} has been released, which shares days with this one. The difference"
        " between the two could show a single person. Nothing was written. Choose a period that begins after it ends"
        " or ends before it begins, or give exact figures to a recipient who may have them."
    )


def _days(heading: Heading) -> str:
    return f"{heading.period.first} to {heading.period.last}"
