"""One row for each promise: what was tried, how often, how often work was really done, and what was lost or leaked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Row:
    """What came of one promise.

    worked: in how many of the trials the work was done, refused in a sentence or noticed, so that a zero counts.
    """

    promise: str
    what: str
    tried: int = 0
    worked: int = 0
    lost: list[str] = field(default_factory=list)

    def add(self, tried: int, worked: int, lost: Iterable[str]) -> None:
        """Counts some more trials."""
        self.tried += tried
        self.worked += worked
        self.lost += lost

    @property
    def is_kept(self) -> bool:
        """Whether nothing was lost, and work was done in 95 of 100 trials."""
        return not self.lost and self.worked * 100 >= self.tried * 95 and self.tried > 0

    def __str__(self) -> str:
        words = f"{self.promise:<3} {self.tried:>7} tried {self.worked:>7} worked {len(self.lost):>4} lost  {self.what}"
        return "\n".join((words, *(f"      {each}" for each in self.lost[:10])))


@dataclass
class NotBuilt:
    """A promise, or a part of one, whose subject is not there yet."""

    promise: str
    what: str
    is_kept: bool = True

    def __str__(self) -> str:
        return f"{self.promise:<3}   not built yet: {self.what}"
