"""What a case story may tell, in bands: no day, no age, no name and no place is among it. Data alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY
from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.domain.lists.stays import NEEDS_MET
from refugedesk.domain.lists.support import ABUSE_TYPE, SUPPORT_NEED


class Part(StrEnum):
    """Where in the story a fact stands; the value is its heading."""

    WHO = "Who came"
    BEFORE = "What had happened"
    HELP = "What was done"
    AFTER = "How it ended"


@dataclass(frozen=True)
class StoryQuestion:
    """One thing that may be told. words: answer -> how the story says it; an answer without words is not told."""

    key: str
    part: Part
    words: Mapping[str, str]


def _each(codelist: CodeList, words: str) -> dict[str, str]:
    return {code.code: f"{words}: {_small(code.label)}" for code in codelist.answers if code.code != "other"}


def _groups(codelist: CodeList, words: str) -> dict[str, str]:
    return {code: f"{words}: {label}" for code, label in codelist.groups.items() if code != "other"}


def _small(label: str) -> str:
    """A label as it reads after a colon; one that begins with an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


AGES: Final = ((55, "55_over"), (45, "45_54"), (35, "35_44"), (25, "25_34"), (0, "under_25"))
LENGTHS: Final = ((365, "over_year"), (183, "6_to_12"), (92, "3_to_6"), (31, "1_to_3"), (0, "under_1"))
"""The least age in years, and the least length of stay in days, of each band; the highest first."""

QUESTIONS: Final = (
    StoryQuestion("sex", Part.WHO, {"female": "A woman", "male": "A man"}),
    StoryQuestion(
        "age",
        Part.WHO,
        {
            "under_25": "Younger than 25",
            "25_34": "Between 25 and 34",
            "35_44": "Between 35 and 44",
            "45_54": "Between 45 and 54",
            "55_over": "55 or older",
        },
    ),
    StoryQuestion("ethnic_group", Part.WHO, _groups(ETHNICITY, "Ethnic group")),
    StoryQuestion(
        "children",
        Part.WHO,
        {
            "none": "Came without children",
            "few": "Came with one or two children",
            "many": "Came with three or more children",
        },
    ),
    StoryQuestion("young_child", Part.WHO, {"yes": "Had a child younger than five with them"}),
    StoryQuestion(
        "origin", Part.WHO, {"inside": "Came from the area of the service", "outside": "Came from another area"}
    ),
    StoryQuestion("disabled", Part.WHO, {"yes": "Disabled"}),
    StoryQuestion("pregnant", Part.WHO, {"yes": "Pregnant, or had given birth not long before"}),
    StoryQuestion("no_recourse", Part.WHO, {"yes": "Without recourse to public funds"}),
    StoryQuestion("interpreter_needed", Part.WHO, {"yes": "Needed an interpreter"}),
    StoryQuestion("abuse", Part.BEFORE, _each(ABUSE_TYPE, "Kind of abuse")),
    StoryQuestion("risk", Part.BEFORE, _each(RISK_LEVEL, "Risk on arrival")),
    StoryQuestion("needs", Part.HELP, _each(SUPPORT_NEED, "Help with")),
    StoryQuestion(
        "length",
        Part.HELP,
        {
            "under_1": "Stayed for less than a month",
            "1_to_3": "Stayed for between one month and three",
            "3_to_6": "Stayed for between three months and six",
            "6_to_12": "Stayed for between half a year and a year",
            "over_year": "Stayed for more than a year",
        },
    ),
    StoryQuestion("move_on", Part.AFTER, _groups(MOVE_ON_DESTINATION, "Moved on to")),
    StoryQuestion("planned", Part.AFTER, {"yes": "Left as planned", "no": "Left without a plan"}),
    StoryQuestion("needs_met", Part.AFTER, _each(NEEDS_MET, "Needs met on leaving")),
    StoryQuestion("safe", Part.AFTER, {"yes": "Was safe on leaving"}),
    StoryQuestion(
        "returned", Part.AFTER, {"no": "Did not go back to the perpetrator", "yes": "Went back to the perpetrator"}
    ),
    StoryQuestion(
        "risk_change",
        Part.AFTER,
        {
            "lower": "The risk was lower on leaving than on arrival",
            "same": "The risk was the same on leaving as on arrival",
            "higher": "The risk was higher on leaving than on arrival",
        },
    ),
)
"""In the order of the story."""
