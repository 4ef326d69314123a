"""Any two files picked by hand, where nothing offers them: a birthday was mistyped, or a name changed altogether."""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS, say_day
from refugedesk.storage.lookups import alike as lookups


@dataclass(frozen=True)
class Pick:
    """A file that may be picked: whose, what tells it from others, and other names it is found by."""

    id: str
    name: str
    detail: str
    also: str


def files_to_pick(desk: Desk) -> tuple[Pick, ...]:
    """Every resident's file the person may see, those who came last first."""
    desk.require(Action.PICK_FILES)
    with desk.reading() as connection:
        people, arrivals = lookups.everybody(connection), lookups.last_arrivals(connection)
    picks = []
    for each in people:
        born = tr("born {day}", day=say_day(each.date_of_birth)) if each.date_of_birth else tr("birthday not recorded")
        came = arrivals.get(each.id)
        stay = tr("came on {day}", day=say_day(came)) if came else tr("no stay")
        name = each.full_name or each.known_as or tr(NAMELESS)
        picks.append(Pick(each.id, name, f"{born}, {stay}", each.known_as or ""))
    return tuple(picks)
