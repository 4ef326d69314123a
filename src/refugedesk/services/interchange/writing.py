"""CSV files of the interchange folder, written so that no spreadsheet runs or splits what people typed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from refugedesk.domain.fields import Answer
from refugedesk.services.interchange.cells import cell_text

_PLAIN: Final = re.compile(r"[\w .:'/-]*")


def write_sheet(path: Path, header: Sequence[str], rows: Iterable[Sequence[Answer]]) -> int:
    """Writes a new file that only its owner may read, on the disk when this returns; how many rows it has."""
    count = 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 - opened with its mode
        file.write(_line(header))
        for count, row in enumerate(rows, start=1):  # noqa: B007
            file.write(_line(cell_text(answer) for answer in row))
        file.flush()
        os.fsync(file.fileno())
    return count


def _line(cells: Iterable[str]) -> str:
    return ",".join(_quoted(cell) for cell in cells) + "\r\n"


def _quoted(cell: str) -> str:
    """The cell between quotation marks unless it is plain words: some spreadsheets also split at ; or a tab."""
    return cell if _PLAIN.fullmatch(cell) else '"' + cell.replace('"', '""') + '"'
