"""Keeping other programs, and crash reports, away from what this process has in memory."""

from __future__ import annotations

import contextlib
import os
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Make new files private, and switch off core dumps and reading by a debugger where that can be done.

    To be called first of all in the process that will hold the key. Where the system has no such switch,
    nothing happens.
    """
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _refuse_debuggers()


def _refuse_debuggers() -> None:
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
