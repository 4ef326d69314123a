"""Hands and eyes before a screen of its own: keys that are pressed, text that is typed, pictures of what is to be seen.

Uses Xvfb, openbox, xdotool, xclip and ImageMagick of this computer; the program under trial needs none of them.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

SIZE = "1366x768"
STILL_PIXELS = 400  # a cursor that blinks is no movement
LOOK_EVERY = 0.25
KEYS = {"\n": "Return", "\t": "Tab"}


class StuckError(Exception):
    """What was waited for did not come."""


class Hands:
    """A screen with a window manager, a keyboard, and a folder for pictures."""

    def __init__(self, display: str, pictures: Path) -> None:
        self.display, self.pictures, self._taken = display, pictures, 0
        self._env = {**os.environ, "DISPLAY": display}
        self._screen: list[subprocess.Popen[bytes]] = []
        pictures.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Hands:
        self._begin("Xvfb", self.display, "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp")
        self.until(lambda: self._do("xdotool", "getmouselocation", check=False).returncode == 0, "the screen")
        self._begin("openbox")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for each in reversed(self._screen):
            each.terminate()
            each.wait()

    def _begin(self, *command: str) -> None:
        quiet = subprocess.DEVNULL
        self._screen.append(subprocess.Popen(command, env=self._env, stdout=quiet, stderr=quiet))

    def _do(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(command, env=self._env, capture_output=True, check=check)

    def until(self, there: Callable[[], object], what: str, most: float = 120) -> None:
        """Waits until something is so; StuckError where it does not come to be."""
        end = time.monotonic() + most
        while not there():
            if time.monotonic() > end:
                self.picture("stuck")
                raise StuckError(f"{what} did not come; the last picture shows where it stopped.")
            time.sleep(LOOK_EVERY)

    def press(self, *keys: str) -> None:
        """Presses keys, one after another, by their names in X, and waits until nothing moves."""
        for key in keys:
            self._do("xdotool", "key", "--clearmodifiers", "--delay", "30", key)
        self.rest()

    def type(self, words: str) -> None:
        """Types; a line break is Enter and a tabulator Tab."""
        for part in re.split("([\n\t])", words):
            if part in KEYS:
                self._do("xdotool", "key", KEYS[part])
            elif part:
                self._do("xdotool", "type", "--clearmodifiers", "--delay", "25", part)
        self.rest()

    def click(self, x: int, y: int) -> None:
        """Clicks there."""
        self._do("xdotool", "mousemove", str(x), str(y), "click", "1")
        self.rest()

    def windows(self) -> list[str]:
        """The titles of what stands on the screen."""
        found = self._do("xdotool", "search", "--onlyvisible", "--name", ".", check=False).stdout.split()
        names = (self._do("xdotool", "getwindowname", each.decode(), check=False).stdout.decode() for each in found)
        return [name.strip() for name in names if name.strip()]

    def copied(self) -> str:
        """What was copied last."""
        return self._do("xclip", "-selection", "clipboard", "-o", check=False).stdout.decode()

    def rest(self, most: float = 90) -> None:
        """Waits until two looks after one another show the same."""
        end = time.monotonic() + most
        time.sleep(LOOK_EVERY)
        before = self._look()
        while time.monotonic() < end:
            time.sleep(LOOK_EVERY)
            now = self._look()
            if differing(before, now) < STILL_PIXELS:
                return
            before = now

    def _look(self) -> bytes:
        return self._do("import", "-silent", "-window", "root", "-depth", "8", "gray:-").stdout

    def picture(self, name: str) -> Path:
        """Takes a picture of the screen."""
        self._taken += 1
        path = self.pictures / f"{self._taken:02}-{name}.png"
        self._do("import", "-silent", "-window", "root", str(path))
        return path


def differing(one: bytes, other: bytes) -> int:
    """How many points of two looks are not the same."""
    if one == other:
        return 0
    return sum(a != b for a, b in zip(one, other, strict=False))
