"""Whether what a person reads goes through the translation: every page, opened in a language nobody speaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication

from cheap_doors import CHEAP_DOORS
from cut_words import cut_without_tip
from desks import a_desk, a_stay, a_unit
from page_windows import ChosenFiles, settle
from pseudo import PARTS, pseudo_catalogue
from refugedesk.domain.words import tr
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.style import Style
from refugedesk.ui.translations import install, sentences_of, speak
from refugedesk.ui.widgets.recovery_key import KeyText
from sentences import said_too_early, sentences
from shots.entry import entry_scenes
from shots.scenes import scenes
from shots.taking import forget
from translating import FOLDER
from visible_words import WORD, left_plain, own_words

MOST_LEFT = 40
"""How many texts of a hundred may still go past the translation, all pages together. It only ever falls."""


@pytest.fixture
def nobodys_language(application: QApplication) -> Iterator[None]:
    install(application, pseudo_catalogue(application), "x-nobody")
    yield
    install(application, None)


def test_every_word_of_the_entry_window_goes_through_translation(
    application: QApplication, nobodys_language: None, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    window = EntryWindow(tmp_path / "store", CHEAP_DOORS, settings, ChosenFiles())
    own = frozenset(WORD.findall(str(tmp_path / "store"))) | {"Desk"}
    window.show()
    left: dict[str, list[str]] = {}
    for name, show in entry_scenes(tmp_path / "store"):
        show(window)
        settle()
        plain = {text: words for text, words in left_plain(window, own | keys_on(window)).items() if words}
        left |= {f"{name}: {text}": words for text, words in plain.items()}
        assert cut_without_tip(window) == [], name
    window.tasks.finish()
    window.deleteLater()
    assert left == {}


def keys_on(window: EntryWindow) -> frozenset[str]:
    """The recovery key that is shown is no word of anybody's language."""
    return frozenset(word for each in window.findChildren(KeyText) for word in WORD.findall(each.key))


def test_how_much_of_the_window_goes_through_translation(
    application: QApplication, nobodys_language: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = a_desk(tmp_path / "store")
    a_stay(desk, "Zyxwv", a_unit(desk, "Qqq 1"), children=("Vvv",))
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    window.resize(1366, 768)
    window.show()
    own = own_words(desk)
    seen: dict[str, dict[str, bool]] = {}
    for scene in scenes(desk):
        window.navigator.start_at("home")
        window.navigator.open(scene.page, **scene.where)
        scene.act(window)
        settle()
        here = seen.setdefault(scene.page, {})
        here |= {text: bool(words) for text, words in left_plain(window, own).items()}
        forget(window)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.tasks.finish()
    window.deleteLater()
    desk.close()
    left = {text for here in seen.values() for text, is_plain in here.items() if is_plain}
    total = {text for here in seen.values() for text in here}
    with capsys.disabled():
        print()
        for page, here in seen.items():
            print(f"  {page:10} {len(here) - sum(here.values()):5} of {len(here):5} texts go through the translation")
        print(f"  together   {len(total) - len(left):5} of {len(total):5} different ones")
    (tmp_path / "left.txt").write_text("\n".join(sorted(left)))
    assert 100 * len(left) <= MOST_LEFT * len(total), (
        f"New words are not put through tr(); all that are not: {tmp_path / 'left.txt'}"
    )


def test_what_qt_says_itself_stays_as_it_is(application: QApplication, nobodys_language: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "OK") == "OK"


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_a_language_has_the_sentences_of_the_program_with_the_same_parts(file: Path) -> None:
    translated = sentences_of(file)
    assert set(translated) <= sentences(), "make translations brings the file up to date."
    assert {source for source, words in translated.items() if parts(source) != parts(words)} == set()


def parts(sentence: str) -> set[str]:
    return {piece for piece in PARTS.split(sentence) if PARTS.fullmatch(piece)}


def test_the_chosen_language_is_spoken_at_the_next_start_and_reads_the_right_way(
    application: QApplication, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    Style(application, settings).choose_language("cy")
    try:
        speak(application, settings)
        assert tr("Unlock") == "Datgloi"
        assert tr("A sentence nobody has translated, {name}", name="Ana") == "A sentence nobody has translated, Ana"
        install(application, pseudo_catalogue(application), "ar")
        assert application.layoutDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        install(application, None)
    assert (tr("Unlock"), application.layoutDirection()) == ("Unlock", Qt.LayoutDirection.LeftToRight)


def test_no_words_are_translated_before_a_language_is_chosen() -> None:
    """What is said while a module loads would stay in whatever language there was then: it is noted instead."""
    assert list(said_too_early()) == []
