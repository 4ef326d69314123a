"""The speed figures, each beside its floor in the same run. ``make bench`` runs it; nothing here is a test."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from random import Random

import xlsxwriter
from sqlalchemy import func, or_, select, text

from bench.crowds import NAMES, NOW, an_unkeyed_store, fill_desk, fill_notes, people
from bench.home import opening_home
from bench.timing import in_turn, middle, p99, row, seconds
from desks import PASSPHRASE
from refugedesk.domain.fields import Answers
from refugedesk.domain.spans import Period
from refugedesk.security.derivation import FLOOR
from refugedesk.services import forms, returns, stores, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.counting import counted as count_period
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.storage.tables import RESIDENT
from refugedesk.storage.work import unit_of_work
from vaults import CHEAP

BARE = "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget()"
UNLOCK = (
    "import sys; from pathlib import Path; from PySide6.QtCore import QSettings; "
    "from refugedesk.ui.program import application; from refugedesk.ui.doors import real_doors; "
    "from refugedesk.ui.entry_window import EntryWindow; a = application(); "
    "w = EntryWindow(Path(sys.argv[1]), real_doors(), QSettings())"
)
SHOWN = "; w.show(); a.processEvents(); w.grab()"
HEAVY = ("pandas", "scipy", "sqlalchemy", "alembic", "typer", "rich")
LOADED = f"; print(*[each for each in {HEAVY} if each in sys.modules]); import os; sys.stdout.flush(); os._exit(0)"
CASE = Path(__file__).parents[1] / "cases" / "city-refuge"


@contextmanager
def a_store(folder: Path, people_in_it: int = 0) -> Iterator[Desk]:
    """A store of its own, with so many residents, closed at the end."""
    clock = FixedClock(NOW)
    desk, _ = stores.create_store(folder, "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, clock, CHEAP)
    try:
        fill_desk(desk, people_in_it)
        gc.freeze()  # as the program does with what is loaded when a store is open
        yield desk
    finally:
        desk.close()


def start(place: Path) -> bool:
    """P1: from nothing to the unlock window, beside a bare window of Qt."""
    (place / "nowhere").mkdir()
    program = [sys.executable, "-c", UNLOCK + SHOWN + LOADED, str(place / "nowhere")]
    bare = [sys.executable, "-c", "import sys; " + BARE + SHOWN + "; import os; os._exit(0)"]
    loaded = subprocess.run(program, capture_output=True, text=True, check=True).stdout.split()
    ours, floor = in_turn(partial(_run, program), partial(_run, bare), 7)
    mark = f"at most 2x a bare window; loaded too early: {' '.join(loaded) or 'nothing'}"
    return row(
        "P1",
        "start to the unlock window",
        middle(ours),
        middle(floor),
        mark,
        middle(ours) <= 2 * middle(floor) and not loaded,
    )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def unlock(place: Path) -> bool:
    """P2: from the passphrase to the first list with 10,000 people, beside the key derivation alone."""
    clock = FixedClock(NOW)
    made, _ = stores.create_store(place / "p2", "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, clock, FLOOR)
    fill_desk(made, 10_000)
    made.close()

    def opened() -> None:
        desk = stores.open_store(place / "p2", "Ana Silva", PASSPHRASE, clock)
        views.residents(desk)
        desk.close()

    ours, floor = in_turn(opened, lambda: FLOOR.derive(b"a secret", bytes(16)), 7)
    return row(
        "P2",
        "unlock to the first list, 10,000 people",
        middle(ours),
        middle(floor),
        "derivation + 400 ms",
        middle(ours) <= middle(floor) + 0.4,
    )


def search(place: Path) -> bool:
    """P4: search as one types over 100,000 records, beside a search that reads them all."""
    with a_store(place / "p4", 50_000) as desk:
        chance = Random(4)
        typed = [name[:end] for name in chance.sample(NAMES, 100) for end in (1, 2, 3, 5)]
        ours = [seconds(partial(views.search, desk, each)) for each in typed]
        floor = [seconds(partial(_read_all, desk, each)) for each in typed[:20]]
    return row(
        "P4",
        "search as one types, 100,000 records, p99",
        p99(ours),
        middle(floor),
        "p99 at most 100 ms",
        p99(ours) <= 0.1,
    )


def _read_all(desk: Desk, typed: str) -> None:
    r = RESIDENT.c
    wanted = or_(*(func.lower(column).contains(typed.lower()) for column in (r.first_name, r.last_name, r.notes)))
    with desk.reading() as connection:
        connection.execute(select(r.id).where(wanted)).all()


def save(place: Path) -> bool:
    """P5: a save with its audit entry and full sync, beside writing 4 KiB and syncing it."""
    with a_store(place / "p5", 1_000) as desk:
        key = views.residents(desk, "all").rows[0].id
        draft, times = forms.open_draft(desk, "resident", key), []
        for number in range(300):
            draft.set("notes", f"note {number}")
            times.append(seconds(partial(forms.save, desk, draft)))
        floor = [seconds(partial(_sync, place / "page")) for _ in range(300)]
    return row(
        "P5", "save with audit and full sync, p99", p99(times), p99(floor), "p99 at most 100 ms", p99(times) <= 0.1
    )


def _sync(path: Path) -> None:
    with path.open("wb") as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())


def a_return(place: Path) -> bool:
    """P6: a year's return, counted over 100,000 stays and with everything on the City Refuge case."""
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    with a_store(place / "p6", 100_000) as desk:
        count_period(desk, "commissioner", year)
        counting = seconds(lambda: count_period(desk, "commissioner", year))
        reading = seconds(lambda: _read_days(desk))
    counted = row(
        "P6",
        "a year counted from the store, 100,000 stays",
        counting,
        reading,
        "at most 1 s",
        counting <= 1,
    )
    with a_store(place / "p6c") as desk:
        import_folder(desk, CASE)
        period = Period(date(2020, 4, 1), date(2021, 3, 31))
        counting = seconds(lambda: count_period(desk, "commissioner", period))
        whole = seconds(lambda: returns.prepare(desk, "commissioner", period))
    return counted & row(
        "P6", "City Refuge's year with protection and audit", whole, counting, "1 s in all", whole <= 1
    )


