"""What somebody was typing and has not saved, kept encrypted with everything else."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from refugedesk.domain.fields import Answer, Record
from refugedesk.storage.answers import from_plain, to_plain
from refugedesk.storage.tables import DRAFT
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class Kept:
    """A draft on the shelf: answers that were read, text that could not be, and what was confirmed."""

    id: str
    record: str
    record_id: str
    version: int
    answers: dict[str, Answer]
    typed: dict[str, str]
    confirmed: frozenset[str]
    kept_at: str


def keep(connection: Connection, user: str, record: Record, kept: Kept) -> None:
    """Puts a draft on the shelf in place of the user's earlier one of the same record."""
    drop(connection, user, record.id, kept.record_id)
    content = {
        "answers": {name: to_plain(answer) for name, answer in kept.answers.items() if answer not in (None, ())},
        "typed": kept.typed,
        "confirmed": sorted(kept.confirmed),
        "version": kept.version,
    }
    row = {"id": kept.id or new_key(), "user_id": user, "record": record.id, "record_id": kept.record_id}
    row |= {"content": json.dumps(content, ensure_ascii=False), "kept_at": kept.kept_at}
    connection.execute(insert(DRAFT).values(**row))


def drop(connection: Connection, user: str, record: str, record_id: str) -> None:
    """Takes the user's draft of a record off the shelf."""
    d = DRAFT.c
    connection.execute(delete(DRAFT).where(d.user_id == user, d.record == record, d.record_id == record_id))


def on_shelf(connection: Connection, user: str, forms: dict[str, Record]) -> list[Kept]:
    """The user's drafts, newest first."""
    rows = connection.execute(select(DRAFT).where(DRAFT.c.user_id == user).order_by(DRAFT.c.kept_at.desc()))
    return [_read(dict(row), forms[row["record"]]) for row in rows.mappings()]


def _read(row: dict[str, str], form: Record) -> Kept:
    content = json.loads(row["content"])
    kinds = {field.name: field.kind for field in form.asked}
    answers = {name: from_plain(kinds[name], value) for name, value in content["answers"].items() if name in kinds}
    return Kept(
        row["id"],
        row["record"],
        row["record_id"],
        content["version"],
        answers,
        content["typed"],
        frozenset(content["confirmed"]),
        row["kept_at"],
    )
