"""Fields that many forms have, so that they are asked in the same words everywhere."""

from __future__ import annotations

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.fields import Condition, Field, Kind, always

LONGEST_NOTE = 32_000


def day(name: str, label: str, **more: bool) -> Field:
    """A day that may be left out."""
    return Field(name, label, Kind.DAY, **more)  # type: ignore[arg-type]


def note(name: str = "note", label: str = "Note", help: str = "", shown: Condition = always) -> Field:
    """Free text of any length people write."""
    return Field(name, label, Kind.LONG_TEXT, help=help, longest=LONGEST_NOTE, shown=shown)


def worker(name: str = "worker", label: str = "Worker", is_wanted: bool = False, shown: Condition = always) -> Field:
    """Somebody of the team, by name."""
    return Field(name, label, Kind.TEXT, longest=80, suggests=("key_worker",), is_wanted=is_wanted, shown=shown)


def choice(name: str, label: str, codes: CodeList, shown: Condition = always, help: str = "") -> Field:
    """One code of a list, which may be left out."""
    return Field(name, label, Kind.CHOICE, codes, shown=shown, help=help)


def several(name: str, label: str, codes: CodeList, shown: Condition = always, help: str = "") -> Field:
    """Several codes of a list."""
    return Field(name, label, Kind.CHOICES, codes, shown=shown, help=help)


def to_stay(is_required: bool = True, label: str = "Whose stay") -> Field:
    """The stay a piece of work belongs to."""
    return Field("stay_id", label, Kind.LINK, links_to="stay", is_required=is_required)


def to_resident() -> Field:
    """The person something is true of, whichever stay it is."""
    return Field("resident_id", "Resident", Kind.LINK, links_to="resident", is_required=True)


def to_child(label: str = "Child") -> Field:
    """The child it is about, where it is about one."""
    return Field("child_id", label, Kind.LINK, links_to="child")
