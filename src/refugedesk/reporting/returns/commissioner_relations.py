"""How the numbers of the definition ``commissioner`` hang together: it all follows from what its tables declare."""

from __future__ import annotations

from collections.abc import Iterable

from refugedesk.domain.spans import Period
from refugedesk.reporting.relations import Knowledge
from refugedesk.reporting.returns.commissioner import COMMISSIONER
from refugedesk.reporting.tables import Shape


def commissioner_knowledge(shapes: Iterable[Shape], period: Period) -> Knowledge:
    """What a reader of this definition knows of those tables, which may be some of the definition's only."""
    return COMMISSIONER.knowledge(shapes, period)
