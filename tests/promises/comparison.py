"""The same damage to other programs' files: KeePassXC's, LibreOffice's .ods and plain SQLite, beside a store of ours.

``python -m promises.comparison`` prints the table that stands in SECURITY.md. It wants keepassxc-cli and soffice.
"""

from __future__ import annotations

import csv
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from pathlib import Path
from random import Random

from promises.damage import a_copy, damage_store, flip
from promises.killed import kill_at_random
from promises.works import WORKS, a_place, contents, open_desk
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.services import forms

ROWS = 300
PASSWORD = "kettle violin marmalade tax"
LONGEST_SECONDS = 60.0


class DamagedError(Exception):
    """The program said that it cannot read its file."""


class Program(ABC):
    """One program with a file of its own: makes it, adds a line to it, reads all lines."""

    name = ""
    flips = 200
    kills = 40

    @abstractmethod
    def make(self, folder: Path) -> Path:
        """A file with the usual lines."""

    @abstractmethod
    def read(self, file: Path) -> list[str]:
        """Every line; DamagedError where the program refuses."""

    @abstractmethod
    def adding(self, file: Path, line: str) -> list[str]:
        """The command that adds a line and saves."""


class PlainDatabase(Program):
    """SQLite as it comes: a rollback journal, full sync, no encryption, its own integrity check."""

    name = "plain SQLite, with integrity_check"
    flips = 2000
    kills = 100
    _ADD = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
        "c.execute('INSERT INTO line VALUES (?)', (sys.argv[2],)); c.commit(); c.close()"
    )

    def make(self, folder: Path) -> Path:
        connection = sqlite3.connect(folder / "a.db")
        connection.execute("CREATE TABLE line (words TEXT)")
        connection.executemany("INSERT INTO line VALUES (?)", [(each,) for each in lines()])
        connection.commit()
        connection.close()
        return folder / "a.db"

    def read(self, file: Path) -> list[str]:
        connection = sqlite3.connect(file)
        try:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise DamagedError
            return sorted(str(row[0]) for row in connection.execute("SELECT words FROM line"))
        except sqlite3.Error as error:
            raise DamagedError from error
        finally:
            connection.close()

    def adding(self, file: Path, line: str) -> list[str]:
        return [sys.executable, "-S", "-c", self._ADD, str(file), line]


class PasswordSafe(Program):
    """KeePassXC's own command line."""

    name = "KeePassXC (.kdbx)"
    flips = 200

    def make(self, folder: Path) -> Path:
        file = folder / "a.kdbx"
        entries = "".join(f"<Entry><String><Key>Title</Key><Value>{each}</Value></String></Entry>" for each in lines())
        (folder / "a.xml").write_text(
            f"<KeePassFile><Meta/><Root><Group><Name>Root</Name>{entries}</Group></Root></KeePassFile>", "utf-8"
        )
        said = self._run(["import", "-q", "-t", "100", "-p", str(folder / "a.xml"), str(file)], f"{PASSWORD}\n" * 2)
        assert file.exists(), said
        return file

    def read(self, file: Path) -> list[str]:
        said = self._run(["export", "-q", "-f", "csv", str(file)], f"{PASSWORD}\n")
        if said.returncode:
            raise DamagedError
        return sorted(row[1] for row in list(csv.reader(said.stdout.splitlines()))[1:])

    def adding(self, file: Path, line: str) -> list[str]:
        return ["sh", "-c", f'printf "%s\\n" "{PASSWORD}" | exec keepassxc-cli add -q "$0" "$1"', str(file), line]

    def _run(self, words: list[str], typed: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["keepassxc-cli", *words], input=typed, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )


