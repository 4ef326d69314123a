"""Seeded chance: the same seed gives the same refuge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance:
    """Draws that read as what they mean."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  # nosec B311 - invented people, not keys

    def happens(self, percent: float) -> bool:
        """True so many times in a hundred."""
        return self._random.random() * 100 < percent

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """Any of them, each as likely."""
        return self._random.choice(things)

    def some_of(self, weights: Mapping[str, int], number: int) -> tuple[str, ...]:
        """So many different ones, the weightier ones more often."""
        left, chosen = dict(weights), []
        for _ in range(min(number, len(left))):
            chosen.append(self.weighted(left))
            del left[chosen[-1]]
        return tuple(chosen)

    def weighted(self, weights: Mapping[str, int]) -> str:
        """One of them, as often as its weight."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(least, most)

    def poisson(self, mean: float) -> int:
        """How many of something rare happen in a day."""
        count, left = 0, self._random.expovariate(1)
        while left < mean:
            count, left = count + 1, left + self._random.expovariate(1)
        return count

    def nights(self, usual: int, most: int) -> int:
        """The length of a stay: most are middling, some a few nights, a few very long."""
        if self.happens(7):
            return self._random.randint(0, 5)
        return min(most, 3 + int(self._random.gammavariate(1.7, usual / 1.7)))

    def day_within(self, first: date, last: date) -> date:
        """A day, both ends included."""
        return first + timedelta(days=self._random.randint(0, max((last - first).days, 0)))

    def mostly(self, answer: str, percent_blank: float) -> str:
        """The answer, or blank so many times in a hundred: records are never all filled in."""
        return "" if self.happens(percent_blank) else answer
