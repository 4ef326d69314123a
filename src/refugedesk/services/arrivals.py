"""A household moves in, or changes rooms: one transaction, and nothing typed twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from refugedesk.domain.children_told import ChildTold
from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer
from refugedesk.domain.rules import Problem, Surroundings
from refugedesk.services import carried
from refugedesk.services.desk import Desk
from refugedesk.services.forms import CannotSaveError, put
from refugedesk.services.roles import Action
from refugedesk.services.surroundings import around
from refugedesk.storage.lookups import surroundings as lookups
from refugedesk.storage.work import Work, load


class CannotArriveError(CorrectableError):
    """A part of an arrival cannot be saved; ``parts`` says which part has which problem. Nothing was saved."""

    def __init__(self, parts: list[tuple[str, Problem]]) -> None:
        super().__init__(" ".join(problem.text for _, problem in parts))
        self.parts = tuple(parts)


@dataclass
class Arrival:
    """The forms of an arrival. ``arrive`` fills in the links between them.

    children: each child with what is true of the child in this stay. placement may stay without a unit. others: what
    the referral knew that has a form of its own, such as who is feared and the pets; told: what the call told of each
    of the children the arrival began with.
    """

    referral_id: str | None
    resident: Draft
    stay: Draft
    placement: Draft
    children: list[tuple[Draft, Draft]] = field(default_factory=list)
    others: list[Draft] = field(default_factory=list)
    told: tuple[ChildTold | None, ...] = ()

    def parts(self) -> list[tuple[str, Draft]]:
        """Every form with the name it goes by: resident, stay, placement, child 1, child 1 in_stay ..."""
        named = [("resident", self.resident), ("stay", self.stay)]
        if self.placement.answers.get("unit_id"):
            named.append(("placement", self.placement))
        for number, (child, in_stay) in enumerate(self.children, start=1):
            named += [(f"child {number}", child), (f"child {number} in stay", in_stay)]
        return named + [(other.record.id, other) for other in self.others]


def start_arrival(desk: Desk, referral_id: str | None = None, resident_id: str | None = None) -> Arrival:
    """The forms of an arrival, with everything the referral knows carried over."""
    desk.require(Action.RECORD)
    with desk.reading() as connection:
        referral = dict(load(connection, "referral", referral_id).answers) if referral_id else {}
        told_children = carried.children(connection, referral_id) if referral_id else []
        known = load(connection, "resident", resident_id) if resident_id else None
    asks_last_name = not desk.forms["resident"].field("last_name").is_hidden
    named = carried.names(referral, asks_last_name)
    resident = _blank(desk, "resident", **named, **carried.to_resident(referral))
    if known is not None:
        resident = Draft(desk.forms["resident"], Surroundings(desk.today), dict(known.answers), known.id, known.version)
    stay = _blank(
        desk,
        "stay",
        started_on=desk.today,
        referral_id=referral_id,
        key_worker=desk.user.name,
        origin_authority=referral.get("origin_authority"),
        origin_ward=referral.get("origin_ward"),
        risk_at_start=referral.get("risk_level"),
        needs=referral.get("needs_named"),
    )
    arrival = Arrival(referral_id, resident, stay, _blank(desk, "placement", from_on=desk.today))
    arrival.told = _children_of(referral.get("children"), told_children)
    for told in arrival.told:
        child, in_stay = add_child(desk, arrival)
        child.answers.update({"sex": told.sex} if told and told.sex else {})
        in_stay.set("in_refuge", "yes" if told is None or told.comes_along else "no")
    if known is None:
        arrival.others += [_blank(desk, "perpetrator", **found) for found in carried.feared(referral)]
    arrival.others += [_blank(desk, "household_member", **found) for found in carried.along(referral)]
    hold = carried.held_unit(desk, referral_id)
    if hold:
        arrival.placement.set("unit_id", hold)
    return arrival


def _children_of(count: Answer, told: list[ChildTold]) -> tuple[ChildTold | None, ...]:
    """Each child who was told of; where more would come than that, None for each of them, before who stays behind."""
    come = [child for child in told if child.comes_along]
    untold = max((count if isinstance(count, int) else 0) - len(come), 0)
    return (*come, *[None] * untold, *(child for child in told if not child.comes_along))


def add_child(desk: Desk, arrival: Arrival) -> tuple[Draft, Draft]:
    """One more child in the arrival, living in the refuge unless that is changed."""
    desk.require(Action.RECORD)
    pair = (_blank(desk, "child"), _blank(desk, "child_stay", in_refuge="yes"))
    arrival.children.append(pair)
    return pair


def _blank(desk: Desk, record_id: str, **answers: Answer) -> Draft:
    given: dict[str, Answer] = {name: answer for name, answer in answers.items() if answer is not None}
    return Draft(desk.forms[record_id], Surroundings(desk.today), given)


def arrive(desk: Desk, arrival: Arrival) -> str:
    """Saves the household's arrival whole; the stay's key.

    Raises:
        CannotArriveError: a part is wrong, or unlikely and not confirmed. Nothing was saved.
    """
    desk.require(Action.RECORD)
    arrival.placement.set("from_on", arrival.stay.answers.get("started_on"))
    with desk.writing() as work:
        resident = _put(desk, work, "resident", arrival.resident)
        arrival.stay.set("resident_id", resident)
        stay = _put(desk, work, "stay", arrival.stay)
        for number, (child, in_stay) in enumerate(arrival.children, start=1):
            child.set("resident_id", resident)
            in_stay.set("child_id", _put(desk, work, f"child {number}", child))
            in_stay.set("stay_id", stay)
            _put(desk, work, f"child {number} in stay", in_stay)
        if arrival.placement.answers.get("unit_id"):
            arrival.placement.set("stay_id", stay)
            _put(desk, work, "placement", arrival.placement)
        for other in arrival.others:
            owner = "resident_id" if other.record.id == "perpetrator" else "stay_id"
            other.set(owner, resident if owner == "resident_id" else stay)
            _put(desk, work, other.record.id, other)
        _accept(work, arrival.referral_id, desk.today)
        carried.let_go_of_holds(work, arrival.referral_id, desk.today)
    return stay


def _put(desk: Desk, work: Work, part: str, draft: Draft) -> str:
    draft.around = around(work.connection, draft.record.id, draft.id, draft.to_save(), desk.today)
    try:
        return put(work, draft)[0]
    except CannotSaveError as error:
        raise CannotArriveError([(part, problem) for problem in error.problems]) from None


def _accept(work: Work, referral_id: str | None, today: date) -> None:
    """A household that moved in was accepted, whatever the referral said so far."""
    if referral_id is None:
        return
    stored = work.load("referral", referral_id)
    if stored.answers.get("outcome") != "accepted":
        answers = {**stored.answers, "outcome": "accepted", "refusal_reason": None}
        answers["decided_on"] = stored.answers.get("decided_on") or today
    else:
        answers = dict(stored.answers)
    work.save("referral", referral_id, {**answers, "moved_in": "yes", "not_moved_in_reason": None}, stored.version)


def change_unit(desk: Desk, stay_id: str, unit_id: str, on: date, confirmed: frozenset[str] = frozenset()) -> str:
    """Moves a stay to another unit from that night on; the new placement's key. The stay goes on: it is no exit.

    Args:
        confirmed: the unlikely things (a problem's ``rule``) the person has said are right.

    Raises:
        CannotSaveError: the day is wrong, or something unlikely is not confirmed. Nothing was saved.
    """
    desk.require(Action.RECORD)
    with desk.writing() as work:
        work.load("stay", stay_id)
        for key in lookups.open_placements(work.connection, stay_id):
            stored = work.load("placement", key)
            ended = Draft(desk.forms["placement"], Surroundings(desk.today), dict(stored.answers), key, stored.version)
            ended.set("to_on", on)
            ended.confirmed = {"unit_free", "unit_large_enough", "unit_open", "one_unit"}
            ended.around = around(work.connection, "placement", key, ended.to_save(), desk.today)
            put(work, ended)
        moved = _blank(desk, "placement", stay_id=stay_id, unit_id=unit_id, from_on=on)
        moved.confirmed = set(confirmed)
        moved.around = around(work.connection, "placement", "", moved.to_save(), desk.today)
        return put(work, moved)[0]