class Spreadsheet(Program):
    """LibreOffice Calc, driven without a window: a line is added by writing the sheet out again over the old file."""

    name = "LibreOffice Calc (.ods)"
    flips = 60
    kills = 20

    def make(self, folder: Path) -> Path:
        self._write(folder / "a.csv", lines())
        self._convert(folder / "a.csv", "ods", folder)
        return folder / "a.ods"

    def read(self, file: Path) -> list[str]:
        out = file.parent / "read"
        out.mkdir(exist_ok=True)
        made = out / f"{file.stem}.csv"
        made.unlink(missing_ok=True)
        self._convert(file, "csv", out)
        if not made.exists():
            raise DamagedError
        return sorted(each for each in made.read_text("utf-8", "replace").splitlines() if each)

    def adding(self, file: Path, line: str) -> list[str]:
        source = file.with_suffix(".csv")
        self._write(source, [*self.read(file), line])
        return self._words(source, "ods", file.parent)

    def _write(self, file: Path, words: list[str]) -> None:
        file.write_text("\n".join(words) + "\n", "utf-8")

    def _words(self, file: Path, kind: str, out: Path) -> list[str]:
        profile = f"-env:UserInstallation=file://{Path('/dev/shm') / 'office-profile'}"
        return ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(file)]

    def _convert(self, file: Path, kind: str, out: Path) -> None:
        try:
            subprocess.run(self._words(file, kind, out), capture_output=True, check=False, timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            return


def lines() -> list[str]:
    """The lines of every file."""
    return [f"Zephyrine Quillfeather {number:04}" for number in range(ROWS)]


def flips(program: Program, chance: Random) -> Counter[str]:
    """Single bits flipped: refused or reported, read as if nothing were, or without any effect."""
    found: Counter[str] = Counter()
    place = a_place()
    try:
        file = program.make(place)
        whole, right = file.read_bytes(), program.read(file)
        for _ in range(program.flips):
            file.write_bytes(flip(whole, chance))
            try:
                found["no effect" if program.read(file) == right else "silent"] += 1
            except DamagedError:
                found["detected"] += 1
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return found


def kills(program: Program, chance: Random) -> Counter[str]:
    """The program killed while it saves a line: the old or the new lines are there, or the file is lost."""
    found: Counter[str] = Counter()
    place = a_place()
    try:
        file = program.make(place)
        whole, before = file.read_bytes(), program.read(file)
        took = _seconds(program, file)
        for number in range(program.kills):
            for each in file.parent.glob(f"*{file.name}*"):
                each.unlink()
            file.write_bytes(whole)
            _kill(program.adding(file, f"new {number}"), chance.uniform(0.5, 1.02) * took)
            try:
                now = program.read(file)
                found["whole" if [each for each in now if not each.startswith("new")] == before else "lost"] += 1
            except DamagedError:
                found["lost"] += 1
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return found


def _seconds(program: Program, file: Path) -> float:
    command = program.adding(file, "new line")
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, timeout=LONGEST_SECONDS)
    return time.perf_counter() - begun


def _kill(command: list[str], after: float) -> None:
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            running.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)


def full_disk(program: Program) -> str:
    """A line saved on a drive without room: what is left, and whether anything was said."""
    place = a_place()
    drive = place / "drive"
    drive.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(drive)], check=True)
    try:
        file = shutil.copy(program.make(place), drive)
        before = program.read(place / Path(file).name)
        command = program.adding(Path(file), "new line") if not isinstance(program, Spreadsheet) else None
        if command is None:  # its source may lie elsewhere
            command = program.adding(place / Path(file).name, "new line")
            command[command.index("--outdir") + 1] = str(drive)
        _fill(drive)
        said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS)
        spoke = "said" if said.returncode or "rror" in said.stdout + said.stderr else "not said"
        shutil.copy(file, place / Path(file).name)
        try:
            now = program.read(place / Path(file).name)
        except DamagedError:
            return f"lost, {spoke}"
        return f"{'old' if now == before else 'new' if 'new line' in now else 'lost'}, {spoke}"
    finally:
        subprocess.run(["umount", str(drive)], check=False)
        shutil.rmtree(place, ignore_errors=True)


def _fill(drive: Path) -> None:
    with (drive / "filler").open("wb", 0) as filler:
        try:
            while filler.write(bytes(512)):
                pass
        except OSError:
            return


def our_full_disk() -> str:
    """The same with a store of ours."""
    with a_copy() as place:
        drive = place / "drive"
        drive.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(drive)], check=True)
        try:
            shutil.copytree(place / "store", drive / "store")
            desk = open_desk(drive / "store")
            before = contents(drive / "store")
            _fill(drive)
            said = ""
            try:
                forms.save(desk, forms.new_draft(desk, "resident", first_name="New", notes="line " * 2000))
            except RefugeDeskError as error:
                said = str(error)
            desk.close()
            (drive / "filler").unlink()
            same = contents(drive / "store") == before
            return f"{'old' if same else 'lost'}, {'said' if said else 'not said'}"
        finally:
            subprocess.run(["umount", str(drive)], check=False)


def main(share: float = 1.0) -> None:
    """Prints the table; ``share``: of the usual counts, for a quick look."""
    chance = Random(2026)
    print("| file | bits flipped: detected / silent / no effect | killed while saving: whole / lost | drive full |")
    print("| --- | --- | --- | --- |")
    ours = damage_store(int(2000 * share), flip, chance)
    row = f"{ours.noticed} / {len(ours.silent)} / {ours.harmless}"
    killed = kill_at_random(WORKS["save"], int(100 * share))
    cut_off = f"{killed.acknowledged - len(killed.lost)} / {len(killed.lost)}"
    print(f"| RefugeDesk | {row} | {cut_off} | {our_full_disk()} |", flush=True)
    for program in (PlainDatabase(), PasswordSafe(), Spreadsheet()):
        program.flips, program.kills = int(program.flips * share), int(program.kills * share)
        bits, cuts = flips(program, chance), kills(program, chance)
        first = f"{bits['detected']} / {bits['silent']} / {bits['no effect']}"
        print(f"| {program.name} | {first} | {cuts['whole']} / {cuts['lost']} | {full_disk(program)} |", flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
