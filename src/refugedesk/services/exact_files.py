"""Exact figures from the window: a workbook under a password that is told apart, and a line in the ledger."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.services.counting import counted
from refugedesk.services.desk import Desk
from refugedesk.services.earlier_releases import truth_of
from refugedesk.services.release_ledger import EXACT, Approval, Written, write_down
from refugedesk.services.roles import Action

if TYPE_CHECKING:
    from refugedesk.reporting.tables import ExactReturn

ENDING: Final = ".xlsx"
LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another on the telephone
GROUPS, GROUP_LENGTH = 5, 4


@dataclass(frozen=True)
class Locked:
    """The file that was written and its password, which nothing keeps."""

    written: Written
    password: str = field(repr=False)


class NotAWorkbookError(CorrectableError):
    """Exact figures leave the window as a locked workbook and as nothing else."""


def new_password() -> str:
    """Five groups of four letters and digits: 99 random bits, easy to say on the telephone."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def write_locked(desk: Desk, definition_id: str, period: Period, path: Path, reason: str, recipient: str) -> Locked:
    """Writes exact figures as a workbook that its recipient opens with a password.

    Raises:
        NotAllowedError, NotAuthorisedError, NotAWorkbookError, ReturnError, ReadBackError, CorrectableError
    """
    from refugedesk.reporting.exact import Authorisation, release_exact
    from refugedesk.reporting.writers.files import write as write_file
    from refugedesk.reporting.writers.locked_workbook import locked

    desk.require(Action.RELEASE_EXACT)
    if path.suffix.lower() != ENDING:
        raise NotAWorkbookError(
            tr("Exact figures are saved as a workbook. Give the file a name that ends in {ending}.", ending=ENDING)
        )
    counts, _ = counted(desk, definition_id, period)
    release = release_exact(counts, Authorisation(reason, recipient, desk.user.name))
    password = new_password()
    write_file(
        release,
        path,
        check=lambda file: _check(file, release, password),
        lock=lambda content: locked(content, password),
    )
    written = write_down(desk, release, path, Approval(recipient, EXACT, reason), truth_of(counts))
    return Locked(written, password)


def _check(file: Path, release: ExactReturn, password: str) -> None:
    """Raises ReadBackError unless the password opens the file and the return stands in it, and only with it."""
    from refugedesk.reporting.readers.published import ReadBackError
    from refugedesk.reporting.readers.readback import verify_bytes
    from refugedesk.reporting.writers.locked_workbook import unlocked

    content = file.read_bytes()
    try:
        workbook = unlocked(content, password)
    except Exception as fault:  # however the library fails, the file is not what it should be
        raise ReadBackError(tr("The locked file cannot be opened with its password. It was not kept.")) from fault
    verify_bytes(workbook, ENDING, release)
