"""What one person may see, laid over the connection itself, so that no lookup can forget it.

A connection that reads for somebody has temporary views in place of the tables: rows that are hidden from them are not
there, and answers that are not for them are blank. A lookup names tables as ever and cannot tell. Transactions that
save, and the few that must know the whole truth (totals, fire, checks), name the tables of the store outright
(``WHOLE``), which no view stands in for; nothing can be written through a view by mistake, SQLite refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.fields import Field, Kind, Record
from refugedesk.domain.levels import Level
from refugedesk.domain.names import same_name
from refugedesk.domain.records import ALL
from refugedesk.domain.team import team
from refugedesk.storage.tables import CHOICES, RECORDS

WHOLE: Final[Mapping[None, str]] = MappingProxyType({None: "main"})
"""The schema to name for the whole truth (``schema_translate_map``)."""
_LAID: Final = "refugedesk_sight"


@dataclass
class Sight:
    """What the person of an account may see. opened: residents whose answers they opened in an emergency."""

    account_id: str
    name: str
    level: Level
    opened: set[str] = field(default_factory=set)

    @contextmanager
    def over(self, connection: Connection) -> Iterator[None]:
        """Lays the sight over a connection, within the transaction that is under way."""
        try:
            self._lay(connection)
            yield
        except BaseException:
            connection.info.pop(_LAID, None)  # what was laid is rolled back with the rest
            raise

    def hides(self, connection: Connection, key: str | None) -> bool:
        """Whether the record of that key is hidden; asked on a connection over which this was laid."""
        if not key or not connection.info[_LAID][1]:
            return False
        return bool(connection.exec_driver_sql("SELECT 1 FROM temp.unseen WHERE id = ?", (key,)).first())

    def hidden_references(self, connection: Connection, record: Record) -> frozenset[str]:
        """The imported ids of hidden records: one that comes again is left off, so that nothing tells it is there."""
        if not connection.info[_LAID][1]:
            return frozenset()
        asked = f"SELECT reference FROM main.{record.id} WHERE id IN temp.unseen AND reference IS NOT NULL"  # nosec B608 - our own names; keys are bound
        return frozenset(connection.exec_driver_sql(asked).scalars())

    def withheld(self, connection: Connection, record: Record, key: str) -> frozenset[str]:
        """The fields of a stored record whose answers are not for them."""
        names = masked_fields(record, self.level)
        if not names or not key or self.level is Level.NOTHING:
            return names if key else frozenset()
        asked = f"SELECT 1 FROM main.{record.id} WHERE id = ? AND {_is_theirs(record)}"  # nosec B608 - our own names; keys are bound
        return frozenset() if connection.exec_driver_sql(asked, (key,)).first() else names

    def _lay(self, connection: Connection) -> None:
        newest = int(connection.exec_driver_sql("SELECT max(rowid) FROM main.audit_entry").scalar() or 0)
        laid, stand = connection.info.get(_LAID), (newest, len(self.opened))
        if laid is not None and (laid[0] == stand or self._still_holds(connection, laid[0])):
            connection.info[_LAID] = (stand, laid[1])
            return
        if laid is None:
            _make_lists(connection)
        has_hidden = self._fill_unseen(connection)
        if self.level is Level.HOUSE:
            self._fill_theirs(connection)
        if laid is None or laid[1] != has_hidden:
            _make_views(connection, self.level, has_hidden)
        connection.info[_LAID] = (stand, has_hidden)

    def _still_holds(self, connection: Connection, stand: tuple[int, int]) -> bool:
        """Whether nothing has been done since that decides what is seen: saving a note, looking at a file do not."""
        since, opened = stand
        decided = connection.exec_driver_sql(DECIDES, (since,)).first()
        return opened == len(self.opened) and decided is None

    def _fill_unseen(self, connection: Connection) -> bool:
        """Lists what is hidden and everything that belongs to it; whether there is anything."""
        run = connection.exec_driver_sql
        run("DELETE FROM temp.unseen")
        run(
            "INSERT OR IGNORE INTO temp.unseen SELECT record_id FROM main.hiding "
            "WHERE account_id = ? AND lifted_at IS NULL",
            (self.account_id,),
        )
        known = run(
            "SELECT c.resident_id, s.name, s.signs_in_as FROM main.conflict AS c "
            "JOIN main.staff AS s ON s.id = c.staff_id"
        ).all()
        for resident, *names in known:
            if same_name(self.name) in {same_name(each or "") for each in names}:
                run("INSERT OR IGNORE INTO temp.unseen VALUES (?)", (resident,))
        count, before = _count(connection), 0
        while count > before:
            before = count
            for statement in _spread():
                run(statement)
            count = _count(connection)
        return count > 0

    def _fill_theirs(self, connection: Connection) -> None:
        """Lists the people they are key worker of, and the names under which somebody is in charge of a stay."""
        run = connection.exec_driver_sql
        for name in ("theirs", "in_charge"):
            run(f"DELETE FROM temp.{name}")  # nosec B608 - our own names; keys are bound
        staff = [(name, as_) for name, as_ in run("SELECT name, signs_in_as FROM main.staff")]
        known = team(run("SELECT name FROM main.account").scalars(), staff)
        active = {same_name(row[0]) for row in run("SELECT name FROM main.account WHERE is_active")}
        for (name,) in run("SELECT DISTINCT key_worker FROM main.stay WHERE key_worker IS NOT NULL").all():
            if same_name(known.of(name)) in active:
                run("INSERT INTO temp.in_charge VALUES (?, ?)", (name, known.are_one(name, self.name)))
        run(
            "INSERT OR IGNORE INTO temp.theirs SELECT s.resident_id FROM main.stay AS s JOIN temp.in_charge AS i "  # nosec B608 - our own names; keys are bound
            f"ON i.id = s.key_worker WHERE i.is_me AND {_IS_NEWEST}"
        )
        for resident in self.opened:
            run("INSERT OR IGNORE INTO temp.theirs VALUES (?)", (resident,))


DECIDES: Final = (
    "SELECT 1 FROM main.audit_entry WHERE rowid > ? AND action NOT IN ('view', 'print') "
    "AND record IN ('', 'resident', 'referral', 'stay', 'conflict', 'staff', 'account') LIMIT 1"
)
"""Whether there is a deed after an entry that may have changed who sees what."""
_IS_NEWEST: Final = (
    "NOT EXISTS (SELECT 1 FROM main.stay AS n WHERE n.resident_id = s.resident_id "
    "AND (n.started_on, n.id) > (s.started_on, s.id))"
)


def _count(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT count(*) FROM temp.unseen").scalar_one())


def masked_fields(record: Record, level: Level) -> frozenset[str]:
    """The fields of a form that somebody of that level does not see of everybody."""
    return frozenset(each.name for each in record.fields if _is_masked(each, level))


def _is_masked(field: Field, level: Level) -> bool:
    if level is Level.EVERYTHING or not field.is_restricted:
        return False
    return level is Level.NOTHING or field.is_for_case


@cache
def hideable() -> frozenset[str]:
    """The records that are, or belong to, a person's file or a referral."""
    found = {"resident", "referral"}
    while more := {each.id for each in ALL.values() if each.id not in found and set(_links(each).values()) & found}:
        found |= more
    return frozenset(found)


