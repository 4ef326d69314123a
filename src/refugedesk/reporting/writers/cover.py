"""The first sheet of the workbook: which return this is, how it is protected, how to read it, what it holds."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from refugedesk.reporting.tables import Heading, Policy, PrintedTable
from refugedesk.reporting.writers.figures import WITHHELD
from refugedesk.reporting.writers.grids import cell_text
from refugedesk.reporting.writers.words import day_words, period_words


class CoverLook(StrEnum):
    """What a line of the cover is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    FACT = "fact"
    TEXT = "text"
    WARNING = "warning"
    SPACE = "space"


class CoverLine(NamedTuple):
    """A line of the cover: a name at the left where it has one, and its words."""

    look: CoverLook
    name: str = ""
    text: str = ""


class Fact(StrEnum):
    """The names of the facts that the reader of a file goes by."""

    TITLE = "Return"
    SERVICE = "Service"
    AUTHORITY = "Home authority"
    PERIOD = "Period"
    FIRST = "First day"
    LAST = "Last day"
    DEFINITION = "Definition"
    VERSION = "Version"
    POLICY = "Protection"
    THRESHOLD = "Smallest count shown"
    REVISION = "Revision"


NARRATIVE = "In its words"
"""The name beside the service's own text."""
NO_POLICY, NO_THRESHOLD = "none", "all"

HOW_TO_READ = (
    (
        "Base",
        "The base of a table counts those with an answer. People without one follow in rows of their own, in grey.",
    ),
    ("Percentages", "Percentages are whole numbers, of the base. Averages have one decimal. Halves are rounded up."),
    ("Sums", "Rounded percentages may not add to 100, nor do tables in which a person can have several answers."),
    ("Dash", "A dash stands for a percentage or an average of nothing."),
    ("People", "A person counts once in each table of people, however many stays or children they have."),
)
EXACT = (
    "These are exact counts: nothing is withheld, and people may be recognised from small numbers. "
    "They were made for one named recipient and one stated reason. Keep them locked away and do not pass them on."
)

EXACT_IN_SHORT = "Exact counts, not protected. Do not pass on."


def cover_lines(heading: Heading, policy: Policy | None, sheets: dict[str, list[PrintedTable]]) -> list[CoverLine]:
    """The cover from top to bottom."""
    return [
        CoverLine(CoverLook.TITLE, heading.name),
        CoverLine(CoverLook.SUBTITLE, f"{heading.service}, {period_words(heading.period)}"),
        CoverLine(CoverLook.SPACE),
        *_facts(heading, policy),
        *_narrative(heading),
        *_section("What is withheld"),
        *_protection(policy),
        *_section("How to read the tables"),
        *(CoverLine(CoverLook.TEXT, name, text) for name, text in HOW_TO_READ),
        *_section("What is inside"),
        *(
            CoverLine(CoverLook.TEXT, theme, cell_text("; ".join(table.shape.title for table in tables)))
            for theme, tables in sheets.items()
        ),
    ]


def _narrative(heading: Heading) -> list[CoverLine]:
    """The service's own text, where it gave one."""
    if not heading.narrative:
        return []
    return [*_section("From the service"), CoverLine(CoverLook.TEXT, NARRATIVE, cell_text(heading.narrative))]


def _section(title: str) -> list[CoverLine]:
    return [CoverLine(CoverLook.SECTION, title), CoverLine(CoverLook.SPACE)]


def _facts(heading: Heading, policy: Policy | None) -> list[CoverLine]:
    facts = {
        Fact.TITLE: heading.title,
        Fact.SERVICE: heading.service,
        Fact.AUTHORITY: heading.home_authority,
        Fact.PERIOD: period_words(heading.period),
        Fact.FIRST: day_words(heading.period.first),
        Fact.LAST: day_words(heading.period.last),
        Fact.DEFINITION: heading.definition,
        Fact.VERSION: heading.version,
        Fact.POLICY: policy.id if policy else NO_POLICY,
        Fact.THRESHOLD: _smallest_shown(policy) if policy else NO_THRESHOLD,
    }
    if heading.revision:
        facts[Fact.REVISION] = f"{heading.revision}, in place of what was sent before"
    return [CoverLine(CoverLook.FACT, name, cell_text(text)) for name, text in facts.items()]


def _protection(policy: Policy | None) -> list[CoverLine]:
    if policy is None:
        return [CoverLine(CoverLook.WARNING, "Exact", EXACT)]
    return [
        CoverLine(CoverLook.TEXT, WITHHELD, f"A number marked {WITHHELD} is withheld. {_why_withheld(policy)}"),
        *_rounding(policy),
        CoverLine(CoverLook.TEXT, "Zeros", _zeros(policy)),
        CoverLine(CoverLook.TEXT, "Shares", "A percentage or an average of a withheld number is withheld with it."),
        CoverLine(
            CoverLook.TEXT,
            "Please",
            "Do not try to work out a withheld number. Somebody who looks for a resident could use it.",
        ),
    ]


def _smallest_shown(policy: Policy) -> str:
    return f"{policy.threshold} (zeros are shown too)" if policy.threshold > 1 else f"1 (rounded to {policy.round_to})"


def _why_withheld(policy: Policy) -> str:
    if policy.threshold == 1:
        return "Shown, it would say more than rounding lets it."
    small = f"1 to {policy.threshold - 1}" if policy.threshold > 2 else "1"
    return f"It is a count of {small}, or a larger one that would give such a count away. Both have the same mark."


def _zeros(policy: Policy) -> str:
    if policy.threshold == 1:
        return f"A zero stands for fewer than {policy.guarded}, and may be nobody."
    return "A zero is shown, and means that there was nobody."


def _rounding(policy: Policy) -> list[CoverLine]:
    if not policy.round_to:
        return []
    text = (
        f"Every number shown is rounded to the nearest {policy.round_to}, each by itself, so totals may not add."
        " Percentages and averages are worked out from rounded numbers. Statistics of days are withheld."
    )
    return [CoverLine(CoverLook.TEXT, "Rounded", text)]
