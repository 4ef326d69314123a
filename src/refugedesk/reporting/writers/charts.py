"""Bar charts beside the tables that are looked at rather than read. A withheld number has no bar, and says [c]."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from refugedesk.reporting.tables import Layout, PrintedTable
from refugedesk.reporting.writers.figures import WITHHELD, count_at
from refugedesk.reporting.writers.formats import ACCENT, BAR_SECOND, FACE, INK, LINE, SOFT_INK
from refugedesk.reporting.writers.grids import Cell, Grid

UPRIGHT = frozenset({"referrals_by_month", "starts_by_month"})
"""Tables along time: their bars stand."""
CHARTED = UPRIGHT | {"age", "ethnicity_group", "needs", "abuse", "refusals", "children_age", "move_on_group"}

WIDTH = 400
_FONT = {"name": FACE, "size": 9, "color": INK}


def is_chartable(grid: Grid) -> bool:
    """Whether room is kept for a chart beside the table, whatever its numbers."""
    first, end = grid.answers
    is_drawn = grid.shape.id in CHARTED and grid.shape.layout in (Layout.ROWS, Layout.COLUMNS)
    return is_drawn and first < end


def has_bars(table: PrintedTable, grid: Grid) -> bool:
    """Whether a shown number gives the chart a bar."""
    return any(any(values) for values in _series(table, grid).values())


def chart_height(grid: Grid) -> int:
    """The chart's height in pixels: what its bars need."""
    first, end = grid.answers
    return 280 if grid.shape.id in UPRIGHT else 60 + 22 * (end - first)


def chart(workbook: Workbook, sheet: str, top: int, table: PrintedTable, grid: Grid) -> Chart:
    """The chart of a table whose title stands in row ``top`` of the sheet."""
    is_upright = table.shape.id in UPRIGHT
    made = workbook.add_chart({"type": "column" if is_upright else "bar"})
    first, end = (top + index for index in grid.answers)
    labels = [row[0].text for row in grid.rows[slice(*grid.answers)]]
    for index, (name, values) in enumerate(_series(table, grid).items()):
        made.add_series(
            {
                "name": name,
                "categories": [sheet, first, 0, end - 1, 0],
                "values": [sheet, first, index + 1, end - 1, index + 1],
                "categories_data": labels,
                "values_data": values,
                "fill": {"color": (ACCENT, BAR_SECOND)[index % 2]},
                "gap": 45,
                "overlap": 0,
                "data_labels": _bar_labels(values),
            }
        )
    _dress(made, is_upright, len(table.shape.columns) > 1)
    made.set_size({"width": WIDTH, "height": chart_height(grid)})
    return made


def _series(table: PrintedTable, grid: Grid) -> dict[str, list[int | None]]:
    """What each series draws: name -> its counts, None where one is withheld."""
    shape = table.shape
    rows = [row[1 : 1 + max(1, len(shape.columns))] for row in grid.rows[slice(*grid.answers)]]
    names = [column.label for column in shape.columns] or [shape.counts.capitalize()]
    return {name: [_count(table, row[index]) for row in rows] for index, name in enumerate(names)}


def _count(table: PrintedTable, cell: Cell) -> int | None:
    return count_at(table, cell.figure.place) if cell.figure else None


def _bar_labels(values: list[int | None]) -> dict[str, Any]:
    mark = {"value": WITHHELD, "font": _FONT | {"color": SOFT_INK}}
    labels: dict[str, Any] = {"value": True, "font": _FONT}
    if None in values:
        labels["custom"] = [mark if value is None else None for value in values]
    return labels


def _dress(made: Chart, is_upright: bool, has_legend: bool) -> None:
    """Quiet: no frame, no grid, no scale; the numbers stand at the bars. Lying bars run down in the table's order."""
    category = {"num_font": _FONT, "line": {"color": LINE}, "major_tick_mark": "none", "reverse": not is_upright}
    scale = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    made.set_x_axis(category if is_upright else scale)
    made.set_y_axis(scale if is_upright else category)
    made.set_title({"none": True})
    made.set_legend({"position": "top", "font": _FONT} if has_legend else {"none": True})
    made.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    made.set_plotarea({"fill": {"none": True}})
