"""Files that were made one: what names a person or a child, and what has to be known to take two files apart again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from refugedesk.domain.fields import Kind
from refugedesk.domain.records import ALL
from refugedesk.storage.answers import Plain
from refugedesk.storage.tables import DRAFT, EMERGENCY_OPENING, HIDING, MERGE, RECORDS
from refugedesk.storage.tables.schema import new_key

PEOPLE: Final = ("resident", "child")
"""The records of which two may be one person's."""


@dataclass(frozen=True)
class Gone:
    """A record that was taken out, as it was."""

    record: str
    id: str
    reference: str | None
    version: int
    answers: Mapping[str, Plain]


@dataclass(frozen=True)
class Kept:
    """The record that it was made one with: the answers that changed, [before, after], and its imported id before."""

    record: str
    id: str
    reference: str | None
    took_reference: bool
    changes: Mapping[str, Sequence[Plain]]


@dataclass(frozen=True)
class Moved:
    """A record that named the one that is gone, by which link, and names the kept one since."""

    record: str
    id: str
    link: str
    gone: str
    kept: str


@dataclass(frozen=True)
class Undoing:
    """Everything that is needed to take two files apart.

    pairs: record that is gone -> the one it was made one with; drafts: rows of the shelf as they were; hidings: those
    that were made so that whoever did not see one file does not see the other; openings: in an emergency, moved along.
    """

    gone: tuple[Gone, ...] = ()
    kept: tuple[Kept, ...] = ()
    moved: tuple[Moved, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)
    earlier_ids: tuple[str, ...] = ()
    drafts: tuple[Mapping[str, Any], ...] = ()
    hidings: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()

    def as_text(self) -> str:
        """As the store keeps it."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Undoing:
        """What ``as_text`` was made of."""
        found = json.loads(text)
        return cls(
            tuple(Gone(**row) for row in found["gone"]),
            tuple(Kept(**row) for row in found["kept"]),
            tuple(Moved(**row) for row in found["moved"]),
            found["pairs"],
            tuple(found["earlier_ids"]),
            tuple(found["drafts"]),
            tuple(found["hidings"]),
            tuple(found["openings"]),
        )


@dataclass(frozen=True)
class MergeLine:
    """Two files that were made one; content: empty once it is no longer kept."""

    id: str
    kept_id: str
    gone_id: str
    content: str
    made_at: str
    made_by: str


def links_to(record: str) -> tuple[tuple[str, str], ...]:
    """Every (record, field) that can name a record of this form."""
    return tuple(
        (form.id, each.name)
        for form in ALL.values()
        for each in form.fields
        if each.kind is Kind.LINK and each.links_to == record
    )


def naming(connection: Connection, record: str, key: str) -> list[tuple[str, str, str]]:
    """(record, key, field) of every record that names this one, in the order of the forms."""
    return [
        (form, each, link)
        for form, link in links_to(record)
        for each in connection.execute(
            select(RECORDS[form].c.id).where(RECORDS[form].c[link] == key).order_by(RECORDS[form].c.id)
        ).scalars()
    ]


def about_children(connection: Connection, stays: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """(record, key, link, child) of every record that names one of these stays and a child."""
    found = []
    for form, link in links_to("child"):
        table = RECORDS[form]
        if "stay_id" in table.c:
            query = select(table.c.id, table.c[link]).where(table.c.stay_id.in_(stays), table.c[link].is_not(None))
            found += [(form, key, link, child) for key, child in connection.execute(query.order_by(table.c.id))]
    return found


def write_down(connection: Connection, kept: str, gone: str, undoing: Undoing, at: str, by: str) -> str:
    """Keeps what is needed to undo it; the key it is undone by."""
    key = new_key()
    row = {"id": key, "kept_id": kept, "gone_id": gone, "content": undoing.as_text(), "made_at": at, "made_by": by}
    connection.execute(insert(MERGE).values(**row))
    return key


def mark_undone(connection: Connection, key: str, at: str) -> None:
    """It is undone, and cannot be again."""
    connection.execute(update(MERGE).where(MERGE.c.id == key).values(undone_at=at))


def standing(connection: Connection, *, kept: str = "", gone: str = "", key: str = "") -> list[MergeLine]:
    """What was made one and not taken apart again, the newest first: of one kept file, one gone file, or one key."""
    m = MERGE.c
    query = select(m.id, m.kept_id, m.gone_id, m.content, m.made_at, m.made_by).where(m.undone_at.is_(None))
    for column, value in ((m.kept_id, kept), (m.gone_id, gone), (m.id, key)):
        if value:
            query = query.where(column == value)
    return [MergeLine(*row) for row in connection.execute(query.order_by(m.made_at.desc(), m.id.desc()))]


def hide_alike(connection: Connection, one: str, other: str, at: str, by: str, since: str = "") -> list[str]:
    """Hides the other file from whomever the first is hidden from; the keys of what was written.

    Args: since: only what was hidden later than this key was made.
    """
    h = HIDING.c
    active = select(HIDING).where(h.record == "resident", h.lifted_at.is_(None))
    there = {row["account_id"] for row in connection.execute(active.where(h.record_id == other)).mappings()}
    made = []
    for row in connection.execute(active.where(h.record_id == one, h.id > since).order_by(h.id)).mappings().all():
        if row["account_id"] not in there:
            key = new_key()
            new = {**row, "id": key, "record_id": other, "made_at": at, "made_by": by}
            connection.execute(insert(HIDING).values(**new))
            made.append(key)
    return made


def unhide(connection: Connection, keys: Sequence[str]) -> None:
    """Takes back what ``hide_alike`` wrote, as far as nobody has lifted it meanwhile."""
    connection.execute(delete(HIDING).where(HIDING.c.id.in_(keys), HIDING.c.lifted_at.is_(None)))


def move_openings(connection: Connection, one: str, other: str, keys: Sequence[str] | None = None) -> list[str]:
    """Openings in an emergency of one file become the other's, so that somebody takes note of them; their keys."""
    o = EMERGENCY_OPENING.c
    of = o.resident_id == one if keys is None else (o.resident_id == one) & o.id.in_(keys)
    moved = list(connection.execute(select(o.id).where(of).order_by(o.id)).scalars())
    connection.execute(update(EMERGENCY_OPENING).where(o.id.in_(moved)).values(resident_id=other))
    return moved


