"""The places backups go to: a card for each, and the way to add one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import noted, tr
from refugedesk.services.backup_places import PlaceRow, add_place, drop_place, place_rows
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.backup_words import at_words
from refugedesk.ui.tokens import XS, M, S
from refugedesk.ui.widgets.boxes import clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

NEAR = noted("It is on the same drive as the records: what takes one takes both. Add a stick.")
NOBODY_SAID = noted("No place was chosen yet, so no backup is made by itself.")


class BackupPlaces(QWidget):
    """changed: a place came or went; refused: why one will not do."""

    changed = Signal(str)
    refused = Signal(str)

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self._window = window
        self.may_change = window.desk.may(Action.KEEP_BACKUPS)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(S)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.add = button(tr("Add a stick or folder"), self.add_place, picture="plus")
        self.setLayout(column(text(tr("Where backups go"), "section"), self._cards, row(self.add, 1), gap=M))
        self.add.setVisible(self.may_change)

    def refresh(self) -> None:
        """Shows the places as they are now."""
        clear(self._cards)
        rows = place_rows(self._window.desk)
        for each in rows:
            self._cards.addWidget(self._card(each))
        if not rows:
            self._cards.addWidget(text(tr(NOBODY_SAID), "soft"))

    def add_place(self) -> None:
        """Asks for a folder, marks it and remembers it."""
        folder = self._window.dialogs.folder(self, tr("A stick or folder for backups"))
        if folder is not None:
            self._do(partial(add_place, self._window.desk, Path(folder)), tr("Backups go there from now on."))

    def _card(self, of: PlaceRow) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        proved = at_words(of.proved_at, self._window.desk.now) if of.proved_at else tr("none yet")
        there = tr("It is there now.") if of.is_there else tr("It is not plugged in.")
        lines = [
            text(of.folder, "strong"),
            text(tr("{there} Last proved backup: {proved}.", there=there, proved=proved), "small"),
        ]
        if of.shares_drive:
            lines.append(text(tr(NEAR), "small"))
        words = column(*lines, gap=XS)
        inside = row(words, gap=M, margins=(M, S, M, S))
        inside.setStretch(0, 1)
        if self.may_change:
            drop = button(tr("Remove"), partial(self._drop, of), "quiet")
            drop.setAccessibleName(tr("Remove {folder}", folder=of.folder))
            drop.setToolTip(tr("No backup goes there any more. The ones that are there stay."))
            inside.addWidget(drop)
        card.setLayout(inside)
        return card

    def _drop(self, of: PlaceRow) -> None:
        said = tr("No backup goes to {folder} any more. The ones that are there stay.", folder=of.folder)
        self._do(partial(drop_place, self._window.desk, of.id), said)

    def _do(self, act: partial[None], said: str) -> None:
        try:
            act()
        except RefugeDeskError as error:
            self.refused.emit(str(error))
            return
        self.refresh()
        self.add.setFocus()
        self.changed.emit(said)
