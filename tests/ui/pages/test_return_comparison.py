"""Two periods beside each other in the window: choosing, reading, saving, and both in the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desks import a_stay
from page_windows import PageWindow, wait_for
from refugedesk.domain.spans import Period
from refugedesk.services import returns
from refugedesk.services.returns import PeriodChoice
from refugedesk.ui.pages.return_comparison import ComparisonChoice, ComparisonPanel, other_periods
from refugedesk.ui.pages.returns import ReturnsPage, open_returns

QUARTER = Period(date(2021, 4, 1), date(2021, 6, 30))


def test_the_period_before_comes_first_then_the_same_a_year_earlier() -> None:
    before = Period(date(2021, 1, 1), date(2021, 3, 31))
    others = other_periods(QUARTER, [PeriodChoice("Jan to Mar 2021", before), PeriodChoice("Apr to Jun 2021", QUARTER)])
    assert [choice.label for choice in others] == [
        "The period before: Jan to Mar 2021",
        "A year earlier: Apr to Jun 2020",
    ]


def test_the_year_before_a_year_stands_there_once() -> None:
    year = Period(date(2020, 4, 1), date(2021, 3, 31))
    assert [choice.period for choice in other_periods(year, [])] == [Period(date(2019, 4, 1), date(2020, 3, 31))]


@pytest.fixture
def page(window: PageWindow) -> ReturnsPage:
    """The page of a service with one household that came this quarter."""
    a_stay(window.desk, "Farah")
    page = window.show_page(open_returns(window))
    page.choice.period.setCurrentIndex([choice.period for choice in page.choice.periods].index(QUARTER))
    return page


def test_both_periods_are_looked_at_saved_and_written_down(
    window: PageWindow, page: ReturnsPage, tmp_path: Path
) -> None:
    page.choice.recipient.setText("Coventry City Council")
    page.compare_button.click()
    asked = page.findChild(ComparisonChoice)
    assert asked is not None and asked.beside.hasFocus()
    asked.go.click()
    wait_for(window)
    panel = page.findChild(ComparisonPanel)
    assert panel is not None and panel.save_button.hasFocus()
    window.dialogs.path = tmp_path / "two.xlsx"
    panel.save_button.click()
    wait_for(window)
    assert window.dialogs.offered == "Apr to Jun 2021 beside Jan to Mar 2021.xlsx"
    assert page.status.text.text() == "Saved 14:05 as two.xlsx, read back and found safe."
    rows = returns.released(window.desk)
    assert [(row.period, row.recipient) for row in rows] == [
        ("Apr to Jun 2021", "Coventry City Council"),
        ("Jan to Mar 2021", "Coventry City Council"),
    ]
    assert len({row.sha256 for row in rows}) == 1


def test_leaving_it_goes_back_to_what_was_prepared(window: PageWindow, page: ReturnsPage) -> None:
    page.prepare()
    wait_for(window)
    page.compare_button.click()
    page.go_back()
    assert page.prepared is not None and page.save_button.isVisible()
