"""The page that must balance: both sides of each line, from the return page and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desks import a_stay
from page_windows import PageWindow, wait_for
from refugedesk.domain.spans import Period
from refugedesk.reporting.balance import Balance, Topic
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.pages.return_balance import BalancePanel, side_words, verdict
from refugedesk.ui.pages.returns import ReturnsPage, open_returns
from refugedesk.ui.widgets.notice import Notice

FLOW = Balance("Who was there.", (("In a stay at the start", 1), ("Stays started", 2)), (("Stays ended", 3),))


def test_a_side_reads_as_a_sum() -> None:
    assert side_words(FLOW.left) == "In a stay at the start 1 + stays started 2 = 3"
    assert side_words(FLOW.right) == "Stays ended 3"


def test_the_line_above_says_how_many_do_not_balance() -> None:
    wrong = replace(FLOW, right=(("Stays ended", 4),))
    assert verdict([FLOW, FLOW]).startswith("All 2 lines balance.")
    assert verdict([FLOW, wrong]).startswith("1 line does not balance, of 2. Each says what to do.")
    assert verdict([wrong, wrong]).startswith("2 lines do not balance, of 2.")


def test_what_does_not_balance_stands_first_with_what_to_do(window: PageWindow) -> None:
    wrong = replace(FLOW, sentence="Rows.", right=(("Total", 7),), topic=Topic.ROWS)
    panel = window.show_page(BalancePanel([FLOW, wrong], "Does it balance?", lambda: None))
    words = [label.text() for label in panel.findChildren(type(panel.findChild(Notice).words))]  # type: ignore[union-attr]
    assert words.index("Does not balance") < words.index(Topic.THERE.value)
    assert f"4 apart. {Topic.ROWS.remedy}" in words
    assert not panel.findChildren(Fold), "what is wrong is never folded away"


@pytest.fixture
def page(window: PageWindow) -> ReturnsPage:
    """The page of a service with one household that came this quarter."""
    a_stay(window.desk, "Farah", children=("Sam", "Noor"))
    page = window.show_page(open_returns(window))
    this_quarter = [choice.period for choice in page.choice.periods].index(Period(date(2021, 4, 1), date(2021, 6, 30)))
    page.choice.period.setCurrentIndex(this_quarter)
    return page


def test_it_is_reached_from_the_return_page_and_leads_back_to_what_was_prepared(
    window: PageWindow, page: ReturnsPage
) -> None:
    page.prepare()
    wait_for(window)
    page.narrative.editor.setPlainText("A quiet quarter.")
    page.balance_button.click()
    wait_for(window)
    panel = page.findChild(BalancePanel)
    assert panel is not None and all(line.balances for line in panel.lines)
    lines = {line.left: line.right for line in panel.lines}
    assert lines[(("Children supported", 2),)] == (("Continuing", 0), ("New", 2))
    assert lines[(("Stays started", 1),)] == (("People who started a stay", 1), ("Further stays of the same people", 0))
    assert panel.close_button.hasFocus()
    panel.close_button.click()
    assert page.prepared is not None and page.narrative.narrative == "A quiet quarter."


def test_days_that_are_not_typed_are_asked_for(window: PageWindow, page: ReturnsPage) -> None:
    page.choice.period.setCurrentIndex(page.choice.period.count() - 1)
    page.choice.period.activated.emit(page.choice.period.count() - 1)
    page.balance_button.click()
    assert not window.tasks.is_busy and page.findChild(BalancePanel) is None
