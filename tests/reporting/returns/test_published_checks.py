"""What published figures left unsaid: who is counted, of whom, and that a person may stand in several rows."""

from __future__ import annotations

import pytest

from refugedesk.reporting.returns import definitions
from refugedesk.reporting.spec import TableSpec

TABLES = {f"{spec.id}.{table.id}": table for spec in definitions() for table in spec.tables}


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_table_says_what_it_counts_and_of_whom(table: TableSpec) -> None:
    """A percentage without its base, and mentions read as people, are what published tables went wrong with."""
    assert table.counts
    assert table.of
    if table.has_several_answers:
        said = f"{table.of} {table.explanation}"
        assert any(words in said for words in ("several", "once", "each")), said
