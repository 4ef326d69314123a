"""Back in by trustees' shares, at the unlock window, with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from cheap_doors import CHEAP_DOORS
from desks import a_desk
from page_windows import ChosenFiles, focus, in_front, press, settle
from refugedesk.services import trustees
from refugedesk.services.desk import Desk
from refugedesk.services.shares import Share
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.pages.by_shares import BySharesPage
from vaults import CHEAP
from waiting import until

NEW = "quite another passphrase 77"


@pytest.fixture
def sets(tmp_path: Path) -> list[tuple[Share, ...]]:
    """An old set and the one in force, of a store that is closed."""
    desk = a_desk(tmp_path / "store")
    made = [trustees.make(desk, 2, 3) for _ in range(2)]
    for each in made:
        trustees.give_out(desk, each, CHEAP)
    desk.close()
    return [each.shares for each in made]


@pytest.fixture
def entry(application: QApplication, tmp_path: Path, sets: list[tuple[Share, ...]]) -> Iterator[EntryWindow]:
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    made = EntryWindow(tmp_path / "store", CHEAP_DOORS, settings, ChosenFiles())
    with in_front(made):
        yield made


def tab_to(words: str) -> None:
    for _ in range(60):
        at = focus()
        if words in (at.accessibleName(), at.text() if isinstance(at, QAbstractButton) else ""):
            return
        press("\t")
    raise AssertionError(words)


def sheets_page(entry: EntryWindow) -> BySharesPage:
    """From the unlock page to the sheets, with Tab and Space."""
    tab_to("Open with trustees' shares")
    press(" ")
    settle()
    assert isinstance(entry.page, BySharesPage)
    return entry.page


def words_on(entry: EntryWindow) -> str:
    return " ".join(label.text() for label in entry.findChildren(QLabel) if label.isVisible())


def type_sheet(share: Share) -> None:
    """Four letters of each word and a blank, then Enter on the button that takes the sheet."""
    press("".join(f"{word[:4]} " for word in share.words))
    press(" ")
    settle()


def test_two_sheets_and_a_new_passphrase_open_the_store_with_the_keyboard_alone(
    entry: EntryWindow, sets: list[tuple[Share, ...]]
) -> None:
    opened: list[Desk] = []
    entry.opened.connect(opened.append)
    page = sheets_page(entry)
    type_sheet(sets[1][2])
    assert f"1 of 2 sheets of the set “{sets[1][2].set_name}”" in words_on(entry)
    assert page.entry.words.typed == ""
    type_sheet(sets[1][0])
    until(page.person.isVisible)
    assert "The sheets fit" in words_on(entry)
    tab_to("New passphrase")
    press(NEW)
    tab_to("The same once more")
    press(NEW)
    tab_to("Open with the new passphrase")
    press(" ")
    until(lambda: opened)
    assert opened[0].user.name == "Ana Silva"
    opened[0].close()


def test_a_slip_is_said_with_its_place_and_the_sheet_stays_to_be_mended(
    entry: EntryWindow, sets: list[tuple[Share, ...]]
) -> None:
    page = sheets_page(entry)
    words = list(sets[1][0].words)
    press("".join(f"{word} " for word in [*words[:6], "zebras", *words[7:]]))
    press(" ")
    assert "Word 7, “zebras”, is on no sheet" in words_on(entry)
    assert focus() is page.entry.words.boxes[6]
    page.entry.words.boxes[6].setText("")
    press(f"{words[6]} ")
    tab_to("Take this sheet")
    press(" ")
    assert "1 of 2 sheets" in words_on(entry)


def test_a_whole_sheet_is_pasted_and_sheets_of_two_sets_are_told_apart(
    entry: EntryWindow, sets: list[tuple[Share, ...]]
) -> None:
    page = sheets_page(entry)
    for share in (sets[1][0], sets[0][1]):
        QApplication.clipboard().setText("\n".join(f"{at}. {word}" for at, word in enumerate(share.words, 1)))
        page.entry.words.boxes[0].setFocus()
        page.entry.words.boxes[0].paste()
        press(" ")
    QApplication.clipboard().clear()
    said = words_on(entry)
    assert "different sets" in said
    assert sets[0][1].set_name in said
    assert len(page.entry.shares) == 1


def test_sheets_of_an_old_set_say_that_there_are_newer_ones(entry: EntryWindow, sets: list[tuple[Share, ...]]) -> None:
    page = sheets_page(entry)
    for share in sets[0][:2]:
        type_sheet(share)
    until(lambda: "do not open this store" in words_on(entry))
    assert page.entry.shares == []
    assert not page.person.isVisible()
