"""R4: sixty invented tables protected by us and by other programs, and all of them attacked alike."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from refugedesk.reporting.disclosure import protect
from refugedesk.reporting.policies import DEFAULT
from refugedesk.reporting.programs import Program
from refugedesk.reporting.tables import Place
from small_returns import a_return, cross, cross_counted, known

PEERS = Path(__file__).parents[2] / ".venv-peers" / "bin" / "python"
Grid = Sequence[Sequence[float | None]]


def tables(number: int = 60) -> list[list[list[int]]]:
    """Tables of refuge size: three to six rows by two to four columns, every row and column with somebody in it."""
    chance = Random(60)
    found: list[list[list[int]]] = []
    while len(found) < number:
        rows, columns = chance.randint(3, 6), chance.randint(2, 4)
        table = [[chance.choice((0, 1, 2, 3, 4, 6, 9, 12, 20)) for _ in range(columns)] for _ in range(rows)]
        if all(map(sum, table)) and all(map(sum, zip(*table, strict=True))):
            found.append(table)
    return found


def with_totals(table: list[list[int]]) -> list[list[int]]:
    """The table with a total at the end of each row and column."""
    lines = [[*line, sum(line)] for line in table]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def ours(table: list[list[int]]) -> Grid:
    """What we show of it."""
    rows, columns = [f"r{r}" for r in range(len(table))], [f"c{c}" for c in range(len(table[0]))]
    shape = cross("t", rows, columns)
    cells = {(rows[r], columns[c]): count for r, line in enumerate(table) for c, count in enumerate(line)}
    protection = protect(a_return(cross_counted(shape, cells)), known(shape), DEFAULT)
    (safe,) = protection.release.tables
    return [[safe.shown.get(Place("t", row, column)) for column in (*columns, "")] for row in (*rows, "")]


@dataclass
class Score:
    """Of all tables: numbers withheld, small ones that are known, proved small, or narrowed; totals that are untrue."""

    withheld: int = 0
    small: int = 0
    known: int = 0
    proved: int = 0
    narrowed: int = 0
    untrue: int = 0
    safe_tables: int = 0
    there: int = 0
    ours_there: int = 0

    def add(self, table: list[list[int]], shown: Grid) -> bool:
        """Whether the table is safe, attacked with its sums and that a withheld number under shown totals is not 0."""
        truth = with_totals(table)
        places = [(r, c) for r, line in enumerate(truth) for c in range(len(line))]
        hidden = [(r, c) for r, c in places if shown[r][c] is None]
        wrong = [(r, c) for r, c in places if shown[r][c] not in (None, truth[r][c])]
        self.withheld, self.untrue = self.withheld + len(hidden), self.untrue + len(wrong)
        ranges = _ranges(truth, {*hidden, *wrong})
        small = [ranges[place] for place in hidden if 0 < truth[place[0]][place[1]] < 5]
        self.small += len(small)
        self.known += sum(low == high for low, high in small)
        self.proved += sum(high < 5 for _, high in small)
        narrowed = sum(low > 1 or high < 4 for low, high in small)
        self.narrowed += narrowed
        self.safe_tables += not narrowed and not wrong
        return not narrowed and not wrong


def _withheld(shown: Grid) -> int:
    return sum(number is None for line in shown for number in line)


def _ranges(truth: list[list[int]], hidden: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    program, last = Program(), (len(truth) - 1, len(truth[0]) - 1)
    columns = {}
    for r, line in enumerate(truth):
        for c, count in enumerate(line):
            under_hidden = (r != last[0] and (last[0], c) in hidden) or (c != last[1] and (r, last[1]) in hidden)
            low = 0 if under_hidden else 1
            columns[r, c] = program.column(*((low, 10_000) if (r, c) in hidden else (count, count)))
    for r in range(len(truth)):
        program.row([*((1, columns[r, c]) for c in range(last[1])), (-1, columns[r, last[1]])], 0, 0)
    for c in range(len(truth[0])):
        program.row([*((1, columns[r, c]) for r in range(last[0])), (-1, columns[last[0], c])], 0, 0)
    found = {}
    for place in sorted(hidden):
        ends = []
        for price in (1, -1):
            program.price(columns[place], price)
            values = program.solve()
            program.price(columns[place], 0)
            ends.append(values[columns[place]] if values else truth[place[0]][place[1]])
        found[place] = (ends[0], ends[1])
    return found


def main() -> None:
    """Prints a line for each program."""
    every = tables()
    began = time.process_time()
    grids: dict[str, list[Grid]] = {"RefugeDesk": [ours(table) for table in every]}
    seconds = {"RefugeDesk": time.process_time() - began}
    for name, said in _peers(every).items():
        if "problem" in said:
            print(f"{name} could not be run: {said['problem']}")
        else:
            grids[name], seconds[name] = said["grids"], said["seconds"]
    numbers = sum(len(with_totals(table)) * len(with_totals(table)[0]) for table in every)
    print(
        f"\n{len(every)} tables, {numbers} numbers; a table is safe where nothing small is narrowed and nothing untrue"
    )
    heads = ("withheld", "known", "proved small", "narrowed", "untrue", "safe tables", "seconds")
    print(f"{'':16}" + "".join(f"{head:>13}" for head in heads))
    for name, found in grids.items():
        score = Score()
        for table, shown, own in zip(every, found, grids["RefugeDesk"], strict=True):
            if score.add(table, shown):
                score.there, score.ours_there = score.there + _withheld(shown), score.ours_there + _withheld(own)
        line = [score.withheld, score.known, score.proved, score.narrowed, score.untrue, score.safe_tables]
        line += [score.there, score.ours_there]
        print(f"{name:16}" + "".join(f"{number:13}" for number in line) + f"{seconds[name]:13.2f}")


def _peers(every: list[list[list[int]]]) -> dict[str, dict[str, Any]]:
    if not PEERS.exists():
        return {"pytauargus and acro": {"problem": "there is no .venv-peers; make bench-disclosure makes it"}}
    script = Path(__file__).with_name("peers.py")
    with tempfile.TemporaryDirectory() as place:  # they leave logs where they stand
        done = subprocess.run(
            [PEERS, script], input=json.dumps(every), capture_output=True, text=True, check=False, cwd=place
        )
    if done.returncode:
        return {"pytauargus and acro": {"problem": done.stderr.strip().splitlines()[-1]}}
    found: dict[str, dict[str, Any]] = json.loads(done.stdout[done.stdout.index("{") :])
    return found
