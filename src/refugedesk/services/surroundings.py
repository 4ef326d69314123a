"""What is around a record while it is filled in, fetched from the store for its checks."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from refugedesk.domain.fields import Answer, Answers
from refugedesk.domain.rules import Surroundings
from refugedesk.domain.stay_days import span_of_all
from refugedesk.storage.lookups import surroundings as lookups


def around(connection: Connection, record_id: str, key: str, answers: Answers, today: date) -> Surroundings:
    """The surroundings of one record, given its answers so far."""
    if record_id == "stay":
        return Surroundings(today, other_stays=lookups.stays_of(connection, _link(answers, "resident_id"), key))
    if record_id == "placement":
        return _of_placement(connection, key, answers, today)
    if record_id == "child":
        stay = lookups.stay_of_child(connection, key)
        born_on = lookups.born_on(connection, _link(answers, "resident_id"))
        return Surroundings(today, stay=lookups.span_of(connection, stay), resident_born_on=born_on)
    if record_id in ("hold", "void"):
        unit, referral = _link(answers, "unit_id"), _link(answers, "referral_id")
        others = lookups.lived_in(connection, unit, referral)
        return Surroundings(today, unit_others=others, unit_holds=lookups.holds_of(connection, unit, key))
    if record_id == "child_risk_assessment":
        stays = lookups.stays_of_child(connection, _link(answers, "child_id"))
        return Surroundings(today, stay=span_of_all(stays))
    return Surroundings(
        today,
        stay=lookups.span_of(connection, _link(answers, "stay_id")),
        session_on=lookups.session_on(connection, _link(answers, "session_id")),
    )


def _of_placement(connection: Connection, key: str, answers: Answers, today: date) -> Surroundings:
    stay, unit = _link(answers, "stay_id"), _link(answers, "unit_id")
    room = lookups.room_in(connection, unit)
    return Surroundings(
        today,
        stay=lookups.span_of(connection, stay),
        other_placements=lookups.placements_of(connection, stay, key),
        unit_others=lookups.others_in(connection, unit, stay),
        unit_bedspaces=room.bedspaces if room else None,
        unit_open=(room.open_from, room.open_to) if room else (None, None),
        household=lookups.household_of(connection, stay),
    )


def _link(answers: Answers, name: str) -> str | None:
    answer: Answer = answers.get(name)
    return answer if isinstance(answer, str) else None
