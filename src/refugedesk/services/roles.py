"""Who may do what. The question is asked here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.levels import Level
from refugedesk.domain.words import either, noted, tr


class Role(StrEnum):
    """What somebody is in the service."""

    KEYWORKER = "keyworker"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    READ_ONLY = "read_only"

    @property
    def label(self) -> str:
        """The role in words."""
        return tr(LABELS[self])


LABELS = {
    Role.KEYWORKER: noted("Key worker"),
    Role.MANAGER: noted("Manager"),
    Role.ADMINISTRATOR: noted("Administrator"),
    Role.READ_ONLY: noted("Read only"),
}
WHO = {
    Role.KEYWORKER: noted("a key worker"),
    Role.MANAGER: noted("a manager"),
    Role.ADMINISTRATOR: noted("an administrator"),
    Role.READ_ONLY: noted("somebody who reads only"),
}


class Action(StrEnum):
    """What may be allowed or not; the value finishes the sentence "Only a … can …"."""

    READ = noted("see records")
    RECORD = noted("change records")
    MAKE_RETURN = noted("make a return")
    RELEASE_EXACT = noted("write exact figures")
    EXPORT = noted("export the records")
    IMPORT = noted("import records")
    KEEP_PEOPLE = noted("add and remove people")
    KEEP_STORE = noted("back up and check the store")
    KEEP_BACKUPS = noted("say where backups go and how often")
    KEEP_RULES = noted("change how the service works")
    HIDE = noted("hide any file from a colleague")
    SEE_TRAIL = noted("see what everybody did")
    HAND_OVER = noted("hand over what is in a file")
    PURGE = noted("purge a file, or hold it")
    PICK_FILES = noted("pick any two files to make them one")


_READING = frozenset({Action.READ})
_WORKING = _READING | {Action.RECORD, Action.MAKE_RETURN, Action.KEEP_STORE}
ALLOWED: Mapping[Role, frozenset[Action]] = MappingProxyType(
    {
        Role.READ_ONLY: _READING,
        Role.KEYWORKER: _WORKING,
        Role.MANAGER: frozenset(Action),
        Role.ADMINISTRATOR: frozenset({Action.KEEP_PEOPLE, Action.KEEP_STORE, Action.KEEP_BACKUPS}),
    }
)


RESTRICTED: Mapping[Role, Level] = MappingProxyType(
    {
        Role.READ_ONLY: Level.NOTHING,
        Role.KEYWORKER: Level.HOUSE,
        Role.MANAGER: Level.EVERYTHING,
        Role.ADMINISTRATOR: Level.NOTHING,
    }
)
"""Which restricted answers each role sees; DECISIONS says why."""


def restricted_level(role: Role) -> Level:
    """Which restricted answers somebody of that role sees."""
    return RESTRICTED[role]


class NotAllowedError(CorrectableError):
    """The person's role does not allow it."""


def may(role: Role, action: Action) -> bool:
    """Whether somebody of that role may do it."""
    return action in ALLOWED[role]


def require(role: Role, action: Action) -> None:
    """Raises NotAllowedError, naming the roles that may, where this one may not."""
    if not may(role, action):
        who = either(tr(WHO[each]) for each in Role if may(each, action))
        what = tr(action.value)
        raise NotAllowedError(tr("Only {who} can {what}. Ask one of them to do it.", who=who, what=what))
