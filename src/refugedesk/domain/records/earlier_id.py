"""An id of a file that was made one with another: it leaves the store no more as an id, and is never given again."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.records.parts import to_resident

LONGEST = 64

EARLIER_ID = Record(
    id="earlier_id",
    title="Earlier id",
    plural="earlier_ids",
    searched=("earlier_id",),
    line=("earlier_id",),
    sections=(
        Section(
            "earlier_id",
            "Earlier id",
            (
                to_resident(),
                Field("child_id", "Child, where the id is a child's", Kind.LINK, links_to="child"),
                Field("earlier_id", "Earlier id", Kind.TEXT, is_required=True, longest=LONGEST),
            ),
        ),
    ),
)
