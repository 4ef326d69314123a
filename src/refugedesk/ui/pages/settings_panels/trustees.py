"""Trustees' shares: a new set on paper, tried by hand before it is in force; and the drill."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import trustees
from refugedesk.services.roles import Action
from refugedesk.services.trustees import NewShares, Standing
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.printing import print_share
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.long_work import LongWork
from refugedesk.ui.widgets.question import Question
from refugedesk.ui.widgets.set_choice import SetChoice
from refugedesk.ui.widgets.share_entry import ShareEntry
from refugedesk.ui.widgets.share_proof import ShareProof
from refugedesk.ui.widgets.texts import text

NONE_YET = noted(
    "No trustees' shares open this store yet. If every passphrase and the recovery key are lost, nothing opens it: "
    "not the people who made the program either."
)
UNKNOWN = noted("A set of shares opens this store, of which nothing is written down. Try its sheets, or make new ones.")
END = noted(
    "The sheets that were given out will open nothing from now on. Then only passphrases and the recovery key open "
    "the store; backups from before still open with the sheets."
)
ENDED = noted("These sheets open nothing any more. Collect and destroy them, and destroy backups from before.")
OLD_STAY = noted("Print each sheet on paper of its own. The sheets from before work until these are put in force.")


class TrusteesPanel(Panel):
    """How things stand, a new set, and Try the shares now."""

    name = "trustees"
    title = noted("Trustees' shares")
    what = noted(
        "Some of several people together can open the store when every passphrase is lost, and none of them alone. "
        "Each gets a sheet of words. Without a passphrase, the recovery key or enough shares, nobody opens the store."
    )
    needs = Action.KEEP_PEOPLE

    def build(self) -> None:
        """The standing, the choice of a set, its sheets once they are made, and the drill."""
        self.new: NewShares | None = None
        self.proofs: list[ShareProof] = []
        self.stands = text("")
        self.how_many = SetChoice()
        self.make = button(tr("Make new shares"), self.make_new, "primary", picture="users")
        self.drill = button(tr("Try the shares now"), self.begin_drill, picture="square-check-big")
        self.end = button(tr("End these shares"), self.ask_to_end, "quiet")
        self.question = Question()
        self.force = button(tr("Put these in force"), self.put_in_force, "primary")
        self.work = LongWork(self.window_of.tasks, self.force, button(tr("Leave it"), self.leave), can_stop=False)
        self.entry = ShareEntry()
        self.entry.enough.connect(self._try)
        self._sheets = QWidget()
        self._sheet_column = QVBoxLayout(self._sheets)
        self._sheet_column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.stands)
        self.column.addWidget(Labelled(tr("How many open the store"), self.how_many))
        self.column.addLayout(row(self.make, self.drill, 1, self.end))
        self.column.addWidget(self.question)
        for each in (self._sheets, self.work, self.entry):
            self.column.addWidget(each)
            each.hide()

    def refresh(self) -> None:
        """Shows how things stand."""
        standing = trustees.standing(self.desk)
        self.stands.setText(said(standing, self.desk.today))
        for each in (self.drill, self.end):
            each.setVisible(standing is not None)

    def make_new(self) -> None:
        """A new set, in memory; nothing changes until its sheets are on paper."""
        needed, made = self.how_many.chosen()
        self.leave()
        self.new = trustees.make(self.desk, needed, made)
        self._sheet_column.addWidget(text(tr(OLD_STAY), "strong"))
        for share in self.new.shares:
            proof = ShareProof(share, partial(print_share, self, share, made, self.new.made_on))
            self.proofs.append(proof)
            self._sheet_column.addWidget(proof)
        self._sheets.show()
        self.work.show()
        self.proofs[0].printed.setFocus()

    def put_in_force(self) -> None:
        """Once a word of every sheet was typed back."""
        new, wrong = self.new, [proof for proof in self.proofs if not proof.is_proved()]
        if new is None or wrong:
            return
        desk = self.desk
        self.work.begin(tr("Putting them in force"), lambda _tell: trustees.give_out(desk, new), self._given, self.fail)

    def leave(self) -> None:
        """Forgets what was made and not put in force."""
        self.new = None
        self.proofs.clear()
        while (item := self._sheet_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._sheets.hide()
        self.work.hide()
        self.entry.hide()
        self.question.hide()
        self.outcome.say("")

    def ask_to_end(self) -> None:
        """Asks whether the sheets that were given out are to open nothing any more."""
        self.leave()
        self.question.ask(tr(END), tr("End these shares"), self.end_them, tr("Keep them"))

    def end_them(self) -> None:
        """The sheets open nothing from now on."""
        if self.outcome.say_outcome(lambda: trustees.end(self.desk), tr(ENDED), self.refresh):
            self.make.setFocus()

    def begin_drill(self) -> None:
        """Asks for the sheets; nothing is opened by them."""
        self.leave()
        self.entry.begin()
        self.entry.show()
        self.entry.words.boxes[0].setFocus()

    def _try(self) -> None:
        desk, shares = self.desk, tuple(self.entry.shares)
        self.entry.hide()
        self.work.show()
        self.work.begin(tr("Trying"), lambda _tell: trustees.try_out(desk, shares), self._tried, self._not_tried)

    def _given(self, _none: None) -> None:
        self.leave()
        self.refresh()
        self.succeed(tr("These sheets are in force. Give each to another person, and destroy the sheets from before."))

    def _tried(self, day: date) -> None:
        self.leave()
        self.refresh()
        self.succeed(tr("The sheets fit: they would open the store. Tried on {day}.", day=say_day(day)))

    def _not_tried(self, why: str) -> None:
        self.leave()
        self.fail(why)


def said(standing: Standing | None, today: date) -> str:
    """How the shares stand, in a sentence or two."""
    if standing is None:
        return tr(NONE_YET)
    if not standing.set_name:
        return tr(UNKNOWN)
    which = tr(
        "Any {needed} sheets of the set “{name}” open the store.", needed=standing.needed, name=standing.set_name
    )
    parts = [which]
    if standing.made_on:
        parts.append(tr("Made on {day}.", day=say_day(standing.made_on)))
    parts.append(
        tr("Last tried on {day}.", day=say_day(standing.tried_on)) if standing.tried_on else tr("Never tried.")
    )
    if standing.is_to_be_tried(today):
        parts.append(tr("It is time to see that the sheets are still there."))
    return " ".join(parts)
