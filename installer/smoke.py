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
BARE = (
    "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); "
    "w.show(); a.processEvents(); w.grab(); import os; os._exit(0)"
)


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

    def run(self, *words: str, typed: str = "", expect: int = 0) -> str:
        """Runs it; what it printed. FailedError where the status is another."""
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
        return done.stdout


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


def starts(program: Program) -> float:
    """Seconds from nothing to the first window, the middle of several."""
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        program.run("--trial")
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def bare(python: str) -> float:
    """Seconds to a bare window of Qt from source, the middle of several."""
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run([python, "-c", BARE], check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def say(step: str, words: str) -> None:
    """A line about a step."""
    print(f"  {step:8} {' '.join(words.split())[:140]}", flush=True)


def main() -> int:
    """Does it; the exit status."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--program", required=True)
    words.add_argument("--source")
    words.add_argument("--python", default=sys.executable, help="a Python with PySide6, for the bare window")
    words.add_argument("--case", type=Path, required=True)
    words.add_argument("--work", type=Path, required=True)
    words.add_argument("--root", type=Path)
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
        ours, floor = starts(program), bare(asked.python)
        say(
            "start",
            f"{ours * 1000:.0f} ms to the first window, {ours / floor:.2f}x a bare window ({floor * 1000:.0f} ms)",
        )
    except FailedError as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
