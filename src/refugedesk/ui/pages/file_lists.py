"""Which lists of records a file has, under which section, and whom their records belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from refugedesk.domain.words import noted


@dataclass(frozen=True)
class FileList:
    """The records of one form in a file; owner: the link that names the person, the stay or the child."""

    record: str
    owner: str


@dataclass(frozen=True)
class ListSection:
    """A section of a file that is one list or several; readable: a section of the stay's form that stands above."""

    key: str
    title: str
    lists: tuple[FileList, ...]
    readable: str = ""


def _of(owner: str, *records: str) -> tuple[FileList, ...]:
    return tuple(FileList(record, owner) for record in records)


OF_PERSON: Final = (
    ListSection("claims", noted("Claims"), _of("resident_id", "benefit_claim", "homelessness_application")),
    ListSection("feared", noted("Who is feared"), _of("resident_id", "perpetrator", "court_date", "conflict")),
    ListSection("corrections", noted("Put right on request"), _of("resident_id", "correction")),
)
OF_STAY: Final = (
    ListSection("others", noted("Who else came along"), _of("stay_id", "household_member")),
    ListSection("abuse", noted("Abuse"), _of("stay_id", "disclosure"), "abuse"),
    ListSection("risk", noted("Risk"), _of("stay_id", "risk_assessment")),
    ListSection("safety_plan", noted("Safety plan"), _of("stay_id", "safety_plan")),
    ListSection("plan", noted("Support plan"), _of("stay_id", "goal", "plan_review", "outcome_score")),
    ListSection("contacts", noted("Contacts"), _of("stay_id", "contact", "attendance")),
    ListSection("notes_of_stay", noted("Notes"), _of("stay_id", "note")),
    ListSection("waits", noted("Waiting"), _of("stay_id", "wait")),
    ListSection("housing", noted("Housing"), _of("stay_id", "housing")),
    ListSection("sharing", noted("Sharing, safeguarding"), _of("stay_id", "consent", "safeguarding")),
    ListSection("tasks", noted("Tasks and incidents"), _of("stay_id", "task", "incident")),
    ListSection("aftercare", noted("Aftercare"), _of("stay_id", "aftercare_contact"), "aftercare"),
)
OF_CHILD: Final = (
    ListSection("child_risk", noted("Risk"), _of("child_id", "child_risk_assessment")),
    ListSection("child_contacts", noted("Contacts"), _of("child_id", "contact")),
    ListSection("child_notes", noted("Notes"), _of("child_id", "note")),
    ListSection("child_waits", noted("Waiting"), _of("child_id", "wait")),
    ListSection("child_safeguarding", noted("Safeguarding"), _of("child_id", "safeguarding")),
)
BY_KEY: Final = {section.key: section for section in (*OF_PERSON, *OF_STAY, *OF_CHILD)}


def section_with(record: str) -> str:
    """The key of the section of a person's file that lists records of this form; empty where none does."""
    found = (section.key for section in (*OF_PERSON, *OF_STAY) for each in section.lists if each.record == record)
    return next(found, "")
