"""A purge that waits for a second person: who asked and why, the numbers again, and the second passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLineEdit

from refugedesk.domain.words import noted, tr
from refugedesk.services import purge_words, purges
from refugedesk.services.purges import SCOPES, PurgeRow
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.purge_parts.purge_host import PurgeHost
from refugedesk.ui.tokens import L, M
from refugedesk.ui.widgets.boxes import bounded
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.long_work import LongWork
from refugedesk.ui.widgets.passphrase import PassphraseEdit
from refugedesk.ui.widgets.texts import text

SECOND = noted("The second person reads this and types their own passphrase. Whoever asked cannot confirm.")


class ConfirmForm(QFrame):
    """Hidden while nothing waits."""

    def __init__(self, host: PurgeHost) -> None:
        super().__init__()
        self.setObjectName("card")
        self._host, self._id = host, ""
        self.asked, self.told = text("", "strong"), text("")
        self.name, self.passphrase = QLineEdit(), PassphraseEdit(tr("Their passphrase"))
        self.confirm_now = button(tr("Purge it for good"), self._confirm, "danger")
        self._work = LongWork(
            host.window_of.tasks, self.confirm_now, button(tr("Withdraw it"), self._withdraw), can_stop=False
        )
        self._name_line = Labelled(tr("Second person"), self.name, tr("A manager, as they type their name to unlock."))
        self._passphrase_line = Labelled(tr("Their passphrase"), self.passphrase)
        parts = (self.asked, self.told, text(tr(SECOND), "soft"), self._name_line, self._passphrase_line, self._work)
        self.setLayout(bounded(text(tr("Waits for a second person"), "section"), *parts, gap=M, margins=(L, L, L, L)))
        self.hide()

    def show_purge(self, waiting: PurgeRow | None) -> None:
        """Shows what waits; for whoever did not ask their own name stands there already."""
        self.setVisible(waiting is not None)
        self.passphrase.clear()
        if waiting is None:
            return
        self._id = waiting.id
        when = say_day(waiting.asked_at.date())
        asked = tr("{who} asked for it on {when}: {why}", who=waiting.asked_by, when=when, why=waiting.reason)
        self.asked.setText(asked)
        taken = purges.look(self._host.desk, waiting.record, waiting.record_id, waiting.scope)
        words = (f"{tr(SCOPES[waiting.scope])}.", *purge_words.sentences(taken, waiting.scope))
        self.told.setText("\n\n".join(words))
        self.name.setText("" if waiting.is_mine else self._host.desk.user.name)

    def _confirm(self) -> None:
        name, passphrase = self.name.text().strip(), self.passphrase.text()
        self._name_line.say("" if name else tr("Who confirms it?"))
        self._passphrase_line.say("" if passphrase else tr("Their passphrase is needed."))
        if name and passphrase:
            self._work.begin(
                tr("Purging"),
                lambda _tell: purges.confirm(self._host.desk, self._id, name, passphrase),
                self._host.finish,
                self._fail,
            )

    def _fail(self, words: str) -> None:
        self.passphrase.clear()
        self._host.fail(words)

    def _withdraw(self) -> None:
        self._host.do(lambda: purges.withdraw(self._host.desk, self._id), tr("Withdrawn. Nothing was taken."))
