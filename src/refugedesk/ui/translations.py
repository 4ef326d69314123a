"""The language of the window: a file of Qt's own form (.ts) for each, read when it is chosen and not before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from refugedesk.domain.words import ENGLISH, ask_for_words
from refugedesk.ui.resources import resource

CONTEXT: Final = "Desk"
"""The context under which every sentence of the program stands in a .ts file."""


@dataclass(frozen=True)
class Language:
    """A language the window can speak: its code, what it calls itself, and whether a reader has gone over it."""

    code: str
    own_name: str
    is_reviewed: bool


class Catalogue(QTranslator):
    """The sentences of one language. What it has not stays English."""

    def __init__(self, sentences: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentences = sentences

    def isEmpty(self) -> bool:
        """Qt installs no translator that is empty."""
        return not self.sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """What Qt asks: the sentence, or None where it is not there or Qt's own: an empty one would be shown."""
        return self.sentences.get(source) if context == CONTEXT else None


def sentences_of(file: Path) -> dict[str, str]:
    """Source -> translation, as far as there is one; reviewed or not."""
    from defusedxml.ElementTree import parse

    messages = parse(file, forbid_dtd=False).iter("message")
    found = {each.findtext("source", ""): each.findtext("translation", "") for each in messages}
    return {source: words for source, words in found.items() if words}


@cache
def languages() -> tuple[Language, ...]:
    """English, and whatever lies among the resources."""
    others = (_language(file) for file in sorted(resource("translations").glob("*.ts")))
    return (Language(ENGLISH, "English", True), *others)


def chosen(settings: QSettings) -> str:
    """The code of the language that was chosen, if it is there; else English."""
    kept = str(settings.value("language", ENGLISH))
    if kept == ENGLISH:
        return ENGLISH
    return kept if kept in {each.code for each in languages()} else ENGLISH


def speak(application: QApplication, settings: QSettings) -> None:
    """Sets the language of the whole program; to be called before a window is made."""
    code = chosen(settings)
    if code == ENGLISH:
        install(application, None)
    else:
        install(application, Catalogue(sentences_of(resource("translations", f"{code}.ts")), application), code)


def install(application: QApplication, catalogue: QTranslator | None, code: str = ENGLISH) -> None:
    """Puts a catalogue in place of the one before; None for English. Sets the direction of reading."""
    for before in _installed:
        application.removeTranslator(before)
    _installed[:] = [catalogue] if catalogue is not None else []
    if catalogue is not None:
        application.installTranslator(catalogue)
    ask_for_words(_from_qt if catalogue is not None else None, code)
    application.setLayoutDirection(direction(code))


def direction(code: str) -> Qt.LayoutDirection:
    """Which way a language is read."""
    return QLocale(code).textDirection()


_installed: list[QTranslator] = []


def _from_qt(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def _language(file: Path) -> Language:
    own_name = QLocale(file.stem).nativeLanguageName()
    return Language(file.stem, own_name[:1].upper() + own_name[1:], "unfinished" not in file.read_text("utf-8"))
