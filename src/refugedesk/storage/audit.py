"""The append-only record of what was done: a chain of hashes over salted digests of the values.

Values and salts stand in a table of their own that a purge may empty; the chain stays whole. Nothing here changes
or takes away an entry, and there is no function that does.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from refugedesk.domain.words import tr
from refugedesk.storage.answers import canonical
from refugedesk.storage.tables import AUDIT_ENTRY, AUDIT_VALUE
from refugedesk.storage.tables.schema import new_key

FIRST_HASH = "0" * 64
HASHED = ("chain", "position", "at", "user_id", "action", "record", "record_id", "fields", "digest", "state_digest")


@dataclass(frozen=True)
class Deed:
    """Something done: what to, which fields from what to what, and the record's state afterwards.

    changes: field -> [from, to] as plain values; state: canonical text of the whole record, empty where there is none.
    subject: whose file it is in, None for nobody's.
    """

    action: str
    record: str = ""
    record_id: str = ""
    changes: Mapping[str, list[object]] | None = None
    state: str = ""
    subject: str | None = None


def digest(salt: str, text: str) -> str:
    """The salted SHA-256 of a text; empty for no text."""
    return hashlib.sha256(f"{salt}:{text}".encode()).hexdigest() if text else ""


def link_hash(entry: Mapping[str, object], previous_hash: str) -> str:
    """The hash of one entry, which the next one carries on."""
    hashed = canonical({name: entry[name] for name in HASHED} | {"previous_hash": previous_hash})
    return hashlib.sha256(hashed.encode()).hexdigest()


@dataclass
class Trail:
    """Adds to one installation's chain within one transaction. ``reach``: place and hash of what it added last."""

    connection: Connection
    chain: str
    user_id: str
    at: str
    reach: tuple[int, str] | None = None

    def add(self, deeds: Iterable[Deed]) -> None:
        """Appends deeds in order; the transaction's commit makes them last."""
        position, previous = self._last()
        entries, values = [], []
        for deed in deeds:
            position += 1
            entry, value = self._entry(deed, position, previous)
            previous = str(entry["hash"])
            entries.append(entry)
            values.append(value)
        if entries:
            self.connection.execute(insert(AUDIT_ENTRY), entries)
            self.connection.execute(insert(AUDIT_VALUE), values)
            self.reach = position, previous

    def _last(self) -> tuple[int, str]:
        entry = AUDIT_ENTRY.c
        newest = select(entry.position, entry.hash).where(entry.chain == self.chain).order_by(entry.position.desc())
        row = self.connection.execute(newest.limit(1)).first()
        return (row.position, row.hash) if row else (0, FIRST_HASH)

    def _entry(self, deed: Deed, position: int, previous: str) -> tuple[dict[str, object], dict[str, object]]:
        salt, changes = secrets.token_hex(16), canonical(deed.changes) if deed.changes else ""
        entry: dict[str, object] = {
            "id": new_key(),
            "chain": self.chain,
            "position": position,
            "at": self.at,
            "user_id": self.user_id,
            "action": deed.action,
            "record": deed.record,
            "record_id": deed.record_id,
            "fields": " ".join(sorted(deed.changes or {})),
            "digest": digest(salt, changes),
            "state_digest": digest(salt, deed.state),
            "previous_hash": previous,
            "subject_id": deed.subject,
        }
        entry["hash"] = link_hash(entry, previous)
        return entry, {"entry_id": entry["id"], "salt": salt, "changes": changes}


def broken_links(connection: Connection) -> Iterator[str]:
    """A sentence for each place where a chain does not hold, or where values are not those that were recorded."""
    entry, value = AUDIT_ENTRY, AUDIT_VALUE
    rows = connection.execute(
        select(entry, value.c.salt, value.c.changes)
        .outerjoin(value, value.c.entry_id == entry.c.id)
        .order_by(entry.c.chain, entry.c.position)
    )
    chain, position, previous = "", 0, FIRST_HASH
    for row in map(dict[str, Any], rows.mappings()):
        if row["chain"] != chain:
            chain, position, previous = row["chain"], 0, FIRST_HASH
        if row["position"] != position + 1:
            yield tr(
                "Entries {first} to {last} of the record of changes are gone.",
                first=position + 1,
                last=row["position"] - 1,
            )
        elif row["previous_hash"] != previous or row["hash"] != link_hash(row, previous):
            yield tr("Entry {number} of the record of changes has been altered.", number=row["position"])
        if row["salt"] is not None and row["digest"] != digest(row["salt"], row["changes"]):
            yield tr(
                "The values kept with entry {number} of the record of changes have been altered.",
                number=row["position"],
            )
        position, previous = row["position"], row["hash"]