def _links(record: Record) -> dict[str, str]:
    return {each.name: each.links_to for each in record.fields if each.kind is Kind.LINK}


@cache
def _spread() -> tuple[str, ...]:
    """Statements that list what belongs to what is listed: down to every record, and up from a referral to its stay."""
    down = [
        (record, name) for record in sorted(hideable()) for name, to in _links(ALL[record]).items() if to in hideable()
    ]
    up = [("stay", "resident_id"), ("stay", "referral_id"), ("referral", "repeat_of")]
    return (
        *(
            f"INSERT OR IGNORE INTO temp.unseen SELECT id FROM main.{record} WHERE {name} IN temp.unseen"  # nosec B608 - our own names; keys are bound
            for record, name in down
        ),
        *(
            f"INSERT OR IGNORE INTO temp.unseen SELECT {name} FROM main.{record} "  # nosec B608 - our own names; keys are bound
            f"WHERE id IN temp.unseen AND {name} IS NOT NULL"
            for record, name in up
        ),
    )


def _make_lists(connection: Connection) -> None:
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE IF NOT EXISTS unseen (id TEXT PRIMARY KEY) WITHOUT ROWID")
    run("CREATE TEMP TABLE IF NOT EXISTS theirs (id TEXT PRIMARY KEY) WITHOUT ROWID")
    run("CREATE TEMP TABLE IF NOT EXISTS in_charge (id TEXT PRIMARY KEY, is_me INTEGER) WITHOUT ROWID")


