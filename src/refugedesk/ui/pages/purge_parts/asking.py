"""Asking for a purge: how much of the file, what that takes in numbers, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import purge_words, purges
from refugedesk.services.purges import SCOPES, Scope
from refugedesk.services.retention import FileRow, Stands
from refugedesk.ui.pages.purge_parts.purge_host import PurgeHost
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import bounded, boxed, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

EARLY = noted(
    "This file is not due yet. Purge it earlier only where the person asked for it and nothing speaks against it: "
    "a court, an inquiry, a child who may ask one day."
)
MOST_TOLD = 6
ELSEWHERE = noted(
    "The full name also stands elsewhere, and stays there: {places}. Mend it before you ask, where it can be mended."
)
HOW_IT_GOES = noted(
    "You ask for it; then another manager looks at the same numbers and confirms it with a passphrase of their own. "
    "Until then nothing is taken. Afterwards nobody can bring it back."
)


class AskForm(QWidget):
    """What would be taken is told before anything is asked for."""

    def __init__(self, host: PurgeHost) -> None:
        super().__init__()
        self._host = host
        self.scope, self.reason = QComboBox(), QLineEdit()
        self.scope.currentIndexChanged.connect(lambda _index: self._tell())
        self.early, self.elsewhere = Notice(), Notice()
        self.told = text("")
        self._reason_line = Labelled(
            tr("Why"), self.reason, tr("Without a name: the reason stays when the file is gone.")
        )
        self.ask_now = button(tr("Ask for this purge"), self._ask, "danger")
        self.setLayout(
            bounded(
                text(tr("Purge"), "section"),
                text(tr(HOW_IT_GOES), "soft"),
                self.early,
                Labelled(tr("How much"), self.scope),
                self.elsewhere,
                self.told,
                self._reason_line,
                boxed(row(self.ask_now, 1)),
                gap=M,
            )
        )

    def refresh(self, row_of: FileRow | None) -> None:
        """Offers what fits the kind of file; what is due chooses for itself."""
        record, _ = self._host.file
        offered = SCOPES if record == "resident" else {Scope.WHOLE: SCOPES[Scope.WHOLE]}
        self.scope.blockSignals(True)
        self.scope.clear()
        for scope, words in offered.items():
            self.scope.addItem(tr(words), scope)
        self.scope.setCurrentIndex(max(self.scope.findData(_fitting(row_of)), 0))
        self.scope.blockSignals(False)
        is_due = row_of is not None and row_of.stands in (Stands.DUE, Stands.ADULT_DUE)
        self.early.say("" if is_due else tr(EARLY), "cautionNotice")
        self._tell_elsewhere()
        self._tell()

    def _tell_elsewhere(self) -> None:
        found = purges.elsewhere(self._host.desk, *self._host.file)
        more = len(found) - MOST_TOLD
        places = "; ".join([*found[:MOST_TOLD], *([tr("and {more} more", more=more)] if more > 0 else [])])
        self.elsewhere.say(tr(ELSEWHERE, places=places) if found else "", "cautionNotice")

    def _tell(self) -> None:
        scope = Scope(self.scope.currentData())
        taken = purges.look(self._host.desk, *self._host.file, scope)
        self.told.setText("\n\n".join(purge_words.sentences(taken, scope)))

    def _ask(self) -> None:
        self._reason_line.say("" if self.reason.text().strip() else tr("Say why, without a name."))
        if self.reason.text().strip():
            scope, reason = Scope(self.scope.currentData()), self.reason.text()
            self._host.do(
                lambda: purges.ask(self._host.desk, *self._host.file, scope, reason),
                tr("Asked for. It waits here until another manager confirms it; nothing has been taken."),
            )


def _fitting(row_of: FileRow | None) -> Scope:
    """The least that is asked for by the file's time."""
    is_adults = row_of is not None and row_of.stands is Stands.ADULT_DUE
    return Scope.ADULT_FIGURES_STAY if is_adults else Scope.FIGURES_STAY
