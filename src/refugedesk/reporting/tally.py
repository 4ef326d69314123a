"""Counting codes on lines. A code that no line has is a bug, for it would be counted nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refugedesk.reporting.axes import NOT_RECORDED
from refugedesk.reporting.tables import Line

if TYPE_CHECKING:
    import pandas as pd


def tally(answers: pd.Series, lines: Sequence[Line]) -> dict[str, int]:
    """How many subjects belong to each line, zeros too; a missing answer belongs to ``not_recorded``."""
    found = _recorded(answers).value_counts()
    _refuse_strangers(found.index.tolist(), lines)
    return {line.code: int(found.get(line.code, 0)) for line in lines}


def cross_tally(
    rows: tuple[pd.Series, Sequence[Line]], columns: tuple[pd.Series, Sequence[Line]]
) -> dict[tuple[str, str], int]:
    """How many subjects belong to each pair of a row's and a column's line, zeros too."""
    found = Counter(zip(_recorded(rows[0]), _recorded(columns[0]), strict=True))
    _refuse_strangers([row for row, _ in found], rows[1])
    _refuse_strangers([column for _, column in found], columns[1])
    return {(row.code, column.code): found[row.code, column.code] for row in rows[1] for column in columns[1]}


def _recorded(answers: pd.Series) -> pd.Series:
    return answers.astype("str").fillna(NOT_RECORDED.code)


def _refuse_strangers(found: Sequence[str], lines: Sequence[Line]) -> None:
    strangers = set(found) - {line.code for line in lines}
    if strangers:
        raise ValueError(f"Codes without a line to be counted on: {', '.join(sorted(strangers))}.")
