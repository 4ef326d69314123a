"""The facts of one stay that a story may tell, worked out from plain answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY
from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.domain.spans import age_on
from refugedesk.domain.stories.questions import AGES, LENGTHS, QUESTIONS, Part

YOUNG = 5
MANY = 3
AS_ANSWERED: Final = ("disabled", "pregnant", "no_recourse", "interpreter_needed")
ON_LEAVING: Final = {
    "planned": "planned_departure",
    "needs_met": "needs_met",
    "safe": "safe_at_exit",
    "returned": "returned_to_perpetrator",
}
LEVELS: Final = tuple(code.code for code in RISK_LEVEL.answers)
WORDS: Final = {(each.key, code): (each.part, words) for each in QUESTIONS for code, words in each.words.items()}
PLACES: Final = {key: place for place, key in enumerate(WORDS)}

Answers = Mapping[str, str | date | None]


class Fact(NamedTuple):
    """An answer that a story may tell."""

    key: str
    code: str

    @property
    def words(self) -> str:
        """How the story says it."""
        return WORDS[self.key, self.code][1]

    @property
    def part(self) -> Part:
        """Where it stands."""
        return WORDS[self.key, self.code][0]


Facts = frozenset[Fact]


@dataclass(frozen=True)
class Lived:
    """One stay as plain answers. born: the birthdays of the children there, None where one is not known."""

    stay: Answers
    resident: Answers
    born: tuple[date | None, ...] = ()
    needs: frozenset[str] = frozenset()
    abuse: frozenset[str] = frozenset()


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """As the story tells them."""
    return tuple(sorted(facts, key=lambda fact: PLACES[fact]))


def facts_of(lived: Lived, home: str) -> Facts:
    """Every fact of the stay that may be told; what was not answered is none. home: the home authority."""
    found = (*_who(lived, home), *_before_and_help(lived), *_after(lived))
    return frozenset(Fact(key, code) for key, code in found if (key, code) in WORDS)


def _who(lived: Lived, home: str) -> Iterator[tuple[str, str]]:
    resident, started = lived.resident, lived.stay.get("started_on")
    yield "sex", _code(resident, "sex")
    yield from ((key, _code(resident, key)) for key in AS_ANSWERED)
    group = _code(resident, "ethnicity")
    yield "ethnic_group", ETHNICITY[group].group if group in ETHNICITY else ""
    yield "origin", _origin(_code(lived.stay, "origin_authority"), home)
    yield "children", "many" if len(lived.born) >= MANY else "few" if lived.born else "none"
    born = resident.get("date_of_birth")
    if isinstance(started, date):
        yield "age", _band(age_on(born, started), AGES) if isinstance(born, date) else ""
        ages = [age_on(each, started) for each in lived.born if each]
        yield "young_child", "yes" if any(age < YOUNG for age in ages) else ""


def _before_and_help(lived: Lived) -> Iterator[tuple[str, str]]:
    yield from (("abuse", code) for code in lived.abuse)
    yield from (("needs", code) for code in lived.needs)
    yield "risk", _code(lived.stay, "risk_at_start")


def _after(lived: Lived) -> Iterator[tuple[str, str]]:
    started, ended = lived.stay.get("started_on"), lived.stay.get("ended_on")
    if not isinstance(started, date) or not isinstance(ended, date):
        return
    yield "length", _band((ended - started).days, LENGTHS)
    where = _code(lived.stay, "move_on_destination")
    yield "move_on", MOVE_ON_DESTINATION[where].group if where in MOVE_ON_DESTINATION else ""
    yield from ((key, _code(lived.stay, field)) for key, field in ON_LEAVING.items())
    yield "risk_change", _change(_code(lived.stay, "risk_at_start"), _code(lived.stay, "risk_at_exit"))


def _code(answers: Answers, name: str) -> str:
    return str(answers.get(name) or "")


def _origin(authority: str, home: str) -> str:
    if not authority.strip():
        return ""
    return "inside" if authority.strip().casefold() == home.strip().casefold() else "outside"


def _change(start: str, end: str) -> str:
    """From which risk to which; the list of levels rises."""
    if not {start, end} <= {*LEVELS}:
        return ""
    step = LEVELS.index(end) - LEVELS.index(start)
    return "higher" if step > 0 else "lower" if step < 0 else "same"


def _band(number: int, bands: tuple[tuple[int, str], ...]) -> str:
    return next((code for least, code in bands if number >= least), "")
