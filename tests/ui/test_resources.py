"""What ships beside the code is there, is licensed, and does what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication

import refugedesk.ui
from refugedesk.ui.fonts import TEXT_FACE, load_fonts, tabular
from refugedesk.ui.pages.help_topics import found, topic, topics
from refugedesk.ui.resources import resource
from refugedesk.ui.routes import PAGES, RAIL, TITLES, maker

MOST_BYTES = 6_000_000
WIDEST_PICTURE, MOST_OF_A_PICTURE = 608, 60_000
NAMES = ["Farah", "فرح", "ফারাহ", "ਫਰਾਹ", "ஃபரா", "ፋራህ", "ဖာရာ", "फराह", "ફરાહ", "ఫరా", "ฟาราห์", "Łucja Żółć", "Đặng"]


def sources() -> str:
    folder = Path(refugedesk.ui.__file__).parent
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))


def test_fonts_are_small_enough_and_licensed() -> None:
    files = list(resource("fonts").iterdir())
    assert sum(file.stat().st_size for file in files) < MOST_BYTES
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "LICENCE.txt").read_text("utf-8")
    assert "ISC License" in resource("icons", "LICENCE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_script_names_come_in_has_a_face(application: QApplication, name: str) -> None:
    font = load_fonts()
    faces = [QFontMetrics(QFont(family)) for family in font.families()]
    for letter in name.replace(" ", ""):
        assert any(face.inFontUcs4(ord(letter)) for face in faces), letter


def test_the_text_face_is_ours_and_figures_can_stand_under_each_other(application: QApplication) -> None:
    font = load_fonts()
    assert font.families()[0] == TEXT_FACE
    assert QFontDatabase.hasFamily(TEXT_FACE)
    metrics = QFontMetrics(tabular(font))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_every_icon_is_used_and_every_used_icon_is_there() -> None:
    text = sources()
    shipped = {path.stem for path in resource("icons").glob("*.svg")}
    assert {name for name in shipped if f'"{name}"' not in text} == set()
    named = {next(filter(None, match)) for match in re.findall(r'(?:icon\(|picture=|IconMark\()"([a-z0-9-]+)"()', text)}
    assert named <= shipped


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_is_there_and_has_help(name: str) -> None:
    made = maker(name)
    known = {each.name for each in topics()}
    topic_of = getattr(made, "help_topic", None)
    assert topic_of is None or topic_of in known
    assert name not in RAIL or topic_of is None or topic_of in known


def test_every_link_between_topics_leads_somewhere() -> None:
    known = {each.name for each in topics()}
    for each in topics():
        assert set(re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", each.text)) <= known, each.name


def test_every_picture_in_the_help_is_there_small_and_said_in_words() -> None:
    shown = [found for each in topics() for found in re.findall(r"!\[([^\]]*)\]\(pictures/([^)]+)\)", each.text)]
    assert {name for _, name in shown} == {path.name for path in resource("help", "pictures").iterdir()}
    assert all(words for words, _ in shown)
    for _, name in shown:
        picture = QImage(str(resource("help", "pictures", name)))
        assert picture.format() == QImage.Format.Format_Indexed8, name
        assert picture.width() <= WIDEST_PICTURE
        assert resource("help", "pictures", name).stat().st_size < MOST_OF_A_PICTURE


def test_topics_are_found_by_any_of_their_words() -> None:
    assert "withheld" in [each.name for each in found("confidential")]
    assert found("recovery key")[0].name in {"lock", "first-run", "settings", "people"}
    assert found("zzzz") == ()
    assert topic("no such topic").name == "index"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_page_can_be_named_by_the_way_back(name: str) -> None:
    assert TITLES[name]
