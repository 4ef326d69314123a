"""What is asked of each person, child, stay or referral: the lines of an answer, and how it is found.

A question answers with one code a subject, missing where nothing is recorded. Subjects are rows of a population.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.lists.health import DISABILITY_KIND
from refugedesk.domain.lists.support import SUPPORT_NEED
from refugedesk.reporting import axes
from refugedesk.reporting.axes import Axis, Band
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import children_of_people_started, needs_of_people_started
from refugedesk.reporting.supported import first_types
from refugedesk.reporting.tables import Line, Place
from refugedesk.reporting.ties import Breakdown, Grouping, Numbers

if TYPE_CHECKING:
    import pandas as pd

CONTINUING_OR_NEW = "continuing or new"
MOST_CHILDREN = 30
"""More children than anybody brings; only so that "4 or more" has an end."""


@dataclass(frozen=True)
class Question:
    """The lines a table has for a question, and the code of the line each subject belongs to.

    name: what is asked. Two tables that ask it of the same subjects have the same numbers, so two questions that
    answer differently need different names.
    grouping: how the answers to a finer question roll up into this one's; numbers: where it asks how many.
    """

    axis: Axis
    answers: Callable[[Material, pd.DataFrame], pd.Series]
    name: str
    grouping: Grouping | None = None
    numbers: Numbers | None = None

    def breakdown(self, population: str, at: Mapping[str, Place]) -> Breakdown:
        """How many of a population gave each answer, by where that stands."""
        return Breakdown(population, self.name, at, self.grouping, self.numbers)


def coded(column: str, codelist: CodeList) -> Question:
    """The code that is recorded in ``column``."""
    return Question(axes.recorded(axes.codes(codelist)), lambda material, subjects: subjects[column], column)


def grouped(column: str, codelist: CodeList) -> Question:
    """The group of the code in ``column``; a code that is no answer stays itself."""
    line = {code.code: code.group if code.is_answer else code.code for code in codelist.codes}
    return Question(
        axes.recorded(axes.groups(codelist)),
        lambda material, subjects: recode(subjects[column], lambda code: line[code]),
        f"group of {column}",
        Grouping(column, lambda code: line.get(code, code), (*line, axes.NOT_RECORDED.code)),
    )


def within_lines(column: str, lines: tuple[Line, ...]) -> Question:
    """The code in ``column``, which is always one of those lines."""
    return Question(axes.fixed(*lines), lambda material, subjects: subjects[column], column)


def age_at_start(bands: tuple[Band, ...]) -> Question:
    """Age in whole years on the day the stay started, in bands; born during the stay is 0."""
    return Question(
        axes.recorded(axes.banded(bands)),
        lambda material, subjects: in_bands(ages(subjects["date_of_birth"], subjects["started_on"]), bands),
        _in_words("age at start", bands),
    )


def month_of(column: str) -> Question:
    """The calendar month of the day in ``column``."""

    def answers(material: Material, subjects: pd.DataFrame) -> pd.Series:
        numbers = subjects[column].dt.year * 12 + subjects[column].dt.month - 1
        return recode(numbers, lambda number: f"{int(number) // 12:04}-{int(number) % 12 + 1:02}")

    return Question(axes.months, answers, f"month of {column}")


def authority_of(column: str) -> Question:
    """Inside or outside the home authority, by the authority in ``column``; never an authority's name."""
    return Question(
        axes.recorded(axes.fixed(axes.INSIDE, axes.OUTSIDE)),
        lambda material, subjects: _inside_or_outside(material, subjects[column]),
        f"side of {column}",
        Grouping("ward of origin_authority", _side_of_ward) if column == "origin_authority" else None,
    )


def origin_ward() -> Question:
    """The ward of the home authority, or outside it; a ward the service does not list is not recorded."""

    def answers(material: Material, subjects: pd.DataFrame) -> pd.Series:
        slugs = {alike(name): slug for slug, name in material.service.wards}
        places = _inside_or_outside(material, subjects["origin_authority"])
        ward = recode(subjects["origin_ward"], lambda name: slugs.get(alike(name)))
        return places.where(places != axes.INSIDE.code, ward.fillna(axes.WARD_NOT_RECORDED.code))

    return Question(axes.recorded(axes.wards), answers, "ward of origin_authority")


def _side_of_ward(ward: str) -> str:
    return ward if ward in (axes.OUTSIDE.code, axes.NOT_RECORDED.code) else axes.INSIDE.code


def children_with_them(bands: tuple[Band, ...]) -> Question:
    """How many children were in the refuge with the person in the stay that describes them."""

    def answers(material: Material, people: pd.DataFrame) -> pd.Series:
        return in_bands(_rows_a_stay(people, material.of(children_of_people_started)), bands)

    numbers = _numbers("children_of_people_started", bands, MOST_CHILDREN)
    return Question(axes.banded(bands), answers, _in_words("children with them", bands), numbers=numbers)


def number_of_needs(bands: tuple[Band, ...]) -> Question:
    """How many different needs were recorded in the stay that describes the person."""

    def answers(material: Material, people: pd.DataFrame) -> pd.Series:
        return in_bands(_rows_a_stay(people, material.of(needs_of_people_started)), bands)

    numbers = _numbers("needs_of_people_started", bands, len(SUPPORT_NEED.codes))
    return Question(axes.banded(bands), answers, _in_words("number of needs", bands), numbers=numbers)


