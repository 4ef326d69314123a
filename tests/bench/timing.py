"""Times things and prints a figure beside its floor, as a ratio within one run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(one: Callable[[], object], other: Callable[[], object], runs: int) -> tuple[list[float], list[float]]:
    """The times of both, A B A B ..., after one of each that does not count."""
    one(), other()
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    return [mine for mine, _ in pairs], [theirs for _, theirs in pairs]


def p99(times: Sequence[float]) -> float:
    """The time that 99 in 100 do not exceed."""
    return sorted(times)[max(0, -(-99 * len(times) // 100) - 1)]


def row(name: str, what: str, ours: float, floor: float, mark: str, is_met: bool) -> bool:
    """Prints one figure; whether it meets its mark."""
    ratio = f"{ours / floor:8.2f}x" if floor else " " * 9
    verdict = "met" if is_met else "NOT MET"
    print(f"{name:4} {what:66} {ours * 1000:9.1f} ms {floor * 1000:9.1f} ms {ratio}  {verdict:8} {mark}")
    return is_met


def middle(times: Sequence[float]) -> float:
    """The median."""
    return median(times)
