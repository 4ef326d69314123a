"""The search index: the only part of the schema that is SQLite's own (FTS5).

Words are found by their beginnings, with or without accents. Deleting takes the words out of the file's pages, too
(the index's secure-delete option, set by the migration that makes it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, Select, bindparam, column, delete, insert, select, text

from refugedesk.domain.fields import Answers, Record
from refugedesk.storage.tables import SEARCH_ENTRY

WORD = re.compile(r"\w+", re.UNICODE)
MOST_WORDS = 8


@dataclass(frozen=True)
class Worded:
    """A record to be found: its key, its answers, and the id it was imported under."""

    key: str
    answers: Answers
    reference: str | None


def put_many(connection: Connection, record: Record, rows: Sequence[Worded]) -> None:
    """Makes new records findable by the fields their form names and by their imported id."""
    if not record.searched or not rows:
        return
    worded = [line for row in rows for line in _lines(record, row)]
    if not worded:
        return
    last = connection.execute(select(SEARCH_ENTRY.c.id).order_by(SEARCH_ENTRY.c.id.desc()).limit(1)).scalar() or 0
    numbered = [(last + number, *line) for number, line in enumerate(worded, start=1)]
    entries = [
        {"id": number, "record": record.id, "record_id": key, "is_restricted": restricted}
        for number, key, restricted, _ in numbered
    ]
    connection.execute(insert(SEARCH_ENTRY), entries)
    connection.execute(
        text("INSERT INTO search_words (rowid, words) VALUES (:number, :words)"),
        [{"number": number, "words": words} for number, _, _, words in numbered],
    )


def drop(connection: Connection, key: str) -> None:
    """Takes a record out of the index."""
    for number in connection.execute(select(SEARCH_ENTRY.c.id).where(SEARCH_ENTRY.c.record_id == key)).scalars().all():
        connection.execute(text("DELETE FROM search_words WHERE rowid = :number"), {"number": number})
        connection.execute(delete(SEARCH_ENTRY).where(SEARCH_ENTRY.c.id == number))


def find(connection: Connection, typed: str, limit: int) -> list[tuple[str, str]]:
    """(record id, key) of the newest records that hold a word beginning with each word typed."""
    match = _match(typed)
    if not match:
        return []
    found = text(
        "SELECT e.record, e.record_id FROM search_words AS w JOIN search_entry AS e ON e.id = w.rowid "
        "WHERE w.words MATCH :match ORDER BY w.rowid DESC LIMIT :limit"
    ).bindparams(bindparam("match", match), bindparam("limit", 2 * limit))  # a record has at most two lines
    return list(dict.fromkeys((row.record, row.record_id) for row in connection.execute(found)))[:limit]


def matching(record: str, typed: str) -> Select[tuple[str]] | None:
    """The keys of the records of one form that hold the words typed; None where nothing was typed."""
    match = _match(typed)
    if not match:
        return None
    found = text("SELECT rowid FROM search_words WHERE words MATCH :match").bindparams(match=match)
    numbers = found.columns(column("rowid", Integer)).subquery()
    entry = SEARCH_ENTRY.c
    return select(entry.record_id).where(entry.record == record, entry.id.in_(select(numbers.c.rowid)))


def _match(typed: str) -> str:
    return " ".join(f'"{word}"*' for word in WORD.findall(typed)[:MOST_WORDS])


def _lines(record: Record, row: Worded) -> Iterator[tuple[str, bool, str]]:
    """(key, whether it holds restricted words, words): one line, or two where a restricted answer is searched."""
    restricted = {name for name in record.searched if record.field(name).is_restricted}
    given = [name for name in record.searched if row.answers.get(name)]
    is_restricted = not restricted.isdisjoint(given)
    open_words = [str(row.answers[name]) for name in given if name not in restricted]
    for level, words in ((False, open_words), (True, [str(row.answers[name]) for name in given])):
        text_of = " ".join([*words, row.reference or ""]).strip()
        if text_of and (is_restricted or not level):
            yield row.key, level, text_of