def _make_views(connection: Connection, level: Level, has_hidden: bool) -> None:
    views = dict(_views(level, has_hidden))
    for name in (*RECORDS, *(table.name for table in CHOICES.values()), *BESIDE):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS temp.{name}")
        if name in views:
            connection.exec_driver_sql(f"CREATE TEMP VIEW {name} AS {views[name]}")


BESIDE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "search_entry": "record_id NOT IN temp.unseen",
        "audit_entry": "record_id NOT IN temp.unseen AND (subject_id IS NULL OR subject_id NOT IN temp.unseen)",
        "draft": "NOT EXISTS (SELECT 1 FROM temp.unseen AS u WHERE u.id = record_id OR instr(content, u.id))",
        "merge": "kept_id NOT IN temp.unseen AND gone_id NOT IN temp.unseen",
        "hiding": "record_id NOT IN temp.unseen",
        "emergency_opening": "resident_id NOT IN temp.unseen",
        "retention_hold": "record_id NOT IN temp.unseen",
        "purge": "record_id NOT IN temp.unseen",
        "handed_over": "record_id NOT IN temp.unseen",
    }
)
"""The tables that tell of records without being one, and which of their rows are seen."""


def _views(level: Level, has_hidden: bool) -> Iterator[tuple[str, str]]:
    for record in ALL.values():
        wanted = "id NOT IN temp.unseen" if has_hidden and record.id in hideable() else ""
        if wanted or masked_fields(record, level):
            yield record.id, _view(record, level, wanted)
    if has_hidden:
        for (owner, _), table in CHOICES.items():
            yield table.name, f"SELECT * FROM main.{table.name} WHERE {owner}_id NOT IN temp.unseen"  # nosec B608 - our own names; keys are bound
    for name, wanted in BESIDE.items():
        shown = [wanted] if has_hidden else []
        if name == "search_entry" and level is Level.NOTHING:
            shown.append("NOT is_restricted")
        if shown:
            yield name, f"SELECT rowid AS rowid, * FROM main.{name} WHERE {' AND '.join(shown)}"  # nosec B608 - our own names; keys are bound


def _view(record: Record, level: Level, wanted: str) -> str:
    masked = masked_fields(record, level)
    allowed = "0" if level is Level.NOTHING else _is_theirs(record)
    columns = [
        f"CASE WHEN {allowed} THEN {column.name} END AS {column.name}" if column.name in masked else column.name
        for column in RECORDS[record.id].c
    ]
    return f"SELECT {', '.join(columns)} FROM main.{record.id}" + (f" WHERE {wanted}" if wanted else "")  # nosec B608 - our own names; keys are bound


def _is_theirs(record: Record) -> str:
    """Whether the record belongs to somebody they are key worker of, or of whom nobody is."""
    owner = _owner(record)
    if owner is None:
        return "1"
    in_charge = (
        f"SELECT 1 FROM main.stay AS s WHERE s.resident_id = {owner} AND s.key_worker IN "  # nosec B608 - our own names; keys are bound
        f"(SELECT id FROM temp.in_charge) AND {_IS_NEWEST}"
    )
    return f"({owner} IN temp.theirs OR NOT EXISTS ({in_charge}))"


def _owner(record: Record) -> str | None:
    """The resident whose file a row is in, as SQL; None for what belongs to nobody."""
    if record.id == "resident":
        return "main.resident.id"
    links = _links(record)
    if "resident_id" in links:
        return f"main.{record.id}.resident_id"
    if "stay_id" in links:
        return f"(SELECT o.resident_id FROM main.stay AS o WHERE o.id = main.{record.id}.stay_id)"  # nosec B608 - our own names; keys are bound
    if "child_id" in links:
        return f"(SELECT o.resident_id FROM main.child AS o WHERE o.id = main.{record.id}.child_id)"  # nosec B608 - our own names; keys are bound
    return None
