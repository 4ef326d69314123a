"""The list of units."""

from __future__ import annotations

from refugedesk.domain.words import noted, tr
from refugedesk.services import views
from refugedesk.services.views import UnitRow
from refugedesk.services.wording import count_of
from refugedesk.ui.pages.list_page import Listed, ListPage
from refugedesk.ui.pages.models.columns import UNITS


class UnitsPage(ListPage):
    """The rooms, flats and houses, and who lives in them."""

    title = noted("Units")
    rail = "units"
    help_topic = "units"
    new_words = noted("Add a unit")
    columns = UNITS
    filter_words = noted("Filter units")
    empty = (
        "bed-double",
        noted("No units yet"),
        noted(
            "A unit is a room, a flat or a house in which one household lives."
            " Name it as the team does, never by address."
        ),
    )

    def fetch(self, chip: str, typed: str) -> Listed:
        """Every unit, in the order of their names; there are few, so the filter looks at what is shown."""
        rows = views.units(self.window_of.desk)
        words = typed.casefold().split()
        shown = [row for row in rows if all(word in _text(row) for word in words)]
        return Listed(shown, _meaning(rows))

    def open_row(self, row: UnitRow) -> None:
        """The unit's form."""
        self.window_of.navigator.open("unit", id=row.id)

    def make_new(self) -> None:
        """An empty unit form."""
        self.window_of.navigator.open("unit")


def _text(row: UnitRow) -> str:
    return " ".join((row.name, row.type_label, row.layout, row.who, tr(row.state))).casefold()


def _meaning(rows: tuple[UnitRow, ...]) -> str:
    bedspaces = sum(row.bedspaces or 0 for row in rows)
    return f"{count_of(len(rows), 'unit')}, {count_of(bedspaces, 'bed space')}" if rows else ""