def has_need(*needs: str) -> Question:
    """Whether one of ``needs`` was recorded in the stay that describes the person: yes or no."""

    def answers(material: Material, people: pd.DataFrame) -> pd.Series:
        recorded = material.extracts.needs
        return yes_or_no(people["stay"].isin(recorded.loc[recorded["need"].isin(needs), "stay"]))

    return Question(axes.fixed(Line("yes", "Yes"), Line("no", "No")), answers, has("need", " or ".join(needs)))


def banded_days(name: str, days: Callable[[Material], pd.Series], bands: tuple[Band, ...]) -> Question:
    """A number of days for each subject, in bands; not recorded where there is none."""

    def answers(material: Material, subjects: pd.DataFrame) -> pd.Series:
        return in_bands(material.of(days), bands)

    return Question(axes.recorded(axes.banded(bands)), answers, _in_words(name, bands))


def type_lived_in(codelist: CodeList) -> Question:
    """The type of the unit that the subject's stay lived in first in the period."""
    return Question(
        axes.recorded(axes.codes(codelist)),
        lambda material, subjects: subjects["stay"].map(material.of(first_types)).astype("str"),
        "type lived in",
    )


def sanctuary_or_not() -> Question:
    """Whether that is a sanctuary scheme, in which people stay at home, or accommodation of the service."""

    def apart(code: str) -> str:
        return code if code in ("sanctuary", axes.NOT_RECORDED.code) else "accommodation"

    return Question(
        axes.recorded(axes.fixed(Line("accommodation", "All other types"), Line("sanctuary", "Sanctuary scheme"))),
        lambda material, subjects: recode(subjects["stay"].map(material.of(first_types)), apart),
        "sanctuary or not",
        Grouping("type lived in", apart),
    )


def disability_kind(kind: str) -> Question:
    """Whether a disabled person has that kind of disability; no answer where no kind was recorded that is one."""

    def answers(material: Material, subjects: pd.DataFrame) -> pd.Series:
        kinds = subjects["disability_kinds"].astype("str").str.replace(";", " ").str.split()
        known = kinds.map(lambda found: _has_kind(kind, found), na_action="ignore").astype("str")
        is_disabled = subjects["disabled"].astype("str")
        return known.where(is_disabled == "yes", is_disabled.where(is_disabled == "no"))

    yes, no = Line("yes", "Yes"), Line("no", "No")
    return Question(axes.recorded(axes.fixed(yes, no)), answers, has("disability kind", kind))


def _has_kind(kind: str, found: list[str]) -> str | None:
    kinds = {code.code for code in DISABILITY_KIND.answers} & {*found}
    return None if not kinds else "yes" if kind in kinds else "no"


def continuing_or_new() -> Question:
    """Whether the subject's stay had begun before the period's first day and still went on that day."""
    return Question(
        axes.fixed(Line("continuing", "Continuing from before"), Line("new", "New in the period")),
        lambda material, subjects: subjects["is_continuing"].map({True: "continuing", False: "new"}),
        CONTINUING_OR_NEW,
    )


def has(column: str, code: str) -> str:
    """The name of the question whether somebody has that code among several: its answer is ``yes``."""
    return f"{column} is {code}"


def _in_words(what: str, bands: tuple[Band, ...]) -> str:
    return f"{what}: {', '.join(band.code for band in bands)}"


def _numbers(population: str, bands: tuple[Band, ...], most: int) -> Numbers:
    """Each band's least and most; ``most`` is more than anybody has, so that the last band has an end."""
    ends = [band.lowest - 1 for band in bands[1:]] + [most]
    return Numbers(population, {band.code: (band.lowest, end) for band, end in zip(bands, ends, strict=True)})


def recode(values: pd.Series, rule: Callable[[Any], str | None]) -> pd.Series:
    """The values by ``rule``, asked once for each distinct value; what is missing stays missing."""
    by_value: dict[Hashable, str | None] = {value: rule(value) for value in values.dropna().unique()}
    return values.map(by_value).astype("str")


def in_bands(numbers: pd.Series, bands: tuple[Band, ...]) -> pd.Series:
    """The code of the band each number falls in: the last that does not begin above it."""
    return recode(numbers, lambda number: [band.code for band in bands if band.lowest <= number][-1])


def ages(born_on: pd.Series, day: pd.Series) -> pd.Series:
    """Age in whole years on ``day``, at least 0; born on 29 February: a year older on 1 March."""
    birthday, today = (each.dt.month * 100 + each.dt.day for each in (born_on, day))
    years: pd.Series = day.dt.year - born_on.dt.year - (today < birthday)
    return years.clip(lower=0)


def alike(name: str) -> str:
    """The name trimmed and without case, to tell whether two are the same place."""
    return name.strip().casefold()


def yes_or_no(truths: pd.Series) -> pd.Series:
    """``yes`` for true and ``no`` for false."""
    return truths.map({True: "yes", False: "no"})


def _inside_or_outside(material: Material, authorities: pd.Series) -> pd.Series:
    home = alike(material.service.home_authority)
    return recode(
        authorities,
        lambda name: (axes.INSIDE.code if alike(name) == home else axes.OUTSIDE.code) if name.strip() else None,
    )


def _rows_a_stay(people: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    return people["stay"].map(rows["stay"].value_counts()).fillna(0)
