"""The composition root: puts the parts together and runs them."""

from __future__ import annotations

from pathlib import Path


def run_window(store: Path | None) -> int:
    """Runs the window in this process until it is closed or locked.

    Args:
        store: the folder of the store to open or make; None is the usual one of this computer's user.

    Returns:
        The exit status: 0 for closed by the person, ``supervisor.LOCKED`` for locked.
    """
    from refugedesk.security.hardening import harden_process

    harden_process()
    from refugedesk.fault_log import write_down
    from refugedesk.services.folders import default_folder
    from refugedesk.supervisor import LOCKED
    from refugedesk.ui.doors import real_doors
    from refugedesk.ui.program import Program, application, settings

    app = application()
    program = Program(app, store or default_folder(), real_doors(), settings(), write_down, LOCKED)
    return program.run()
