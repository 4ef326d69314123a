"""The invented refuge as an interchange folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from refugedesk.demo.history import history
from refugedesk.demo.households import Row
from refugedesk.demo.work import with_the_work
from refugedesk.services.interchange.sheets import SHEETS
from refugedesk.services.interchange.writing import write_sheet

SEED: Final = 20


def write_folder(folder: Path, today: date, seed: int = SEED, user: str = "") -> Mapping[str, list[Row]]:
    """Writes the folder, which must not exist yet, and gives its rows; the same day and seed give the same bytes.

    Args: user: the name under which one of the invented team signs in.
    """
    rows = with_the_work(history(seed, today), today, seed, user)
    folder.mkdir(parents=True, mode=0o700)
    for name, sheet in SHEETS.items():
        if name not in rows:
            continue
        used = [column.name for column in sheet.columns if any(row.get(column.name) for row in rows[name])]
        write_sheet(folder / sheet.file, used, ([row.get(column, "") for column in used] for row in rows[name]))
    return rows
