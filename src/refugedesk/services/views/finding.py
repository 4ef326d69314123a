"""Search over everything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.views.read_once import Shelf, file_of, link_of, words_of
from refugedesk.storage import search as index
from refugedesk.storage.lookups import names
from refugedesk.storage.work import GoneError


@dataclass(frozen=True)
class Hit:
    """Something found: which record, the person and the stay whose file it is in, and its words.

    is_like: no word typed begins a word of it; its name sounds alike or is nearly spelt so.
    """

    record_id: str
    id: str
    resident_id: str | None
    title: str
    detail: str
    stay_id: str | None = None
    is_like: bool = False


def search(desk: Desk, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """What holds a word beginning with each word typed, newest first; then the people whose names are like it."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        shelf = Shelf(connection)
        hits = _hits(shelf, index.find(connection, text, limit))
        if len(hits) < limit:
            known = {(hit.record_id, hit.id) for hit in hits}
            like = [each for each in names.people_like(connection, text) if each not in known]
            hits += [replace(hit, is_like=True) for hit in _hits(shelf, like[: limit - len(hits)])]
        return tuple(hits)


def _hits(shelf: Shelf, found: Iterable[tuple[str, str]]) -> list[Hit]:
    return [hit for record, key in found if (hit := _hit(shelf, record, key))]


def _hit(shelf: Shelf, record: str, key: str) -> Hit | None:
    try:
        stored = shelf.load(record, key)
    except GoneError:
        return None
    stay = stored.id if record == "stay" else link_of(stored, "stay_id")
    return Hit(record, key, file_of(shelf, stored), *words_of(shelf, stored), stay)