def move_drafts(connection: Connection, pairs: Mapping[str, str]) -> tuple[Mapping[str, Any], ...]:
    """Points what is half typed at the kept records; what was typed into a record that goes is put away.

    Returns the rows as they were.
    """
    touched = list(_drafts_about(connection, set(pairs)))
    for row in touched:
        if row["record_id"] in pairs:
            connection.execute(delete(DRAFT).where(DRAFT.c.id == row["id"]))
        else:
            connection.execute(update(DRAFT).where(DRAFT.c.id == row["id"]).values(content=_pointed(row, pairs)))
    return tuple(touched)


def drafts_back(connection: Connection, rows: Sequence[Mapping[str, Any]], pairs: Mapping[str, str]) -> None:
    """Puts the shelf back; what has been saved, let go or typed anew since stays as it is."""
    there = {row["id"]: row for row in map(dict, connection.execute(select(DRAFT)).mappings())}
    taken = {(row["user_id"], row["record"], row["record_id"]) for row in there.values()}
    for row in rows:
        now = there.get(row["id"])
        if row["record_id"] in pairs:
            if now is None and (row["user_id"], row["record"], row["record_id"]) not in taken:
                connection.execute(insert(DRAFT).values(**row))
        elif now is not None and now["content"] == _pointed(row, pairs):
            connection.execute(update(DRAFT).where(DRAFT.c.id == row["id"]).values(content=row["content"]))


def _drafts_about(connection: Connection, keys: set[str]) -> Iterator[dict[str, Any]]:
    for row in map(dict, connection.execute(select(DRAFT).order_by(DRAFT.c.id)).mappings()):
        answers = json.loads(row["content"])["answers"]
        if row["record_id"] in keys or any(isinstance(answer, str) and answer in keys for answer in answers.values()):
            yield row


def _pointed(row: Mapping[str, Any], pairs: Mapping[str, str]) -> str:
    content = json.loads(row["content"])
    content["answers"] = {
        name: pairs.get(answer, answer) if isinstance(answer, str) else answer
        for name, answer in content["answers"].items()
    }
    return json.dumps(content, ensure_ascii=False)
