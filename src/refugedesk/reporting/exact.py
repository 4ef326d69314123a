"""Exact returns, nothing withheld: for a named recipient, for a stated reason, on a path of their own."""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.domain.errors import CorrectableError
from refugedesk.reporting.derived import ratio_text, statistic_texts
from refugedesk.reporting.tables import CountReturn, CountTable, ExactReturn, ExactTable


class NotAuthorisedError(CorrectableError):
    """An exact return was asked for without saying why or for whom."""


@dataclass(frozen=True)
class Authorisation:
    """Why exact counts leave the house, who receives them, and who released them. Whoever releases logs it.

    Raises:
        NotAuthorisedError: one of the three is empty.
    """

    reason: str
    recipient: str
    by: str

    def __post_init__(self) -> None:
        for what, said in (("why", self.reason), ("who receives it", self.recipient), ("who releases it", self.by)):
            if not said.strip():
                raise NotAuthorisedError(
                    f"An exact return shows numbers that can point to a person, so it must say {what}."
                    " Nothing was written. Say it, or choose the protected return."
                )


def release_exact(counts: CountReturn, authorisation: Authorisation) -> ExactReturn:
    """The return with every number shown. That there is an authorisation is what allows it."""
    if not isinstance(authorisation, Authorisation):
        raise TypeError("An exact return needs an Authorisation.")
    return ExactReturn(counts.heading, tuple(_exact_table(table) for table in counts.tables))


def _exact_table(table: CountTable) -> ExactTable:
    derived = {(place, ""): text for place, text in statistic_texts(table).items()}
    derived |= {(ratio.at, ratio.name): ratio_text(table.counts, ratio) for ratio in table.shape.ratios}
    return ExactTable(table.shape, dict(table.counts), derived)
