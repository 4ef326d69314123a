"""Settings: each panel does what it says, in the real store, and offers only what the role allows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desks import PASSPHRASE
from page_windows import ChosenFiles, PageWindow
from refugedesk.services import people
from refugedesk.services.roles import Role
from refugedesk.ui.pages.settings import PANELS, SettingsPage
from refugedesk.ui.pages.settings_panels.backup import BackupPanel
from refugedesk.ui.pages.settings_panels.checking import CheckPanel
from refugedesk.ui.pages.settings_panels.exporting import ExportPanel
from refugedesk.ui.pages.settings_panels.importing import ImportPanel
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.pages.settings_panels.people import PeoplePanel
from refugedesk.ui.pages.settings_panels.recovery import RecoveryPanel
from waiting import until


def settings(window: PageWindow, panel: str) -> SettingsPage:
    return window.show_page(SettingsPage(window, panel))


def panel_of(window: PageWindow, kind: type[Panel]) -> Panel:
    page = settings(window, kind.name)
    assert isinstance(page.panel, kind)
    return page.panel


def said(panel: Panel) -> str:
    return panel.outcome.words.text()


def files(window: PageWindow) -> ChosenFiles:
    assert isinstance(window.dialogs, ChosenFiles)
    return window.dialogs


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.MANAGER, {each.name for each in PANELS}),
        (Role.KEYWORKER, {"appearance", "passphrase", "backup", "rehearsal", "check", "about"}),
        (
            Role.ADMINISTRATOR,
            {"appearance", "passphrase", "people", "recovery", "trustees", "backup", "rehearsal", "check", "about"},
        ),
        (Role.READ_ONLY, {"appearance", "passphrase", "about"}),
    ],
)
def test_only_what_the_role_allows_is_offered(window: PageWindow, role: Role, offered: set[str]) -> None:
    window.desk.user = replace(window.desk.user, role=role)
    assert set(settings(window, "appearance").items) == offered


def test_a_backup_is_made_and_proved_where_the_person_says(window: PageWindow, tmp_path: Path) -> None:
    panel = panel_of(window, BackupPanel)
    assert isinstance(panel, BackupPanel)
    files(window).path = tmp_path / "monday.backup"
    panel.back_up()
    until(lambda: said(panel))
    assert "Backed up and proved: monday.backup" in said(panel)
    assert files(window).offered == "backup-2021-04-12.backup"
    assert (tmp_path / "monday.backup").stat().st_size > 0


def test_a_backup_that_cannot_be_written_says_why(window: PageWindow, tmp_path: Path) -> None:
    panel = panel_of(window, BackupPanel)
    assert isinstance(panel, BackupPanel)
    files(window).path = tmp_path / "no such folder" / "monday.backup"
    panel.back_up()
    until(lambda: said(panel))
    assert panel.outcome.objectName() == "dangerNotice"


def test_the_store_is_checked(window: PageWindow) -> None:
    panel = panel_of(window, CheckPanel)
    assert isinstance(panel, CheckPanel)
    panel.check()
    until(lambda: said(panel))
    assert "The store is whole" in said(panel)


def test_somebody_is_asked_about_before_being_removed(window: PageWindow) -> None:
    panel = panel_of(window, PeoplePanel)
    assert isinstance(panel, PeoplePanel)
    with window.desk.writing() as work:
        from refugedesk.storage import accounts

        accounts.add_account(work.connection, "Bo Lind", Role.KEYWORKER.value)
    panel.refresh()
    bo = next(each for each in people.users(window.desk) if each.name == "Bo Lind")
    panel._ask(bo)
    assert panel._question.isVisible()
    assert panel._question.no.hasFocus()
    panel._question.no.click()
    assert bo in people.users(window.desk)


def test_nobody_is_added_without_a_name_and_a_good_passphrase(window: PageWindow) -> None:
    panel = panel_of(window, PeoplePanel)
    assert isinstance(panel, PeoplePanel)
    panel._open_form()
    panel.add()
    assert not window.tasks.is_busy
    assert [each.name for each in people.users(window.desk)] == ["Ana Silva"]


def test_what_each_role_may_is_said(window: PageWindow) -> None:
    panel = panel_of(window, PeoplePanel)
    assert isinstance(panel, PeoplePanel)
    for at in range(panel._role.count()):
        panel._role.setCurrentIndex(at)
        assert panel._may.text()


def test_a_new_recovery_key_is_asked_about_first(window: PageWindow) -> None:
    panel = panel_of(window, RecoveryPanel)
    assert isinstance(panel, RecoveryPanel)
    panel._ask()
    assert panel._question.isVisible()
    assert panel._key.key == ""


def test_the_key_is_gone_from_the_screen_once_it_is_on_paper(window: PageWindow) -> None:
    panel = panel_of(window, RecoveryPanel)
    assert isinstance(panel, RecoveryPanel)
    panel._show_key("4K7QZ-AB3DE")
    assert "4K7QZ" in panel._key.text()
    panel._hide()
    assert panel._key.key == ""
    assert "4K7QZ" not in panel._key.text() + panel._key.accessibleName()


def test_an_export_needs_a_reason_and_says_it_is_not_encrypted(window: PageWindow, tmp_path: Path) -> None:
    panel = panel_of(window, ExportPanel)
    assert isinstance(panel, ExportPanel)
    (tmp_path / "out").mkdir()
    files(window).path = tmp_path / "out"
    panel.export()
    assert "Say what the export is for" in panel._reason_line.problem.words
    panel._reason.setText("Moving to another system")
    panel.export()
    until(lambda: said(panel))
    assert "It is not encrypted" in said(panel)
    assert (tmp_path / "out" / "units.csv").is_file()


def test_a_folder_with_faults_is_listed_by_line_and_not_imported(window: PageWindow, tmp_path: Path) -> None:
    panel = panel_of(window, ImportPanel)
    assert isinstance(panel, ImportPanel)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "units.csv").write_text("unit_id,name,accommodation_type\nu1,Room 1,castle\n", "utf-8")
    panel.check(folder)
    until(lambda: said(panel))
    assert "1 fault to put right; nothing was imported" in said(panel)
    assert panel.model.data(panel.model.index(0, 0)) == "units.csv, line 2, accommodation_type"
    assert not panel._save.isVisible()


def test_a_folder_without_faults_is_imported_when_asked(window: PageWindow, tmp_path: Path) -> None:
    panel = panel_of(window, ImportPanel)
    assert isinstance(panel, ImportPanel)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "units.csv").write_text("unit_id,name,accommodation_type\nu1,Room 1,refuge\n", "utf-8")
    panel.check(folder)
    until(panel._save.isVisible)
    assert "Nothing is in the way. Found 1 units" in said(panel)
    panel.import_now()
    until(lambda: said(panel).startswith("Imported"))


def test_appearance_is_a_choice_of_four(window: PageWindow) -> None:
    page = settings(window, "appearance")
    assert page.panel is not None
    assert page.items["appearance"].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_nothing_about_passphrases_stays_in_the_form(window: PageWindow) -> None:
    panel = panel_of(window, PeoplePanel)
    assert isinstance(panel, PeoplePanel)
    panel._passphrase.type(PASSPHRASE)
    panel._close_form()
    assert panel._passphrase.agreed() == ""
