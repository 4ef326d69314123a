"""The composition root: puts the parts together and runs them."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from refugedesk.reporting.writers.figures import Printout
    from refugedesk.ui.program import Program


def run_window(store: Path | None) -> int:
    """Runs the window in this process until it is closed or locked.

    Args:
        store: the folder of the store to open or make; None is the usual one of this computer's user.

    Returns:
        The exit status: 0 for closed by the person, ``supervisor.LOCKED`` for locked.
    """
    from refugedesk.supervisor import LOCKED

    return _program(store, LOCKED).run()


def _program(store: Path | None, locked_status: int) -> Program:
    """The window's process, up to the point where it shows itself.

    What a start loads stays: looking through it for rubbish meanwhile would hold the window up. ``show`` ends that.
    """
    gc.disable()
    from refugedesk.security.hardening import harden_process

    harden_process()
    from refugedesk.fault_log import write_down
    from refugedesk.services.folders import default_folder
    from refugedesk.ui.doors import real_doors
    from refugedesk.ui.program import Program, application, settings
    from refugedesk.ui.translations import speak

    app, kept = application(), settings()
    speak(app, kept)
    return Program(app, store or default_folder(), real_doors(), kept, write_down, locked_status)


def _without_a_screen() -> None:
    """Pictures and trials are made where nobody looks: on Windows too, and under Wine, which passes no variable on."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def take_pictures(store: Path, out: Path, user: str, passphrase: str) -> int:
    """Writes pictures of every page into ``out``, as they look at a fresh start; the exit status."""
    from refugedesk.security.hardening import harden_process

    harden_process()
    _without_a_screen()
    from PySide6.QtCore import QSettings

    from refugedesk.services.stores import open_store
    from refugedesk.ui.pictures import SCREENS, THEMES
    from refugedesk.ui.pictures import take_pictures as photograph
    from refugedesk.ui.program import application

    app = application()
    out.mkdir(parents=True, exist_ok=True)
    fresh = QSettings(str(out / "look.ini"), QSettings.Format.IniFormat)
    desk = open_store(store, user, passphrase)
    try:
        return 0 if photograph(app, desk, out, fresh, SCREENS[:1], THEMES[:1]) else 1
    finally:
        desk.close()
        (out / "look.ini").unlink(missing_ok=True)


def write_guides(folder: Path) -> int:
    """Writes the help as three PDFs: the guide, the guide for trustees, the card to pin up; the exit status."""
    _without_a_screen()
    from refugedesk.ui.paper.guide import write_guides as write
    from refugedesk.ui.program import application

    application()
    for path in write(folder):
        print(path)
    return 0


def return_pdf(printout: Printout) -> bytes:
    """A return as a PDF, painted without a window."""
    _without_a_screen()
    from refugedesk.ui.paper.return_pages import pdf_bytes
    from refugedesk.ui.program import application

    application()
    return pdf_bytes(printout)


def try_entry() -> NoReturn:
    """Starts as ``run_window`` does, shows the window that comes first, and is gone at once: how long a start takes is
    measured with this. The exit status is 0 where there was something to see."""
    _without_a_screen()
    from refugedesk.supervisor import LOCKED

    program = _program(None, LOCKED)
    program.show()
    os._exit(program.entry is None or program.entry.grab().isNull())


def try_window(store: Path, user: str, passphrase: str) -> int:
    """Opens the window over a store and locks it at once: how a package shows that it can.

    Returns:
        The exit status: ``supervisor.LOCKED`` where the window came up and locked.
    """
    from refugedesk.security.hardening import harden_process

    harden_process()
    _without_a_screen()
    from PySide6.QtCore import QTimer

    from refugedesk.fault_log import write_down
    from refugedesk.services.stores import open_store
    from refugedesk.supervisor import LOCKED
    from refugedesk.ui.doors import real_doors
    from refugedesk.ui.program import Program, application, settings

    program = Program(application(), store, real_doors(), settings(), write_down, LOCKED)
    program.open(open_store(store, user, passphrase))
    QTimer.singleShot(0, program.lock)
    return program.run()
