"""The children a call told of: one line in the referral's form, a record each in the store."""

from __future__ import annotations

from collections import Counter

from refugedesk.domain.children_told import ChildTold, children_in, say_children
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.storage.lookups import arrivals as lookups
from refugedesk.storage.work import Work

LINE = "children_told"


def write_out(work: Work, draft: Draft) -> None:
    """Puts the stored children of a referral into its line."""
    if draft.record.id == "referral":
        told = [child for _, child in lookups.children_told(work.connection, draft.id)]
        draft.answers[LINE] = say_children(told) or None


def put(work: Work, draft: Draft, referral: str) -> None:
    """Stores the children of the line: those that are there already stay as they are, the rest is changed to it.

    A line that was never shown changes nothing; one that was emptied takes the children out.
    """
    if draft.record.id != "referral" or LINE not in draft.answers:
        return
    wanted = list(children_in(draft.answers[LINE]) if draft.is_shown(LINE) else ())
    stored = lookups.children_told(work.connection, referral)
    left = _without(wanted, stored)
    for child in wanted:
        if not left:
            work.add("referral_child", _answers(referral, child))
            continue
        key, before = min(left, key=lambda each: _difference(each[1], child))
        left.remove((key, before))
        work.save("referral_child", key, _answers(referral, child, before), _version(work, key))
    for key, _ in left:
        work.remove("referral_child", key)


def _difference(before: ChildTold, now: ChildTold) -> tuple[bool, bool, int]:
    """How unlike they are: the least unlike of the stored children is the one that was corrected."""
    return before.comes_along != now.comes_along, before.sex != now.sex, abs((before.age or 0) - (now.age or 0))


def _without(wanted: list[ChildTold], stored: list[tuple[str, ChildTold]]) -> list[tuple[str, ChildTold]]:
    """The stored children who are not among the wanted; takes those who are out of ``wanted``."""
    count, left = Counter(wanted), []
    for key, child in stored:
        if count[child]:
            count[child] -= 1
            wanted.remove(child)
        else:
            left.append((key, child))
    return left


def _answers(referral: str, child: ChildTold, before: ChildTold | None = None) -> dict[str, Answer]:
    comes = "yes" if child.comes_along and before is not None and not before.comes_along else None
    return {
        "referral_id": referral,
        "age": child.age,
        "sex": child.sex,
        "comes_along": comes if child.comes_along else "no",
    }


def _version(work: Work, key: str) -> int:
    return work.load("referral_child", key).version
