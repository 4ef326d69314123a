"""What somebody has decided so far about the lines of a file that is to be handed to its person."""

from __future__ import annotations

from sqlalchemy import Connection

from refugedesk.storage import settings


def review_of(about: str) -> str:
    """The name it is kept under, with what a service has chosen; a purge of the file takes it."""
    return f"review_{about.replace('-', '')}"


def decided(connection: Connection, resident: str) -> dict[str, list[str]]:
    """Line -> decision and reason, as far as somebody has decided."""
    found = settings.chosen(connection, review_of(resident))
    return {line: [str(each) for each in pair] for line, pair in found.items() if isinstance(pair, list)}


def decide(connection: Connection, resident: str, lines: dict[str, list[str]]) -> None:
    """Keeps what was decided, in the place of what was before."""
    settings.choose(connection, review_of(resident), dict(lines))
