"""The help: read, searched, linked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl

from page_windows import PageWindow, press
from refugedesk.ui.pages.help import HelpPage
from refugedesk.ui.pages.help_topics import spoken_file, topics


def shown(window: PageWindow, topic: str = "index") -> HelpPage:
    page = HelpPage(window, topic)
    page.refresh()
    return window.show_page(page)


def test_f1_of_a_page_opens_its_topic(window: PageWindow) -> None:
    page = shown(window, "withheld")
    assert "[c]" in page.reader.toPlainText()
    assert page.items["withheld"].isChecked()


def test_a_link_leads_to_another_topic(window: PageWindow) -> None:
    page = shown(window)
    page._follow(QUrl("lock"))
    assert page.place() == {"topic": "lock"}


def test_finding_leaves_only_the_topics_with_the_words(window: PageWindow) -> None:
    page = shown(window)
    page.look_for("stolen")
    assert [name for name, item in page.items.items() if item.isVisible()] == ["what-if", "incident"]
    assert page.shown == "what-if"
    page.look_for("")
    assert all(item.isVisible() for item in page.items.values())


def test_words_that_stand_nowhere_are_said_to(window: PageWindow) -> None:
    page = shown(window)
    page.look_for("xylophone")
    assert page._nothing.isVisible()


def test_every_topic_fits_its_title_and_can_be_shown(window: PageWindow) -> None:
    page = shown(window)
    for each in topics():
        page.open_topic(each.name)
        assert page.reader.toPlainText().startswith(each.title)
    press("")


def test_a_topic_is_in_the_language_of_the_window_where_somebody_has_written_it(tmp_path: Path) -> None:
    english, welsh = tmp_path / "01-index.md", tmp_path / "cy" / "01-index.md"
    assert spoken_file(english, "cy") == english
    welsh.parent.mkdir()
    welsh.write_text("# Cymorth\n", "utf-8")
    assert [spoken_file(english, code) for code in ("cy", "pl", "en")] == [welsh, english, english]
