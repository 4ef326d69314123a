"""The language bank: who in the service speaks what, whom to ring, and what interpreting has taken so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from refugedesk.domain.languages import is_same_language, languages_in, speaks
from refugedesk.domain.lists.team import AGENCY_KIND, STAFF_ROLE
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of
from refugedesk.storage.lookups import languages as lookups

NATIVE: Final = "English"


@dataclass(frozen=True)
class Speaker:
    """Somebody who speaks languages, or is rung for them: the record it stands in, and what is known."""

    record: str
    id: str
    name: str
    what: str
    languages: tuple[str, ...]

    @property
    def is_of_team(self) -> bool:
        """Whether it is one of the team, and not somebody to ring."""
        return self.record == "staff"


@dataclass(frozen=True)
class Interpreting:
    """What interpreting in one language has taken: contacts, minutes and pence, exact."""

    language: str
    contacts: int
    minutes: int
    pence: int

    @property
    def words(self) -> str:
        """Tigrinya: 3 contacts, 2 h 15 min, £91.00."""
        hours, minutes = divmod(self.minutes, 60)
        time = (
            tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
            if hours
            else tr("{minutes} min", minutes=minutes)
        )
        pounds, pence = divmod(self.pence, 100)
        return f"{self.language}: {count_of(self.contacts, 'contact')}, {time}, £{pounds:,}.{pence:02}"


@dataclass(frozen=True)
class LanguageBank:
    """What the bank says about one language, or about all of them; ``since``: the first day of what was counted."""

    language: str
    team: tuple[Speaker, ...]
    to_ring: tuple[Speaker, ...]
    interpreting: tuple[Interpreting, ...]
    since: date


def language_bank(desk: Desk, language: str = "") -> LanguageBank:
    """Who speaks a language, by any of its names; of an empty one everybody who speaks any. Since 1 April last."""
    desk.require(Action.READ)
    since = _year_began(desk.today)
    with desk.reading() as connection:
        lines = lookups.speaker_lines(connection, desk.today)
        taken = lookups.interpreting_lines(connection, since)
    found = [_speaker(line) for line in lines if not language or speaks(line.languages, language)]
    team, to_ring = (tuple(each for each in found if each.is_of_team is of_team) for of_team in (True, False))
    fitting = (line for line in taken if not language or is_same_language(line.language, language))
    return LanguageBank(language, team, to_ring, tuple(_together(fitting)), since)


def known_languages(desk: Desk) -> tuple[str, ...]:
    """Every language the bank has, each once, by name."""
    bank = language_bank(desk)
    named = (name for each in (*bank.team, *bank.to_ring) for name in each.languages)
    return tuple(sorted({name.casefold(): name for name in named}.values(), key=str.casefold))


def who_speaks(desk: Desk, line: object) -> tuple[str, ...]:
    """For each language of a line but English, one sentence that says who speaks it."""
    desk.require(Action.READ)
    asked = (each for each in languages_in(line) if not is_same_language(each, NATIVE))
    return tuple(_sentence(language_bank(desk, each)) for each in asked)


def _sentence(bank: LanguageBank) -> str:
    named = [f"{each.name} ({each.what})" if each.what else each.name for each in (*bank.team, *bank.to_ring)]
    if not named:
        return tr("Nobody in the language bank speaks {language}.", language=bank.language)
    return f"{bank.language}: {'; '.join(named)}."


def _speaker(line: lookups.SpeakerLine) -> Speaker:
    codes = STAFF_ROLE if line.record == "staff" else AGENCY_KIND
    parts = (codes.label(line.code), line.telephone, line.hours)
    return Speaker(line.record, line.id, line.name, ", ".join(filter(None, parts)), languages_in(line.languages))


def _together(lines: Iterable[lookups.InterpretingLine]) -> list[Interpreting]:
    """One language, however its capitals were written, in one line."""
    found: dict[str, Interpreting] = {}
    for line in lines:
        key = line.language.casefold()
        before = found.get(key, Interpreting(line.language, 0, 0, 0))
        found[key] = Interpreting(
            before.language, before.contacts + line.contacts, before.minutes + line.minutes, before.pence + line.pence
        )
    return list(found.values())


def _year_began(today: date) -> date:
    """The first of April on or before today."""
    april = today.replace(month=4, day=1)
    return april if april <= today else april.replace(year=april.year - 1)
