from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from refugedesk.ui.pages.help_topics import topics
from refugedesk.ui.paper.guide import CARD, FIRST, LINK, TRUSTEES, chapters, write_guides


def pages(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def test_every_topic_is_a_chapter_once_and_the_first_steps_come_first() -> None:
    names = [each.name for each in chapters()]
    assert sorted(names) == sorted({each.name for each in topics()} - {TRUSTEES, CARD, "index"})
    assert tuple(names[: len(FIRST)]) == FIRST


def test_the_guide_begins_each_chapter_on_a_page_and_the_card_is_one_page(
    application: QApplication, tmp_path: Path
) -> None:
    guide, trustees, card = write_guides(tmp_path)
    assert all(path.read_bytes().startswith(b"%PDF") for path in (guide, trustees, card))
    assert pages(guide) > len(chapters())
    assert (pages(trustees), pages(card)) == (1, 1)


def test_on_paper_a_link_is_its_words_and_a_picture_stays() -> None:
    assert LINK.sub(r"\1", "See [a file](person): ![A file](pictures/person.png)") == (
        "See a file: ![A file](pictures/person.png)"
    )
    left = [line for each in topics() for line in LINK.sub(r"\1", each.text).splitlines() if "](" in line]
    assert left and all(line.startswith("![") for line in left)
