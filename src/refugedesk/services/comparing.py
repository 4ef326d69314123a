"""Two periods beside each other: two returns, protected together, and the changes between what both show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.progress import Progress
from refugedesk.services.release_ledger import Approval, Written, write_down
from refugedesk.services.returns import Prepared, Summary, check_still_beside, prepare_beside, with_narrative
from refugedesk.services.roles import Action

if TYPE_CHECKING:
    from collections.abc import Mapping

    from refugedesk.reporting.disclosure import Reason
    from refugedesk.reporting.tables import Place, SafeReturn
    from refugedesk.reporting.writers.files import Writer

SUFFIX = "-compared"
"""Ends the name of the definition in the file: its tables are of another form than the return's own."""


@dataclass(frozen=True)
class Comparison:
    """Two protected returns and the tables that hold them together. reasons: for the person at the desk only."""

    now: Prepared
    before: Prepared
    release: SafeReturn
    reasons: Mapping[Place, Reason]
    summary: Summary


class SamePeriodError(CorrectableError):
    """A period was to be compared with itself."""


def prepare_comparison(
    desk: Desk,
    definition_id: str,
    period: Period,
    before: Period,
    progress: Progress | None = None,
    policy_id: str = "threshold-5",
) -> Comparison:
    """A period beside an earlier one; both are protected beside one another and beside whatever has left the house.

    A period that was released is taken as it was released, for that is what its reader has.

    Raises:
        SamePeriodError, and whatever ``returns.prepare_beside`` raises.
    """
    desk.require(Action.MAKE_RETURN)
    if period == before:
        raise SamePeriodError(tr("A period cannot be compared with itself. Choose another one beside it."))
    first = prepare_beside(desk, definition_id, before, None, progress, policy_id)
    second = prepare_beside(desk, definition_id, period, first, progress, policy_id)
    return _held_together(second, first)


def _held_together(now: Prepared, before: Prepared) -> Comparison:
    from refugedesk.reporting.attack import Published
    from refugedesk.reporting.comparison import NOW, Periods, compare
    from refugedesk.reporting.disclosure import printed_again
    from refugedesk.reporting.writers.words import period_words

    headings = now.release.heading, before.release.heading
    words = [period_words(heading.period) for heading in headings]  # in English: they stand in the file
    found = compare(now.release.tables, before.release.tables, Periods(words[1], words[0]))
    title = f"{headings[0].title}: {words[0]} beside {words[1]}"
    heading = replace(
        headings[0], definition=f"{headings[0].definition}{SUFFIX}", title=title, revision=0, narrative=""
    )
    policy = now.release.policy
    counts = {at: (now if at.column == NOW else before).counts.get(place, 0) for at, place in found.origins.items()}
    protection = printed_again(heading, Published(found.shapes, found.shown, found.derived, policy), counts)
    return Comparison(now, before, protection.release, protection.reasons, Summary.of(protection))


def write_comparison(
    desk: Desk,
    compared: Comparison,
    path: Path,
    recipient: str = "",
    narrative: str = "",
    pdf: Writer | None = None,
) -> Written:
    """Writes the comparison, reads the file back, and writes both returns down: its reader has both from then on.

    Raises: as ``returns.write``.
    """
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.MAKE_RETURN)
    for prepared in (compared.before, compared.now):
        check_still_beside(desk, prepared)
    release = with_narrative(compared.release, narrative)
    write_file(release, path, check=lambda file: verify(file, release), pdf=pdf)
    for prepared in (compared.before, compared.now):
        approval = Approval(recipient, release.policy.id, revises=prepared.revises)
        written = write_down(desk, prepared.release, path, approval, prepared.counts)
    return written
