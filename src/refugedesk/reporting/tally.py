"""Counting codes on lines. A code that no line has is a bug, for it would be counted nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from refugedesk.reporting.axes import NOT_RECORDED
from refugedesk.reporting.tables import Line

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


def tally(answers: pd.Series, lines: Sequence[Line]) -> dict[str, int]:
    """How many subjects belong to each line, zeros too; a missing answer belongs to ``not_recorded``."""
    found = _tallied(_positions(answers, lines), len(lines))
    return {line.code: number for line, number in zip(lines, found, strict=True)}


def cross_tally(
    rows: tuple[pd.Series, Sequence[Line]], columns: tuple[pd.Series, Sequence[Line]]
) -> dict[tuple[str, str], int]:
    """How many subjects belong to each pair of a row's and a column's line, zeros too."""
    width = len(columns[1])
    found = _tallied(_positions(*rows) * width + _positions(*columns), len(rows[1]) * width)
    pairs = [(row.code, column.code) for row in rows[1] for column in columns[1]]
    return dict(zip(pairs, found, strict=True))


def _positions(answers: pd.Series, lines: Sequence[Line]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Which line each answer belongs to."""
    import pandas as pd

    numbers, distinct = pd.factorize(answers, use_na_sentinel=False)
    codes = [NOT_RECORDED.code if pd.isna(code) else str(code) for code in distinct]
    line_of_code = {line.code: position for position, line in enumerate(lines)}
    strangers = set(codes) - set(line_of_code)
    if strangers:
        raise ValueError(f"Codes without a line to be counted on: {', '.join(sorted(strangers))}.")
    return pd.Index([line_of_code[code] for code in codes], dtype="int64").to_numpy()[numbers]


def _tallied(positions: np.ndarray[tuple[int], np.dtype[np.intp]], length: int) -> list[int]:
    import numpy as np

    return [int(number) for number in np.bincount(positions, minlength=length)]
