"""Files made to do harm: no crash, nothing half imported, and little time and memory for each."""

from __future__ import annotations

import io
import shutil
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

import pytest

from interchange_folders import CITY_REFUGE, small, write_csv, write_xlsx
from payloads import PAYLOADS
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from stored_rows import whole_store

SECONDS: Final = 10
MEGABYTES: Final = 500
CELLS: Final = (
    *PAYLOADS[:40],
    *("", " ", "\x00", "'", '"', "﻿", "𝕏" * 300, "9" * 500, "-0", "1e308", "NaN", "٣", "2020-13-01", "0000-00-00"),
    *(
        "2020-02-29T00:00",
        "9999-12-31",
        "1899-12-31",
        "U01",
        "S001",
        "F001",
        "C001",
        "R001",
        "yes",
        "YES",
        "x" * 21_000,
    ),
)


def _change_cell(chance: Random, content: bytes) -> bytes:
    """Another cell in one place, quoted or not."""
    lines = content.split(b"\n")
    line = chance.randrange(len(lines))
    cells = lines[line].split(b",")
    cell = chance.choice(CELLS).encode("utf-8", "surrogatepass")
    cells[chance.randrange(len(cells))] = chance.choice((cell, b'"' + cell.replace(b'"', b'""') + b'"'))
    return b"\n".join([*lines[:line], b",".join(cells), *lines[line + 1 :]])


def _swap_cells(chance: Random, content: bytes) -> bytes:
    """Two cells of one column change places: ids and days that exist, where they do not belong."""
    lines = [line.split(b",") for line in content.split(b"\n")]
    if len(lines) < 2:
        return content
    one, other = chance.choice(lines[1:]), chance.choice(lines[1:])
    place = chance.randrange(min(len(one), len(other)))
    one[place], other[place] = other[place], one[place]
    return b"\n".join(b",".join(line) for line in lines)


def _flip_bytes(chance: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: Random, content: bytes) -> bytes:
    start, end = sorted(chance.sample(range(len(content) + 1), 2))
    return chance.choice((content[:start], content[:start] + content[end:], content + content[start:end]))


def _encode(chance: Random, content: bytes) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "utf-8-sig"))
    text = content.decode("utf-8", "replace").replace("i", "é", chance.randrange(3))
    return text.encode(encoding, "replace")


def _insert(chance: Random, content: bytes) -> bytes:
    place = chance.randrange(len(content))
    inserted = chance.choice((b"\x00", b'"', b"\r", b"\n\n", b",," * 400, b"\xff\xfe", b"\xef\xbb\xbf", b'"' * 3))
    return content[:place] + inserted + content[place:]


def _widen(chance: Random, content: bytes) -> bytes:
    """Very many columns, or a very long line."""
    head, _, rest = content.partition(b"\n")
    return head + chance.choice((b",c" * 5000, b"," * 400_000, b"x" * 200_000)) + b"\n" + rest


MUTATIONS: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    _change_cell,
    _swap_cells,
    _swap_cells,
    _flip_bytes,
    _cut,
    _encode,
    _insert,
    _widen,
)


def _hostile_folder(chance: Random, folder: Path) -> Path:
    """City Refuge, or the small folder, with one file changed once or more often; sometimes a file more or fewer."""
    if chance.random() < 0.2:
        shutil.copytree(CITY_REFUGE, folder, copy_function=shutil.copyfile)
        folder.chmod(0o700)
    else:
        write_csv(folder, small())
    for _ in range(chance.choice((1, 1, 2, 5))):
        path = chance.choice(sorted(folder.iterdir()))
        path.write_bytes(chance.choice(MUTATIONS)(chance, path.read_bytes() or b"x\n"))
    if chance.random() < 0.1:
        path = chance.choice(sorted(folder.iterdir()))
        path.rename(folder / chance.choice(("Stays.csv", "stays.csv.csv", "needs.csv", "x", "units.xlsx")))
    return folder


def _hostile_workbook(chance: Random, path: Path) -> Path:
    """The small folder as a workbook with its bytes or its parts changed."""
    write_xlsx(path, small())
    if chance.random() < 0.3:
        path.write_bytes(chance.choice((_flip_bytes, _cut, _insert))(chance, path.read_bytes()))
        return path
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if "sheet" in name or "Strings" in name or "workbook" in name])
    parts[name] = chance.choice((_flip_bytes, _cut, _insert, _xml))(chance, parts[name])
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, xml in parts.items():
            archive.writestr(part, xml)
    path.write_bytes(content.getvalue())
    return path


def _xml(chance: Random, content: bytes) -> bytes:
    """Entities, places that are none, and numbers that are none."""
    head, mark, rest = content.partition(b"?>")
    entity = b'<!DOCTYPE x [<!ENTITY e "' + b"e" * 100 + b'"><!ENTITY o SYSTEM "file:///etc/passwd">]>'
    changes = (
        (b"<row ", b'<row r="-1" '),
        (b'r="A', b'r="ZZZZ'),
        (b'r="B', b'r="XFD'),
        (b"<v>", b"<v>9e999"),
        (b"<v>", b"<v>-"),
        (b't="s"', b't="b"'),
        (b't="s"', b't="e"'),
        (b's="1"', b's="999999"'),
        (b"<c ", b"<c><c "),
    )
    old, new = chance.choice(changes)
    return chance.choice((head + mark + entity + rest, content.replace(old, new, chance.choice((1, 1000)))))


def _count(desk: Desk) -> int:
    with desk.reading() as connection:
        return sum(len(rows) for rows in whole_store(connection).values())


class _StoppedError(Exception):
    """Raised when everything is saved, so that the transaction goes back and the next file finds an empty store."""


def _import(desk: Desk, source: Path) -> str:
    """What became of one import; the store is empty before and after."""

    def stop_at_the_end(done: int, total: int) -> None:
        if done == total:
            raise _StoppedError

    begun = time.perf_counter()
    try:
        report = import_folder(desk, source, progress=stop_at_the_end)
    except _StoppedError:
        outcome = "clean"
    else:
        outcome = "faults" if report.faults else "nothing in it"
        assert all(fault.file and fault.problem and str(fault).isprintable() for fault in report.faults)
    assert time.perf_counter() - begun < SECONDS
    return outcome


def _attack(desk: Desk, folder: Path, number: int) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    for seed in range(number):
        chance, place = Random(seed), folder / str(seed)
        is_workbook = seed % 3 == 0
        source = (
            _hostile_workbook(chance, place.with_suffix(".xlsx")) if is_workbook else _hostile_folder(chance, place)
        )
        outcomes[_import(desk, source)] += 1
        if seed % 50 == 0 or seed == number - 1:
            assert _count(desk) == 0
        source.unlink() if is_workbook else shutil.rmtree(source)
    return outcomes


def _megabytes() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_three_hundred_hostile_files(desk: Desk, tmp_path: Path) -> None:
    outcomes = _attack(desk, tmp_path, 300)
    assert outcomes["faults"] > 150
    assert outcomes["clean"] > 20


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the memory used is asked of a Unix system")
def test_ten_thousand_hostile_files(desk: Desk, tmp_path: Path) -> None:
    outcomes = _attack(desk, tmp_path, 10_000)
    assert outcomes["faults"] > 5000
    assert outcomes["clean"] > 500
    assert _megabytes() < MEGABYTES
