"""Prints how long the built program takes to its first window, beside a bare window of Qt that was frozen the same way.

    python start_time.py PROGRAM BARE

One after the other, in turn, so that whatever else the computer does weighs on both. Standard library only.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

TIMES = 9


def seconds(command: list[str]) -> float:
    """How long one run takes, from nothing to its end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return time.perf_counter() - began


def main() -> None:
    """Does it."""
    program, bare = [sys.argv[1], "--trial"], [sys.argv[2]]
    pairs = [(seconds(program), seconds(bare)) for _ in range(TIMES)]
    ours, floor = (statistics.median(each) for each in zip(*pairs, strict=True))
    print(
        f"Start:    {ours * 1000:.0f} ms to the first window, {ours / floor:.2f}x a bare window of Qt frozen the same "
        f"way ({floor * 1000:.0f} ms); the middle of {TIMES}"
    )


if __name__ == "__main__":
    main()
