"""The topics of the help, read from the Markdown files that ship with the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from refugedesk.domain.words import ENGLISH, spoken
from refugedesk.ui.resources import resource


@dataclass(frozen=True)
class Topic:
    """One screen of help. ``name`` is what pages and links call it by."""

    name: str
    title: str
    text: str


def topics() -> tuple[Topic, ...]:
    """Every topic, in the order of the files' numbers: in the language of the window, or else in English."""
    return _topics(spoken())


@cache
def _topics(language: str) -> tuple[Topic, ...]:
    return tuple(_read(path.stem, spoken_file(path, language).read_text("utf-8")) for path in _english())


def _english() -> list[Path]:
    return sorted(resource("help").glob("*.md"))


def spoken_file(path: Path, language: str) -> Path:
    """The file of a topic in the folder of a language, where somebody has put one there; else the English one."""
    other = path.parent / language / path.name
    return other if language != ENGLISH and other.is_file() else path


def topic(name: str) -> Topic:
    """The topic of that name; the first one where there is none."""
    return next((each for each in topics() if each.name == name), topics()[0])


def found(words: str) -> tuple[Topic, ...]:
    """The topics that hold every word, those with all of them in the title first."""
    wanted = words.casefold().split()
    hits = [each for each in topics() if all(word in each.text.casefold() for word in wanted)]
    return tuple(sorted(hits, key=lambda each: not all(word in each.title.casefold() for word in wanted)))


def _read(stem: str, text: str) -> Topic:
    heading, _, _ = text.partition("\n")
    return Topic(stem.partition("-")[2], heading.removeprefix("# ").strip(), text)
