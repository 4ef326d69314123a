"""F1 on every page opens the topic about it, and Escape goes back to the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import a_desk, a_stay, a_unit, resident_of
from page_windows import ChosenFiles, in_front, settle
from refugedesk.services.desk import Desk
from refugedesk.services.linked import linked
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.help import HelpPage
from refugedesk.ui.pages.help_topics import topics
from refugedesk.ui.style import Style

ABOUT = {
    "home": "home",
    "referrals": "referrals",
    "residents": "person",
    "units": "units",
    "house": "house",
    "board": "board",
    "papers": "papers",
    "languages": "languages",
    "returns": "returns",
    "settings": "settings",
    "keeping": "keeping",
    "search": "search",
    "help": "search",
    "referral": "referrals",
    "arrival": "arrival",
    "person": "person",
    "child": "child",
    "unit": "units",
}
"""Page -> the topic that is about it."""
WITHIN = {
    ("person", "move_on"): "move-on",
    ("person", "children"): "child",
    ("settings", "backup"): "backup",
    ("settings", "rehearsal"): "backup",
    ("settings", "trustees"): "shares",
    ("settings", "retention"): "keeping",
    ("settings", "import"): "import",
}
"""Page and the part of it that is open -> the topic of that part."""


@pytest.fixture
def window(application: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    desk = a_desk(tmp_path / "store")
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    made = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    with in_front(made):
        yield made
    desk.close()


def where(desk: Desk, page: str, stay: str, part: str = "") -> dict[str, object]:
    """What a page needs to be opened with."""
    resident = resident_of(desk, stay)
    [child] = linked(desk, "child", "resident_id", resident)
    needed: dict[str, dict[str, object]] = {
        "person": {"resident_id": resident, "section": part or None},
        "child": {"child_id": child.id, "stay_id": stay},
        "settings": {"panel": part} if part else {},
    }
    return needed.get(page, {})


def test_f1_opens_the_topic_about_the_page_and_escape_goes_back(window: MainWindow) -> None:
    stay = a_stay(window.desk, "Farah", a_unit(window.desk), ("Sami",))
    assert set(ABOUT.values()) | set(WITHIN.values()) <= {topic.name for topic in topics()}
    wanted = {(page, ""): topic for page, topic in ABOUT.items()} | WITHIN
    for (page, part), topic in wanted.items():
        window.navigator.open(page, **where(window.desk, page, stay, part))
        settle()
        QTest.keyClick(window, Qt.Key.Key_F1)
        settle()
        helped = window.navigator.page
        assert isinstance(helped, HelpPage), (page, part)
        assert (page, part, helped.shown) == (page, part, topic)
        if page != "help":
            QTest.keyClick(window, Qt.Key.Key_Escape)
            settle()
            assert window.navigator.place.name == page
