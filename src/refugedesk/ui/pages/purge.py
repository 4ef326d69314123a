"""One file: how long it is kept, holding it, and purging it, for which two people are needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import purges, retention
from refugedesk.services.retention import FileRow, Stands
from refugedesk.services.wording import say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.purge_parts.asking import AskForm
from refugedesk.ui.pages.purge_parts.confirming import ConfirmForm
from refugedesk.ui.pages.purge_parts.holding import HoldSection
from refugedesk.ui.tokens import FORM_WIDTH, XL, XXL, L, M, S
from refugedesk.ui.widgets.boxes import bounded, boxed, column, scrolled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

IN_PARTS = noted("The adult's part is due on {adult}, the whole on {whole}, when the last child is old enough.")
LIVES_HERE = noted("Somebody of this file lives here. It can be held; it cannot be purged before they have left.")
GONE = noted("Purged. No page of the records holds anything of it. Backups of before still do.")
NOT_CLEAN = noted(
    "Purged. The drive did not allow the file of the records to be written anew; that is done at the next unlocking. "
    "Free some space, lock, and unlock again."
)


class PurgePage(Page):
    """A file, by record (resident or referral) and key."""

    title = noted("Keep or purge a file")
    rail = "settings"
    help_topic = "keeping"

    def __init__(self, window: DeskWindow, record: str, id: str) -> None:
        super().__init__()
        self._window, self.desk, self._record, self._key = window, window.desk, record, id
        self.outcome = Notice()
        self.who, self.how_long = text("", "section"), text("", "soft")
        self.holding = HoldSection(self)
        self.asking = AskForm(self)
        self.confirming = ConfirmForm(self)
        inside = QWidget()
        inside.setMaximumWidth(FORM_WIDTH)
        head = column(self.who, self.how_long, gap=S)
        inside.setLayout(bounded(boxed(head), self.outcome, self.confirming, self.holding, self.asking, 1, gap=XL))
        self.setLayout(column(scrolled(boxed(column(inside, margins=(0, S, L, L)))), margins=(XXL, L, XXL - M, 0)))

    @property
    def window_of(self) -> DeskWindow:
        """The window, for what takes a while."""
        return self._window

    @property
    def file(self) -> tuple[str, str]:
        """The record and the key of the file."""
        return self._record, self._key

    def refresh(self) -> None:
        """Shows how things stand."""
        row = retention.file_row(self.desk, self._record, self._key)
        self.who.setText(purges.whose(self.desk, self._record, self._key))
        self.how_long.setText(_how_long(row))
        waiting = [each for each in purges.waiting(self.desk) if each.record_id == self._key]
        self.holding.refresh()
        is_held = row is not None and row.stands is Stands.HELD
        is_here = purges.lives_here(self.desk, self._record, self._key)
        if is_here:
            self.how_long.setText(tr(LIVES_HERE))
        may_be_asked = not (waiting or is_held or is_here)
        self.asking.setVisible(may_be_asked)
        self.confirming.show_purge(waiting[0] if waiting else None)
        if may_be_asked:
            self.asking.refresh(row)

    def do(self, act: Callable[[], object], words: str) -> bool:
        """Does something at once, and says what came of it."""
        return self.outcome.say_outcome(act, words, self.refresh)

    def finish(self, purged: purges.Purged) -> None:
        """The file is gone, or but for its figures; nothing is left to be done here."""
        for each in (self.holding, self.asking, self.confirming):
            each.hide()
        self.who.setText("")
        self.how_long.setText("")
        self.outcome.say(
            tr(GONE if purged.is_clean else NOT_CLEAN), "goodNotice" if purged.is_clean else "cautionNotice"
        )

    def fail(self, words: str) -> None:
        """Says why nothing was done."""
        self.outcome.say(words, "dangerNotice")

    def first_focus(self) -> QWidget:
        """What is to be done: confirm it, choose how much is purged, or look at what holds it."""
        if not self.confirming.isHidden():
            return self.confirming.name
        return self.holding.open_form if self.asking.isHidden() else self.asking.scope

    def place(self) -> dict[str, object]:
        """The file."""
        return {"record": self._record, "id": self._key}


def _how_long(row: FileRow | None) -> str:
    if row is None:
        return tr("Only the figures of this file are left: it is not due again.")
    closed = tr("Counted from {day}.", day=say_day(row.closed_on))
    if row.stands is Stands.HELD:
        return f"{closed} {tr('Held, so it is not purged even when it is due.')}"
    if row.adult_on == row.whole_on:
        return f"{closed} {tr('Due on {day}.', day=say_day(row.whole_on))}"
    adult, whole = say_day(row.adult_on), say_day(row.whole_on)
    return f"{closed} {tr(IN_PARTS, adult=adult, whole=whole)}"
