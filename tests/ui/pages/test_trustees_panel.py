"""Settings, Trustees' shares: a set made, proved, put in force and tried, in the real store with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtWidgets import QApplication

from desks import NOON, PASSPHRASE
from page_windows import PageWindow, press, settle
from refugedesk.security.derivation import FLOOR
from refugedesk.security.shares import Share, make_shares
from refugedesk.services import stores, trustees
from refugedesk.services.clock import FixedClock
from refugedesk.ui.pages.settings import SettingsPage
from refugedesk.ui.pages.settings_panels.trustees import TrusteesPanel
from refugedesk.ui.paper.share_sheets import DOTS_A_MODULE, QUIET, as_html, paint_share, square_of
from waiting import until


@pytest.fixture
def window(application: QApplication, tmp_path: Path) -> Iterator[PageWindow]:
    clock = FixedClock(NOON)
    desk, _ = stores.create_store(tmp_path / "store", "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, clock, FLOOR)
    made = PageWindow(desk)
    yield made
    made.finish()
    desk.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def panel_of(window: PageWindow) -> TrusteesPanel:
    page = window.show_page(SettingsPage(window, "trustees"))
    assert isinstance(page.panel, TrusteesPanel)
    return page.panel


def made_and_proved(panel: TrusteesPanel) -> tuple[Share, ...]:
    """Makes the first set on offer and types a word of each sheet back, four letters long."""
    panel.make.click()
    assert panel.new is not None
    for proof, share in zip(panel.proofs, panel.new.shares, strict=True):
        proof.typed.setFocus()
        press(share.words[proof.place - 1][:4])
    return panel.new.shares


def test_a_set_is_in_force_once_a_word_of_every_sheet_was_typed_back(window: PageWindow) -> None:
    panel = panel_of(window)
    assert "No trustees' shares open this store yet" in panel.stands.text()
    shares = made_and_proved(panel)
    assert trustees.standing(window.desk) is None
    panel.force.click()
    until(panel.outcome.isVisible, 20)
    assert "in force" in panel.outcome.words.text()
    assert f"Any 2 sheets of the set “{shares[0].set_name}”" in panel.stands.text()
    assert panel.new is None
    assert window.faults == []


def test_a_wrong_word_keeps_the_set_out_of_force(window: PageWindow) -> None:
    panel = panel_of(window)
    made_and_proved(panel)
    panel.proofs[1].typed.setText("zebra")
    panel.force.click()
    settle()
    assert "not the word that is printed there" in panel.proofs[1].line.problem.words
    assert trustees.standing(window.desk) is None


def test_leaving_forgets_the_set_and_changes_nothing(window: PageWindow) -> None:
    panel = panel_of(window)
    made_and_proved(panel)
    panel.leave()
    assert (panel.new, panel.proofs) == (None, [])
    assert trustees.standing(window.desk) is None


def test_the_drill_says_that_the_sheets_fit_and_when_they_were_tried(window: PageWindow) -> None:
    new = trustees.make(window.desk, 2, 3)
    trustees.give_out(window.desk, new)
    panel = panel_of(window)
    assert "Never tried" in panel.stands.text()
    panel.drill.click()
    for share in new.shares[1:]:
        press("".join(f"{word[:4]} " for word in share.words))
        press(" ")
    until(panel.outcome.isVisible, 20)
    assert "would open the store" in panel.outcome.words.text()
    assert "Last tried on 12 Apr 2021" in panel.stands.text()


def test_the_drill_says_that_old_sheets_do_not_fit(window: PageWindow) -> None:
    old, new = trustees.make(window.desk, 2, 3), trustees.make(window.desk, 2, 3)
    trustees.give_out(window.desk, old)
    trustees.give_out(window.desk, new)
    panel = panel_of(window)
    panel.drill.click()
    for share in old.shares[:2]:
        press("".join(f"{word[:4]} " for word in share.words))
        press(" ")
    until(panel.outcome.isVisible, 20)
    assert "do not open this store" in panel.outcome.words.text()
    assert "Never tried" in panel.stands.text()


def test_a_set_is_ended_after_a_question_and_not_before(window: PageWindow) -> None:
    trustees.give_out(window.desk, trustees.make(window.desk, 2, 3))
    panel = panel_of(window)
    panel.end.click()
    panel.question.no.click()
    assert trustees.standing(window.desk) is not None
    panel.end.click()
    assert "backups from before still open with the sheets" in panel.question._words.text()
    panel.question.yes.click()
    assert trustees.standing(window.desk) is None
    assert "open nothing any more" in panel.outcome.words.text()
    assert not panel.end.isVisible()


def test_any_number_of_sheets_of_any_other_that_can_be_made_is_on_offer(window: PageWindow) -> None:
    choice = panel_of(window).how_many
    offered = set()
    for made in range(2, 10):
        choice.choose(2, made)
        offered |= {(choice.needed.itemData(at), made) for at in range(choice.needed.count())}
    assert offered == {(needed, made) for made in range(2, 10) for needed in range(2, min(made, 5) + 1)}
    choice.choose(4, 7)
    assert choice.chosen() == (4, 7)
    choice.made.setCurrentIndex(1)
    assert choice.chosen() == (2, 3), "what cannot be any more falls back to the fewest"


def test_a_sheet_is_one_page_and_says_nothing_of_the_store(application: QApplication, tmp_path: Path) -> None:
    share = make_shares(2, 3)[1][1]
    assert paint_share(share, 3, NOON.date(), QPdfWriter(str(tmp_path / "sheet.pdf"))) == 1
    html = as_html(share, 3, NOON.date())
    assert "share 2 of 3" in html
    assert f"Set “{share.set_name}”" in html
    assert all(word in html for word in share.words)
    for said in ("City Refuge", "Ana Silva", "Coventry", "RefugeDesk", "refuge"):
        assert said not in html


def test_the_square_holds_the_words_with_room_around(application: QApplication) -> None:
    import segno

    share = make_shares(2, 3)[1][0]
    image: QImage = square_of(share.words)
    expected = segno.make(" ".join(share.words).upper(), micro=False, error="m")
    seen = [
        [
            image.pixelColor((x + QUIET) * DOTS_A_MODULE + 3, (y + QUIET) * DOTS_A_MODULE + 3).lightness() < 128
            for x in range(len(expected.matrix))
        ]
        for y in range(len(expected.matrix))
    ]
    assert seen == [[bool(module) for module in line] for line in expected.matrix]
    assert image.pixelColor(DOTS_A_MODULE, DOTS_A_MODULE).lightness() == 255
