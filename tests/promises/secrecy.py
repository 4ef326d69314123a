"""S1 to S8: what must not be found anywhere, and who must not get in."""

from __future__ import annotations

import base64
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

from desks import PASSPHRASE
from promises.damage import a_copy
from promises.rows import NotBuilt, Row
from promises.test_no_plain_text import leaks_of_the_whole_program
from promises.works import USER, a_place
from refugedesk.domain.store_files import KEY_FILE
from refugedesk.security import vault
from refugedesk.security.derivation import FLOOR
from refugedesk.security.errors import WrongPassphraseError
from refugedesk.security.header import parse
from refugedesk.services.stores import create_store
from refugedesk.ui.pages.unlock import LONGEST_WAIT_SECONDS, wait_after
from vaults import CHEAP

ROOT = Path(__file__).parents[2]
MARKER = "Zephyrine"
NETWORK = re.compile(r"socket\((AF_INET6?|AF_PACKET)|connect\([^)]*AF_INET")


def no_plain_text(beside: str = "", last: str = "check") -> Row:
    """S1: markers in every text field; the program run for import, return, backup, check; every file searched."""
    row = Row("S1", "runs of the whole program with a marker in every text field; files that hold it")
    place = Path(tempfile.mkdtemp())
    try:
        row.add(1, 1, leaks_of_the_whole_program(place, beside, last))
    except AssertionError as error:
        row.add(1, 1, [str(error)[:200]])
    finally:
        shutil.rmtree(place)
    return row


_LOCK = "QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_F12)"
_DRIVER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from cheap_doors import CHEAP_DOORS
from refugedesk.security.hardening import harden_process
from refugedesk.supervisor import LOCKED
from refugedesk.ui.program import Program, application
place = Path(sys.argv[1])
harden_process()
app = application()
kept = QSettings(str(place / "look.ini"), QSettings.Format.IniFormat)
program = Program(app, place / "store", CHEAP_DOORS, kept, lambda error: str(error), LOCKED)
if (place / "masked").exists():
    QTimer.singleShot(0, lambda: (place / "fresh").write_text(str(os.getpid())))
else:
    name, passphrase = sys.stdin.readline().split("|")
    program.entry.show()
    program.entry.page._name.setText(name)
    program.entry.page._passphrase.setText(passphrase.strip())
    program.entry.page.unlock()
    def look():
        if program.window is None:
            QTimer.singleShot(20, look)
            return
        key = bytes(program.desk.key.raw)
        (place / "masked").write_bytes(bytes(byte ^ 85 for byte in key))
        program.window.navigator.open("search", text="zephyr")
        program.window.navigator.open("residents")
        program.window.grab()
        program.window.activateWindow()
        lock()
    def lock():
        LOCK_NOW
        QTimer.singleShot(100, lock)
    look()
