"""Who may do what. The question is asked here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.levels import Level


class Role(StrEnum):
    """What somebody is in the service."""

    KEYWORKER = "keyworker"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    READ_ONLY = "read_only"

    @property
    def label(self) -> str:
        """The role in words."""
        return LABELS[self]


LABELS = {
    Role.KEYWORKER: "Key worker",
    Role.MANAGER: "Manager",
    Role.ADMINISTRATOR: "Administrator",
    Role.READ_ONLY: "Read only",
}


class Action(StrEnum):
    """What may be allowed or not; the value finishes the sentence "Only a … can …"."""

    READ = "see records"
    RECORD = "change records"
    MAKE_RETURN = "make a return"
    RELEASE_EXACT = "write exact figures"
    EXPORT = "export the records"
    IMPORT = "import records"
    KEEP_PEOPLE = "add and remove people"
    KEEP_STORE = "back up and check the store"
    KEEP_BACKUPS = "say where backups go and how often"
    KEEP_RULES = "change how the service works"
    HIDE = "hide any file from a colleague"
    SEE_TRAIL = "see what everybody did"
    HAND_OVER = "hand over what is in a file"
    PURGE = "purge a file, or hold it"
    PICK_FILES = "pick any two files to make them one"


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
        able = " or a ".join(each.label.lower() for each in Role if may(each, action))
        raise NotAllowedError(f"Only a {able} can {action.value}. Ask one of them to do it.")
