"""Printed returns of invented people, for the tests of the writers and readers: every layout, some cells withheld."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

from refugedesk.domain.spans import Period
from refugedesk.reporting.rounding import half_up, share
from refugedesk.reporting.tables import (
    ExactReturn,
    ExactTable,
    Heading,
    Layout,
    Line,
    Place,
    Policy,
    PrintedReturn,
    PrintedTable,
    Ratio,
    SafeReturn,
    SafeTable,
    Shape,
)

T = TypeVar("T", bound=PrintedTable)
THRESHOLD = 5
AGES = ("Under 18", "18 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over")
NEEDS = ("Mental health", "Alcohol", "Drugs", "Disability", "Money and benefits", "Immigration status", "Housing")
MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
UNANSWERED = (Line("not_known", "Not known", False), Line("not_recorded", "Not recorded", False))


@dataclass
class Numbers:
    """Invented counts and the ratios worked out from them, some withheld."""

    dice: random.Random
    withhold: bool
    shown: dict[Place, int] = field(default_factory=dict)
    derived: dict[tuple[Place, str], str] = field(default_factory=dict)

    def put(self, place: Place, count: int) -> None:
        if not (self.withhold and 0 < count < THRESHOLD):
            self.shown[place] = count

    def work_out(self, ratios: Iterable[Ratio]) -> None:
        for ratio in ratios:
            if not all(place in self.shown for place in ratio.places):
                continue
            bottom = ratio.divisor or Fraction(
                sum(self.shown[p] for p in ratio.over) - sum(self.shown[p] for p in ratio.less)
            )
            times = 100 if ratio.is_percent else 1
            text = share(self.shown[ratio.top], bottom, ratio.decimals, times)
            self.derived[ratio.at, ratio.name] = text


def lines(labels: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(f"code_{index}", label) for index, label in enumerate(labels))


def one_way(id: str, title: str, labels: Iterable[str], counts: str = "people") -> Shape:
    rows = lines(labels)
    ratios = tuple(Ratio(Place(id, r.code), "percent", Place(id, r.code), (Place(id),)) for r in rows)
    explanation = f"Each of the {counts} once, by the first stay in the period."
    return Shape(
        id,
        title,
        counts,
        "stays started in the period",
        Layout.ROWS,
        rows + UNANSWERED,
        ratios=ratios,
        explanation=explanation,
    )


def cross(id: str, title: str, rows: Iterable[str], columns: Iterable[str]) -> Shape:
    row_lines, column_lines = lines(rows), lines(columns)
    unknown = Line("not_recorded", "Not recorded", False)
    ratios: list[Ratio] = []
    for r in row_lines:
        for c in column_lines:
            at = Place(id, r.code, c.code)
            ratios.append(Ratio(at, "row_percent", at, (Place(id, r.code),)))
            less = (Place(id, unknown.code, c.code),)
            ratios.append(Ratio(at, "column_percent", at, (Place(id, "", c.code),), less))
    lines_of = (*row_lines, unknown)
    return Shape(id, title, "people", "people who started", Layout.CROSS, lines_of, column_lines, ratios=tuple(ratios))


def by_columns(id: str, title: str, rows: Iterable[str], columns: Iterable[str], average_at: str) -> Shape:
    row_lines, column_lines = lines(rows), lines(columns)
    places = [Place(id, r.code, c.code) for r in row_lines for c in column_lines]
    if average_at == "totals":
        places = [Place(id, "", c.code) for c in column_lines]
    ratios = [Ratio(p, "monthly_average", p, divisor=Fraction(12), is_percent=False, decimals=1) for p in places]
    return Shape(
        id,
        title,
        "referrals",
        "received in the period",
        Layout.COLUMNS,
        row_lines,
        column_lines,
        ratios=tuple(ratios),
        has_base=False,
    )


def occupancy() -> Shape:
    rows = lines(("Refuge", "Dispersed"))
    columns = tuple(Line(code, code.capitalize()) for code in ("available", "occupied", "void"))
    ratios = tuple(
        Ratio(
            Place("occupancy", r.code),
            "percent",
            Place("occupancy", r.code, "occupied"),
            (Place("occupancy", r.code, "available"),),
        )
        for r in rows
    )
    return Shape(
        "occupancy",
        "Occupancy",
        "nights",
        "units open",
        Layout.COLUMNS,
        rows,
        columns,
        ratios=ratios,
        has_base=False,
    )


def length_of_stay() -> Shape:
    codes = ("closed", "open", "mean_days", "median_days", "longest_days", "over_100_days")
    rows = tuple(Line(code, code.replace("_", " ").capitalize()) for code in codes)
    statistics = ("mean_days", "median_days", "longest_days")
    return Shape(
        "length_of_stay",
        "Length of stay",
        "stays",
        "started in the period",
        Layout.MEASURES,
        rows,
        explanation="Days from arrival to leaving, over the stays that have ended.",
        statistics=statistics,
        number_statistics=("longest_days",),
    )


def flow() -> Shape:
    rows = tuple(
        Line(c, c.replace("_", " ").capitalize()) for c in ("in_stay_at_start", "started", "ended", "in_stay_at_end")
    )
    return Shape("flow", "Stays in the period", "stays", "all stays", Layout.MEASURES, rows)


def shapes_like_a_return(wards: Iterable[str] = ("Foleshill", "Hillfields", "Tile Hill")) -> tuple[Shape, ...]:
    months = tuple(f"{m} 20{20 + (i > 8)}" for i, m in enumerate(MONTHS))
    return (
        flow(),
        one_way("people_supported", "People supported", ("Continuing", "New")),
        by_columns("referrals_by_month", "Referrals by month", months, ("Referrals", "Assessed"), average_at="totals"),
        by_columns(
            "referrals_by_source",
            "Referrals by source",
            ("Self", "Police", "Council housing team", "Children's social care"),
            ("Referrals", "Assessed"),
            average_at="cells",
        ),
        one_way("age", "Age on the day the stay started", AGES),
        one_way("sex", "Sex", ("Female", "Male")),
        one_way("ethnicity_group", "Ethnicity, in groups", ("Asian", "Black", "Mixed", "White", "Other")),
        one_way("origin_ward", "Ward lived in before", wards),
        cross("age_by_children", "Age by children in the refuge", AGES, ("None", "1", "2", "3", "4 or more")),
        one_way("needs", "Support needs", NEEDS),
        one_way("abuse", "Kinds of abuse", ("Physical", "Emotional", "Sexual", "Financial")),
        length_of_stay(),
        one_way("move_on_group", "Where people moved on to", ("Own tenancy", "Family", "Refuge", "Other"), "stays"),
        occupancy(),
        one_way("later_table", "A table of later years", ("Yes", "No")),
    )


def numbers_for(shape: Shape, dice: random.Random, withhold: bool) -> Numbers:
    numbers = Numbers(dice, withhold)
    if shape.layout is Layout.CROSS:
        _fill_cross(shape, numbers)
    elif shape.layout is Layout.COLUMNS:
        _fill_columns(shape, numbers)
    else:
        _fill_rows(shape, numbers)
    numbers.work_out(shape.ratios)
    return numbers


def _fill_rows(shape: Shape, numbers: Numbers) -> None:
    base = 0
    for row in shape.rows:
        place, count = Place(shape.id, row.code), numbers.dice.choice((0, 2, 3, 7, 13, 18, 21, 34))
        base += count if row.is_answer else 0
        if row.code in shape.statistics:
            if not numbers.withhold or row.code != "longest_days":
                text = half_up(Fraction(count * 17, 4), 1 if row.code == "mean_days" else 0)
                numbers.derived[place, ""] = text
        else:
            numbers.put(place, count)
    if shape.layout is Layout.ROWS:
        numbers.put(Place(shape.id), base)


def _fill_columns(shape: Shape, numbers: Numbers) -> None:
    if shape.has_base:
        numbers.put(Place(shape.id), 31 * len(shape.rows))
    for column in shape.columns:
        counts = [numbers.dice.choice((0, 3, 8, 12, 19, 31)) for _ in shape.rows]
        numbers.put(Place(shape.id, "", column.code), sum(counts))
        for row, count in zip(shape.rows, counts, strict=True):
            numbers.put(Place(shape.id, row.code, column.code), count)


def _fill_cross(shape: Shape, numbers: Numbers) -> None:
    cells = {(r.code, c.code): numbers.dice.choice((0, 0, 2, 6, 9, 11)) for r in shape.rows for c in shape.columns}
    for r in shape.rows:
        numbers.put(Place(shape.id, r.code), sum(cells[r.code, c.code] for c in shape.columns))
    for c in shape.columns:
        numbers.put(Place(shape.id, "", c.code), sum(cells[r.code, c.code] for r in shape.rows))
    numbers.put(Place(shape.id), sum(cells.values()))
    for (row, column), count in cells.items():
        numbers.put(Place(shape.id, row, column), count)


def a_heading(**changes: object) -> Heading:
    heading = Heading(
        "commissioner",
        "1",
        "Commissioner's monitoring return",
        "Haven House",
        "Coventry",
        Period(date(2020, 4, 1), date(2021, 3, 31)),
    )
    return replace(heading, **changes)  # type: ignore[arg-type]


def a_printed_return(shapes: tuple[Shape, ...] | None = None, seed: int = 7, **changes: object) -> SafeReturn:
    tables = _tables(SafeTable, shapes or shapes_like_a_return(), seed, withhold=True)
    return SafeReturn(a_heading(**changes), Policy("threshold-5", THRESHOLD), tables)


def an_exact_return(shapes: tuple[Shape, ...] | None = None, seed: int = 7, **changes: object) -> ExactReturn:
    tables = _tables(ExactTable, shapes or shapes_like_a_return(), seed, withhold=False)
    return ExactReturn(a_heading(**changes), tables)


def _tables(make: Callable[..., T], shapes: tuple[Shape, ...], seed: int, withhold: bool) -> tuple[T, ...]:
    dice = random.Random(seed)
    tables = []
    for shape in shapes:
        numbers = numbers_for(shape, dice, withhold)
        tables.append(make(shape, numbers.shown, numbers.derived))
    return tuple(tables)


def shapes_of(printed: PrintedReturn) -> tuple[Shape, ...]:
    return tuple(table.shape for table in printed.tables)
