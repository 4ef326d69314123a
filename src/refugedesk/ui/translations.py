"""The language of the window: a file of Qt's own form (.ts) for each, read when it is chosen and not before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from refugedesk.domain.words import ENGLISH, ask_for_words
from refugedesk.ui.plural_forms import form_of
from refugedesk.ui.resources import resource

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # nosec B405 - for the type alone

Words = str | tuple[str, ...]
"""A translation, or the forms of one that depends on a number, in the order of Qt Linguist."""

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

    def __init__(self, sentences: Mapping[str, Words], parent: QObject | None = None, code: str = ENGLISH) -> None:
        super().__init__(parent)
        self.sentences = sentences
        self._form = form_of(code)

    def isEmpty(self) -> bool:
        """Qt installs no translator that is empty."""
        return not self.sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """What Qt asks: the sentence, or None where it is not there or Qt's own: an empty one would be shown."""
        if context != CONTEXT:
            return None
        forms = self.sentences.get(source)
        if forms is None or isinstance(forms, str):
            return forms
        return forms[min(self._form(n), len(forms) - 1)]


def sentences_of(file: Path) -> dict[str, Words]:
    """Source -> translation, as far as there is one, reviewed or not; of a sentence with a number, its forms."""
    from defusedxml.ElementTree import parse

    messages = parse(file, forbid_dtd=False).iter("message")
    found = {each.findtext("source", ""): _words(each) for each in messages}
    return {source: words for source, words in found.items() if words}


def _words(message: Element) -> Words:
    forms = tuple(each.text or "" for each in message.iterfind("translation/numerusform"))
    return (forms if all(forms) else "") if forms else message.findtext("translation", "")


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
        install(application, Catalogue(sentences_of(resource("translations", f"{code}.ts")), application, code), code)


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


def _from_qt(source: str, number: int) -> str:
    return QCoreApplication.translate(CONTEXT, source, None, number)


def _language(file: Path) -> Language:
    own_name = QLocale(file.stem).nativeLanguageName()
    return Language(file.stem, own_name[:1].upper() + own_name[1:], "unfinished" not in file.read_text("utf-8"))
