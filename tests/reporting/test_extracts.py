"""The frames a return is counted from: what is accepted, what is filled in, what is a bug."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from refugedesk.reporting.extracts import COLUMNS, Extracts, typed


def test_an_absent_frame_is_empty_with_every_column() -> None:
    empty = Extracts()
    for name, columns in COLUMNS.items():
        frame = getattr(empty, name)
        assert {column: str(frame[column].dtype) for column in columns} == dict(columns)
        assert frame.empty


def test_an_absent_column_is_not_recorded() -> None:
    stays = Extracts(stays=typed("stays", pd.DataFrame({"stay_id": ["S1"]}))).stays
    assert stays["origin_ward"].isna().all()
    assert str(stays["started_on"].dtype) == "datetime64[s]"


@pytest.mark.parametrize(
    ("column", "values"),
    [("stay_id", [1]), ("started_on", ["2020-04-01"]), ("origin_ward", pd.Series(["Wyken"], dtype=object))],
)
def test_a_column_of_another_kind_is_a_bug(column: str, values: object) -> None:
    with pytest.raises(TypeError, match=f"stays.{column}"):
        Extracts(stays=pd.DataFrame({column: values}))


@pytest.mark.parametrize("day", ["2020-04-01", date(2020, 4, 1), pd.Timestamp("2020-04-01")], ids=repr)
def test_days_come_as_text_or_as_dates(day: object) -> None:
    raw = pd.DataFrame({"started_on": [day, None], "stay_id": ["S1", ""]}, dtype=object)
    frame = Extracts(stays=typed("stays", raw)).stays
    assert frame["started_on"].tolist() == [pd.Timestamp("2020-04-01"), pd.NaT]
    assert frame["stay_id"].isna().tolist() == [False, True]


def test_whole_numbers_may_be_missing() -> None:
    raw = pd.DataFrame({"children": [2, None]}, dtype=object)
    assert Extracts(referrals=typed("referrals", raw)).referrals["children"].tolist() == [2, pd.NA]


def test_the_frames_that_are_given_are_not_changed() -> None:
    given = typed("stays", pd.DataFrame({"stay_id": ["S1"]}))
    Extracts(stays=given)
    assert list(given) == ["stay_id"]


def test_rows_of_a_stay_carry_its_number() -> None:
    stays = typed("stays", pd.DataFrame({"stay_id": ["S8", "S3"]}))
    needs = typed("needs", pd.DataFrame({"stay_id": ["S3", "S8", "S9"], "need": ["housing"] * 3}))
    assert Extracts(stays=stays, needs=needs).needs["stay"].tolist() == [1, 0, -1]
