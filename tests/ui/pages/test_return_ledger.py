"""What has left the house, and the box with the ways of protecting a return."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from page_windows import PageWindow
from refugedesk.services import returns
from refugedesk.services.release_ledger import ReleasedRow
from refugedesk.ui.pages.return_choice import POLICY_WORDS
from refugedesk.ui.pages.return_ledger import Ledger
from refugedesk.ui.pages.returns import open_returns

AT = datetime(2026, 11, 4, 14, 5)  # noqa: DTZ001 - as the ledger gives it, in the time of the desk
REVISED = ReleasedRow(AT, "commissioner", "Apr to Jun 2026", "The council", "threshold-5", "Ana Silva", ".pdf",
                      "ab" * 32, revision=1, narrative="A quiet quarter.")  # fmt: skip
EXACT = ReleasedRow(AT, "outcomes", "Apr to Jun 2026", "Pat Lee", "none", "Ana Silva", ".xlsx",
                    "cd" * 32, reason="The contract demands them")  # fmt: skip


TITLES = {"commissioner": "Commissioner's monitoring return", "outcomes": "Outcomes"}


def words_of(ledger: Ledger) -> list[str]:
    return [label.text() for label in ledger.findChildren(QLabel) if label.text()]


def test_a_release_stands_there_with_recipient_rule_text_and_hash(window: PageWindow) -> None:
    said = words_of(window.show_page(Ledger([REVISED], lambda: None, TITLES)))
    assert said[2:] == [
        "Apr to Jun 2026, revision 1",
        "PDF, for The council",
        "4 Nov 2026, Ana Silva",
        "Commissioner's monitoring return. Withheld: counts from 1 to 4 (threshold-5).",
        "Text: A quiet quarter.",
        f"SHA-256 {'ab' * 32}",
    ]


def test_exact_figures_say_that_nothing_is_withheld_and_why(window: PageWindow) -> None:
    said = words_of(window.show_page(Ledger([EXACT], lambda: None, TITLES)))
    assert {"exact figures, for Pat Lee", "Outcomes. Nothing withheld.", "Reason: The contract demands them"} <= {*said}


def test_a_hash_can_be_copied_by_keyboard(window: PageWindow) -> None:
    ledger = window.show_page(Ledger([REVISED], lambda: None, TITLES))
    [sha] = [label for label in ledger.findChildren(QLabel) if label.text().startswith("SHA-256")]
    assert sha.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert sha.accessibleName() == "Hash of the file of Apr to Jun 2026, revision 1"


def test_closing_it_leads_back(window: PageWindow) -> None:
    page = window.show_page(open_returns(window))
    page.show_ledger()
    ledger = page.findChild(Ledger)
    assert ledger is not None and ledger.leave.hasFocus()
    assert any(words.startswith("No return has been saved yet.") for words in words_of(ledger))
    ledger.leave.click()
    assert page.prepared is None and not page.findChild(Ledger).isVisible()  # type: ignore[union-attr]


def test_every_way_of_protecting_stands_in_the_box_in_words(window: PageWindow) -> None:
    choice = window.show_page(open_returns(window)).choice
    found = {}
    for at in range(choice.policy.count()):
        choice.policy.setCurrentIndex(at)
        found[choice.policy_id] = choice.policy.currentText()
    assert tuple(found) == returns.policies() and found == POLICY_WORDS
    assert {"threshold-5", "threshold-10", "withhold-7-round-5", "round-10"} <= {*found}


def test_another_way_takes_away_what_was_shown(window: PageWindow) -> None:
    page = window.show_page(open_returns(window))
    seen: list[bool] = []
    page.choice.changed.connect(lambda: seen.append(True))
    page.choice.policy.activated.emit(1)
    assert seen == [True] and page.prepared is None
