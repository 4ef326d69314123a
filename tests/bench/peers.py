"""Other programs protect the same tables: run by ``bench.side_by_side`` in an environment of their own.

Reads a list of tables as JSON, each a list of rows of counts, and writes for each program and table what it shows:
a grid with the totals in the last row and column, null where a number is withheld.
"""

import json
import logging
import sys
import tempfile
import time
import warnings
from collections.abc import Callable

import pandas as pd

Grid = list[list[float | None]]


def main() -> None:
    """Protects every table with every program."""
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    tables = json.load(sys.stdin)
    found: dict[str, object] = {}
    for name, protect in PROGRAMS.items():
        began = time.process_time()
        try:
            grids = [protect(table) for table in tables]
            found[name] = {"grids": grids, "seconds": time.process_time() - began}
        except Exception as error:
            found[name] = {"problem": f"{type(error).__name__}: {error}"}
    print(json.dumps(found), file=sys.__stdout__)


def _people(table: list[list[int]]) -> pd.DataFrame:
    rows = [(f"r{r}", f"c{c}") for r, line in enumerate(table) for c, n in enumerate(line) for _ in range(n)]
    return pd.DataFrame(rows, columns=["row", "column"]).assign(people=1.0)


def _tau_argus(how: str) -> Callable[[list[list[int]]], Grid]:
    def protect(table: list[list[int]]) -> Grid:
        from pytauargus import protect as protected

        with tempfile.TemporaryDirectory() as place:
            result = protected(
                _people(table),
                ["row", "column"],
                response="people",
                safety_rules="FREQ(5,60)",
                suppress=how,
                workdir=place,
            )
            frame = result.tables[0].dataframe()
            frame["shown"] = list(result.tables[0].safe(None))
        at = {(each["row"], each["column"]): each["shown"] for each in frame.to_dict("records")}
        return _grid(table, at, "Total")

    return protect


def _acro(table: list[list[int]]) -> Grid:
    from acro import ACRO

    session = ACRO(suppress=True)
    session.config["safe_threshold"] = 5
    people = _people(table)
    shown = session.crosstab(people["row"], people["column"], margins=True)
    at = {(row, column): shown.loc[row, column] for row in shown.index for column in shown.columns}
    return _grid(table, at, "All")


def _grid(table: list[list[int]], at: dict[tuple[str, str], float], total: str) -> Grid:
    rows, columns = [f"r{r}" for r in range(len(table))], [f"c{c}" for c in range(len(table[0]))]
    return [
        [None if pd.isna(at.get((row, column), 0)) else float(at.get((row, column), 0)) for column in [*columns, total]]
        for row in [*rows, total]
    ]


PROGRAMS = {"pytauargus OPT": _tau_argus("OPT(1)"), "pytauargus MOD": _tau_argus("MOD(1)"), "acro": _acro}

if __name__ == "__main__":
    sys.stdout = sys.stderr
    main()
