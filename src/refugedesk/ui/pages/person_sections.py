"""Which sections a person's file has, in which order, and how much is missing from each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Section
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr
from refugedesk.services.linked import LinkedCount
from refugedesk.services.views import PersonFile, StayFile
from refugedesk.services.wording import between, say_day
from refugedesk.ui.pages.file_lists import BY_KEY, OF_PERSON, ListSection
from refugedesk.ui.pages.section_list import Entry

PERSON_SECTIONS = {section.name: section for section in ALL["resident"].sections}
STAY_SECTIONS = {section.name: section for section in ALL["stay"].sections}
STAY_KEYS = (
    "arrival",
    "checklist",
    "units",
    "children",
    "others",
    "before",
    "needs",
    "abuse",
    "risk",
    "safety_plan",
    "plan",
    "contacts",
    "notes_of_stay",
    "waits",
    "housing",
    "sharing",
    "tasks",
    "move_on",
    "aftercare",
    "stay_notes",
)
TITLES = {"units": noted("Units"), "children": noted("Children"), "stay_notes": noted("More about the stay")}
LINKS = ("resident_id", "referral_id")
EARLIER = "stay:"


@dataclass
class Held:
    """What the file page has open: the person, one of the stays, and the forms of both."""

    file: PersonFile
    stay: StayFile | None
    resident: Draft
    stay_draft: Draft | None
    counts: Mapping[str, LinkedCount] = field(default_factory=dict)


def section_of(key: str) -> tuple[str, Section]:
    """The record a key belongs to and its section; KeyError for units and children, which are no sections."""
    if key in PERSON_SECTIONS:
        return "resident", PERSON_SECTIONS[key]
    return "stay", STAY_SECTIONS["notes" if key == "stay_notes" else key]


def entries(held: Held) -> tuple[Entry, ...]:
    """The column of sections: the person's, the stay's, and the other stays to go to."""
    return tuple(_entries(held))


def _entries(held: Held) -> Iterator[Entry]:
    yield Entry("", tr("The person"))
    for key, section in PERSON_SECTIONS.items():
        if not is_asked(held.resident, section):
            continue
        yield Entry(key, tr(section.title), missing_in(held.resident, section))
    for listed in OF_PERSON:
        yield _list_entry(listed, held)
    if held.stay is not None and held.stay_draft is not None:
        yield Entry("", stay_title(held.stay))
        for key in STAY_KEYS:
            if key in STAY_SECTIONS and key not in BY_KEY and not is_asked(held.stay_draft, STAY_SECTIONS[key]):
                continue
            yield _stay_entry(key, held, held.stay, held.stay_draft)
    others = [stay for stay in held.file.stays if held.stay is None or stay.id != held.stay.id]
    if others:
        yield Entry("", tr("Other stays"))
    for stay in others:
        yield Entry(f"{EARLIER}{stay.id}", stay_title(stay))


def is_asked(draft: Draft, section: Section) -> bool:
    """Whether the service asks any question of a section."""
    return any(not field.is_hidden for field in draft.record.as_asked(section).fields)


def _stay_entry(key: str, held: Held, stay: StayFile, draft: Draft) -> Entry:
    if key in BY_KEY and not BY_KEY[key].readable:
        return _list_entry(BY_KEY[key], held)
    return Entry(key, _title(key), _missing(key, stay, draft))


def _list_entry(section: ListSection, held: Held) -> Entry:
    counts = [held.counts[each.record] for each in section.lists if each.record in held.counts]
    missing = sum(each.missing for each in counts)
    return Entry(section.key, tr(section.title), missing or None, sum(each.count for each in counts))


def stay_title(stay: StayFile) -> str:
    """A stay by its days."""
    if stay.ended_on is None:
        return tr("Stay since {day}", day=say_day(stay.started_on))
    return between(say_day(stay.started_on), say_day(stay.ended_on))


def missing_in(draft: Draft, section: Section) -> int | None:
    """How many wanted answers a section still lacks; None where none is wanted and none is there."""
    names = {field.name for field in section.fields}
    missing = sum(problem.field in names for problem in draft.missing())
    is_bare = not any(field.is_wanted for field in section.fields) and not any(map(draft.answers.get, names))
    return None if is_bare else missing


def first_missing(held: Held) -> str:
    """The first section from which something is missing; the first of all where nothing is."""
    keys = (entry.key for entry in entries(held) if entry.missing)
    return next(keys, next(iter(PERSON_SECTIONS)))


def _title(key: str) -> str:
    return tr(TITLES.get(key) or STAY_SECTIONS[key].title)


def _missing(key: str, stay: StayFile, draft: Draft) -> int | None:
    if key == "children":
        return sum(child.missing for child in stay.children)
    if key == "units":
        return 0 if stay.placements else None
    if key == "move_on" and stay.ended_on is None:
        return None
    return missing_in(draft, section_of(key)[1])
