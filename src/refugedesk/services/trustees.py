"""Trustees' shares: made, given out, tried, and taken away.

A new set opens nothing until its sheets are on paper and proved: a crash before that leaves the set that was there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy import Connection

from refugedesk.security import trustees
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.shares import Share, join_shares, make_shares
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage import settings

KEPT: Final = "trustees"
Kept = dict[str, object]
TRY_AGAIN_DAYS: Final = 183
"""Half a year: sheets get lost, and trustees move on."""


@dataclass(frozen=True)
class NewShares:
    """A set that is not in force yet. It is kept in memory alone, until it is on paper."""

    secret: bytes = field(repr=False)
    shares: tuple[Share, ...]
    made_on: date

    @property
    def set_name(self) -> str:
        """The two words that all its sheets begin with."""
        return self.shares[0].set_name

    @property
    def needed(self) -> int:
        """How many of them open the store."""
        return self.shares[0].needed


@dataclass(frozen=True)
class Standing:
    """The set in force. made: how many sheets; 0 and a blank day where a crash kept that from being written down."""

    set_name: str
    needed: int
    made: int
    made_on: date | None
    tried_on: date | None

    def is_to_be_tried(self, today: date) -> bool:
        """Whether it is half a year or longer since somebody saw that the sheets are there."""
        last = self.tried_on or self.made_on
        return last is None or (today - last).days >= TRY_AGAIN_DAYS


def make(desk: Desk, needed: int, made: int) -> NewShares:
    """A new set, any ``needed`` of which will open the store once it is given out."""
    desk.require(Action.KEEP_PEOPLE)
    with desk.reading() as connection:
        before = str(settings.chosen(connection, KEPT).get("set", ""))
    return NewShares(*make_shares(needed, made, apart_from=before), desk.today)


def give_out(desk: Desk, new: NewShares, floor: Derivation = FLOOR) -> None:
    """Puts a set in force; the sheets of the one before open nothing from now on.

    Raises: DiskFullError, ReadOnlyFolderError, DriveError: the set before is still in force.
    """
    desk.require(Action.KEEP_PEOPLE)
    kept = {"set": new.set_name, "needed": new.needed, "made": len(new.shares), "made_on": new.made_on.isoformat()}
    with desk.alone():
        _put_in_force(desk, trustees.put_shares(desk.folder, desk.key, new.secret, floor=floor), kept, "new_shares")


def end(desk: Desk, floor: Derivation = FLOOR) -> None:
    """The sheets that were given out open nothing from now on."""
    desk.require(Action.KEEP_PEOPLE)
    with desk.alone():
        _put_in_force(desk, trustees.take_away_shares(desk.folder, desk.key, floor), {}, "end_shares")


def standing(desk: Desk) -> Standing | None:
    """The set in force; None where no shares open the store."""
    desk.require(Action.KEEP_PEOPLE)
    mark = trustees.mark_of_shares(desk.folder, desk.key)
    if not mark:
        return None
    with desk.reading() as connection:
        kept = _written_down(connection, mark)
    days = {name: date.fromisoformat(str(kept[name])) for name in ("made_on", "tried_on") if kept.get(name)}
    needed, made = (int(str(kept.get(name, 0))) for name in ("needed", "made"))
    return Standing(str(kept.get("set", "")), needed, made, days.get("made_on"), days.get("tried_on"))


def try_out(desk: Desk, shares: Sequence[Share], floor: Derivation = FLOOR) -> date:
    """Sees that these shares would open the store, and opens nothing; the day is written down, and comes back.

    Raises:
        SharesError, WrongSharesError: they would not.
    """
    desk.require(Action.KEEP_PEOPLE)
    found = trustees.open_way_with_shares(desk.folder, join_shares(shares), floor)
    for key in (found.key, found.pin, found.next_key):
        if key is not None:
            key.wipe()
    mark = trustees.mark_of_shares(desk.folder, desk.key)
    with desk.reading() as connection:
        kept = _written_down(connection, mark)
    kept |= {"set": shares[0].set_name, "needed": shares[0].needed, "tried_on": desk.today.isoformat()}
    _keep(desk, {**kept, "mark": mark}, "try_shares")
    return desk.today


def _put_in_force(desk: Desk, file: trustees.NextKeyFile, kept: Kept, deed: str) -> None:
    """Written down first: no set may be in force of which the record says nothing.

    Where the key file then cannot be written, the set before is in force, and what is known of it is still there.
    """
    mark = trustees.mark_of_shares(desk.folder, desk.key)
    with desk.reading() as connection:
        before = _written_down(connection, mark)
    _keep(desk, {**kept, "mark": file.mark, "before": before}, deed)
    file.put_in_place()


def _written_down(connection: Connection, mark: str) -> Kept:
    """What is known of the set with that mark: nothing where what is written down is about another."""
    kept = settings.chosen(connection, KEPT)
    if kept.get("mark") == mark:
        return {name: value for name, value in kept.items() if name != "before"}
    before = kept.get("before")
    return before if isinstance(before, dict) and before.get("mark") == mark else {}


def _keep(desk: Desk, kept: Kept, deed: str) -> None:
    with desk.writing() as work:
        settings.choose(work.connection, KEPT, kept)
        work.note(deed)
