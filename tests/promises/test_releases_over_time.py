"""R2: with every earlier return of the store in the reader's hands, every small number of each stays open.

Worked by a reader of this test's own making: she is given the files, the truth of nobody, and what is certain between
periods (what is counted by the day adds up, a night is a night), and asks for each withheld number of every file which
of 1 to 4 she can rule out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from refugedesk.domain.spans import Period
from refugedesk.services import forms, returns, stores, views
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from stores import CITY_REFUGE
from vaults import CHEAP

PASSPHRASE = "lantern otter quilt maple"
QUARTERS = (
    Period(date(2020, 4, 1), date(2020, 6, 30)),
    Period(date(2020, 7, 1), date(2020, 9, 30)),
    Period(date(2020, 10, 1), date(2020, 12, 31)),
    Period(date(2021, 1, 1), date(2021, 3, 31)),
)
YEAR = Period(date(2020, 4, 1), date(2021, 3, 31))
ADDS_BY_DAY = ("referrals_by_risk", "refusals", "refusal_reasons", "move_on", "move_on_group", "move_on_authority")
Figures = dict[tuple[str, str], int | None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened, _ = stores.create_store(
        tmp_path / "store", "City Refuge", "Coventry", "Robin", PASSPHRASE, derivation=CHEAP
    )
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def released(desk: Desk, period: Period, path: Path, **how: Any) -> Figures:
    """Every row of the tables that add up by the day, as the written file has it."""
    prepared = returns.prepare(desk, "commissioner", period, **how)
    returns.write(desk, prepared, path)
    tables = {table["id"]: table for table in json.loads(path.read_bytes())["tables"]}
    return {(id, row["code"]): row["count"] for id in ADDS_BY_DAY for row in tables[id]["rows"]}


def test_a_file_for_another_recipient_by_another_rule_shows_no_more(desk: Desk, tmp_path: Path) -> None:
    first = released(desk, QUARTERS[0], tmp_path / "first.json")
    other = released(desk, QUARTERS[0], tmp_path / "other.json", policy_id="threshold-10")
    assert not [key for key, count in other.items() if count is not None and first[key] is None]


def test_a_correction_of_one_record_cannot_be_read_off_two_files(desk: Desk, tmp_path: Path) -> None:
    first = released(desk, QUARTERS[0], tmp_path / "first.json")
    somebody = next(
        stay.id
        for row in views.residents(desk, "all").rows
        for stay in views.person(desk, row.id).stays
        if stay.ended_on and stay.ended_on in QUARTERS[0]
    )
    draft = forms.open_draft(desk, "stay", somebody)
    draft.set("move_on_destination", "abroad")
    forms.save(desk, draft)
    with pytest.raises(returns.ChangedSinceError) as refused:
        returns.prepare(desk, "commissioner", QUARTERS[0])
    assert refused.value.changes
    revised = released(desk, QUARTERS[0], tmp_path / "revised.json", revise=True)
    both = [(first[key], count) for key, count in revised.items()]
    assert sum(None not in pair for pair in both) > 20
    assert not [pair for pair in both if None not in pair and 0 < abs((pair[0] or 0) - (pair[1] or 0)) < 5]


@pytest.mark.slow
def test_a_year_after_its_quarters_gives_no_quarter_away(desk: Desk, tmp_path: Path) -> None:
    quarters = [released(desk, each, tmp_path / f"{at}.json") for at, each in enumerate(QUARTERS)]
    year = released(desk, YEAR, tmp_path / "year.json")
    shown = 0
    for key, whole in year.items():
        parts = [each[key] for each in quarters]
        if whole is not None:  # what the quarters withheld is zero together, or leaves room for a 4
            shown += 1
            left = whole - sum(part or 0 for part in parts)
            assert None not in parts or left == 0 or left >= 4, key
    assert shown > 40


@pytest.mark.slow
def test_a_year_to_date_gives_no_days_away_that_no_return_printed(desk: Desk, tmp_path: Path) -> None:
    first = released(desk, QUARTERS[0], tmp_path / "first.json")
    half = released(desk, Period(QUARTERS[0].first, QUARTERS[1].last), tmp_path / "half.json")
    both = [(first[key], count) for key, count in half.items()]
    assert sum(None not in pair for pair in both) > 20
    assert not [pair for pair in both if None not in pair and 0 < abs((pair[0] or 0) - (pair[1] or 0)) < 5]
