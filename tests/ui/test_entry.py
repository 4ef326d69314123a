"""Before a store is open: first run, unlocking, lost passphrases, backups, as a person meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from cheap_doors import CHEAP_DOORS
from desks import PASSPHRASE, a_desk
from page_windows import ChosenFiles, press, settle
from refugedesk.services import backups
from refugedesk.services.desk import Desk
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.pages.first_run import FirstRunPage
from refugedesk.ui.pages.recover import RecoverPage
from refugedesk.ui.pages.restore import RestorePage
from refugedesk.ui.pages.unlock import UnlockPage, wait_after
from refugedesk.ui.tokens import SMALLEST_WINDOW, USUAL_WINDOW
from refugedesk.ui.widgets.passphrase import PassphraseEdit
from waiting import until


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def entry(application: QApplication, tmp_path: Path, settings: QSettings) -> Iterator[EntryWindow]:
    made = EntryWindow(tmp_path / "made" / "store", CHEAP_DOORS, settings, ChosenFiles())
    made.desks = []  # type: ignore[attr-defined]
    made.opened.connect(made.desks.append)  # type: ignore[attr-defined]
    made.show()
    made.activateWindow()
    settle()
    yield made
    for desk in desks(made):
        desk.close()
    made.tasks.finish()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def desks(entry: EntryWindow) -> list[Desk]:
    return list(entry.desks)  # type: ignore[attr-defined]


def words_on(entry: EntryWindow) -> str:
    return " ".join(label.text() for label in entry.findChildren(QLabel) if label.isVisible())


def first_run(entry: EntryWindow) -> FirstRunPage:
    assert isinstance(entry.page, FirstRunPage)
    return entry.page


def answer_two_steps(entry: EntryWindow) -> FirstRunPage:
    """Types the first two steps with the keyboard alone and waits for the store."""
    page = first_run(entry)
    press("Harbour House\nLeeds\n")
    assert page.steps[page.at] is page.you
    press(f"Sam Taylor\t{PASSPHRASE}\t\t")
    page.you.passphrase.type(PASSPHRASE)
    page.on.click()
    until(lambda: page.steps[page.at] is page.key)
    return page


def test_a_new_person_comes_from_nothing_to_an_open_store(entry: EntryWindow, tmp_path: Path) -> None:
    page = answer_two_steps(entry)
    key = page.key.key
    assert key.count("-") == 7
    page.on.click()
    press(key.replace("-", " ").lower())
    page.on.click()
    (desk,) = desks(entry)
    assert (desk.user.name, desk.service.name, desk.service.home_authority) == ("Sam Taylor", "Harbour House", "Leeds")
    assert (tmp_path / "made" / "store" / "records.db").is_file()


def test_it_says_that_nothing_else_opens_the_store_and_offers_trustees_shares(entry: EntryWindow) -> None:
    page = answer_two_steps(entry)
    words = words_on(entry)
    assert "Nothing opens the store but a passphrase, this key, or trustees' shares" in words
    assert "nobody can help, not even the people who made the program" in words
    assert not page.with_shares.isVisible()
    page.on.click()
    assert "or later under Settings" in words_on(entry)
    page.with_shares.click()
    assert (desks(entry), entry.begin_at) == ([], ""), "the key is typed back first"
    press(page.key.key)
    page.with_shares.click()
    assert (len(desks(entry)), entry.begin_at) == (1, "trustees")


def test_no_step_goes_on_unanswered(entry: EntryWindow) -> None:
    page = first_run(entry)
    page.on.click()
    assert page.at == 0
    assert "name of the service is needed" in words_on(entry)
    press("Harbour House\nLeeds\n")
    page.on.click()
    assert page.at == 1
    assert "Your name is needed" in words_on(entry)


def test_back_keeps_what_was_typed(entry: EntryWindow) -> None:
    page = first_run(entry)
    press("Harbour House\nLeeds\n")
    page.back.click()
    assert page.at == 0
    assert page.service.name == "Harbour House"


def test_a_weak_passphrase_is_told_while_it_is_typed(entry: EntryWindow) -> None:
    page = first_run(entry)
    press("Harbour House\nLeeds\nSam\tpassword")
    until(lambda: "at least 15 characters" in words_on(entry))
    page.on.click()
    assert page.at == 1


def test_two_different_passphrases_make_no_store(entry: EntryWindow, tmp_path: Path) -> None:
    page = first_run(entry)
    press(f"Harbour House\nLeeds\nSam\t{PASSPHRASE}")
    page.on.click()
    assert "not the same" in words_on(entry)
    assert not (tmp_path / "made").exists()


def test_a_wrong_key_typed_back_does_not_finish(entry: EntryWindow) -> None:
    page = answer_two_steps(entry)
    page.on.click()
    press("AAAAA-BBBBB")
    page.on.click()
    assert desks(entry) == []
    assert "not the key that was shown" in words_on(entry)


def test_one_can_look_at_the_key_again_before_typing_it_back(entry: EntryWindow) -> None:
    page = answer_two_steps(entry)
    page.on.click()
    page.back.click()
    assert page.steps[page.at] is page.key
    assert page.key.key


def test_the_passphrase_is_forgotten_once_the_store_is_made(entry: EntryWindow) -> None:
    page = answer_two_steps(entry)
    assert page.you.agreed == ""
    assert not [line for line in page.findChildren(QLineEdit) if line.text() == PASSPHRASE]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    desk = a_desk(tmp_path / "store")
    desk.close()
    return tmp_path / "store"


def unlock_page(entry: EntryWindow, store: Path) -> UnlockPage:
    entry.open_folder(store)
    settle()
    assert isinstance(entry.page, UnlockPage)
    return entry.page


def test_name_and_passphrase_open_the_store_with_the_keyboard_alone(entry: EntryWindow, store: Path) -> None:
    unlock_page(entry, store)
    press(f"Ana Silva\n{PASSPHRASE}\n")
    until(lambda: desks(entry))
    assert desks(entry)[0].user.name == "Ana Silva"


def test_a_wrong_passphrase_says_so_under_the_field_and_keeps_the_name(entry: EntryWindow, store: Path) -> None:
    page = unlock_page(entry, store)
    press("Ana Silva\nnot the right passphrase\n")
    until(lambda: page.passphrase.problem.words)
    assert "not right" in page.passphrase.problem.words
    assert page.enter.isEnabled()
    assert desks(entry) == []


def test_after_the_second_wrong_one_there_is_a_wait_that_grows(entry: EntryWindow, store: Path) -> None:
    page = unlock_page(entry, store)
    press("Ana Silva\n")
    for wrong in ("one wrong passphrase", "two wrong passphrases"):
        page.passphrase.say("")
        press(f"{wrong}\n")
        until(lambda: page.passphrase.problem.words)
    assert not page.enter.isEnabled()
    assert "2 s" in page.enter.text()
    assert [wait_after(failures) for failures in range(1, 8)] == [0, 2, 4, 8, 16, 30, 30]


def test_the_window_goes_on_painting_while_the_key_is_derived(entry: EntryWindow, store: Path) -> None:
    page = unlock_page(entry, store)
    press(f"Ana Silva\n{PASSPHRASE}\n")
    assert page.waiting.isVisible()
    assert not page.enter.isEnabled()
    until(lambda: desks(entry))


def test_the_recovery_key_lets_one_back_in_with_a_new_passphrase(entry: EntryWindow, tmp_path: Path) -> None:
    page = answer_two_steps(entry)
    key, made = page.key.key, page._desk
    assert made is not None
    made.close()
    entry.recover(made.folder)
    settle()
    assert isinstance(entry.page, RecoverPage)
    recover = entry.page
    press(f"{key}\tSam Taylor")
    recover.passphrase.type("quite another passphrase 77")
    recover.enter.click()
    until(lambda: desks(entry))
    assert desks(entry)[0].user.name == "Sam Taylor"


def test_a_backup_is_brought_back_and_can_be_unlocked(entry: EntryWindow, tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lost")
    backups.backup(desk, tmp_path / "monday.backup")
    desk.close()
    entry.restore(tmp_path / "new")
    settle()
    assert isinstance(entry.page, RestorePage)
    page = entry.page
    page.file.show_path(tmp_path / "monday.backup")
    page.name.editor.setFocus()
    press(f"Ana Silva\t{PASSPHRASE}")
    page.enter.click()
    until(lambda: isinstance(entry.page, UnlockPage) or page.problem.isVisible(), 20)
    assert isinstance(entry.page, UnlockPage), words_on(entry)
    assert entry.page.folder == tmp_path / "new"


def test_a_folder_with_other_things_is_neither_opened_nor_used(entry: EntryWindow, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"x")
    entry.open_folder(tmp_path / "photos")
    settle()
    assert "holds other things and no store" in words_on(entry)


def test_it_opens_as_wide_as_the_forms_behind_it_need(entry: EntryWindow) -> None:
    """The main window takes its size over; on the smallest one a new referral would have to be scrolled sideways."""
    screen = entry.screen().availableSize()
    assert entry.width() == min(USUAL_WINDOW[0], max(screen.width(), SMALLEST_WINDOW[0]))


def test_the_title_says_nothing(entry: EntryWindow) -> None:
    assert entry.windowTitle() == "Desk"


def test_enter_on_a_focused_button_presses_it(entry: EntryWindow, store: Path) -> None:
    page = unlock_page(entry, store)
    lost = next(each for each in page.findChildren(type(page.enter)) if each.accessibleName() == "I lost my passphrase")
    lost.setFocus()
    QTest.keyClick(lost, Qt.Key.Key_Space)
    assert isinstance(entry.page, RecoverPage)


def test_tab_goes_past_the_eye_and_blanks_typed_next_show_nothing(entry: EntryWindow) -> None:
    """Whoever types a passphrase twice presses Tab between; the first must not lie open on the screen then."""
    page = first_run(entry)
    page.service._name.setText("Haven")
    page.service._authority.setText("Coventry")
    page.go_on()
    settle()
    once, again = page.you.passphrase._once, page.you.passphrase._again
    once.setFocus()
    press("seven lamps\tseven lamps")
    assert (once.text(), again.text()) == ("seven lamps", "seven lamps")
    assert once.echoMode() is again.echoMode() is QLineEdit.EchoMode.Password


def test_enter_leads_through_the_second_step_and_makes_the_store(entry: EntryWindow) -> None:
    page = first_run(entry)
    page.service._name.setText("Haven")
    page.service._authority.setText("Coventry")
    page.go_on()
    settle()
    press(f"Ana Silva\n{PASSPHRASE}\n{PASSPHRASE}\n")
    until(lambda: page.key.key)
    assert page.steps[page.at] is page.key


def test_the_eye_is_opened_by_the_key_windows_has_for_it(entry: EntryWindow, store: Path) -> None:
    page = unlock_page(entry, store)
    line = page.passphrase.editor
    assert isinstance(line, PassphraseEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert line.eye.accessibleName() == "Hide: Passphrase"
    QTest.keyClick(line, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    assert line.echoMode() is QLineEdit.EchoMode.Password
