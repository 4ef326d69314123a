"""Two files of one woman, who came twice and was recorded anew: what tests of making files one begin with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from refugedesk.domain.fields import Answer
from refugedesk.services.desk import Desk
from refugedesk.storage.tables import DRAFT, METADATA, SEARCH_ENTRY

BORN = date(1990, 5, 3)
UNTOUCHED = {"audit_entry", "audit_value", "merge", "search_entry", "draft"}
"""Tables that grow by design, and those that are compared by what they say."""


@dataclass(frozen=True)
class TwoFiles:
    """The keys of both files: the resident, a stay and a child in each."""

    kept: str
    gone: str
    kept_stay: str
    gone_stay: str
    kept_child: str
    gone_child: str


def add(desk: Desk, record: str, reference: str | None = None, **answers: Answer) -> str:
    """A record as the store would hold it; its key."""
    with desk.writing() as work:
        return work.add(record, answers, reference)


def two_files(desk: Desk, kept_reference: str | None = None, gone_reference: str | None = "R17") -> TwoFiles:
    """Farah Jafari of 2020, with Noor; and Farrah Jaffari of 2021, with Nour and a dog, recorded by somebody else."""
    kept = add(
        desk,
        "resident",
        kept_reference,
        first_name="Farah",
        last_name="Jafari",
        date_of_birth=BORN,
        ethnicity="not_asked",
        allergies="Penicillin",
        fire_help=("woken",),
        first_language="Farsi",
    )
    gone = add(
        desk,
        "resident",
        gone_reference,
        first_name="Farrah",
        last_name="Jaffari",
        date_of_birth=BORN,
        ethnicity="asian_other",
        allergies="Nuts",
        fire_help=("carried",),
        religion="muslim",
    )
    referral = add(desk, "referral", received_on=date(2021, 2, 28), known_as="Farrah", outcome="accepted")
    kept_stay = add(desk, "stay", resident_id=kept, started_on=date(2020, 3, 1), ended_on=date(2020, 6, 1))
    gone_stay = add(desk, "stay", "S9", resident_id=gone, referral_id=referral, started_on=date(2021, 3, 1))
    kept_child = add(desk, "child", resident_id=kept, first_name="Noor", date_of_birth=date(2015, 1, 2), sex="female")
    gone_child = add(desk, "child", "C7", resident_id=gone, first_name="Nour", date_of_birth=date(2015, 1, 2))
    add(desk, "child_stay", child_id=kept_child, stay_id=kept_stay, in_refuge="yes")
    add(desk, "child_stay", child_id=gone_child, stay_id=gone_stay, in_refuge="yes")
    add(desk, "perpetrator", resident_id=gone, name="K. Jaffari")
    add(desk, "note", stay_id=gone_stay, child_id=gone_child, on_day=date(2021, 3, 5), fact="Slept well.")
    return TwoFiles(kept, gone, kept_stay, gone_stay, kept_child, gone_child)


def contents(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """What the store holds, table by table, versions left out; the search and the shelf by what they say."""
    with desk.reading() as connection:
        found = {}
        for table in METADATA.sorted_tables:
            if table.name not in UNTOUCHED:
                columns = [column for column in table.c if column.name not in ("version", "here_at", "here_before_at")]
                rows = [tuple(row) for row in connection.execute(select(*columns))]
                found[table.name] = sorted(rows, key=repr)
        words = select(SEARCH_ENTRY.c.record, SEARCH_ENTRY.c.record_id)
        found["search"] = sorted(tuple(row) for row in connection.execute(words))
        drafts = select(DRAFT.c.user_id, DRAFT.c.record, DRAFT.c.record_id, DRAFT.c.content)
        found["shelf"] = sorted((*row[:3], str(json.loads(row[3])["answers"])) for row in connection.execute(drafts))
    return found