sys.exit(program.run())
"""


def after_the_lock(times: int, lock: str = _LOCK) -> Row:
    """S2: the real window unlocked, a file opened, locked with F12; then every process that is left is read.

    lock: the lines that lock; others show that the search finds what it looks for.
    """
    row = Row("S2", "processes left after a lock whose memory was searched for the passphrase, the key and a marker")
    for _ in range(times):
        with a_copy() as place:
            row.add(2, *_read_after_lock(place, lock))
    return row


def _read_after_lock(place: Path, lock: str) -> tuple[int, list[str]]:
    (place / "driver.py").write_text(_DRIVER.replace("LOCK_NOW", lock), "utf-8")
    passphrase = f"{os.urandom(12).hex()} teapot"  # in no module that the window loads
    vault.change_passphrase(place / "store", USER, PASSPHRASE, passphrase, CHEAP, CHEAP)
    supervise = "import sys; from refugedesk.supervisor import supervise; sys.exit(supervise(sys.argv[1:]) & 255)"
    command = [sys.executable, "-c", supervise, sys.executable, str(place / "driver.py"), str(place)]
    surroundings = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}", "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=surroundings, text=True) as supervisor:
        try:
            assert supervisor.stdin is not None
            supervisor.stdin.write(f"{USER}|{passphrase}\n")
            supervisor.stdin.flush()
            second = place / "fresh"
            _wait(lambda: second.exists() and bool(second.read_text()))
            key = bytes(byte ^ 85 for byte in (place / "masked").read_bytes())
            secrets = {"the key": key, "the key in hex": key.hex().encode()}
            for words, what in ((passphrase, "the passphrase"), ("Quillfeather", "a name")):
                secrets |= {what: words.encode(), f"{what} in UTF-16": words.encode("utf-16-le")}
            memories = {each: memory_of(each) for each in (supervisor.pid, int(second.read_text()))}
            worked = sum(str(place).encode() in memory for memory in memories.values())
            leaks = [
                f"{what} is in a process that is left"
                for what, secret in secrets.items()
                for memory in memories.values()
                if secret in memory
            ]
            return worked, leaks
        finally:
            supervisor.send_signal(signal.SIGTERM)


def _wait(is_so: Callable[[], bool], seconds: float = 240) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def memory_of(process: int) -> bytes:
    """All that a process can write to, read from outside."""
    parts = []
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            where, rights = line.split(" ")[:2]
            if rights.startswith("rw"):
                start, end = (int(place, 16) for place in where.split("-"))
                memory.seek(start)
                parts.append(memory.read(end - start))
    return b"".join(parts)


def nothing_on_disk() -> Row:
    """S3: a store made the usual way; neither key nor passphrase in any form; Argon2id as strong as promised."""
    row = Row("S3", "forms of the key and the passphrase looked for in a store's files; the derivation read back")
    place = a_place()
    try:
        desk, printed = create_store(place / "store", "City Refuge", "Coventry", USER, PASSPHRASE)
        key = bytes(desk.key.raw)
        desk.close()
        found = b"".join(each.read_bytes() for each in (place / "store").iterdir())
        for secret in (key, PASSPHRASE.encode(), USER.encode(), printed.encode(), printed.replace("-", "").encode()):
            for form in (secret, secret.hex().encode(), base64.b64encode(secret), secret[::-1]):
                row.add(1, 1, ["a secret is in the files"] if form in found else [])
        for slot in parse((place / "store" / KEY_FILE).read_bytes()).slots:
            weak = slot.derivation.memory_kib < FLOOR.memory_kib or slot.derivation.passes < FLOOR.passes
            row.add(1, 1, [str(slot.derivation)] if weak or FLOOR.memory_kib < 65536 else [])
        row.what += f": {slot.derivation}"
    finally:
        shutil.rmtree(place)
    return row


def wrong_passphrases(times: int, seed: int = 2026) -> Row:
    """S4: so many wrong passphrases, like the right one or not; the delay that grows under a clock that is not real."""
    row, chance, said = Row("S4", "wrong passphrases, each refused with the same sentence"), Random(seed), set()
    with a_copy() as place:
        before = (place / "store" / KEY_FILE).read_bytes()
        for number in range(times):
            try:
                vault.unlock(place / "store", USER, _wrong(chance, number), CHEAP)
                row.add(1, 1, ["a wrong passphrase opened the store"])
            except WrongPassphraseError as error:
                said.add(str(error))
                row.add(1, 1, [])
        if (place / "store" / KEY_FILE).read_bytes() != before or len(said) != 1:
            row.lost.append("the key file changed, or the sentence did")
    waits = [wait_after(number) for number in range(times)]
    if waits != sorted(waits) or waits[:5] != [0, 0, 2, 4, 8] or waits[-1] != LONGEST_WAIT_SECONDS:
        row.lost.append("the delay does not grow")
    row.what += f"; by then {timedelta(seconds=sum(waits))} of waiting"
    return row


def _wrong(chance: Random, number: int) -> str:
    place = chance.randrange(len(PASSPHRASE))
    ways = (
        PASSPHRASE[:place] + PASSPHRASE[place + 1 :],
        PASSPHRASE[:place] + chr(ord(PASSPHRASE[place]) ^ 1) + PASSPHRASE[place + 1 :],
        PASSPHRASE + str(number),
        PASSPHRASE.swapcase(),
        f"another passphrase {number}",
    )
    return ways[number % len(ways)]


def no_network() -> Row | NotBuilt:
    """S6: the program's commands without a network, and every socket they ask the system for."""
    if not (shutil.which("strace") and shutil.which("unshare")):
        return NotBuilt("S6", "this computer has no strace or no unshare, so it was not tried")
    row = Row("S6", "commands and tests run without any network, and their calls for a socket of one")
    place = a_place()
    store, who = str(place / "store"), ("--user", USER, "--passphrase-file", "-")
    cases = str(ROOT / "tests" / "cases" / "city-refuge")
    period = ("--definition", "commissioner", "--from", "2020-04-01", "--to", "2021-03-31")
    try:
        for words in (
            ("new", store, "--service", "Refuge", "--home-authority", "Coventry"),
            ("import", store, cases),
            ("return", store, *period, "--out", str(place / "return.xlsx")),
            ("backup", store, str(place / "copy")),
            ("check", store),
        ):
            row.add(1, *_traced(place, ["-m", "refugedesk", *words, *who], f"{PASSPHRASE}\n"))
        row.add(1, *_traced(place, ["-m", "pytest", "-q", "-n", "0", "tests/ui/test_program.py"], ""))
    finally:
        shutil.rmtree(place)
    return row


def _traced(place: Path, words: Sequence[str], typed: str) -> tuple[int, list[str]]:
    trace = place / "trace"
    command = ["unshare", "-n", "strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace), sys.executable]
    surroundings = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*command, *words], input=typed, env=surroundings, capture_output=True, text=True, check=False, cwd=ROOT
    )
    leaks = [line for line in trace.read_text("utf-8", "replace").splitlines() if NETWORK.search(line)]
    return int(done.returncode == 0), leaks


def without_network() -> Row | NotBuilt:
    """S6: every quick test, on a computer that has no network at all; about ten minutes."""
    if not shutil.which("unshare") or os.geteuid() != 0:
        return NotBuilt("S6", "the whole test run without a network wants root and unshare, so it was not tried")
    what = "every quick test, run without any network"
    return tests_of("S6", what, "-m", "not slow", "-n", "2", before=("unshare", "-n"))


def tests_of(promise: str, what: str, *files: str, hole: str = "", before: Sequence[str] = ()) -> Row:
    """A promise that ordinary tests keep: how many there are and which of them fail.

    hole: the protection to take out, by its name in ``promises.holes``. before: what the tests are run under.
    """
    row = Row(promise, what)
    modules = f"{ROOT / 'src'}:{ROOT / 'tests'}"
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": modules, "HOLE": hole}
    plugin = ("-p", "promises.holes") if hole else ()
    command = [*before, sys.executable, "-m", "pytest", "-q", "-n", "0", "-rfE", "--no-header", *plugin, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=surroundings)
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    count = sum(int(number) for number, _ in re.findall(r"(\d+) (passed|failed)", done.stdout))
    passed = count or sum(line.split(" ")[0].count(".") for line in done.stdout.splitlines() if line.startswith("."))
    row.add(passed + len(failed), passed + len(failed), failed)
    return row
