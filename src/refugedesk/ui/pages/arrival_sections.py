"""The parts of an arrival as one screen shows them: fields of four records, chosen and laid out by hand."""

from __future__ import annotations

from refugedesk.domain.fields import Record, Section
from refugedesk.domain.records import ALL
from refugedesk.ui.forms.paired_section import PairedSection
from refugedesk.ui.forms.section_view import register


def _some(record: Record, name: str, title: str, fields: tuple[str, ...], help_text: str = "") -> Section:
    return Section(name, title, tuple(record.field(each) for each in fields), help_text)


WHO = _some(ALL["resident"], "who", "Who is moving in", ("first_name", "last_name", "date_of_birth"))
WHEN = _some(ALL["stay"], "when", "When and where", ("started_on", "key_worker"))
ROOM = _some(ALL["placement"], "room", "", ("unit_id",))
FROM_WHERE = ("origin_authority", "origin_ward", "risk_at_start")
CARRIED = _some(
    ALL["stay"],
    "from_where",
    "Where from, and risk",
    FROM_WHERE,
    "Carried over from the referral. Change what is not so.",
)
ASKED = _some(ALL["stay"], "from_where", "Where from, and risk", FROM_WHERE)
CHILD = _some(ALL["child"], "row", "", ("first_name", "date_of_birth", "sex"))
CHILD_STAY = _some(ALL["child_stay"], "row", "", ("in_refuge",))


class WhoSection(PairedSection):
    """First and last name side by side."""

    lines = (("first_name", "last_name"), ("date_of_birth",))


class FromSection(PairedSection):
    """Council area and ward side by side."""

    lines = (("origin_authority", "origin_ward"), ("risk_at_start",))


class ChildSection(PairedSection):
    """A child: the name beside the date of birth."""

    lines = (("first_name", "date_of_birth"), ("sex",))


def register_sections() -> None:
    """Draws these sections by hand."""
    register("resident.who", WhoSection)
    register("stay.from_where", FromSection)
    register("child.row", ChildSection)
