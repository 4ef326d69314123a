"""What a file leaves around itself: drafts, words of the search, earlier values, merges, reasons, exact releases."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, delete, select, text, update

from refugedesk.storage import search
from refugedesk.storage.purging.parts import FileParts
from refugedesk.storage.reviews import review_of
from refugedesk.storage.tables import (
    AUDIT_ENTRY,
    AUDIT_VALUE,
    DRAFT,
    EMERGENCY_OPENING,
    HANDED_OVER,
    HIDING,
    MERGE,
    PURGE,
    RELEASE,
    RETENTION_HOLD,
    SEARCH_ENTRY,
    SETTING,
    STAY,
)

NO_LONGER = "no longer kept"
AT_ONCE = 500


def batches(keys: Collection[str]) -> Iterator[Sequence[str]]:
    """The keys in portions that one statement can name."""
    ordered = sorted(keys)
    return (ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE))


def drafts_about(connection: Connection, keys: Collection[str]) -> list[str]:
    """The drafts of records of a file, and those that name one of them."""
    rows = connection.execute(select(DRAFT.c.id, DRAFT.c.record_id, DRAFT.c.content)).all()
    return [each for each, about, content in rows if about in keys or any(key in content for key in keys)]


def entries_about(connection: Connection, parts: FileParts) -> list[str]:
    """The entries of the record of changes about a file whose values are still kept, of what went before it too."""
    e = AUDIT_ENTRY.c
    found: set[str] = set()
    kept = select(e.id, e.record_id).join(AUDIT_VALUE, AUDIT_VALUE.c.entry_id == e.id)
    for keys, column in ((parts.everything, e.record_id), (parts.subjects, e.subject_id)):
        for some in batches(keys):
            rows = connection.execute(kept.where(column.in_(some)))
            found.update(entry for entry, record in rows if record not in parts.spared)
    return sorted(found)


def exact_releases(connection: Connection, stays: Collection[str]) -> list[str]:
    """The releases of exact figures about days on which somebody of the file was here."""
    spans = connection.execute(select(STAY.c.started_on, STAY.c.ended_on).where(STAY.c.id.in_(stays))).all()
    r = RELEASE.c
    rows = connection.execute(select(r.id, r.period_first, r.period_last).where(r.policy == "none"))
    return [
        key for key, first, last in rows if any(start <= last and (end is None or end >= first) for start, end in spans)
    ]


def merges_of(connection: Connection, keys: Collection[str]) -> list[str]:
    """The merges that keep a copy of something of the file."""
    m = MERGE.c
    rows = connection.execute(select(m.id, m.kept_id, m.gone_id, m.content)).all()
    return [
        each
        for each, kept, gone, content in rows
        if kept in keys or gone in keys or any(key in content for key in keys)
    ]


def take_drafts(connection: Connection, keys: Collection[str]) -> None:
    """Takes them off every shelf, whoever typed them."""
    for some in batches(drafts_about(connection, keys)):
        connection.execute(delete(DRAFT).where(DRAFT.c.id.in_(some)))


def take_values(connection: Connection, parts: FileParts) -> None:
    """Empties the values and salts; the chain of digests stays whole."""
    for some in batches(entries_about(connection, parts)):
        connection.execute(delete(AUDIT_VALUE).where(AUDIT_VALUE.c.entry_id.in_(some)))


def take_words(connection: Connection, keys: Collection[str]) -> None:
    """Takes the records out of the search, and makes the index anew, so that no part of a word stays in it."""
    for some in batches(keys):
        found = connection.execute(select(SEARCH_ENTRY.c.record_id).where(SEARCH_ENTRY.c.record_id.in_(some)))
        for key in set(found.scalars()):
            search.drop(connection, key)
    connection.execute(text("INSERT INTO search_words (search_words) VALUES ('rebuild')"))


def take_merges(connection: Connection, keys: Collection[str], is_whole: bool) -> None:
    """Merges of a file that is gone go; of one whose figures stay, their copies do."""
    for some in batches(merges_of(connection, keys)):
        if is_whole:
            connection.execute(delete(MERGE).where(MERGE.c.id.in_(some)))
        else:
            connection.execute(update(MERGE).where(MERGE.c.id.in_(some)).values(content=""))


def take_releases(connection: Connection, stays: Collection[str]) -> None:
    """Exact figures may tell of one person and are in no one's way; protected ones are needed by what comes after."""
    r = RELEASE.c
    for key in exact_releases(connection, stays):
        content = json.loads(connection.execute(select(r.content).where(r.id == key)).scalar_one())
        bare = json.dumps({"revision": content.get("revision", 0), "figures": NO_LONGER})
        connection.execute(update(RELEASE).where(r.id == key).values(counts=None, narrative=None, content=bare))


def take_reviews(connection: Connection, keys: Collection[str]) -> None:
    """What was decided about lines of the file before it was handed over, of the children's too."""
    for some in batches(keys):
        connection.execute(delete(SETTING).where(SETTING.c.name.in_([review_of(each) for each in some])))


def take_reasons(connection: Connection, subjects: Collection[str], is_whole: bool) -> None:
    """What was written about a file as a whole. From whom it is hidden stays as long as any of it does."""
    for some in batches(subjects):
        connection.execute(delete(RETENTION_HOLD).where(RETENTION_HOLD.c.record_id.in_(some)))
        given = update(HANDED_OVER).where(HANDED_OVER.c.record_id.in_(some))
        connection.execute(given.values(what=NO_LONGER, numbers=None))
        connection.execute(update(PURGE).where(PURGE.c.record_id.in_(some)).values(reason=NO_LONGER))
        of_file, opened = HIDING.c.record_id.in_(some), EMERGENCY_OPENING.c.resident_id.in_(some)
        if is_whole:
            connection.execute(delete(HIDING).where(of_file))
            connection.execute(delete(EMERGENCY_OPENING).where(opened))
        else:
            connection.execute(update(HIDING).where(of_file).values(reason=NO_LONGER))
            connection.execute(update(EMERGENCY_OPENING).where(opened).values(reason=NO_LONGER))
