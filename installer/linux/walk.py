"""Walks through the guide with the built program alone: from the package to a protected return and a backup of it.

    python walk.py --root DIR --package FILE --sums FILE --pictures DIR

DIR is a fresh root in which nothing was installed but what a computer with a desktop has. Every step names the page of
the guide that asks for it and what stands there; the words are looked for in the package's own guide first. The window
is driven by keyboard and mouse on a screen of its own, and what came of it is read with the program's own words.
Standard library only; see hands.py for what this computer needs.
"""

from __future__ import annotations

import argparse
import csv
import re
import shlex
import subprocess
import sys
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from hands import Hands, StuckError

WHO, PASSPHRASE = "Sam Taylor", "seven quiet lamps by the river"
HOME = "/root"
STORE = f"{HOME}/.local/share/Desk/store"
INSTALLED = "opt/refugedesk/_internal/refugedesk/resources/help"


class Walk:
    """One person, one guide, one computer."""

    def __init__(self, root: Path, package: Path, sums: Path, hands: Hands) -> None:
        self.root, self.package, self.sums, self.hands = root, package, sums, hands
        self.program: subprocess.Popen[bytes] | None = None
        self.key = ""

    def inside(self, *command: str) -> str:
        """Runs a command in the root as its user would; what it said."""
        done = subprocess.run(self._chroot(*command), capture_output=True, text=True, check=False)
        if done.returncode:
            raise StuckError(f"{shlex.join(command)}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def _chroot(self, *command: str) -> list[str]:
        surroundings = {"HOME": HOME, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        surroundings |= {"DISPLAY": self.hands.display, "DEBIAN_FRONTEND": "noninteractive"}
        return ["chroot", str(self.root), "env", "-i", *(f"{k}={v}" for k, v in surroundings.items()), *command]

    def read(self, page: str, words: str) -> None:
        """Looks for the words on a page of the guide that came with the package; says which step begins."""
        [file] = (each for each in (self.root / INSTALLED).glob("*.md") if each.stem.partition("-")[2] == page)
        if words not in re.sub(r"[*\n]", lambda found: " " if found.group() == "\n" else "", file.read_text("utf-8")):
            raise StuckError(f"The guide's page {page} does not say: {words}")
        print(f"  {page:10} “{words}”", flush=True)

    def file(self, name: str) -> Path:
        """A file in the person's own folder, as it is seen from outside."""
        return self.root / HOME[1:] / name

    def save_as(self, name: str) -> None:
        """Answers the question where a file goes, and waits for it."""
        self.hands.type(f"{HOME}/{name}\n")
        self.hands.until(self.file(name).exists, name)
        self.hands.rest()

    def install(self) -> None:
        """The file is compared and opened; the window starts from the menu's entry."""
        name = self.package.name
        self.file(name).write_bytes(self.package.read_bytes())
        wanted = next(line.split()[0] for line in self.sums.read_text().splitlines() if line.endswith(f" {name}"))
        if self.inside("sha256sum", f"{HOME}/{name}").split()[0] != wanted:
            raise StuckError("The file's SHA-256 is not the one that the makers give.")
        self.inside("apt-get", "install", "-q", "-y", "--no-install-recommends", f"{HOME}/{name}")
        self.read("install", "type `sha256sum` and the file's name")
        self.read("install", "type `sudo apt install ./` and its name in a terminal. It stands in the menu as Desk.")
        entry = (self.root / "usr/share/applications/desk.desktop").read_text()
        if "Name=Desk\n" not in entry:
            raise StuckError("It does not stand in the menu as Desk.")
        [command] = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
        began = time.monotonic()
        self.program = subprocess.Popen(self._chroot(*shlex.split(command)))
        self.hands.until(lambda: "Desk" in self.hands.windows(), "the window")
        print(f"  the window came after {time.monotonic() - began:.1f} s", flush=True)
        self.hands.rest()
        self.hands.picture("install")

    def set_up(self) -> None:
        """The first time: service, person, recovery key, proof, first unit."""
        do = self.hands
        self.read("first-run", "Its name, as it should stand on returns, and its home local authority")
        do.type("Harbour House\nCoventry\n")
        do.picture("you")
        self.read("first-run", "Your name and your passphrase, twice: Enter goes from line to line.")
        do.type(f"{WHO}\n{PASSPHRASE}\n{PASSPHRASE}\n")
        self.read("first-run", "Print it or write it down and put it where the safe keys are.")
        do.until(self._written_down, "the recovery key")
        do.picture("key")
        do.press("Tab", "space")
        self.read("first-run", "Type the key back from the paper")
        do.type(f"{self.key.lower().replace('-', ' ')}\n")
        do.until((self.root / STORE[1:]).is_dir, "the store")
        do.rest()
        do.picture("home")
        self.read("first-run", "Then choose Add your first unit")
        do.press("Return")
        self.read("first-run", "Name and type are enough; Ctrl+S saves.")
        do.type("Room 1\trefuge\t")
        do.picture("unit")
        do.press("ctrl+s")

    def _written_down(self) -> bool:
        """Copies the key that is shown, as a hand does with a pen; whether there was one."""
        self.hands.press("Tab", "space")
        self.key = self.hands.copied().strip()
        if not self.key:
            self.hands.press("shift+Tab")
        return bool(self.key)

    def refer(self) -> None:
        """A call comes in."""
        do = self.hands
        self.read("index", "press Ctrl+N on Home and record the [referral](referrals). It takes a minute")
        do.press("ctrl+1")
        do.press("ctrl+n")
        do.type("police\tFarah\t1\t\tCoventry\tFoleshill\th\ta\t")
        do.picture("referral")

    def arrive(self) -> None:
        """The household moves in."""
        do = self.hands
        self.read("referrals", "When the household comes, choose Save and move in")
        do.press("ctrl+Return")
        self.read("arrival", "What the referral knew is filled in already.")
        do.type("3 5 1990\t\t\troom\t\t\t\tSami\t1 3 2017\tm")
        do.picture("arrival")
        do.press("ctrl+s")
        self.read("arrival", "When it is saved, the file opens at Arrival checklist")
        do.press("ctrl+n")
        do.press("space", "Escape")
        do.picture("checklist")

    def support(self) -> None:
        """A need goes into the support plan."""
        do = self.hands
        self.read("person", "choose one to go there.")
        do.click(776, 176)
        self.read("person", "Ctrl+N adds one more")
        do.press("ctrl+n")
        do.type("safety\t2\tTo sleep through the night")
        self.read("person", "Esc saves and closes.")
        do.press("Escape")
        do.press("Escape")
        do.picture("support-plan")

    def move_on(self) -> None:
        """The household leaves."""
        do = self.hands
        self.read("move-on", "Left on is the day she leaves")
        do.click(1200, 112)
        self.read("move-on", "Where to is what returns ask for most.")
        do.type("\tcouncil ten\tLeeds\ty")
        do.press("ctrl+s")
        do.picture("moved-on")

    def make_return(self) -> None:
        """The quarter's return is prepared, saved as a workbook and as a PDF, and looked at from outside."""
        do = self.hands
        do.press("ctrl+5")
        self.read("returns", "Choose which return, the period, and who gets it.")
        do.press("End", "Up")
        self.read("returns", "Choose Prepare the return, or press Enter in one of the lines.")
        do.press("Return")
        do.picture("return")
        self.read("returns", "as a workbook, a PDF, or for another program as JSON or CSV.")
        do.press("ctrl+s")
        self.save_as("return.xlsx")
        do.picture("return-saved")
        do.press("ctrl+Return")
        do.press("ctrl+s")
        self.save_as("return.pdf")

    def back_up(self) -> None:
        """Everything goes into one file; the program is locked and opened again."""
        do = self.hands
        self.read("backup", "Settings, Back up")
        do.press("ctrl+comma")
        do.press(*["Down"] * 9)
        do.press("Tab")
        do.picture("settings")
        do.press("space")
        self.save_as("first.backup")
        do.picture("backed-up")
        self.read("index", "You leave the desk: press F12.")
        do.press("F12")
        do.picture("locked")
        do.type(f"{WHO}\n{PASSPHRASE}\n")
        do.rest()
        do.picture("unlocked")
        do.press("alt+F4")
        if self.program is not None and self.program.wait(60) != 0:
            raise StuckError("The program did not end as it should.")

    def look_at_what_came_of_it(self) -> None:
        """What was typed is in the store, the return gives nobody away, and the backup holds it all."""
        self.file("passphrase").write_text(PASSPHRASE + "\n")
        opening = ("--user", WHO, "--passphrase-file", f"{HOME}/passphrase")
        self.inside("refugedesk", "restore", f"{HOME}/first.backup", f"{HOME}/again", *opening)
        for store in (STORE, f"{HOME}/again"):
            self.inside("refugedesk", "check", store, *opening)
        self.inside("refugedesk", "export", f"{HOME}/again", f"{HOME}/out", "--reason", "Trial", "--yes", *opening)
        told = " ".join(cell for path in self.file("out").rglob("*.csv") for cell in cells(path))
        for wanted in ("Farah", "Sami", "Foleshill", "Room 1", "To sleep through the night", "Leeds"):
            if wanted not in told:
                raise StuckError(f"{wanted} was typed and is not in the backup.")
        with zipfile.ZipFile(self.file("return.xlsx")) as book:
            inside = " ".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
        if "[c]" not in inside or "Farah" in inside or self.file("return.pdf").read_bytes()[:4] != b"%PDF":
            raise StuckError("The return is not protected, or not a return.")
        print(
            "  the household is in the restored backup; the return withholds its numbers and names nobody", flush=True
        )

    def steps(self) -> None:
        """All of it, in the guide's order."""
        for step in (
            self.install, self.set_up, self.refer, self.arrive, self.support, self.move_on, self.make_return,
            self.back_up, self.look_at_what_came_of_it,
        ):  # fmt: skip
            step()


def cells(path: Path) -> list[str]:
    """What stands in the cells of a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row]


def main() -> int:
    """Does it; the exit status."""
    words = argparse.ArgumentParser(description=__doc__)
    for name in ("root", "package", "sums", "pictures"):
        words.add_argument(f"--{name}", type=Path, required=True)
    asked = words.parse_args()
    began = time.monotonic()
    with Hands(":97", asked.pictures) as hands:
        walk = Walk(asked.root.resolve(), asked.package, asked.sums, hands)
        try:
            walk.steps()
        except (StuckError, subprocess.TimeoutExpired) as error:
            print(f"FAILED: {error}", file=sys.stderr)
            return 1
        finally:
            if walk.program is not None and walk.program.poll() is None:
                walk.program.terminate()
                walk.program.wait()
    print(f"From the package to a protected return and its backup in {(time.monotonic() - began) / 60:.1f} minutes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