def _read_days(desk: Desk) -> None:
    """The least there is to read: the days of every stay."""
    with desk.reading() as connection:
        connection.execute(text("SELECT started_on, ended_on FROM stay")).all()


def workbook(place: Path) -> bool:
    """P7: numbers written to a workbook, beside bare XlsxWriter writing as many cells."""
    from printed_returns import a_printed_return, one_way
    from refugedesk.reporting.writers.figures import figures
    from refugedesk.reporting.writers.files import write

    shapes = tuple(one_way(f"t{number}", f"Table {number}", map(str, range(500))) for number in range(20))
    printed = a_printed_return(shapes)
    cells = 2 * sum(len(list(figures(shape))) for shape in shapes)

    ours, floor = in_turn(
        lambda: write(printed, place / "ours.xlsx", overwrite=True), partial(_bare_cells, place / "bare.xlsx", cells), 3
    )
    rate = cells / middle(ours)
    return row(
        "P7",
        f"{cells:,} cells to a workbook ({rate:,.0f} a second)",
        middle(ours),
        middle(floor),
        "100,000 a second",
        rate >= 100_000,
    )


def _bare_cells(path: Path, cells: int) -> None:
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    sheet = book.add_worksheet()
    for number in range(cells):
        sheet.write_number(number // 10, number % 10, number)
    book.close()


def a_day(place: Path) -> bool:
    """10,000 people with 200,000 notes: searching, opening a file, saving a note."""
    with a_store(place / "day", 10_000) as desk:
        fill_notes(desk, 200_000)
        chance = Random(5)
        typed = [name[:end] for name in chance.sample(NAMES, 50) for end in (2, 3, 5)] + ["garden wa", "Kalomo Mineraa"]
        searching = [seconds(partial(views.search, desk, each)) for each in typed]
        keys = [row.id for row in views.residents(desk, "all").rows[:40]]
        opening = [seconds(partial(views.person, desk, key)) for key in keys]
        stays = [views.person(desk, key).stays[0].id for key in keys]
        drafts = [forms.new_draft(desk, "note", stay_id=stay, on_day=desk.today, fact="Quiet.") for stay in stays]
        saving = [seconds(partial(forms.save, desk, draft)) for draft in drafts]
    figures = (
        ("search, 10,000 people and 200,000 notes, p99", p99(searching), 0.1),
        ("opening a file, p99", p99(opening), 0.15),
        ("saving a note, p99", p99(saving), 0.1),
    )
    met = [row("Day", what, took, 0.0, f"{most * 1000:.0f} ms", took <= most) for what, took, most in figures]
    return all(met)


def encryption(place: Path) -> bool:
    """P9: reads and saves of the encrypted store, beside the same records unencrypted."""
    plain = an_unkeyed_store(place / "plain.db", 5_000)
    with a_store(place / "p9", 5_000) as desk:
        everybody = select(RESIDENT)
        reads = in_turn(lambda: _read(desk.engine, everybody), lambda: _read(plain, everybody), 15)
        new = iter(people(1_000, seed=9))
        saves = in_turn(lambda: _save(desk.engine, next(new)), lambda: _save(plain, next(new)), 150)
    plain.dispose()
    is_read = row(
        "P9",
        "reading 5,000 records once warm",
        middle(reads[0]),
        middle(reads[1]),
        "at most 1.05x",
        middle(reads[0]) <= 1.05 * middle(reads[1]),
    )
    return is_read & row(
        "P9", "a save", middle(saves[0]), middle(saves[1]), "at most 1.5x", middle(saves[0]) <= 1.5 * middle(saves[1])
    )


def _read(engine: object, query: object) -> None:
    with engine.connect() as connection:  # type: ignore[attr-defined]
        connection.execute(query).all()


def _save(engine: object, answers: Answers) -> None:
    with unit_of_work(engine, "robin", NOW) as work:  # type: ignore[arg-type]
        work.add("resident", answers)


def _apart(figure: Callable[[Path], bool], place: Path) -> bool:
    """The figure in a process of its own: what the others left in memory would slow it down."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        met = False
        try:
            met = figure(place)
            sys.stdout.flush()
        finally:
            os._exit(0 if met else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> None:
    """Prints every figure; none of them fails the run: it is for reading."""
    print(f"{datetime.now().astimezone():%d %b %Y %H:%M}, {os.cpu_count()} cores")
    print(f"{'':4} {'':58} {'ours':>13} {'floor':>13} {'ratio':>9}")
    with tempfile.TemporaryDirectory() as place:
        met = [
            _apart(figure, Path(place))
            for figure in (start, unlock, opening_home, search, save, a_day, a_return, workbook, encryption)
        ]
    print(f"{sum(met)} of {len(met)} met")


if __name__ == "__main__":
    main()
