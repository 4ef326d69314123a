"""Tables laid out: every figure in one place, whatever the layout."""

from __future__ import annotations

from printed_returns import a_printed_return, an_exact_return, shapes_like_a_return
from refugedesk.reporting.tables import Line, Shape
from refugedesk.reporting.writers.figures import figures
from refugedesk.reporting.writers.grids import Grid, grid
from refugedesk.reporting.writers.sheets import sheet_plan
from refugedesk.reporting.writers.themes import OTHER, by_theme


def figures_of(laid_out: Grid) -> list[object]:
    return [cell.figure for row in laid_out.rows for cell in row if cell.figure is not None]


def test_every_figure_of_a_table_stands_in_one_cell() -> None:
    for shape in shapes_like_a_return():
        found = figures_of(grid(shape))
        assert len(found) == len(set(found)), shape.id
        assert set(found) == set(figures(shape)), shape.id


def test_a_chart_draws_the_rows_with_an_answer_and_no_margin() -> None:
    shape = next(shape for shape in shapes_like_a_return() if shape.id == "age")
    laid_out = grid(shape)
    first, end = laid_out.answers
    labels = [row[0].text for row in laid_out.rows[first:end]]
    assert labels == [row.label for row in shape.rows if row.is_answer]


def test_what_is_withheld_moves_nothing() -> None:
    safe, exact = a_printed_return(), an_exact_return()
    for some, every in zip(by_theme(safe.tables).items(), by_theme(exact.tables).items(), strict=True):
        assert some[0] == every[0]
        shapes: list[list[Shape]] = [[table.shape for table in tables] for _, tables in (some, every)]
        assert sheet_plan("a", shapes[0]) == sheet_plan("a", shapes[1])


def test_a_table_of_later_years_has_a_sheet_of_its_own_theme_or_other() -> None:
    [*_, last] = by_theme(a_printed_return().tables)
    assert last == OTHER
    shape = next(shape for shape in shapes_like_a_return() if shape.id == "later_table")
    themed = Shape(shape.id, shape.title, "people", "x", shape.layout, (Line("a", "A"),), theme="Outreach")
    assert "Outreach" in by_theme(a_printed_return((themed,)).tables)


def test_no_table_that_fits_a_page_is_cut() -> None:
    for name, tables in by_theme(a_printed_return().tables).items():
        plan = sheet_plan(name, [table.shape for table in tables])
        tops = {placed.top for placed in plan.placed}
        assert set(plan.page_breaks) <= tops
