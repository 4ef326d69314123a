"""The returns the product knows: one module each, of data. A new one is added to ``_KNOWN``."""

from __future__ import annotations

from refugedesk.reporting.returns.activity import ACTIVITY
from refugedesk.reporting.returns.commissioner import COMMISSIONER
from refugedesk.reporting.returns.equalities import EQUALITIES
from refugedesk.reporting.returns.outcomes import OUTCOMES
from refugedesk.reporting.returns.safe_accommodation import SAFE_ACCOMMODATION
from refugedesk.reporting.spec import ReturnError, ReturnSpec

_KNOWN: tuple[ReturnSpec, ...] = (COMMISSIONER, SAFE_ACCOMMODATION, EQUALITIES, ACTIVITY, OUTCOMES)


def definitions() -> tuple[ReturnSpec, ...]:
    """Every return that can be produced."""
    return _KNOWN


def definition(id: str) -> ReturnSpec:
    """The return of that name.

    Raises: ReturnError naming the known ones.
    """
    for spec in _KNOWN:
        if spec.id == id:
            return spec
    known = ", ".join(spec.id for spec in _KNOWN)
    raise ReturnError(f"There is no return called {id}. Nothing was written. The known ones are: {known}.")
