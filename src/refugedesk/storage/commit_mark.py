"""How far the records had come, kept beside them: an older file put back in their place is noticed.

After every change the place and the hash of the last entry of the record of changes are written into a small file,
sealed with the store's key. It lies a moment behind where the program is killed in between, never ahead: a store whose
chain is shorter than its mark, or another, is not the one that was last used. Two places in the file take turns, so
that one that is half-written leaves the other. Drafts are in no chain, so they move no mark.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from sqlalchemy import Connection, select

from refugedesk.domain.store_files import MARK
from refugedesk.domain.words import noted, tr
from refugedesk.storage.tables import AUDIT_ENTRY, SERVICE

BEGUN: Final = "mark"
"""What the unlocking notes with which a store begins to have a mark: from then on a missing one is a fault."""
_SLOT, _LENGTH = 512, 160


class MarkKey(Protocol):
    """What seals a mark: the vault's ``Key``."""

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose."""
        ...


@dataclass(frozen=True)
class Reach:
    """How far a chain has come: how many entries it has, and the hash of the last."""

    position: int
    hash: str


def reach_of(connection: Connection) -> Reach:
    """How far the store's own chain has come; position 0 before its first entry."""
    entry = AUDIT_ENTRY.c
    chain = select(SERVICE.c.chain).scalar_subquery()
    last = select(entry.position, entry.hash).where(entry.chain == chain).order_by(entry.position.desc()).limit(1)
    row = connection.execute(last).first()
    return Reach(row.position, row.hash) if row else Reach(0, "")


def put_mark(folder: Path, key: MarkKey, position: int, last: str) -> None:
    """Writes down how far the chain has come. It needs no sync: on a crash it may lie behind, which does no harm.

    Raises:
        OSError: the drive is full or gone; the change itself is saved.
    """
    words = f"{position:020} {last}"
    line = f"{words} {_seal(key, words)}\n".encode("ascii").ljust(_LENGTH)
    handle = os.open(folder / MARK, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.lseek(handle, position % 2 * _SLOT, os.SEEK_SET)
        os.write(handle, line)
    finally:
        os.close(handle)


def what_is_wrong(connection: Connection, folder: Path, key: MarkKey) -> str:
    """A sentence where the records are not those that were last used; empty where they are, or never had a mark."""
    marks = _marks(folder, key)
    if not marks:
        return _MISSING if has_begun(connection) else ""
    mark = max(marks, key=lambda each: each.position)
    reach = reach_of(connection)
    if reach.position < mark.position:
        missing = mark.position - reach.position
        words = tr("Entries missing at the end of the record of changes: {missing}.", missing=missing)
        return f"{tr(_OLDER)} {words}"
    is_the_same = _hash_at(connection, mark.position) == mark.hash
    return "" if is_the_same else f"{tr(_OLDER)} {tr('Their record of changes is another one.')}"


_OLDER: Final = noted(
    "The records are not the ones that were last used here: an older copy of their file may have been put back. "
    "What was saved since is not in it. Look for the newer file or the latest backup before you go on."
)
_MISSING: Final = noted(
    "The file that says how far the records had come is missing, so nobody can tell whether they are the newest. "
    "Compare what you saved last with what you see."
)


def _marks(folder: Path, key: MarkKey) -> list[Reach]:
    """The marks whose seal holds; one that was half-written has none."""
    try:
        content = (folder / MARK).read_bytes()
    except OSError:
        return []
    found = []
    for start in (0, _SLOT):
        words, _, seal = content[start : start + _LENGTH].strip().decode("ascii", "replace").rpartition(" ")
        if words and hmac.compare_digest(seal.encode(), _seal(key, words).encode()):
            position, _, last = words.partition(" ")
            found.append(Reach(int(position), last))
    return found


def _seal(key: MarkKey, words: str) -> str:
    return hmac.new(key.derived("commit mark"), words.encode("ascii", "replace"), hashlib.sha256).hexdigest()


WAYS_IN = ("unlock", "recover", "open_by_shares")
"""The deeds that open a store."""


def has_begun(connection: Connection) -> bool:
    """Whether the store has ever had a mark."""
    entry = AUDIT_ENTRY.c
    begun = (
        select(entry.id)
        .where(entry.action.in_(("unlock", "recover", "open_by_shares")), entry.fields == BEGUN)
        .limit(1)
    )
    return connection.execute(begun).first() is not None


def _hash_at(connection: Connection, position: int) -> str:
    chain = select(SERVICE.c.chain).scalar_subquery()
    entry = AUDIT_ENTRY.c
    found = select(entry.hash).where(entry.chain == chain, entry.position == position)
    return str(connection.execute(found).scalar() or "")
