"""What returns count, as frames under the names of the interchange folder: only the days and columns that are needed.

Ids are keys; ``known_id`` beside a stay is the one it was imported under, or else its key, so that a return of an
exported store is the same. Rows are fetched as they are and never become objects of their own: a code is a category,
a day is a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    String,
    Table,
    case,
    func,
    select,
    true,
    type_coerce,
)

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.domain.spans import Period
from refugedesk.storage.own_rules import in_force
from refugedesk.storage.tables import CHOICES, RECORDS

if TYPE_CHECKING:
    import pandas as pd

COUNTED: Mapping[str, frozenset[str]] = {
    record: frozenset(names.split())
    for record, names in {
        "unit": "accommodation_type layout accessible pets open_from open_to bedspaces max_children",
        "referral": "source risk_level origin_authority origin_ward outcome refusal_reason repeat_of received_on"
        " assessed_on decided_on children",
        "resident": "sex gender ethnicity religion sexual_orientation disabled no_recourse"
        " interpreter_needed pregnant disability_kinds date_of_birth",
        "stay": "resident_id referral_id origin_authority origin_ward risk_at_start move_on_destination"
        " move_on_authority planned_departure exit_reason returned_to_perpetrator safe_at_exit risk_at_exit needs_met"
        " started_on ended_on",
        "placement": "stay_id unit_id from_on to_on",
        "child": "sex date_of_birth",
        "child_stay": "child_id stay_id in_refuge social_care_status_at_start social_care_status_at_end"
        " known_to_childrens_services",
        "contact": "stay_id on_day kind topics",
        "aftercare_contact": "stay_id due on_day reached is_safe",
        "wait": "stay_id what asked_on got_on",
        "outcome_score": "stay_id scored_on stage area score",
    }.items()
}
"""Record -> the fields that returns count. The rest of what is known about a person is not even read for one."""

WORK = ("contact", "aftercare_contact", "wait", "outcome_score")
"""The records of work in a stay that returns count."""

Condition = ColumnElement[bool]
Own = Mapping[str, Mapping[str, str]]
"""List -> a code of the service's own -> the code it counts as."""


def extracts(connection: Connection, period: Period | None = None) -> dict[str, pd.DataFrame]:
    """The frames that returns count.

    Args: period: only what is of account in those days, both ends included; None for the whole store.
    """
    found = {
        "units": _record(connection, "unit"),
        "referrals": _record(connection, "referral", _received(period)),
        "residents": _record(connection, "resident", _staying(period)),
        "stays": _record(connection, "stay", _stayed(period)),
        "placements": _record(connection, "placement", _placed(period)),
        "children": _children(connection, period),
        "needs": _codes(connection, "needs", "need", period),
        "abuse": _codes(connection, "abuse", "abuse_type", period),
        **{ALL[each].plural: _work(connection, each, period) for each in WORK},
    }
    return found | {"stays": _with_stays_of(connection, found["stays"], found["placements"])}


def known_id(table: FromClause) -> ColumnElement[str]:
    """The id a record is known by outside: the imported one, or its key."""
    return func.coalesce(table.c.reference, table.c.id)


def _stayed(period: Period | None) -> Condition:
    """In a stay on a day of the period."""
    stay = RECORDS["stay"].c
    return _touching(stay.started_on, stay.ended_on, period)


def _placed(period: Period | None) -> Condition:
    placement = RECORDS["placement"].c
    return _touching(placement.from_on, placement.to_on, period)


def _touching(start: ColumnElement[Any], end: ColumnElement[Any], period: Period | None) -> Condition:
    """``coalesce`` keeps the indexes out of it: most rows touch a year, and one look at each is the quickest."""
    if not period:
        return true()
    return (func.coalesce(start, date.max) <= period.last) & (func.coalesce(end, date.max) >= period.first)


def _received(period: Period | None) -> Condition:
    referral = RECORDS["referral"].c
    return referral.received_on.between(period.first, period.last) if period else true()


def _staying(period: Period | None) -> Condition:
    stay, resident = RECORDS["stay"].c, RECORDS["resident"].c
    return resident.id.in_(select(stay.resident_id).where(_stayed(period))) if period else true()


def _record(connection: Connection, record: str, where: Condition | None = None) -> pd.DataFrame:
    table = RECORDS[record]
    columns = {f"{record}_id": table.c.id} | _counted(record, table, in_force(connection).counted_as)
    if record == "stay":
        columns["known_id"] = known_id(table)
    query = select(*(column.label(name) for name, column in columns.items())).select_from(table)
    return _frame(connection, query if where is None else query.where(where), _kinds(record))


