"""One invented household: who they are, before anything is known of their stay."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from refugedesk.demo.chance import Chance
from refugedesk.demo.people import AUTHORITIES, COMMUNITIES, GENDERS, HOME, ORIENTATIONS, WARDS, Community

Row = dict[str, str]
AGES = {"16": 1, "18": 8, "21": 14, "25": 20, "30": 20, "35": 15, "40": 10, "45": 6, "50": 4, "58": 2}
CHILDREN = {"0": 44, "1": 26, "2": 18, "3": 8, "4": 3, "5": 1}
RISKS = {"standard": 15, "medium": 38, "high": 41, "not_assessed": 4, "not_known": 2}


@dataclass
class Household:
    """A person and the children who would come too, with where they come from; nothing is in the store yet."""

    resident: Row
    children: list[Row]
    authority: str
    ward: str
    risk: str
    is_man: bool
    stays: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many would live in the unit."""
        return 1 + sum(child["in_refuge"] == "yes" for child in self.children)


def a_household(chance: Chance, today: date) -> Household:
    """Somebody who calls on ``today``."""
    community = COMMUNITIES[chance.weighted({name: each.share for name, each in COMMUNITIES.items()})]
    is_man = chance.happens(4)
    born = _born(chance, int(chance.weighted(AGES)), today)
    authority = chance.mostly(chance.weighted(AUTHORITIES), 3)
    ward = chance.mostly(chance.weighted(WARDS), 8) if authority == HOME else ""
    resident = _a_resident(chance, community, born, is_man)
    number = 0 if is_man and chance.happens(60) else int(chance.weighted(CHILDREN))
    children = [_a_child(chance, community, born, today) for _ in range(number)]
    return Household(resident, children, authority, ward, chance.weighted(RISKS), is_man)


def _a_resident(chance: Chance, community: Community, born: date, is_man: bool) -> Row:
    language = chance.weighted(community.language)
    is_fluent = language == "English"
    last_name = chance.one_of(community.last_names)
    return {
        "first_name": chance.one_of(community.men if is_man else community.women),
        "last_name": chance.mostly(last_name, 2),
        "date_of_birth": chance.mostly(born.isoformat(), 0.5),
        "sex": "male" if is_man else "female",
        "gender": chance.mostly(chance.weighted(GENDERS), 1),
        "ethnicity": chance.mostly(chance.weighted(community.ethnicity), 1),
        "religion": chance.mostly(chance.weighted(community.religion), 2),
        "sexual_orientation": chance.mostly(chance.weighted(ORIENTATIONS), 2),
        "disabled": chance.mostly(chance.weighted({"no": 74, "yes": 22, "prefer_not_to_say": 4}), 1),
        "pregnant": "no" if is_man else chance.mostly(chance.weighted({"no": 90, "yes": 8, "not_asked": 2}), 1),
        "first_language": language,
        "interpreter_needed": "no" if is_fluent else chance.weighted({"yes": 58, "no": 42}),
        "no_recourse": "no" if is_fluent else chance.weighted({"no": 80, "yes": 17, "not_known": 3}),
    }


def _a_child(chance: Chance, community: Community, parent_born: date, today: date) -> Row:
    is_boy = chance.happens(50)
    oldest = parent_born + timedelta(days=int(17.5 * 365.25))
    youngest = today - timedelta(days=20)
    first = max(oldest, today - timedelta(days=int(16.9 * 365.25)))
    return {
        "first_name": chance.mostly(chance.one_of(community.men if is_boy else community.women), 3),
        "date_of_birth": chance.mostly(chance.day_within(min(first, youngest), youngest).isoformat(), 2),
        "sex": chance.mostly("male" if is_boy else "female", 1),
        "in_refuge": chance.weighted({"yes": 90, "no": 10}),
    }


def _born(chance: Chance, age: int, today: date) -> date:
    """The birthday of somebody of about that age."""
    latest = today - timedelta(days=int(age * 365.25) + 1)
    return chance.day_within(latest - timedelta(days=5 * 365), latest)
