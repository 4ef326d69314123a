"""The log of faults in the program. It holds places in the code and kinds of errors, never what they say: an
error's words may quote an answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from refugedesk.domain.store_files import HOME_VARIABLE

NEUTRAL_NAME = "Desk"


def write_down(error: BaseException) -> str:
    """Adds the fault to the log; a sentence that says where the log is, or that it could not be written."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("a", encoding="utf-8") as log:
            log.write("\n".join((f"{datetime.now().astimezone().isoformat()}", *describe(error), "")))
        path.chmod(0o600)
    except OSError:
        return f"It could not be written down; it was a {type(error).__name__}."
    return f"Where in the program it happened stands in {path}; send that file to whoever looks after RefugeDesk."


def log_file() -> Path:
    """Where the log is; its name says nothing about what the program is for."""
    if os.environ.get(HOME_VARIABLE):
        return Path(os.environ[HOME_VARIABLE]) / "faults.log"
    import platformdirs

    return Path(platformdirs.user_log_dir(NEUTRAL_NAME, appauthor=False)) / "faults.log"


def describe(error: BaseException) -> Iterator[str]:
    """A line for each error of the chain and each place it went through."""
    import traceback

    link: BaseException | None = error
    while link is not None:
        yield type(link).__qualname__
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        link = link.__cause__ or link.__context__
