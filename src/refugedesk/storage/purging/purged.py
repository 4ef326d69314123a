"""The list of what was purged: digests of random keys, which tell nobody anything who has not the record itself.

It stands in the store, beside the store and beside every backup, so that an older copy of the records that is put
back, wherever it comes from, is purged again when it is opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, insert, select, update

from refugedesk.domain.store_files import PURGED_LIST
from refugedesk.domain.whole_file import write_whole
from refugedesk.storage.purging.parts import Scope
from refugedesk.storage.tables import PURGED, REFERRAL, RESIDENT

FIRST_LINE: Final = "purged 1"
_MOST: Final = 1 << 26
_ORDER: Final = (Scope.ADULT_FIGURES_STAY, Scope.FIGURES_STAY, Scope.WHOLE)


def digest_of(key: str) -> str:
    """What a file is known by once it is gone."""
    return hashlib.sha256(f"purged file {key}".encode()).hexdigest()


def write_down(connection: Connection, keys: Collection[str], scope: Scope, at: str) -> None:
    """Puts files on the list; one of which more is purged than before is on it with the more."""
    known = on_list(connection)
    for each in sorted(map(digest_of, keys)):
        if each not in known:
            connection.execute(insert(PURGED).values(id=each, scope=scope.value, purged_at=at))
        elif _is_more(scope, known[each]):
            connection.execute(update(PURGED).where(PURGED.c.id == each).values(scope=scope.value, purged_at=at))


def on_list(connection: Connection) -> dict[str, Scope]:
    """Digest -> how much was purged, as the store knows it. What this program does not know is taken for the whole."""
    known, rows = set(Scope), connection.execute(select(PURGED.c.id, PURGED.c.scope))
    return {row.id: Scope(row.scope) if row.scope in known else Scope.WHOLE for row in rows}


def last_purge(connection: Connection) -> datetime | None:
    """When something was purged last; None where nothing ever was."""
    at = connection.execute(select(func.max(PURGED.c.purged_at))).scalar()
    return datetime.fromisoformat(str(at)) if at else None


def to_purge_again(connection: Connection, listed: Mapping[str, Scope]) -> list[tuple[str, str, Scope]]:
    """(record, key, scope) of the files on the list that are in the store and of which it does not know so."""
    known = on_list(connection)
    wanted = {each: scope for each, scope in listed.items() if _is_more(scope, known.get(each))}
    if not wanted:
        return []
    found = []
    for record, table in (("resident", RESIDENT), ("referral", REFERRAL)):
        for key in connection.execute(select(table.c.id).order_by(table.c.id)).scalars():
            if scope := wanted.get(digest_of(key)):
                found.append((record, key, scope))
    return found


def read_list(*folders: Path) -> dict[str, Scope]:
    """What the lists in those folders say together; a line that is damaged says nothing."""
    found: dict[str, Scope] = {}
    for folder in folders:
        for each, scope in _lines(folder / PURGED_LIST):
            if _is_more(scope, found.get(each)):
                found[each] = scope
    return found


def write_list(folder: Path, listed: Mapping[str, Scope]) -> None:
    """Writes the list into a folder, together with what is in it already. Nothing is written for nothing.

    Raises:
        DiskFullError, ReadOnlyFolderError, DriveError
    """
    there = read_list(folder)
    both = dict(there)
    for each, scope in listed.items():
        if _is_more(scope, both.get(each)):
            both[each] = scope
    if both != there:
        lines = [FIRST_LINE, *(f"{each} {both[each].value}" for each in sorted(both))]
        write_whole(folder / PURGED_LIST, "".join(f"{line}\n" for line in lines).encode("ascii"))


def _is_more(scope: Scope, than: Scope | None) -> bool:
    return than is None or _ORDER.index(scope) > _ORDER.index(than)


def _lines(path: Path) -> list[tuple[str, Scope]]:
    try:
        content = path.read_bytes()[:_MOST].decode("ascii", "replace")
    except OSError:
        return []
    found = []
    for line in content.splitlines()[1:]:
        each, _, scope = line.partition(" ")
        if len(each) == hashlib.sha256().digest_size * 2 and scope in set(Scope):
            found.append((each, Scope(scope)))
    return found
