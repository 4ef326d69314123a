"""Everybody's names by their words, by how they sound and by their letters, so that a search need not read them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from refugedesk.domain.sounds import are_alike, is_alike, sound_of, words_of_name

Found = tuple[str, str]
"""Record id and key."""


@dataclass
class NameIndex:
    """Names of people, found again by names that are like them. Somebody renamed gets a new number; the old is empty.

    stand: the newest entry of the record of changes whose names are in it.
    """

    stand: int
    people: list[Found] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    numbers: dict[Found, int] = field(default_factory=dict)
    by_word: dict[str, list[int]] = field(default_factory=dict)
    by_sound: dict[str, set[str]] = field(default_factory=dict)
    by_letters: dict[str, set[str]] = field(default_factory=dict)

    def take(self, found: Found, parts: Sequence[str]) -> None:
        """Takes somebody in by the parts of their name, in place of what they were called before."""
        self.leave(found)
        number = self.numbers[found] = len(self.people)
        self.people.append(found)
        self.names.append(" ".join(parts))
        for word in {word for part in parts for word in words_of_name(part)}:
            if word not in self.by_word:
                self._take_word(word)
            self.by_word[word].append(number)

    def _take_word(self, word: str) -> None:
        self.by_word[word] = []
        self.by_sound.setdefault(sound_of(word), set()).add(word)
        for letters in _corners(word):
            self.by_letters.setdefault(letters, set()).add(word)

    def leave(self, found: Found) -> None:
        """Leaves somebody out; nothing where they are not in it."""
        number = self.numbers.pop(found, None)
        if number is not None:
            self.names[number] = ""

    def like(self, name: str) -> list[Found]:
        """Those whose names are like this one, the newest first: keys grow with time."""
        words = [like for word in words_of_name(name) for like in self.words_like(word)]
        likely = {number for word in words for number in self.by_word[word]}
        found = [self.people[number] for number in likely if are_alike(name, self.names[number])]
        return sorted(found, key=lambda each: each[1], reverse=True)

    def words_like(self, word: str) -> set[str]:
        """The words that sound like this one, or begin or end with its letters and are nearly spelt so."""
        near = set().union(*(self.by_letters.get(letters, set()) for letters in _corners(word)))
        return {each for each in near | self.by_sound.get(sound_of(word), set()) if is_alike(word, each)}


def _corners(word: str) -> tuple[str, str]:
    """The first two letters and the last two: a slip of the hand leaves one of them whole."""
    return f"{word[:2]}-", f"-{word[-2:]}"
