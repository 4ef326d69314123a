"""S1 at the screen: a marker typed, searched, printed, not exported, crashed over, locked; every file made is watched.

A first life of the real window is killed while somebody types, a second finds what was typed and is locked by F12. Then
all that stands on the disk is searched, what windows were called, and which files the program had made.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from desks import PASSPHRASE, a_desk, a_stay, a_unit
from promises.rows import NotBuilt, Row
from promises.works import a_place
from refugedesk.domain.records import ALL
from refugedesk.supervisor import LOCKED

ROOT = Path(__file__).parents[2]
MARK, PRINTED = "Zephyrine Quillfeather", "asked-for.pdf"
PLACES = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
MADE = "openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,mknod,mknodat,truncate"
LISTED = (
    r"store/(records\.db(-journal)?|records\.mark(\.new)?|keys\.json(\.new)?|open\.lock)",
    r"Desk/Desk\.ini(\.[A-Za-z]{6}|\.lock)?",  # where the window stood and how it looks
    r"Desk(/log(/faults\.log)?)?",
    r"fontconfig(/[0-9a-f-]+\.cache-\d+(\.(NEW|LCK|TMP-\w+))?|/CACHEDIR\.TAG(\.(NEW|LCK|TMP-\w+))?)?",
    re.escape(PRINTED),
)
"""What may be made in the person's own folders. The paper she printed is the only one with names in it."""
OUTSIDE = re.compile(r"/dev/(null|tty)|/proc/self/.*")


def at_the_screen(how: str = "all", beside: str = "") -> Row | NotBuilt:
    """Both lives, watched. ``how``: ``all`` forms, or ``some``; ``beside``: a folder of modules put before ours."""
    if not shutil.which("strace"):
        return NotBuilt("S1", "this computer has no strace, so the screens were not tried")
    row = Row("S1", "")
    place = a_place()
    try:
        desk = a_desk(place / "store")
        a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
        desk.close()
        typed = _lives(place, how, beside, row)
        files = sorted(_files(place))
        for each in files:
            row.add(1, 1, [f"{each.relative_to(place)} holds the {what}" for what in _found(each.read_bytes())])
    finally:
        shutil.rmtree(place)
    texts = {f"{record.id}.{field.name}" for record in ALL.values() for field in record.fields if _takes(field)}
    left = f"; not reached: {' '.join(sorted(texts - typed))}" if how == "all" and texts - typed else ""
    row.what = (
        f"screens: {len(typed)} of {len(texts)} text fields typed into by keys; files made, files left, titles{left}"
    )
    return row


def _takes(field: object) -> bool:
    from promises.at_the_screen import is_text

    return is_text(field)  # type: ignore[arg-type]


def _lives(place: Path, how: str, beside: str, row: Row) -> set[str]:
    """Which fields were typed into; what was made and what windows were called goes into the row."""
    typed: set[str] = set()
    for life, ends_with in (("1", -9), ("2", LOCKED)):
        trace = place.with_name(f"{place.name}.trace-{life}")
        try:
            done = _live(place, (life, how), trace, beside)
            said = [line for line in done.stdout.splitlines() if line.startswith("{")]
            worked = bool(said) and done.returncode in (ends_with, 128 - ends_with, ends_with & 255)
            row.add(1, worked, [] if worked else [f"life {life} ended with {done.returncode}: {done.stderr[-600:]}"])
            told = json.loads(said[-1]) if said else {"typed": [], "titles": []}
            typed |= set(told["typed"])
            for title in told["titles"]:
                row.add(1, 1, [f"a window was called {title}"] if _found(title.encode()) else [])
            for path in sorted(set(made_in(trace.read_text("utf-8", "replace")))):
                row.add(1, 1, [] if is_listed(path, place) else [f"{path} was made"])
        finally:
            trace.unlink(missing_ok=True)
    return typed


def _live(place: Path, words: tuple[str, str], trace: Path, beside: str) -> subprocess.CompletedProcess[str]:
    modules = os.pathsep.join(each for each in (beside, str(ROOT / "src"), str(ROOT / "tests")) if each)
    ours: Mapping[str, str] = {
        **os.environ,
        **dict.fromkeys(PLACES, str(place)),
        "PYTHONPATH": modules,
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    watched = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={MADE}", "-e", "signal=none", "-o", str(trace)]
    command = [*watched, sys.executable, "-m", "promises.at_the_screen", str(place), *words]
    return subprocess.run(command, env=ours, capture_output=True, text=True, check=False, cwd=place)


def made_in(trace: str) -> Iterator[str]:
    """Each path that was opened to be written, named, linked or made."""
    for line in trace.splitlines():
        call = re.match(r"\d+ +(\w+)\((.*)\) += +(-?\d+)", line)
        if not call or call[3].startswith("-"):
            continue
        paths = re.findall(r'"((?:[^"\\]|\\.)*)"', call[2])
        if call[1] in ("openat", "open") and not re.search(r"O_WRONLY|O_RDWR|O_CREAT", call[2]):
            continue
        if paths:
            yield paths[-1]


def is_listed(path: str, place: Path) -> bool:
    """Whether the program may make that file."""
    if not path.startswith(f"{place}/"):
        return OUTSIDE.fullmatch(path) is not None
    return any(re.fullmatch(each, path.removeprefix(f"{place}/")) for each in LISTED)


def _files(place: Path) -> Iterator[Path]:
    return (each for each in place.rglob("*") if each.is_file() and each.name != PRINTED)


def _found(content: bytes) -> list[str]:
    """Which of the secret words stand in it, in whatever writing."""
    words = {"marker": MARK.split(" ", maxsplit=1)[0], "name": MARK.split(" ")[1], "passphrase": PASSPHRASE}
    return [what for what, word in words.items() if any(form in content for form in forms_of(word))]


def forms_of(word: str) -> set[bytes]:
    """A word as it may stand in a file: UTF-8, UTF-16 both ways round, and base64 of each at every offset."""
    plain = {word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    coded = {base64.b64encode(bytes(shift) + each)[(shift * 8 + 5) // 6 : -4] for each in plain for shift in range(3)}
    return plain | coded
