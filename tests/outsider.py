"""A reader who has a written return and the page that says what must be withheld, and knows nothing of the product.

She reads the JSON alone, writes down as an integer program what the rule and the relations say, and asks for each
withheld count which of 1 to 4 it could be. Nothing here comes from ``refugedesk.reporting``: the code lists alone
are the product's, for they are printed in every return's definition.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Any

import highspy

from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY
from refugedesk.domain.lists.referrals import REFUSAL_REASON

Key = tuple[str, str, str]
"""Table, row, column; an empty code is the margin. A table without a name is a number that is printed nowhere."""
Terms = list[tuple[int, Key]]

EVERYBODY: Key = ("", "people who started", "")
ALL_OF_EVERYBODY = (
    *("age", "sex", "gender", "ethnicity", "ethnicity_group", "religion", "sexual_orientation", "disabled"),
    *("pregnant", "no_recourse", "interpreter_needed", "origin", "origin_ward", "children_per_resident"),
    "needs_per_resident",
)
CHILDREN = ["children_age", "children_sex", "children_status_at_start", "children_known"]
GROUPS = {
    "ethnicity_group": ("ethnicity", ETHNICITY),
    "refusals": ("refusal_reasons", REFUSAL_REASON),
    "move_on_group": ("move_on", MOVE_ON_DESTINATION),
}
SEVERAL = ("needs", "abuse")
MOST, MANY = 400, 60


class Outsider:
    """What she has: every number of the file, shown or not, and how they hang together."""

    def __init__(self, content: str, months: Fraction = Fraction(12)) -> None:
        self.document = json.loads(content)
        self.threshold = self.document["protection"]["threshold"]
        self.months = months
        self.numbers: dict[Key, int | None] = {}
        self.answers: dict[str, list[str]] = {}
        self.others: dict[str, list[str]] = {}
        self.columns: dict[str, list[str]] = {}
        self.percents: list[tuple[Key, list[tuple[int, Key]], str]] = []
        self.averages: list[tuple[Key, str]] = []
        for table in self.document["tables"]:
            if table["counts"] != "nights":
                self._read(table)
        self._index = {key: at for at, key in enumerate([*self.numbers, EVERYBODY])}
        self._model = highspy.Highs()  # type: ignore[no-untyped-call]
        self._model.setOptionValue("output_flag", False)
        self._model.setOptionValue("threads", 1)
        self._write_down()

    # ------------------------------------------------------------------ reading

    def _read(self, table: dict[str, Any]) -> None:
        name = table["id"]
        if "measures" in table:
            for code, value in table["measures"].items():
                if not code.endswith("_days") or code == "over_100_days":
                    self.numbers[name, code, ""] = value
            return
        self.numbers[name, "", ""] = table["base"]
        self.columns[name] = [column["code"] for column in table.get("columns", ())]
        self.answers[name] = [row["code"] for row in table["rows"] if "percent" in row]
        self.others[name] = [row["code"] for row in table["rows"] if "percent" not in row]
        for code in self.columns[name]:
            self.numbers[name, "", code] = table["totals"][code]
            if table.get("monthly_averages", {}).get(code) is not None:
                self.averages.append(((name, "", code), table["monthly_averages"][code]))
        for row in table["rows"]:
            self._read_row(name, row, self.columns[name], "totals" in table and "total" in table["rows"][0])

    def _read_row(self, name: str, row: dict[str, Any], columns: list[str], is_cross: bool) -> None:
        if not columns:
            self.numbers[name, row["code"], ""] = row["count"]
            if row.get("percent") is not None:
                self.percents.append(((name, row["code"], ""), [(1, (name, "", ""))], row["percent"]))
            return
        if is_cross:
            self.numbers[name, row["code"], ""] = row["total"]
        for code, cell in row["cells"].items():
            key = (name, row["code"], code)
            self.numbers[key] = cell["count"]
            if cell.get("row_percent") is not None:
                self.percents.append((key, [(1, (name, row["code"], ""))], cell["row_percent"]))
            if cell.get("column_percent") is not None:
                below: Terms = [(1, (name, "", code)), (-1, (name, "not_recorded", code))]
                self.percents.append((key, below, cell["column_percent"]))
            if cell.get("monthly_average") is not None:
                self.averages.append((key, cell["monthly_average"]))

    def rows(self, name: str) -> list[str]:
        """Every row of a table."""
        return [*self.answers[name], *self.others[name]]

    # ------------------------------------------------------------------ the program

    def _write_down(self) -> None:
        for key in self._index:
            value = self.numbers.get(key)
            ends = (0, MOST) if value is None else (value, value)
            self._model.addVar(*ends)
        for at in range(len(self._index)):
            self._model.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        for low, terms, high in self._relations():
            self._row(low, terms, high)
        self._the_rule()

    def _row(self, low: float, terms: Iterable[tuple[int, Key]], high: float) -> None:
        together: dict[int, int] = defaultdict(int)
        for times, key in terms:
            together[self._index[key]] += times
        self._raw(low, together, high)

    def _raw(self, low: float, terms: dict[int, int], high: float) -> None:
        self._model.addRow(low, high, len(terms), list(terms), list(map(float, terms.values())))

    def _binary(self) -> int:
        at = self._model.getNumCol()
        self._model.addVar(0, 1)
        self._model.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        return int(at)

    def _the_rule(self) -> None:
        """Zeros are shown, so a withheld count is at least 1, unless its total is small or its table withheld whole."""
        small: dict[Key, int] = {}
        above: dict[Key, list[int]] = defaultdict(list)
        blank = {name for name in self.answers if all(v is None for k, v in self.numbers.items() if k[0] == name)}
        for total, parts in self._families():
            if self.numbers[total] is None and total[0] not in blank:
                if total not in small:
                    small[total] = self._small(total)
                for part in parts:
                    above[part].append(small[total])
                if any(self.numbers[part] is not None for part in parts):
                    self._model.changeColBounds(small[total], 0, 0)
        for key, value in self.numbers.items():
            if value is None and key[0] not in blank:
                self._raw(1, {self._index[key]: 1, **dict.fromkeys(above[key], 1)}, MOST)
        for name, rows in self.answers.items():
            base = self.numbers[name, "", ""]
            for row in rows if base is not None and base >= self.threshold else ():
                if self.numbers.get((name, row, ""), 0) is None:
                    self._row(0, [(1, (name, row, ""))], base - 1 if base else 0)

    def _small(self, total: Key) -> int:
        """A choice: the total is from 1 to 4, or it is 0, or it is 5 or more."""
        small, large, at = self._binary(), self._binary(), self._index[total]
        self._raw(0, {small: 1, large: 1}, 1)
        self._raw(0, {at: 1, small: -1, large: -self.threshold}, MOST)
        self._raw(-MOST, {at: 1, small: 1 - self.threshold, large: -MOST}, 0)
        return small

    def _families(self) -> Iterator[tuple[Key, list[Key]]]:
        for name, rows in self.answers.items():
            columns, base = self.columns[name], (name, "", "")
            cells = [(name, row, column) for row in self.rows(name) for column in columns]
            if not columns:
                yield base, [(name, row, "") for row in rows]
                continue
            is_cross = (name, self.rows(name)[0], "") in self.numbers
            lines = [(name, row, "") for row in self.rows(name)] if is_cross else []
            for line in lines:
                yield line, [cell for cell in cells if cell[1] == line[1]]
            for column in columns:
                yield (name, "", column), [cell for cell in cells if cell[2] == column]
            yield base, [*lines, *((name, "", column) for column in columns), *cells]
        for coarse, (fine, codes) in GROUPS.items():
            for group in self.answers[coarse]:
                yield (coarse, group, ""), [(fine, c.code, "") for c in codes.codes if c.group == group]
        yield ("origin", "inside", ""), self._wards()
        yield ("length_of_stay", "closed", ""), [("length_of_stay", "over_100_days", "")]

    def _wards(self) -> list[Key]:
        return [("origin_ward", row, "") for row in self.rows("origin_ward") if row not in ("outside", "not_recorded")]

    # ------------------------------------------------------------------ the relations, line by line

    def _everyone(self, name: str, times: int = 1) -> Terms:
        return [(times, (name, "", "")), *((times, (name, row, "")) for row in self.others[name])]

    def _relations(self) -> Iterator[tuple[float, Terms, float]]:
        yield from self._sums()
        yield from self._people()
        yield from self._families_with_children()
        yield from self._needs()
        yield from self._stays()
        yield from self._referrals()
        yield from self._shares()

    def _sums(self) -> Iterator[tuple[float, Terms, float]]:
        for name, rows in self.answers.items():
            columns = self.columns[name]
            if name in SEVERAL:
                yield from ((-MOST, [(1, (name, row, "")), (-1, (name, "", ""))], 0) for row in rows)
            elif not columns:
                yield 0, [*((1, (name, row, "")) for row in rows), (-1, (name, "", ""))], 0
            for column in columns:
                parts = [(1, (name, row, column)) for row in self.rows(name)]
                yield 0, [*parts, (-1, (name, "", column))], 0
            if (name, self.rows(name)[0], "") in self.numbers and columns:
                for row in self.rows(name):
                    yield 0, [*((1, (name, row, column)) for column in columns), (-1, (name, row, ""))], 0
                yield 0, [*((1, (name, row, "")) for row in self.rows(name)), (-1, (name, "", ""))], 0
        for coarse, (fine, codes) in GROUPS.items():
            for group in self.answers[coarse]:
                parts = [(1, (fine, c.code, "")) for c in codes.codes if c.group == group]
                yield 0, [*parts, (-1, (coarse, group, ""))], 0
            for row in self.others[coarse]:
                yield 0, [(1, (coarse, row, "")), (-1, (fine, row, ""))], 0

    def _people(self) -> Iterator[tuple[float, Terms, float]]:
        for name in ALL_OF_EVERYBODY:
            yield 0, [*self._everyone(name), (-1, EVERYBODY)], 0
        for name in ("age_by_children", "age_by_mental_health", *SEVERAL):
            yield 0, [(1, (name, "", "")), (-1, EVERYBODY)], 0
        yield 0, [*((1, ward) for ward in self._wards()), (-1, ("origin", "inside", ""))], 0
        for row in ("outside", "not_recorded"):
            yield 0, [(1, ("origin_ward", row, "")), (-1, ("origin", row, ""))], 0
        for name in ("age_by_children", "age_by_mental_health"):
            for row in self.rows(name):
                yield 0, [(1, (name, row, "")), (-1, ("age", row, ""))], 0
        for column in self.columns["age_by_children"]:
            yield 0, [(1, ("age_by_children", "", column)), (-1, ("children_per_resident", column, ""))], 0
        yield 0, [(1, ("age_by_mental_health", "", "yes")), (-1, ("needs", "mental_health", ""))], 0
        new, continuing = (("people_supported", row, "") for row in ("new", "continuing"))
        yield -MOST, [(1, new), (-1, EVERYBODY)], 0
        yield -MOST, [(1, EVERYBODY), (-1, new), (-1, continuing)], 0
        yield -MOST, [(1, continuing), (-1, ("flow", "in_stay_at_start", ""))], 0

    def _families_with_children(self) -> Iterator[tuple[float, Terms, float]]:
        most: Terms = [(-n, ("children_per_resident", str(n), "")) for n in (1, 2, 3)]
        for name in CHILDREN:
            yield 0, [*self._everyone(name), *self._everyone(CHILDREN[0], -1)], 0
            yield 0, [*self._everyone(name), *most, (-4, ("children_per_resident", "4_or_more", ""))], 10 * MOST
            yield -MOST * MANY, [*self._everyone(name), *most, (-30, ("children_per_resident", "4_or_more", ""))], 0
            yield -MOST, [*self._everyone(name), (-1, ("children_supported", "", ""))], 0

    def _needs(self) -> Iterator[tuple[float, Terms, float]]:
        kinds: Terms = [(1, ("needs", row, "")) for row in self.answers["needs"]]
        few: Terms = [(-k, ("needs_per_resident", str(k), "")) for k in (1, 2, 3, 4)]
        yield 0, [*kinds, *few, (-5, ("needs_per_resident", "5_or_more", ""))], MOST * MANY
        yield -MOST * MANY, [*kinds, *few, (-len(kinds), ("needs_per_resident", "5_or_more", ""))], 0
        for _, kind in kinds:
            yield -MOST, [(1, kind), (-1, EVERYBODY), (1, ("needs_per_resident", "0", ""))], 0
        mentions = ("needs_mentions", "mentions", "")
        yield 0, [(1, mentions), *((-1, kind) for _, kind in kinds)], MOST * MANY
        later: Terms = [(-len(kinds), ("flow", "started", "")), (len(kinds), EVERYBODY)]
        yield -MOST * MANY, [(1, mentions), *((-1, kind) for _, kind in kinds), *later], 0

    def _stays(self) -> Iterator[tuple[float, Terms, float]]:
        start, started, ended, end = (
            ("flow", row, "") for row in ("in_stay_at_start", "started", "ended", "in_stay_at_end")
        )
        closed, still, over = (("length_of_stay", row, "") for row in ("closed", "open", "over_100_days"))
        yield 0, [(1, start), (1, started), (-1, ended), (-1, end)], 0
        yield 0, [*self._everyone("starts_by_month"), (-1, started)], 0
        yield 0, [(1, closed), (1, still), (-1, started)], 0
        yield -MOST, [(1, EVERYBODY), (-1, started)], 0
        yield 0, [(1, end), (-1, still), (-1, start), (1, ended), (-1, closed)], 0
        yield 0, [(1, end), (-1, still)], MOST
        yield -MOST, [(1, over), (-1, closed)], 0
        for name in ("move_on", "move_on_group", "move_on_authority", "planned"):
            yield 0, [*self._everyone(name), (-1, ended)], 0

    def _referrals(self) -> Iterator[tuple[float, Terms, float]]:
        month, source = "referrals_by_month", "referrals_by_source"
        for column in ("referrals", "assessed"):
            yield 0, [(1, (month, "", column)), (-1, (source, "", column))], 0
        for name in (month, source):
            yield 0, [(1, (name, "", "")), (-1, (name, "", "referrals"))], 0
            for row in ("", *self.rows(name)):
                yield -MOST, [(1, (name, row, "assessed")), (-1, (name, row, "referrals"))], 0
        yield 0, [*self._everyone("referrals_by_risk"), (-1, (month, "", "referrals"))], 0
        yield 0, [*self._everyone("refusals"), *self._everyone("refusal_reasons", -1)], 0
        yield -MOST, [*self._everyone("refusals"), (-1, (month, "", "referrals"))], 0

    def _shares(self) -> Iterator[tuple[float, Terms, float]]:
        for top, below, text in self.percents:
            if text != "-":
                low = [(-(2 * int(text) - 1) * times, key) for times, key in below]
                high = [(-(2 * int(text) + 1) * times, key) for times, key in below]
                yield 0, [(200, top), *low], highspy.kHighsInf
                yield -highspy.kHighsInf, [(200, top), *high], -1
        for top, text in self.averages:
            middle = Fraction(text) * self.months
            half = self.months / 20
            yield ceil(middle - half), [(1, top)], max(ceil(middle - half), floor(middle + half))

    # ------------------------------------------------------------------ the questions

    def withheld(self) -> list[Key]:
        """Every count that the file withholds."""
        return [key for key, value in self.numbers.items() if value is None]

    def tell(self, key: Key, value: int) -> None:
        """She is told a number that the file withholds."""
        self.numbers[key] = value
        self._model.changeColBounds(self._index[key], value, value)

    def possible(self, keys: Iterable[Key]) -> dict[Key, set[int]]:
        """Which of 1 to 4 each of those could be."""
        found: dict[Key, set[int]] = {key: set() for key in keys}
        for key, values in found.items():
            for value in range(1, self.threshold):
                if value not in values:
                    self._look(key, value, found)
        return found

    def _look(self, key: Key, value: int, found: dict[Key, set[int]]) -> None:
        at = self._index[key]
        self._model.changeColBounds(at, value, value)
        self._model.run()
        if self._model.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            values = self._model.getSolution().col_value
            for each, seen in found.items():
                count = round(values[self._index[each]])
                if 0 < count < self.threshold:
                    seen.add(count)
        self._model.changeColBounds(at, 0, MOST)
