"""Puts a built program through its work, without a screen, and compares what comes out with the program from source.

    python smoke.py --program "COMMAND" --source "COMMAND" --case FOLDER --work FOLDER [--root DIR] [--no-returns]

COMMAND is split at blanks. Under --root both paths of the work are told to the program as they are inside that root.
Standard library only. Each step prints a line; the first that fails ends it with status 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WHO, PASSPHRASE = "Robin Demo", "seven quiet lamps by the river"
LOCKED = 75
PERIOD = ("--from", "2020-04-01", "--to", "2021-03-31")
STARTS = 5


class FailedError(Exception):
    """A step did not come out as it must."""


@dataclass
class Program:
    """A program to be put to work; ``root``: what its own paths begin below."""

    command: list[str]
    root: Path | None = None

    def path(self, path: Path) -> str:
        """A path as the program sees it."""
        return "/" + str(path.relative_to(self.root)) if self.root else str(path)

    def run(self, *words: str, typed: str = "", expect: int = 0, hears_errors: bool = False) -> str:
        """Runs it; what it printed, or said was wrong. FailedError where the status is another."""
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [*self.command, *words],
            input=typed,
            encoding="utf-8",
            errors="replace",
            capture_output=True,
            env=surroundings,
            check=False,
        )
        if done.returncode != expect:
            raise FailedError(f"{' '.join(words)}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stderr if hears_errors else done.stdout


def trial(program: Program, case: Path, work: Path, *, with_returns: bool) -> dict[str, str]:
    """A store made, filled, returned, checked, copied, opened in the window and locked; each return's SHA-256."""
    work.mkdir(parents=True)
    secret = work / "passphrase"
    secret.write_text(PASSPHRASE + "\n")
    shutil.copytree(case, work / "case", copy_function=shutil.copyfile)
    store = program.path(work / "store")
    opening = ("--user", WHO, "--passphrase-file", program.path(secret))
    say("version", program.run("--version"))
    program.run("new", store, "--service", "City Refuge", "--home-authority", "Coventry", *opening)
    say("import", program.run("import", store, program.path(work / "case"), *opening))
    hashes: dict[str, str] = {}
    if with_returns:
        for ending in ("json", "csv", "xlsx"):
            out = work / f"return.{ending}"
            said = ("return", store, "--definition", "commissioner", *PERIOD, "--out", program.path(out), *opening)
            program.run(*said)
            hashes[ending] = hashlib.sha256(out.read_bytes()).hexdigest()
        say("return", f"three files, {hashes['json'][:12]} and so on")
    program.run("export", store, program.path(work / "out"), "--reason", "Trial", "--yes", *opening)
    say("check", program.run("check", store, *opening))
    program.run("backup", store, program.path(work / "copy.backup"), *opening)
    program.run("restore", program.path(work / "copy.backup"), program.path(work / "again"), *opening)
    two_lines = f"{WHO}\n{PASSPHRASE}\n"
    program.run("--pictures", store, program.path(work / "pictures"), typed=two_lines)
    say("pages", f"{len(list((work / 'pictures').glob('*.png')))} pictures")
    program.run("--trial", store, typed=two_lines, expect=LOCKED)
    say("lock", "the window opened the store and locked it")
    return hashes


def other_versions(program: Program, stores: Path, work: Path) -> None:
    """An older version's store is brought up to date, a copy of it beside; a later version's is refused, untouched."""
    secret = work / "passphrase"
    opening = ("--user", WHO, "--passphrase-file", program.path(secret))
    shutil.copytree(stores, work / "versions", copy_function=shutil.copyfile)
    older, newer = work / "versions" / "older", work / "versions" / "newer"
    program.run("export", program.path(older), program.path(work / "older-out"), "--reason", "Trial", "--yes", *opening)
    kept = [each.name for each in older.glob("records.before-*")]
    if not kept:
        raise FailedError("An older store was opened and no copy of it lies beside it.")
    say("older", f"an older version's store was brought up to date; as it was lies beside it as {kept[0]}")
    before = (newer / "records.db").read_bytes()
    said = program.run("check", program.path(newer), *opening, expect=1, hears_errors=True)
    if "newer version" not in said or (newer / "records.db").read_bytes() != before:
        raise FailedError(f"A later version's store was not refused, or not left alone: {said}")
    say("newer", said)


def start_times(program: Program, bare: str | None) -> str:
    """How long a start takes, the middle of several; in turn with a bare window of Qt where there is one."""
    ours, floors = [], []
    for _ in range(STARTS):
        ours.append(seconds(program, "--trial"))
        if bare:
            floors.append(seconds(Program(shlex.split(bare))))
    said = f"{statistics.median(ours) * 1000:.0f} ms to the first window"
    if not floors:
        return said
    times = statistics.median(ours) / statistics.median(floors)
    return f"{said}, {times:.2f}x a bare window of Qt in the same place ({statistics.median(floors) * 1000:.0f} ms)"


def seconds(program: Program, *words: str) -> float:
    """How long one run takes."""
    began = time.perf_counter()
    program.run(*words)
    return time.perf_counter() - began


def say(step: str, words: str) -> None:
    """A line about a step."""
    print(f"  {step:8} {' '.join(words.split())[:140]}", flush=True)


def main() -> int:
    """Does it; the exit status."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--program", required=True)
    words.add_argument("--source")
    words.add_argument("--bare", help="a command that shows a bare window of Qt and ends")
    words.add_argument("--case", type=Path, required=True)
    words.add_argument("--work", type=Path, required=True)
    words.add_argument("--root", type=Path)
    words.add_argument("--versions", type=Path, help="stores that other_versions.py made")
    words.add_argument("--no-returns", action="store_true")
    asked = words.parse_args()
    program = Program(shlex.split(asked.program), asked.root)
    try:
        print("The built program:")
        built = trial(program, asked.case, asked.work, with_returns=not asked.no_returns)
        if asked.source:
            print("The program from source:")
            source = Program(shlex.split(asked.source))
            beside = asked.work.with_name(asked.work.name + "-source")
            if trial(source, asked.case, beside, with_returns=not asked.no_returns) != built:
                raise FailedError("The built program's returns are not those of the program from source.")
            say("same", "every byte of the three returns is the same")
        if asked.versions:
            other_versions(program, asked.versions, asked.work)
        say("start", start_times(program, asked.bare))
    except FailedError as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
