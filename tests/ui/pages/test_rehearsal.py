"""Settings, Try a restore: with a passphrase or the recovery key, in the real store with a real backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desks import NOON, PASSPHRASE
from page_windows import PageWindow, press
from refugedesk.security.derivation import FLOOR
from refugedesk.services import forms, stores
from refugedesk.services.backing_up import back_up_now
from refugedesk.services.backup_places import add_place
from refugedesk.services.clock import FixedClock
from refugedesk.ui.pages.settings import SettingsPage
from refugedesk.ui.pages.settings_panels.rehearsal import RehearsalPanel
from waiting import until


@pytest.fixture
def window(application: QApplication, tmp_path: Path) -> Iterator[PageWindow]:
    clock = FixedClock(NOON)
    desk, key = stores.create_store(
        tmp_path / "store", "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, clock, FLOOR
    )
    (tmp_path / "stick").mkdir()
    add_place(desk, tmp_path / "stick")
    forms.save(desk, forms.new_draft(desk, "resident", first_name="Farah"))
    back_up_now(desk)
    forms.save(desk, forms.new_draft(desk, "resident", first_name="Mina"))
    made = PageWindow(desk)
    made.key = key  # type: ignore[attr-defined]
    yield made
    made.finish()
    desk.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def panel_of(window: PageWindow) -> RehearsalPanel:
    page = window.show_page(SettingsPage(window, "rehearsal"))
    assert isinstance(page.panel, RehearsalPanel)
    return page.panel


def test_the_newest_is_chosen_and_a_passphrase_shows_what_is_in_it(window: PageWindow) -> None:
    panel = panel_of(window)
    assert "never tried" in panel.last.text()
    assert panel.file.path is not None and panel.file.path.name == "backup-2021-04-12-1405.backup"
    panel.passphrase.setFocus()
    press(f"{PASSPHRASE}\n")
    until(panel.outcome.isVisible, 20)
    said = panel.outcome.words.text()
    assert "it holds 1 record, the last thing in it from today at 14:05" in said
    assert "Since then the store has 1 record more" in said
    assert "tried today at 14:05" in panel.last.text()
    assert panel.passphrase.text() == ""


def test_the_recovery_key_does_and_a_wrong_one_is_said(window: PageWindow) -> None:
    panel = panel_of(window)
    panel.by_key.click()
    panel.key.setFocus()
    press("not a key at all\n")
    until(panel.outcome.isVisible, 20)
    assert panel.outcome.objectName() == "dangerNotice"
    panel.key.setText(window.key)  # type: ignore[attr-defined]
    panel.try_it()
    until(lambda: panel.outcome.objectName() == "goodNotice", 20)


def test_nothing_is_tried_before_all_is_typed(window: PageWindow) -> None:
    panel = panel_of(window)
    panel.try_it()
    assert panel.passphrase_line.problem.words == "Type the passphrase you had then."
    assert not window.tasks.is_busy
