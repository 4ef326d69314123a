"""Programs that are killed while they work, at a moment that nobody chose."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable

_LONGEST_WAIT_SECONDS = 0.004


def kill_after(steps: int, step: Callable[[], None], rng: random.Random) -> int:
    """How many steps a child reported as done before it was killed: at least ``steps``.

    The child does ``step`` again and again. It is killed a random instant after it reported the last of
    ``steps``, so it was in the middle of another; how busy the computer is does not matter.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            while True:
                step()
                os.write(writing, b".")
        finally:
            os._exit(1)
    os.close(writing)
    reported = sum(len(os.read(reading, 1)) for _ in range(steps))
    until = time.perf_counter() + rng.uniform(0, _LONGEST_WAIT_SECONDS)
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    reported += len(os.read(reading, 100_000))
    os.close(reading)
    assert reported >= steps
    return reported
