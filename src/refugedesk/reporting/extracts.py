"""The records a return is counted from: one data frame for each file of the interchange folder.

Text, codes and ids are pandas strings or categories of them, days are ``datetime64[s]``, counts are ``Int64``; what was
not recorded is missing (NaN, NaT, NA), never an empty text. This module is the only one that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from pandas.api import types

from refugedesk.domain.spans import Period

TEXT, DAY, COUNT = "str", "datetime64[s]", "Int64"


def _columns(text: str, days: str = "", counts: str = "") -> dict[str, str]:
    kinds = {TEXT: text, DAY: days, COUNT: counts}
    return {column: kind for kind, columns in kinds.items() for column in columns.split()}


COLUMNS: Mapping[str, Mapping[str, str]] = {
    "units": _columns(
        "unit_id name accommodation_type layout accessible pets", "open_from open_to", "bedspaces max_children"
    ),
    "referrals": _columns(
        "referral_id source risk_level origin_authority origin_ward outcome refusal_reason repeat_of",
        "received_on assessed_on decided_on",
        "children",
    ),
    "residents": _columns(
        "resident_id first_name last_name sex gender ethnicity religion sexual_orientation disabled"
        " no_recourse first_language interpreter_needed pregnant disability_kinds",
        "date_of_birth",
    ),
    "stays": _columns(
        "stay_id resident_id referral_id origin_authority origin_ward risk_at_start move_on_destination"
        " move_on_authority planned_departure exit_reason returned_to_perpetrator safe_at_exit risk_at_exit needs_met",
        "started_on ended_on",
    ),
    "placements": _columns("stay_id unit_id", "from_on to_on"),
    "children": _columns(
        "child_id stay_id first_name sex in_refuge social_care_status_at_start social_care_status_at_end"
        " known_to_childrens_services",
        "date_of_birth",
    ),
    "needs": _columns("stay_id need"),
    "abuse": _columns("stay_id abuse_type"),
    "contacts": _columns("stay_id kind topics", "on_day"),
    "aftercare_contacts": _columns("stay_id due reached is_safe", "on_day"),
    "waits": _columns("stay_id what", "asked_on got_on"),
    "outcome_scores": _columns("stay_id stage area", "scored_on", "score"),
}
"""Extract -> column -> dtype: the interchange files and their columns."""


@dataclass(frozen=True)
class Extracts:
    """The records of a store, as frames. An absent frame is empty, an absent column is not recorded.

    Columns beyond the stated ones are kept. Ids are unique within their frame, as the store holds them; a
    child may stand in several rows, one a stay. Every frame with a ``stay_id`` gets a column ``stay`` beside
    it, the stay's number in ``stays`` (-1 for none): numbers are matched several times faster than text. A stay's
    ``known_id``, by which stays of one day are put in order, is its id where it has no other; ``person`` is the same
    number for all stays of one resident, and ``resident`` that resident's row in ``residents`` (-1 for none).

    Raises: TypeError for a column of another kind than stated.
    """

    units: pd.DataFrame = field(default_factory=pd.DataFrame)
    referrals: pd.DataFrame = field(default_factory=pd.DataFrame)
    residents: pd.DataFrame = field(default_factory=pd.DataFrame)
    stays: pd.DataFrame = field(default_factory=pd.DataFrame)
    placements: pd.DataFrame = field(default_factory=pd.DataFrame)
    children: pd.DataFrame = field(default_factory=pd.DataFrame)
    needs: pd.DataFrame = field(default_factory=pd.DataFrame)
    abuse: pd.DataFrame = field(default_factory=pd.DataFrame)
    contacts: pd.DataFrame = field(default_factory=pd.DataFrame)
    aftercare_contacts: pd.DataFrame = field(default_factory=pd.DataFrame)
    waits: pd.DataFrame = field(default_factory=pd.DataFrame)
    outcome_scores: pd.DataFrame = field(default_factory=pd.DataFrame)
    days: Period | None = field(default=None, init=False)
    """The days of which everything is here; None for the whole store."""

    def of_days(self, days: Period | None) -> Extracts:
        """The same, known to hold only what is of account in those days."""
        object.__setattr__(self, "days", days)
        return self

    def __post_init__(self) -> None:
        for name in COLUMNS:
            object.__setattr__(self, name, _checked(name, getattr(self, name)))
        if "known_id" not in self.stays:
            self.stays["known_id"] = self.stays["stay_id"]
        self.stays["person"] = pd.factorize(self.stays["resident_id"])[0]
        self.stays["resident"] = pd.Index(self.residents["resident_id"]).get_indexer(self.stays["resident_id"])
        numbers = pd.Index(self.stays["stay_id"])
        for name, columns in COLUMNS.items():
            frame = getattr(self, name)
            if "stay_id" in columns:
                frame["stay"] = numbers.get_indexer(frame["stay_id"])


def typed(name: str, raw: pd.DataFrame) -> pd.DataFrame:
    """A frame of plain values (text, ISO days or dates, whole numbers, None) with the stated dtypes.

    Args: name: which extract; raw: columns of it, in any order. Empty text becomes "not recorded".
    """
    return raw.assign(**{column: _typed(raw[column], kind) for column, kind in COLUMNS[name].items() if column in raw})


def _typed(values: pd.Series, kind: str) -> pd.Series:
    recorded = values.where(values != "")
    return _cast(pd.to_datetime(recorded, format="ISO8601") if kind == DAY else recorded, kind)


def _checked(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    wanted = {
        column: _as_kind(frame[column], kind, f"{name}.{column}")
        if column in frame
        else _cast(pd.Series(None, index=frame.index, dtype=object), kind)
        for column, kind in COLUMNS[name].items()
    }
    return frame.assign(**wanted).reset_index(drop=True)


def _as_kind(values: pd.Series, kind: str, name: str) -> pd.Series:
    """The column with the stated dtype; a column in which nothing is recorded may come as any."""
    if not _is_kind(values, kind) and not values.isna().all():
        raise TypeError(f"The extract's column {name} is {values.dtype}, not {kind}.")
    return values if isinstance(values.dtype, pd.CategoricalDtype) else _cast(values, kind)


def _is_kind(values: pd.Series, kind: str) -> bool:
    if kind == TEXT:
        return isinstance(values.dtype, pd.StringDtype | pd.CategoricalDtype)
    return types.is_datetime64_dtype(values) if kind == DAY else types.is_integer_dtype(values)


def _cast(values: pd.Series, kind: Any) -> pd.Series:
    return values.astype(kind)
