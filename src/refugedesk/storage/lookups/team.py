"""The names of the team, as accounts and as members of staff."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select

from refugedesk.domain.team import Team, team
from refugedesk.storage.tables import ACCOUNT, RECORDS


def known_team(connection: Connection) -> Team:
    """Everybody who may open the store or might have, and every member of staff."""
    staff = [(row[0], row[1]) for row in connection.execute(_staff())]
    return team(connection.execute(_accounts()).scalars(), staff)


@cache
def _accounts() -> Select[Any]:
    return select(ACCOUNT.c.name).order_by(ACCOUNT.c.name)


@cache
def _staff() -> Select[Any]:
    staff = RECORDS["staff"].c
    return select(staff.name, staff.signs_in_as).order_by(staff.name, staff.id)
