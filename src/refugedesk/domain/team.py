"""Who is who in the team: an account, a member of staff, and the name that a stay gives its key worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from refugedesk.domain.names import same_name

StaffName = tuple[str, str | None]
"""A member of staff's name, and the name they sign in with where it is another one."""


@dataclass(frozen=True)
class Team:
    """The names people go by; called: a name in its comparable form -> how that person is called."""

    called: Mapping[str, str]

    def of(self, name: str | None) -> str:
        """How the person of that name is called; a name nobody goes by stays as it is written, none is empty."""
        written = " ".join((name or "").split())
        return self.called.get(same_name(written), written)

    def are_one(self, one: str | None, other: str | None) -> bool:
        """Whether two names mean one person; no name means nobody."""
        mine, theirs = self.of(one), self.of(other)
        return bool(mine) and (mine == theirs or same_name(mine) == same_name(theirs))


def team(accounts: Iterable[str], staff: Iterable[StaffName]) -> Team:
    """The team of a service.

    The name of an account always means that person. A member of staff goes by the account they sign in with. Where
    two of them share a name and sign in as different people, the name alone decides nothing and stays as written.
    """
    known = {same_name(name): name for name in accounts}
    meant: dict[str, set[str]] = {}
    for name, signs_in_as in staff:
        meant.setdefault(same_name(name), set()).add(known.get(same_name(signs_in_as or name), name))
    clear = {name: people.pop() for name, people in meant.items() if len(people) == 1}
    return Team({**clear, **known})
