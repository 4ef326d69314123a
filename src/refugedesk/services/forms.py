"""Opening, saving and taking out one record of any form. One transaction each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from refugedesk.domain.drafts import Draft, in_list_order
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer, Answers
from refugedesk.domain.names import same_place
from refugedesk.domain.records import ALL
from refugedesk.domain.records.harm import DISCLOSURE
from refugedesk.domain.records.team import CONFLICT
from refugedesk.domain.records.work import NOTE
from refugedesk.domain.rules import Problem, Surroundings
from refugedesk.domain.words import tr
from refugedesk.services import told
from refugedesk.services.choices import Choice, link_choices, suggestions
from refugedesk.services.desk import Desk
from refugedesk.services.hiding import require_known_leave_enough, require_may_declare
from refugedesk.services.roles import Action
from refugedesk.services.surroundings import around
from refugedesk.storage import accounts
from refugedesk.storage import drafts as shelf
from refugedesk.storage.lookups import surroundings as lookups
from refugedesk.storage.work import Work, load

__all__ = [
    "CannotSaveError",
    "Choice",
    "Draft",
    "FixedError",
    "Saved",
    "StillNeededError",
    "follow",
    "is_fixed",
    "link_choices",
    "look_around",
    "new_draft",
    "open_draft",
    "put",
    "remove",
    "save",
    "suggestions",
]


class CannotSaveError(CorrectableError):
    """Something is wrong, or something unlikely has not been confirmed; ``problems`` says what."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.text for problem in problems))
        self.problems = tuple(problems)


class FixedError(CorrectableError):
    """The record is not changed once it is saved."""


class StillNeededError(CorrectableError):
    """Other records name the one that was to be taken out."""


@dataclass(frozen=True)
class Saved:
    """What was saved, when, and what is still missing from it."""

    id: str
    version: int
    at: datetime
    missing: tuple[Problem, ...]


def new_draft(desk: Desk, record_id: str, **answers: Answer) -> Draft:
    """An empty form, with some answers already in it."""
    desk.require(Action.RECORD)
    draft = Draft(desk.forms[record_id], Surroundings(desk.today), dict(answers))
    look_around(desk, draft)
    return draft


def open_draft(desk: Desk, record_id: str, key: str) -> Draft:
    """The form of a stored record. That it was looked at is written down."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        stored = load(connection, record_id, key)
    with desk.writing() as work:
        work.note("view", record_id, key)
        draft = Draft(stored.record, Surroundings(desk.today), dict(stored.answers), key, stored.version)
        told.write_out(work, draft)
    look_around(desk, draft)
    return draft


def look_around(desk: Desk, draft: Draft) -> None:
    """Fetches what the draft's checks need from the store again: after a link or a day in it has changed.

    Which of its answers are not for the person at the desk is asked again, too.
    """
    desk.require(Action.READ)
    with desk.reading() as connection:
        draft.withheld = desk.sight.withheld(connection, draft.record, draft.id)
    with desk.whole() as connection:  # days and counts alone: what a check needs, and nobody's name
        draft.around = around(connection, draft.record.id, draft.id, draft.to_save(), desk.today)


def save(desk: Desk, draft: Draft) -> Saved:
    """Saves the draft and what follows from it; the draft learns its key and version.

    Raises:
        CannotSaveError: something is wrong, or unlikely and not confirmed. Nothing was saved.
        ChangedMeanwhileError: somebody saved the record in between. Nothing was saved.
    """
    desk.require(Action.RECORD)
    _require_may_declare(desk, draft.record.id, draft.answers)
    with desk.writing() as work:
        draft.around = around(work.connection, draft.record.id, draft.id, draft.to_save(), desk.today)
        key, version = put(work, draft)
        shelf.drop(work.connection, desk.user.id, draft.record.id, draft.id)
    draft.id, draft.version = key, version
    return Saved(key, version, desk.now, draft.missing())


def put(work: Work, draft: Draft) -> tuple[str, int]:
    """Writes a draft within a transaction that is under way; its key and new version."""
    if is_fixed(draft):
        raise FixedError(tr("A note is not changed once it is saved. Choose Correct to write a new version of it."))
    if not draft.can_save:
        raise CannotSaveError((*draft.wrong(), *draft.unlikely()))
    answers = draft.to_save()
    if withheld := work.withheld(draft.record.id, draft.id):
        stored = work.load(draft.record.id, draft.id).answers
        answers |= {name: stored.get(name) for name in withheld}
    key, version = draft.id, 1
    if not key:
        key = work.add(draft.record.id, answers)
    else:
        version = work.save(draft.record.id, key, answers, draft.version)
    told.put(work, draft, key)
    follow(work, draft.record.id, key, answers)
    return key, version


def is_fixed(draft: Draft) -> bool:
    """Whether the record can only be corrected by a new version, never changed."""
    return bool(draft.id) and draft.record.id == NOTE.id


def follow(work: Work, record_id: str, key: str, answers: Answers) -> None:
    """What follows from a saved record, within the same transaction."""
    _learn_ward(work, answers)
    if record_id == "stay":
        _leave_units(work, key, answers.get("ended_on"))
    if record_id == CONFLICT.id:
        require_known_leave_enough(work, str(answers["resident_id"]))
    if record_id == DISCLOSURE.id:
        count_abuse(work, str(answers["stay_id"]), answers.get("kinds"))


def _require_may_declare(desk: Desk, record_id: str, answers: Answers) -> None:
    """Who knows whom decides who sees a file, so not everybody writes it down."""
    resident, staff = answers.get("resident_id"), answers.get("staff_id")
    if record_id == CONFLICT.id and isinstance(resident, str) and isinstance(staff, str):
        require_may_declare(desk, resident, staff)


def count_abuse(work: Work, stay: str, kinds: Answer) -> None:
    """What was told is counted with the stay, so that nobody types it twice; what is taken back stays counted."""
    stored = work.load("stay", stay)
    known = stored.answers.get("abuse")
    have = known if isinstance(known, tuple) else ()
    both = in_list_order(stored.record.field("abuse"), {*have, *(kinds if isinstance(kinds, tuple) else ())})
    if both != have:
        work.save("stay", stay, {**stored.answers, "abuse": both}, stored.version)


def _learn_ward(work: Work, answers: Answers) -> None:
    """A ward named with the home authority becomes one of the service's wards."""
    authority, ward = answers.get("origin_authority"), answers.get("origin_ward")
    if isinstance(authority, str) and isinstance(ward, str):
        home = accounts.service(work.connection).home_authority
        if same_place(authority, home):
            accounts.add_wards(work.connection, [ward])


def _leave_units(work: Work, stay: str, ended_on: Answer) -> None:
    """A stay that has ended holds no unit: its open placements end on the day it did."""
    if ended_on is None:
        return
    for key in lookups.open_placements(work.connection, stay):
        stored = work.load("placement", key)
        work.save("placement", key, {**stored.answers, "to_on": ended_on}, stored.version)


def remove(desk: Desk, record_id: str, key: str) -> None:
    """Takes a record out. What it held stays in the record of changes.

    Raises:
        StillNeededError: another record names it.
    """
    desk.require(Action.RECORD)
    with desk.reading() as connection:
        stored = load(connection, record_id, key)
    _require_may_declare(desk, record_id, stored.answers)
    with desk.writing() as work:
        if lookups.depends_on(work.connection, record_id, key):
            title = tr(ALL[record_id].title).lower()
            raise StillNeededError(
                tr("This {title} is named by other records, so it stays. Take those out first.", title=title)
            )
        work.remove(record_id, key)
