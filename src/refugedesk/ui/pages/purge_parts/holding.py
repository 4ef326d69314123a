"""Holds on a file: those that stand, and one more."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.typed import UnreadableError, read_answer
from refugedesk.domain.words import noted, tr
from refugedesk.services import holds
from refugedesk.services.holds import KINDS, HoldRow, NewHold
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.purge_parts.purge_host import PurgeHost
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.boxes import bounded, boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.question import Question
from refugedesk.ui.widgets.texts import text

UNTIL = Field("until", "Until", Kind.DAY)
END = noted("End the hold for {whom}? The file can be purged from then on. Nothing is purged by itself.")
WHAT_IT_DOES = noted(
    "A file that is held is not purged, however old it is, until its day is over or somebody ends the hold."
)


class HoldSection(QWidget):
    """The holds as cards with a way to end each; the form for another opens at a button."""

    def __init__(self, host: PurgeHost) -> None:
        super().__init__()
        self._host = host
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(S)
        self.question = Question()
        self.kind, self.for_whom, self.reason, self.until = QComboBox(), QLineEdit(), QLineEdit(), QLineEdit()
        for code, words in KINDS.items():
            self.kind.addItem(tr(words), code)
        self._until_line = Labelled(tr("Until"), self.until, tr("A day; empty until somebody ends it."))
        self.open_form = button(tr("Hold this file…"), self._open, picture="lock")
        self.hold_now = button(tr("Hold it"), self._hold, "primary")
        self.form = boxed(
            bounded(
                Labelled(tr("What for"), self.kind),
                Labelled(tr("For whom"), self.for_whom, tr("The court, the force, the inquiry, with its number.")),
                Labelled(tr("Why"), self.reason),
                self._until_line,
                boxed(row(self.hold_now, button(tr("Leave it"), self._close), 1)),
                gap=M,
            )
        )
        parts = (
            text(tr(WHAT_IT_DOES), "soft"),
            self.question,
            boxed(self._list),
            boxed(row(self.open_form, 1)),
            self.form,
        )
        self.setLayout(bounded(text(tr("Held"), "section"), *parts, gap=M))
        self.form.hide()

    def refresh(self) -> None:
        """Shows the holds that stand."""
        clear(self._list)
        rows = holds.holds_on(self._host.desk, *self._host.file)
        for each in rows:
            self._list.addWidget(self._card(each))
        if not rows:
            self._list.addWidget(text(tr("Nothing holds this file."), "soft"))

    def _card(self, held: HoldRow) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        until = tr("until {day}", day=say_day(held.until_on)) if held.until_on else tr("until somebody ends it")
        since = say_day(held.since.date())
        said = tr(
            "{why}. Held by {who} since {since}, {until}.", why=held.reason, who=held.by, since=since, until=until
        )
        head = text(f"{tr(held.kind)}: {held.for_whom}", "strong")
        inside = row(column(head, text(said, "small"), gap=0), margins=(L, M, M, M))
        end = button(tr("End the hold"), lambda: self._ask_end(held), "quiet")
        end.setAccessibleName(tr("End the hold for {whom}", whom=held.for_whom))
        inside.addWidget(end)
        inside.setStretch(0, 1)
        card.setLayout(inside)
        return card

    def _ask_end(self, held: HoldRow) -> None:
        self.question.ask(
            tr(END, whom=held.for_whom),
            tr("End the hold"),
            lambda: self._host.do(
                lambda: holds.end_hold(self._host.desk, *self._host.file, held.id), tr("Held for them no longer.")
            ),
            no=tr("Keep holding it"),
        )

    def _open(self) -> None:
        self.form.show()
        self.open_form.hide()
        self.kind.setFocus()

    def _close(self) -> None:
        self.form.hide()
        self.open_form.show()
        for each in (self.for_whom, self.reason, self.until):
            each.clear()

    def _hold(self) -> None:
        try:
            until = read_answer(UNTIL, self.until.text(), self._host.desk.today) if self.until.text().strip() else None
        except UnreadableError as error:
            self._until_line.say(str(error))
            return
        self._until_line.say("")
        wanted = NewHold(self.kind.currentData(), self.for_whom.text(), self.reason.text(), until)  # type: ignore[arg-type]
        if self._host.do(lambda: holds.hold(self._host.desk, *self._host.file, wanted), tr("Held.")):
            self._close()
