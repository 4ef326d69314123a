"""A prepared return on its way out of the house: written, read back, attacked, and written down in the ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.services.counting import counted
from refugedesk.services.desk import Desk
from refugedesk.services.earlier_releases import truth_of
from refugedesk.services.preparing import Prepared
from refugedesk.services.release_ledger import (
    EXACT,
    Approval,
    Written,
    content_of,
    protected_releases,
    tables_in,
    write_down,
)
from refugedesk.services.roles import Action

if TYPE_CHECKING:
    from refugedesk.reporting.tables import SafeReturn
    from refugedesk.reporting.writers.files import Writer


class PreparedTooEarlyError(CorrectableError):
    """Another return left the house while this one was looked at."""


def write(
    desk: Desk,
    prepared: Prepared,
    path: Path,
    recipient: str = "",
    narrative: str = "",
    pdf: Writer | None = None,
) -> Written:
    """Writes the protected return, reads the file back, attacks it, and writes it down in the ledger.

    Args:
        narrative: a text of the service's own, which stands in the file; empty for none.
        pdf: what prints a PDF, for a name that ends in .pdf.

    Raises:
        CorrectableError: an ending that nothing writes, or a file is there already.
        PreparedTooEarlyError: another return has left the house since it was prepared.
        ReadBackError, CannotBeProtectedError: the file is not what it should be; nothing is left.
    """
    from refugedesk.reporting.attack import Published, attack, describe
    from refugedesk.reporting.disclosure import CannotBeProtectedError
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.MAKE_RETURN)
    check_still_beside(desk, prepared)
    release = with_narrative(prepared.release, narrative)

    def attacked(file: Path) -> None:
        read = verify(file, release)
        shapes = tuple(table.shape for table in release.tables)
        findings = attack(Published(shapes, read.shown, read.derived, release.policy), prepared.knowledge)
        if any(finding.is_certain for finding in findings):
            raise CannotBeProtectedError(
                tr("The file would show a small number ({describe}). It was not kept.", describe=describe(findings))
            )

    write_file(release, path, check=attacked, pdf=pdf)
    approval = Approval(recipient, release.policy.id, revises=prepared.revises)
    return write_down(desk, release, path, approval, prepared.counts)


def with_narrative(release: SafeReturn, narrative: str) -> SafeReturn:
    """The return as it is printed: with the service's own text as one paragraph."""
    return replace(release, heading=replace(release.heading, narrative=" ".join(narrative.split())))


def check_still_beside(desk: Desk, prepared: Prepared) -> None:
    """A return is protected beside those that had left the house when it was prepared: another since is too many.

    Raises: PreparedTooEarlyError where there is another.
    """
    desk.require(Action.MAKE_RETURN)
    own = tables_in(content_of(prepared.release))
    since = (each for each in protected_releases(desk) if each.id not in prepared.known)
    if any(tables_in(each.content) != own for each in since):
        raise PreparedTooEarlyError(
            tr(
                "Another return has left the house since this one was prepared, so the two may tell more together than"
                " was looked at. Nothing was written. Prepare it again."
            )
        )


def write_exact(
    desk: Desk,
    definition_id: str,
    period: Period,
    path: Path,
    reason: str,
    recipient: str,
    pdf: Writer | None = None,
) -> Written:
    """Writes exact figures for a named recipient and a stated reason; both stand in the ledger and the audit.

    Raises:
        NotAllowedError, NotAuthorisedError, ReturnError, CorrectableError
    """
    from refugedesk.reporting.exact import Authorisation, release_exact
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.RELEASE_EXACT)
    authorisation = Authorisation(reason, recipient, desk.user.name)
    counts, _ = counted(desk, definition_id, period)
    release = release_exact(counts, authorisation)
    write_file(release, path, check=lambda file: verify(file, release), pdf=pdf)
    return write_down(desk, release, path, Approval(recipient, EXACT, reason), truth_of(counts))
