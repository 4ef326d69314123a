"""Pictures of every page of the real window, for looking at: empty, usual and overfull, in each look and size.

``make shots`` writes them into ``shots/``; ``make shots ONLY="usual light"`` only those whose words are named.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSettings

from desks import PASSPHRASE, a_desk, a_unit, resident_of
from refugedesk.demo.folder import write_folder
from refugedesk.services import forms
from refugedesk.services.arrivals import arrive, start_arrival
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.ui.pictures import SCREENS, THEMES, take_pictures
from refugedesk.ui.program import application

LONG_NAME = "Wilhelmina-Anastasia Featherstonehaugh-Oyelaran Montgomery"
MANY_WORDS = "She said that it had been quiet and that she had slept. " * 450
UNITS, CHILDREN = 40, 6


def empty(folder: Path) -> Desk:
    """A store on its first day."""
    return a_desk(folder)


def usual(folder: Path) -> Desk:
    """Two years of an invented refuge."""
    desk = a_desk(folder)
    records = folder.parent / "records"
    write_folder(records, desk.today)
    report = import_folder(desk, records)
    if report.faults:
        raise AssertionError(report.faults[0])
    return desk


def overfull(folder: Path) -> Desk:
    """Forty units, a name of sixty letters, many children, a note of five thousand words."""
    desk = a_desk(folder)
    units = [a_unit(desk, f"Room {number}, the one with the blue door by the garden") for number in range(1, UNITS + 1)]
    for number, unit in enumerate(units[:-2]):
        arrival = start_arrival(desk)
        arrival.resident.set("first_name", LONG_NAME if number == 0 else f"Resident{number}")
        arrival.stay.set("origin_authority", "Bournemouth, Christchurch and Poole, and what lies beyond")
        arrival.placement.set("unit_id", unit)
        for child in range(CHILDREN if number == 0 else 1):
            draft = forms.new_draft(desk, "child", first_name=f"{LONG_NAME[:40]} {child}")
            arrival.children.append((draft, forms.new_draft(desk, "child_stay", in_refuge="yes")))
        for _, draft in arrival.parts():
            draft.confirmed |= {"unit_large_enough", "unit_free", "adult_resident"}
        stay = arrive(desk, arrival)
        if number == 0:
            _fill(desk, stay)
    return desk


def _fill(desk: Desk, stay: str) -> None:
    resident = resident_of(desk, stay)
    for day in range(60):
        note = forms.new_draft(desk, "note", stay_id=stay, on_day=desk.today - timedelta(day), worker=desk.user.name)
        note.set("fact", MANY_WORDS if day == 0 else MANY_WORDS[:200])
        forms.save(desk, note)
    feared = forms.new_draft(desk, "perpetrator", resident_id=resident, name=LONG_NAME, orders=("bail", "occupation"))
    forms.save(desk, feared)


STATES: dict[str, Callable[[Path], Desk]] = {"empty": empty, "usual": usual, "overfull": overfull}


def main(only: list[str]) -> int:
    """Writes the pictures; the exit status."""
    app, out = application(), Path("shots")
    shutil.rmtree(out, ignore_errors=True)
    screens = [screen for screen in SCREENS if not _chosen(only, SCREENS) or screen.name in only]
    themes = [theme for theme in THEMES if not _chosen(only, THEMES) or str(theme) in only]
    total = 0
    for state, make in STATES.items():
        if set(only) & set(STATES) and state not in only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            desk = make(Path(folder) / "store")
            look = QSettings(str(Path(folder) / "look.ini"), QSettings.Format.IniFormat)
            total += take_pictures(app, desk, out / state, look, screens, themes)
            desk.close()
    print(f"{total} pictures in {out.resolve()} (the passphrase of their stores is {PASSPHRASE!r})")
    return 0 if total else 1


def _chosen(only: list[str], among: object) -> bool:
    names = {getattr(each, "name", str(each)) for each in among} | {str(each) for each in among}  # type: ignore[attr-defined]
    return bool(names & set(only))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
