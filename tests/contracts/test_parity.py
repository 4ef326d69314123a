"""A form and its table hold the same fields; the migrated schema is the written one."""

from __future__ import annotations

from pathlib import Path

import pytest

from refugedesk.domain.records import ALL
from refugedesk.security.keys import Key
from refugedesk.storage.engine import create_database, integrity, open_engine
from refugedesk.storage.schema_steps import NEWEST, STEPS, bring_up_to_date, run_steps, schema_faults, step_of
from refugedesk.storage.tables import CHOICES, RECORDS

OWN = {"id", "reference", "version"}


@pytest.mark.parametrize("record", ALL.values(), ids=list(ALL))
def test_a_form_and_its_table_hold_the_same_fields(record) -> None:  # type: ignore[no-untyped-def]
    plain = {field.name for field in record.fields if not field.has_rows}
    several = {field.name for field in record.fields if field.has_rows}
    assert {column.name for column in RECORDS[record.id].c} - OWN == plain
    assert {field for owner, field in CHOICES if owner == record.id} == several


@pytest.mark.parametrize("record", ALL.values(), ids=list(ALL))
def test_a_column_is_blank_only_where_the_field_may_be(record) -> None:  # type: ignore[no-untyped-def]
    for field in record.fields:
        if not field.has_rows:
            assert RECORDS[record.id].c[field.name].nullable is not field.is_required, field.name


@pytest.mark.parametrize("step", STEPS)
def test_a_store_of_every_step_is_brought_up_to_date(step: str, tmp_path: Path) -> None:
    key, database = Key.fresh(), tmp_path / "records.db"
    create_database(database, key)
    engine = open_engine(database, key)
    run_steps(engine, step)
    engine.dispose()
    before = database.read_bytes()

    backup = bring_up_to_date(tmp_path, key)

    assert (backup is None) == (step == NEWEST)
    assert backup is None or backup.read_bytes() == before
    engine = open_engine(database, key)
    assert step_of(engine) == NEWEST
    with engine.connect() as connection:
        assert schema_faults(connection) == []
    engine.dispose()
    assert integrity(database, key) == []
