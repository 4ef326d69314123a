"""One line of a file that is looked through: its words as they will be read, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from refugedesk.domain.redaction import REASONS, Decision, Proposal, Why
from refugedesk.domain.words import noted, tr
from refugedesk.services.access.deciding import Shown
from refugedesk.ui.forms.flow import FlowLayout
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.boxes import bounded, boxed
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import text

WIDTH: Final = 352
STANDS: Final = {
    Decision.KEEP: noted("It will be handed over as it stands."),
    Decision.WITHOUT_NAMES: noted("It will be handed over without the names of others."),
    Decision.TAKE_OUT: noted("It will be taken out."),
}
BY_KEYS: Final = noted("In the list K keeps, N keeps without names, T takes out, and the next line is chosen.")
NOTHING_CHOSEN: Final = noted("Choose a line. K keeps it, N keeps it without names, T takes it out.")


class LinePanel(QFrame):
    """``decided`` is told what becomes of the line."""

    def __init__(self, decided: Callable[[Proposal], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self._decided = decided
        self.part, self.label, self.stands = text("", "small"), text("", "strong"), text("", "soft")
        self.words = text("")
        self.reason = QComboBox()
        for why, words in REASONS.items():
            self.reason.addItem(tr(words), why)
        self.keep = button(tr("Keep"), lambda: self._decide(Decision.KEEP), keys="K")
        self.without = button(tr("Without names"), lambda: self._decide(Decision.WITHOUT_NAMES), keys="N")
        self.out = button(tr("Take out"), lambda: self._decide(Decision.TAKE_OUT), keys="T")
        self._reason_line = Labelled(tr("Why, where it is taken out"), self.reason)
        keys = text(tr(BY_KEYS), "small")
        ways = QWidget()
        flow = FlowLayout(ways, S, S)
        for way in (self.keep, self.without, self.out):
            flow.addWidget(way)
        self._buttons = boxed(bounded(ways, keys, gap=M))
        parts = (self.part, self.label, self.words, self.stands, self._reason_line, self._buttons, 1)
        self.setLayout(bounded(*parts, gap=M, margins=(L, L, L, L)))

    def show_line(self, of: Shown | None) -> None:
        """Shows a line; without one, what can be done."""
        for each in (self.part, self.label, self._reason_line, self._buttons):
            each.setVisible(of is not None)
        self.stands.setText(tr(NOTHING_CHOSEN if of is None else STANDS[of.decided.decision]))
        self.words.setText("")
        if of is not None:
            self.part.setText(of.line.part)
            self.label.setText(of.line.label)
            is_masked = of.decided.decision is Decision.WITHOUT_NAMES
            self.words.setText(of.line.masked if is_masked else of.line.words)
            self.without.setEnabled(of.line.masked != of.line.words)
            why = of.decided.why if of.decided.why is not Why.NOTHING else Why.OTHERS
            self.reason.setCurrentIndex(self.reason.findData(why))

    def _decide(self, decision: Decision) -> None:
        why = Why.NOTHING if decision is Decision.KEEP else Why(self.reason.currentData())
        self._decided(Proposal(decision, why))
