"""Two files of one person in the window: offered, compared, made one and undone, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel

from journeys.keyboard import Keyboard
from page_windows import ChosenFiles, PageWindow, focus, press, settle
from refugedesk.services import forms, merging, views
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.merge import MergePage
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.pick_files import PickFilesPage
from refugedesk.ui.pages.residents import ResidentsPage
from refugedesk.ui.style import Style
from two_files import TwoFiles, add, two_files


@pytest.fixture
def keys(application: QApplication, desk: Desk, tmp_path):  # type: ignore[no-untyped-def]
    """The whole window over two files of one woman, and a hand on its keyboard."""
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    two = two_files(desk)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    settle()
    yield Keyboard(window), two
    window.tasks.finish()
    window.hide()
    window.deleteLater()


def words(page: object) -> str:
    assert isinstance(page, MergePage | PersonPage | ResidentsPage)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_from_the_list_to_one_file_and_back_by_keyboard(keys: tuple[Keyboard, TwoFiles]) -> None:
    keyboard, two = keys
    keyboard.shortcut(Qt.Key.Key_3)
    assert "may be the same person: the same birthday, and a name that sounds alike." in words(
        keyboard.page(ResidentsPage)
    )
    keyboard.tab_to_button("Compare them")
    page = keyboard.page(MergePage)
    assert page.of.kept.id == two.kept
    assert focus().accessibleName() == "First name, left: Farah"
    press("r")
    for _ in range(12):
        if focus().accessibleName().startswith("Allergies"):
            break
        press("\t")
    press("l")
    assert page.decided().stands["first_name"] == "gone"
    assert page.decided().stands["allergies"] == "kept"
    keyboard.tab_to_button("Make one file…")
    assert focus() is page.question.no
    keyboard.tab_to_button("Yes, make one file")
    file = keyboard.page(PersonPage)
    assert file.header.name.text() == "Farrah Jafari"
    kept = forms.open_draft(file.desk, "resident", two.kept).answers
    assert (kept["allergies"], kept["known_as"]) == ("Penicillin", "Farah Jafari, Farrah Jaffari")
    assert "may be the same person" not in words(file)

    keyboard.go_to_section("names")
    keyboard.tab_to_button("History")
    assert "Made one with the file of Farrah Jaffari" in words(file)
    keyboard.tab_to_button("Undo")
    assert "comes back" in words(file)
    keyboard.tab_to_button("Take the files apart")
    assert file.header.name.text() == "Farah Jafari"
    assert {row.id for row in views.residents(file.desk, "all").rows} == {two.kept, two.gone}


def test_the_other_file_can_be_kept_instead(keys: tuple[Keyboard, TwoFiles]) -> None:
    keyboard, two = keys
    keyboard.window.navigator.open("merge", resident_id=two.kept, other_id=two.gone)
    page = keyboard.page(MergePage)
    keyboard.tab_to_button("Keep the right one instead")
    assert (page.of.kept.id, page.of.gone.id) == (two.gone, two.kept)


def test_two_people_of_a_like_name_are_left_apart(keys: tuple[Keyboard, TwoFiles]) -> None:
    keyboard, two = keys
    keyboard.window.navigator.open("person", resident_id=two.gone)
    keyboard.tab_to_button("Compare them")
    keyboard.tab_to_button("They are two people")
    assert "may be the same person" not in words(keyboard.page(PersonPage))
    assert merging.alike(keyboard.window.desk, two.gone) == ()


def test_what_stands_in_the_way_is_said_and_nothing_can_be_pressed(keys: tuple[Keyboard, TwoFiles]) -> None:
    keyboard, two = keys
    add(keyboard.window.desk, "stay", resident_id=two.kept, started_on=keyboard.window.desk.today)
    keyboard.window.navigator.open("merge", resident_id=two.kept, other_id=two.gone)
    page = keyboard.page(MergePage)
    assert "Both files have a stay on the same nights" in words(page)
    assert not page.make.isVisible()


def test_a_file_that_was_made_one_opens_where_it_went(keys: tuple[Keyboard, TwoFiles]) -> None:
    keyboard, two = keys
    merging.make_one(keyboard.window.desk, merging.Join(two.kept, two.gone))
    keyboard.window.navigator.open("person", resident_id=two.gone)
    assert keyboard.page(PersonPage).held.file.resident_id == two.kept


def test_two_files_that_nobody_would_offer_are_picked_compared_made_one_and_parted(
    keys: tuple[Keyboard, TwoFiles],
) -> None:
    keyboard, two = keys
    desk = keyboard.window.desk
    noor = add(desk, "resident", first_name="Noor", last_name="Amiri", known_as="Layla", date_of_birth=date(1984, 2, 1))
    assert merging.alike(desk, noor) == ()
    keyboard.shortcut(Qt.Key.Key_3)
    keyboard.page(ResidentsPage)
    keyboard.tab_to_button("Two files of one person")
    page = keyboard.page(PickFilesPage)
    assert focus() is page.kept.line
    press("layla\n")
    press("farah\n")
    settle()
    merge = keyboard.page(MergePage)
    assert (merge.of.kept.id, merge.of.gone.id) == (noor, two.kept)
    keyboard.tab_to_button("Make one file…")
    keyboard.tab_to_button("Yes, make one file")
    assert keyboard.page(PersonPage).held.file.resident_id == noor
    assert noor in {row.id for row in views.residents(desk, "all").rows}
    assert two.kept not in {row.id for row in views.residents(desk, "all").rows}
    keyboard.go_to_section("names")
    keyboard.tab_to_button("History")
    keyboard.tab_to_button("Undo")
    keyboard.tab_to_button("Take the files apart")
    assert {noor, two.kept} <= {row.id for row in views.residents(desk, "all").rows}


def test_the_same_file_twice_or_none_is_said_under_its_line(keys: tuple[Keyboard, TwoFiles]) -> None:
    keyboard, two = keys
    keyboard.window.navigator.open("pick", resident_id=two.kept)
    page = keyboard.page(PickFilesPage)
    assert focus() is page.other.line
    press("\n")
    assert page.lines[1].problem.words == "Choose a file: type a name and take one of the list."
    press("farah\n")
    assert page.lines[1].problem.words == "This is the same file as above. Choose the other one."
    assert isinstance(keyboard.window.navigator.page, PickFilesPage)


def test_only_a_manager_is_offered_to_pick_two_files(window: PageWindow) -> None:
    two_files(window.desk)
    page = ResidentsPage(window)
    page.refresh()
    assert not page.pick.isHidden()
    window.desk.user = replace(window.desk.user, role=Role.KEYWORKER)
    page.refresh()
    assert page.pick.isHidden()
