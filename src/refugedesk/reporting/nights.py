"""Which unit-nights to withhold: those of a type that hardly anybody used, and what would give them away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from refugedesk.reporting.tables import CountTable, Place, Policy

AVAILABLE, OCCUPIED, VOID = "available", "occupied", "void"


def withheld_nights(table: CountTable, policy: Policy) -> tuple[frozenset[Place], frozenset[Place]]:
    """The nights of types that 1 to 4 stays used, and those withheld beside them.

    Where the others and the total would give a type's nights away, the nights of a further type are withheld too:
    the one with the fewest occupied nights that leaves each withheld type every number of nights that it has room
    for. Where no one type does, the totals are withheld. What is available is about buildings and always shown.
    """
    nights = _Nights(table, policy.guarded)
    few = nights.rarely_used()
    if not few:
        return frozenset(), frozenset()
    beside = nights.beside(few)
    return nights.places(few), nights.places(beside)


@dataclass(frozen=True)
class _Nights:
    table: CountTable
    threshold: int

    def places(self, rows: Iterable[str]) -> frozenset[Place]:
        """Occupied and void of those rows; the row without a code is the total."""
        return frozenset(Place(self.table.shape.id, row, column) for row in rows for column in (OCCUPIED, VOID))

    def rarely_used(self) -> list[str]:
        """The types that 1 to 4 stays used. A used type of which that is not known counts among them."""
        rows = [row.code for row in self.table.shape.rows if self._nights(row.code, OCCUPIED)]
        return [row for row in rows if self.table.contributors.get(row, 1) < self.threshold]

    def beside(self, few: list[str]) -> list[str]:
        """What must go as well: nothing, one more type, or else the total."""
        if self._is_open(few):
            return []
        others = [row.code for row in self.table.shape.rows if row.code not in few]
        used = sorted((self._nights(row, OCCUPIED), row) for row in others if self._nights(row, OCCUPIED))
        return next(([row] for _, row in used if self._is_open([*few, row])), [""])

    def _is_open(self, hidden: list[str]) -> bool:
        """Whether, the total being shown, each hidden type could have one occupied night or no void one.

        A type that was used is known to have at least one occupied night, for zeros are shown.
        """
        together = sum(self._nights(row, OCCUPIED) for row in hidden)
        stays = sum(self.table.contributors.get(row, 0) for row in hidden)
        room = {row: self._nights(row, AVAILABLE) for row in hidden}
        return stays >= self.threshold and all(
            together - 1 <= sum(room.values()) - room[row] and together - room[row] >= len(hidden) - 1
            for row in hidden
            if self.table.contributors.get(row, 1) < self.threshold
        )

    def _nights(self, row: str, column: str) -> int:
        return self.table.counts[Place(self.table.shape.id, row, column)]
