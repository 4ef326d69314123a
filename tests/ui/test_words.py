"""Whether what a person reads goes through the translation: every page, opened in a language nobody speaks."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication

from cheap_doors import CHEAP_DOORS
from cut_words import cut_and_not_told, cut_without_tip, too_wide
from desks import a_desk, a_stay, a_unit
from page_windows import ChosenFiles, settle
from pseudo import PARTS, pseudo_catalogue
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.style import Style
from refugedesk.ui.translations import Words, install, sentences_of, speak
from refugedesk.ui.widgets.recovery_key import KeyText
from sentences import said_too_early, sentences
from shots.entry import entry_scenes
from shots.houses import STATES
from shots.scenes import Scene, scenes
from shots.taking import forget
from stays_english import AS_IN_THE_FILE, without_exceptions
from translating import FOLDER, known, written
from unwrapped import unwrapped
from visible_words import WORD, left_plain, own_words, texts

FIRST_SEEN = {"home", "residents", "returns", "board"}
"""The pages that are looked at in every run; all of them in the slow one."""


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
    let_go(window)
    assert left == {}


def let_go(window: EntryWindow | MainWindow) -> None:
    """Takes a window away at once: what stands where it stood in memory must not be taken for a part of it."""
    window.tasks.finish()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def keys_on(window: EntryWindow) -> frozenset[str]:
    """The recovery key that is shown is no word of anybody's language."""
    return frozenset(word for each in window.findChildren(KeyText) for word in WORD.findall(each.key))


def a_small_house(folder: Path) -> Desk:
    """A store in which one household lives."""
    desk = a_desk(folder / "store")
    a_stay(desk, "Zyxwv", a_unit(desk, "Qqq 1"), children=("Vvv",))
    return desk


HOUSES = {"small": (a_small_house, "x-nobody"), "usual, from the right": (STATES["usual"], "ar")}


@pytest.fixture(params=[(a_small_house, "x-nobody")])
def everywhere(request: pytest.FixtureRequest, application: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window over a store, in the language nobody speaks, read as that of the code is."""
    house, code = request.param
    desk = house(tmp_path)
    install(application, pseudo_catalogue(application), code)
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    window.resize(1366, 768)
    window.show()
    yield window
    let_go(window)
    desk.close()
    install(application, None)


def seen(window: MainWindow, wanted: Iterable[Scene]) -> Iterator[Scene]:
    """Each scene while the window shows it."""
    for scene in wanted:
        window.navigator.start_at("home")
        window.navigator.open(scene.page, **scene.where)
        scene.act(window)
        settle()
        yield scene
        forget(window)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def still_english(window: MainWindow, page: str, own: frozenset[str]) -> Iterator[str]:
    """What the window shows that no translation has touched, the exceptions apart."""
    for text in dict.fromkeys(texts(window, AS_IN_THE_FILE)):
        if any(word not in own for word in WORD.findall(without_exceptions(text, page))):
            yield text


def check_pages(window: MainWindow, wanted: Iterable[Scene]) -> None:
    """Everything on these pages goes through the translation, and nothing is cut."""
    own = own_words(window.desk) | frozenset(WORD.findall(str(window.desk.folder)))
    left: dict[str, str] = {}
    cut: dict[str, str] = {}
    for scene in seen(window, wanted):
        left |= dict.fromkeys(still_english(window, scene.page, own), scene.name)
        cut |= dict.fromkeys(cut_without_tip(window) + cut_and_not_told(window) + too_wide(window), scene.name)
    assert left == {}, "These words do not go through tr(): or why not stands in tests/stays_english.py."
    assert cut == {}, "In longer words this is cut and cannot be read."


def test_what_is_seen_first_goes_through_translation_and_is_not_cut(everywhere: MainWindow) -> None:
    first = [scene for scene in scenes(everywhere.desk) if scene.name in FIRST_SEEN]
    assert {scene.name for scene in first} == FIRST_SEEN
    check_pages(everywhere, first)


@pytest.mark.slow
@pytest.mark.parametrize("everywhere", HOUSES.values(), ids=list(HOUSES), indirect=True)
def test_every_page_goes_through_translation_and_is_not_cut(everywhere: MainWindow) -> None:
    check_pages(everywhere, scenes(everywhere.desk))


def test_what_qt_says_itself_stays_as_it_is(application: QApplication, nobodys_language: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "OK") == "OK"


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_a_language_is_in_step_with_the_program(file: Path) -> None:
    assert file.read_text("utf-8") == written(file.stem, known(file)), "make translations brings it up to date."


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_a_language_has_the_sentences_of_the_program_with_the_same_parts(file: Path) -> None:
    translated = sentences_of(file)
    assert set(translated) <= sentences(), "make translations brings the file up to date."
    forms = ((source, each) for source, words in translated.items() for each in of_each_number(words))
    assert {source for source, words in forms if parts(source) != parts(words)} == set()


def of_each_number(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


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


def test_every_literal_that_reads_like_words_goes_through_the_translation() -> None:
    """Also where no scene leads; what only looks like words is named with its reason in tests/unwrapped.py."""
    assert list(unwrapped()) == []


def test_no_words_are_translated_before_a_language_is_chosen() -> None:
    """What is said while a module loads would stay in whatever language there was then: it is noted instead."""
    assert list(said_too_early()) == []
