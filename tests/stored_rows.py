"""What a store holds of the interchange folder's files, as plain rows: to compare stores with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, select

from refugedesk.domain.codelists import Code
from refugedesk.domain.fields import Field, Kind, Record
from refugedesk.domain.records import ALL
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.storage.extracts import known_id
from refugedesk.storage.tables import CHOICES, RECORDS

Rows = list[dict[str, object]]

COUNTED: Mapping[str, frozenset[str]] = {
    record: frozenset(names.split())
    for record, names in {
        "unit": "name accommodation_type layout accessible pets open_from open_to bedspaces max_children",
        "referral": "source risk_level origin_authority origin_ward outcome refusal_reason repeat_of received_on"
        " assessed_on decided_on children",
        "resident": "first_name last_name sex gender ethnicity religion sexual_orientation disabled no_recourse"
        " first_language interpreter_needed pregnant date_of_birth",
        "stay": "resident_id referral_id origin_authority origin_ward risk_at_start move_on_destination"
        " move_on_authority planned_departure started_on ended_on key_worker",
        "placement": "stay_id unit_id from_on to_on",
        "child": "first_name sex date_of_birth",
        "child_stay": "child_id stay_id in_refuge social_care_status_at_start social_care_status_at_end"
        " known_to_childrens_services",
    }.items()
}
"""Record -> the fields that returns count. The rest of what is known about a person is not even read for one."""


def whole_store(connection: Connection) -> Mapping[str, Rows]:
    """The rows of the files that returns count, ordered by id: file name -> rows of column -> plain value or None."""
    plain = ("unit", "referral", "resident", "stay", "placement")
    return {
        **{ALL[name].plural: _record(connection, ALL[name]) for name in plain},
        "children": _children(connection),
        "needs": _codes(connection, "needs", "need"),
        "abuse": _codes(connection, "abuse", "abuse_type"),
    }


def _record(connection: Connection, record: Record) -> Rows:
    table = RECORDS[record.id]
    return _select(connection, table, [known_id(table).label(f"{record.id}_id")], [(table, _counted(record))])


def _children(connection: Connection) -> Rows:
    """A row for each child in each stay; a child who is in no stay has none."""
    child, in_stay = RECORDS[CHILD.id], RECORDS[CHILD_STAY.id]
    joined = in_stay.join(child, child.c.id == in_stay.c.child_id)
    return _select(connection, joined, [], [(in_stay, _counted(CHILD_STAY)), (child, _counted(CHILD))])


def _counted(record: Record) -> list[Field]:
    return [field for field in record.fields if field.name in COUNTED[record.id]]


def _select(
    connection: Connection,
    source: FromClause,
    columns: list[ColumnElement[Any]],
    parts: Iterable[tuple[Table, Iterable[Field]]],
) -> Rows:
    chosen: list[ColumnElement[Any]] = [*columns]
    for table, fields in parts:
        for field in fields:
            if field.kind is Kind.LINK:
                linked = RECORDS[field.links_to].alias(f"linked_{field.name}")
                source = source.outerjoin(linked, linked.c.id == table.c[field.name])
                chosen.append(known_id(linked).label(field.name))
            else:
                chosen.append(table.c[field.name])
    query = select(*chosen).select_from(source).order_by(chosen[0], chosen[1])
    return [dict(row) for row in connection.execute(query).mappings()]


def _codes(connection: Connection, field: str, column: str) -> Rows:
    stay, chosen = RECORDS["stay"], CHOICES["stay", field]
    place = {code.code: number for number, code in enumerate(_listed(field))}
    query = select(known_id(stay), chosen.c.code).join(stay, stay.c.id == chosen.c.stay_id)
    rows = sorted(connection.execute(query), key=lambda row: (row[0], place[row[1]]))
    return [{"stay_id": row[0], column: row[1]} for row in rows]


def _listed(field: str) -> Iterable[Code]:
    codes = ALL["stay"].field(field).codes
    return codes.codes if codes else ()