def _children(connection: Connection, period: Period | None) -> pd.DataFrame:
    """A row for each child in each stay; a child who is in no stay has none."""
    child, in_stay, stay = RECORDS["child"], RECORDS["child_stay"], RECORDS["stay"]
    own = in_force(connection).counted_as
    columns = _counted("child_stay", in_stay, own) | _counted("child", child, own)
    joined = in_stay.join(child, child.c.id == in_stay.c.child_id).join(stay, stay.c.id == in_stay.c.stay_id)
    query = select(*(column.label(name) for name, column in columns.items())).select_from(joined)
    return _frame(connection, query.where(_stayed(period)), _kinds("child_stay") | _kinds("child"))


def _work(connection: Connection, record: str, period: Period | None) -> pd.DataFrame:
    """The records of the stays that are of account."""
    table, stay = RECORDS[record], RECORDS["stay"]
    own = in_force(connection).counted_as
    columns = (column.label(name) for name, column in _counted(record, table, own).items())
    query = select(*columns).select_from(table.join(stay, stay.c.id == table.c.stay_id))
    return _frame(connection, query.where(_stayed(period)), _kinds(record))


def _codes(connection: Connection, field: str, column: str, period: Period | None) -> pd.DataFrame:
    stay, chosen = RECORDS["stay"], CHOICES["stay", field]
    code = _as_counted(chosen.c.code, ALL["stay"].field(field), in_force(connection).counted_as)
    query = select(chosen.c.stay_id, code.label(column)).join(stay, stay.c.id == chosen.c.stay_id)
    query = query if code is chosen.c.code else query.distinct()
    return _frame(connection, query.where(_stayed(period)), {"stay_id": Kind.LINK})


def _with_stays_of(connection: Connection, stays: pd.DataFrame, placements: pd.DataFrame) -> pd.DataFrame:
    """The stays, with those that a placement belongs to although they ended before: records can be wrong."""
    import pandas as pd

    missing = placements.loc[~placements["stay_id"].isin(stays["stay_id"]), "stay_id"].unique().tolist()
    found = [
        _record(connection, "stay", RECORDS["stay"].c.id.in_(missing[at : at + 500]))
        for at in range(0, len(missing), 500)
    ]
    return pd.concat([stays, *found], ignore_index=True) if found else stays


def _counted(record: str, table: Table, own: Own) -> dict[str, ColumnElement[Any]]:
    """The columns that returns count, as they are stored; the service's own codes as those they count as."""
    fields = [field for field in ALL[record].fields if field.name in COUNTED[record]]
    return {field.name: _stored(table, field, own) for field in fields}


def _stored(table: Table, field: Field, own: Own) -> ColumnElement[Any]:
    column = _as_counted(table.c[field.name], field, own)
    return type_coerce(column, String) if field.kind is Kind.DAY else column


def _as_counted(column: ColumnElement[Any], field: Field, own: Own) -> ColumnElement[Any]:
    """The column with each of the service's own codes as the product's code that it counts as."""
    known = own.get(field.codes.id) if field.codes else None
    if not known:
        return column
    if field.kind is Kind.CHOICES and not field.has_rows:
        return _several_as_counted(type_coerce(column, String), known)
    return case(dict(known), value=column, else_=column)


def _several_as_counted(column: ColumnElement[Any], known: Mapping[str, str]) -> ColumnElement[Any]:
    """Several codes in one text with blanks around each: each own one becomes the other, which stands there once."""
    for own, product in known.items():
        mark, counted = f" {own} ", f" {product} "
        is_there = func.instr(column, counted) > 0
        column = case((is_there, func.replace(column, mark, " ")), else_=func.replace(column, mark, counted))
    return column


def _kinds(record: str) -> dict[str, Kind]:
    kinds = {field.name: field.kind for field in ALL[record].fields}
    return kinds | {f"{record}_id": Kind.LINK, "known_id": Kind.LINK}


def _frame(connection: Connection, query: Select[Any], kinds: Mapping[str, Kind]) -> pd.DataFrame:
    """The rows of a query, column by column."""
    import pandas as pd

    names = query.selected_columns.keys()
    result = connection.execute(query)
    columns = list(zip(*result.cursor.fetchall(), strict=True)) or [()] * len(names)
    return pd.DataFrame(
        {name: _column(values, kinds.get(name)) for name, values in zip(names, columns, strict=True)}, copy=False
    )


def _column(values: Iterable[object], kind: Kind | None) -> Any:
    """Ids as text, whole numbers as such, days by the day, and everything else as categories."""
    import numpy as np
    import pandas as pd

    if kind is Kind.LINK:
        return pd.array(list(values), dtype="str")  # type: ignore[call-overload]
    if kind is Kind.WHOLE_NUMBER:
        return pd.array(list(values), dtype="Int64")  # type: ignore[call-overload]
    cells = np.fromiter(values, dtype=object)
    numbers, distinct = pd.factorize(cells)
    if kind is Kind.DAY:
        days = np.array([*distinct, "NaT"], dtype="datetime64[s]")
        return days[numbers]
    return pd.Categorical.from_codes(numbers, categories=pd.Index(distinct, dtype="str"))
