"""What a return is counted from: a service, a period and the records, with each population found once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from refugedesk.domain.spans import Period
from refugedesk.reporting.spec import ServiceFacts

if TYPE_CHECKING:
    import pandas as pd

    from refugedesk.reporting.extracts import Extracts

T = TypeVar("T")


@dataclass(frozen=True)
class Material:
    """The records of one service, seen through one period."""

    service: ServiceFacts
    period: Period
    extracts: Extracts
    _found: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)
    _periods: dict[Period, Material] = field(default_factory=dict, repr=False, compare=False)

    def of(self, population: Callable[[Material], T]) -> T:
        """What ``population`` finds in this material; many tables share one, and it is found once."""
        if population not in self._found:
            self._found[population] = population(self)
        return cast("T", self._found[population])

    def in_days(self, period: Period) -> Material:
        """The same records seen through another period, which is looked at once."""
        if period not in self._periods:
            self._periods[period] = Material(self.service, period, self.extracts)
        return self._periods[period]

    @property
    def first(self) -> pd.Timestamp:
        """The period's first day, to compare with columns of days."""
        import pandas as pd

        return pd.Timestamp(self.period.first)

    @property
    def last(self) -> pd.Timestamp:
        """The period's last day, which counts."""
        import pandas as pd

        return pd.Timestamp(self.period.last)

    def within(self, days: pd.Series) -> pd.Series:
        """Whether each day is in the period, both ends included; not where no day is recorded."""
        return days.between(self.first, self.last)
