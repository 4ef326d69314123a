"""Which files are due to go, held, or soon due; what waits for a second person; what was purged. For managers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted
from refugedesk.services import purges, retention
from refugedesk.services.purges import SCOPES, PurgeRow
from refugedesk.services.retention import FileRow, Stands
from refugedesk.services.wording import count_of, say_day
from refugedesk.ui.pages.list_page import Listed, ListPage
from refugedesk.ui.pages.models.rows import Cell, Column

WORDS: Final = {
    Stands.DUE: "Due",
    Stands.ADULT_DUE: "Adult's part due",
    Stands.SOON: "Soon",
    Stands.HELD: "Held",
    Stands.LATER: "Not yet",
}
CHIPS: Final = {
    "due": ("Due", (Stands.DUE, Stands.ADULT_DUE)),
    "soon": ("Soon", (Stands.SOON,)),
    "held": ("Held", (Stands.HELD,)),
    "later": ("Not yet", (Stands.LATER,)),
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
        Column("Who", lambda row: Cell(row.who, is_strong=True), 26),
        Column("Case closed", lambda row: Cell(row.since, is_soft=True), 16),
        Column("Adult's part due", lambda row: Cell(row.adult), 16),
        Column("Whole file due", lambda row: Cell(row.whole), 16),
        Column("How it stands", lambda row: Cell(row.stands, tip=row.stands), 26),
    )

    def fetch(self, chip: str, typed: str) -> Listed:
        """The files of a chip whose names hold the words typed."""
        desk = self.window_of.desk
        files, waiting, done = retention.file_rows(desk), purges.waiting(desk), purges.purged_files(desk)
        rows = {code: [_file(row) for row in files if row.stands in which] for code, (_, which) in CHIPS.items()}
        rows["waits"], rows["purged"] = [_purge(row) for row in waiting], [_purge(row) for row in done]
        words = {**{code: label for code, (label, _) in CHIPS.items()}, "waits": "To confirm", "purged": "Purged"}
        shown = [row for row in rows[chip] if typed.casefold() in row.who.casefold()]
        meaning = f"{count_of(len(rows['due']), 'file')} due, {len(rows['held'])} held. Nothing goes by itself."
        return Listed(shown, meaning, [(code, label, len(rows[code])) for code, label in words.items()])

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
    waits = ", waits for a second person" if row.waits else ""
    held = f" for {row.held_for}" if row.held_for else ""
    since, adult, whole = map(say_day, (row.closed_on, row.adult_on, row.whole_on))
    return KeptRow(row.record, row.id, row.who, since, adult, whole, f"{WORDS[row.stands]}{held}{waits}")


def _purge(row: PurgeRow) -> KeptRow:
    if row.done_at is None:
        asked = f"asked for by {row.asked_by} on {say_day(row.asked_at.date())}"
        return KeptRow(row.record, row.record_id, row.who, "", "", SCOPES[row.scope], asked)
    by = f"{row.asked_by} and {row.confirmed_by}: {row.reason}"
    who = row.who or count_of(row.records, "record")
    return KeptRow("", "", who, say_day(row.done_at.date()), "", SCOPES[row.scope], by)
