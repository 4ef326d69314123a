"""Which files are due to go, held, or soon due; what waits for a second person; what was purged. For managers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import purges, retention
from refugedesk.services.purges import SCOPES, PurgeRow
from refugedesk.services.retention import FileRow, Stands
from refugedesk.services.wording import count_of, say_day
from refugedesk.ui.pages.list_page import Listed, ListPage
from refugedesk.ui.pages.models.rows import Cell, Column

WORDS: Final = {
    Stands.DUE: noted("Due"),
    Stands.ADULT_DUE: noted("Adult's part due"),
    Stands.SOON: noted("Soon"),
    Stands.HELD: noted("Held"),
    Stands.LATER: noted("Not yet"),
}
CHIPS: Final = {
    "due": (noted("Due"), (Stands.DUE, Stands.ADULT_DUE)),
    "soon": (noted("Soon"), (Stands.SOON,)),
    "held": (noted("Held"), (Stands.HELD,)),
    "later": (noted("Not yet"), (Stands.LATER,)),
}


@dataclass(frozen=True)
class KeptRow:
    """A row as it is shown. record and id: of the file it opens; empty where there is none any more."""

    record: str
    id: str
    who: str
    since: str
    adult: str
    whole: str
    stands: str


class KeepingPage(ListPage):
    """A list from which nothing goes by itself: a row opens the page on which it is held or purged."""

    title = noted("How long files are kept")
    rail = "settings"
    help_topic = "keeping"
    first_chip = "due"
    filter_words = noted("Filter by name")
    empty = (
        "circle-check",
        noted("Nothing is due"),
        noted("Files come here when their years are over."),
    )
    columns = (
        Column(noted("Who"), lambda row: Cell(row.who, is_strong=True), 26),
        Column(noted("Case closed"), lambda row: Cell(row.since, is_soft=True), 16),
        Column(noted("Adult's part due"), lambda row: Cell(row.adult), 16),
        Column(noted("Whole file due"), lambda row: Cell(row.whole), 16),
        Column(noted("How it stands"), lambda row: Cell(row.stands, tip=row.stands), 26),
    )

    def fetch(self, chip: str, typed: str) -> Listed:
        """The files of a chip whose names hold the words typed."""
        desk = self.window_of.desk
        files, waiting, done = retention.file_rows(desk), purges.waiting(desk), purges.purged_files(desk)
        rows = {code: [_file(row) for row in files if row.stands in which] for code, (_, which) in CHIPS.items()}
        rows["waits"], rows["purged"] = [_purge(row) for row in waiting], [_purge(row) for row in done]
        words = {
            **{code: label for code, (label, _) in CHIPS.items()},
            "waits": noted("To confirm"),
            "purged": noted("Purged"),
        }
        shown = [row for row in rows[chip] if typed.casefold() in row.who.casefold()]
        meaning = tr("{due} due, {held} held. Nothing goes by itself.", due=len(rows["due"]), held=len(rows["held"]))
        return Listed(shown, meaning, [(code, tr(label), len(rows[code])) for code, label in words.items()])

    def open_row(self, row: KeptRow) -> None:
        """The page of one file; what is purged has none."""
        if row.id:
            self.window_of.navigator.open("purge", record=row.record, id=row.id)

    def _show_empty(self, is_empty: bool) -> None:
        super()._show_empty(is_empty)
        self.new_button.hide()
        self._again.hide()
        for each in (self.chips, self.meaning):
            each.show()

    def first_focus(self) -> QWidget:
        """The rows, or the chips where there is none."""
        return self.list if self.model.rows or not self.chips.chips else self.chips.chips[0]


def _file(row: FileRow) -> KeptRow:
    waits = tr(", waits for a second person") if row.waits else ""
    held = f", {row.held_for}" if row.held_for else ""
    since, adult, whole = map(say_day, (row.closed_on, row.adult_on, row.whole_on))
    return KeptRow(row.record, row.id, row.who, since, adult, whole, f"{tr(WORDS[row.stands])}{held}{waits}")


def _purge(row: PurgeRow) -> KeptRow:
    if row.done_at is None:
        asked = tr("{who}, {when}", who=row.asked_by, when=say_day(row.asked_at.date()))
        return KeptRow(row.record, row.record_id, row.who, "", "", tr(SCOPES[row.scope]), asked)
    by = tr(
        "{asked_by} and {confirmed_by}: {reason}",
        asked_by=row.asked_by,
        confirmed_by=row.confirmed_by,
        reason=row.reason,
    )
    who = row.who or count_of(row.records, "record")
    return KeptRow("", "", who, say_day(row.done_at.date()), "", tr(SCOPES[row.scope]), by)
