"""``check`` compares every table with what was written down of it, or the table stands here with the reason."""

from __future__ import annotations

from types import MappingProxyType

from refugedesk.storage.tables import AUDIT_ENTRY, AUDIT_VALUE, CHOICES, METADATA, RECORDS

COMPARED = {*RECORDS, *(table.name for table in CHOICES.values()), AUDIT_ENTRY.name, AUDIT_VALUE.name}
NOT_COMPARED = MappingProxyType(
    {
        "draft": "what is being typed: no record yet; its own older version is an earlier pause",
        "search_entry": "made from the records, and made anew from them",
        "service": "the name and place of the refuge, shown on every page that it matters to",
        "setting": "questions, rhythm and shares as chosen; an older choice can come back: SECURITY says so",
        "account": "who may do what; an older role can come back: SECURITY says so",
        "hiding": "whom a file is hidden from; an older answer can come back: SECURITY says so",
        "emergency_opening": "that a file was opened all the same is in the record of changes as well",
        "ward": "the names of areas, which are typed and offered, and counted nowhere by themselves",
        "merge": "what undoes a merge; each record that it moved is compared by itself",
        "release": "what left the house; an older list can come back, and that it left is in the record of changes",
        "handed_over": "what was handed over is in the record of changes as well",
        "retention_hold": "that a file is not to be purged; an older hold can come back: a purge wants two people",
        "purge": "a purge that waits for a second person; what was purged is in the record of changes",
        "purged": "what is to be purged again; an older list purges less after an older copy: SECURITY says so",
    }
)
"""Table -> why nothing compares its rows with what was written down of them."""


def test_every_table_is_compared_or_has_a_reason() -> None:
    assert not COMPARED & set(NOT_COMPARED)
    assert {*COMPARED, *NOT_COMPARED} == set(METADATA.tables)
    assert all(NOT_COMPARED.values())
