"""What is chosen before a return is prepared: which one, for which period, for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.own_rules import in_language
from refugedesk.domain.rules import Surroundings, in_order
from refugedesk.domain.spans import Period
from refugedesk.domain.words import noted, tr
from refugedesk.services.returns import DefinitionRow, PeriodChoice
from refugedesk.ui.forms.editor import ENTER_KEYS
from refugedesk.ui.forms.editors import Source
from refugedesk.ui.forms.section_view import SectionView, shown_problems
from refugedesk.ui.tokens import L
from refugedesk.ui.widgets.boxes import column
from refugedesk.ui.widgets.labelled import Labelled

POLICY_WORDS = {
    "threshold-5": noted("Counts from 1 to 4"),
    "threshold-5-strict": noted("1 to 4, not even smallness certain"),
    "threshold-10": noted("Counts from 1 to 9"),
    "withhold-7-round-5": noted("1 to 7, the rest rounded to 5"),
    "round-10": noted("Nothing small, all rounded to 10"),
}
OTHER_DAYS = noted("Other days…")
DAYS = Section(
    "days",
    "",
    (
        Field("first_on", noted("From"), Kind.DAY, is_required=True),
        Field("last_on", noted("To"), Kind.DAY, is_required=True, help=noted("This day counts too.")),
    ),
)
PERIOD = Record(
    "period", noted("Period"), "periods", (DAYS,), (in_order("first_on", "last_on", noted("The last day comes first")),)
)
NOWHERE = Source(lambda _field, _typed: (), lambda _field, _draft: ())


class ReturnChoice(QWidget):
    """The choice on the left of the return page.

    changed: another definition or period is chosen; entered: Enter, in any of its lines but the days.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        definitions: Sequence[DefinitionRow],
        periods: Sequence[PeriodChoice],
        policies: Sequence[str],
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._policies, self.policy = tuple(policies), QComboBox(self)
        for policy in self._policies:
            self.policy.addItem(tr(POLICY_WORDS.get(policy, policy)))
        self.policy.activated.connect(lambda _at: self.changed.emit())
        self._definitions, self.periods = tuple(definitions), tuple(periods)
        self.definition, self.period, self.recipient = QComboBox(self), QComboBox(self), QLineEdit(self)
        for definition in self._definitions:
            self.definition.addItem(definition.title)
        for choice in self.periods:
            self.period.addItem(choice.label)
        self.period.addItem(tr(OTHER_DAYS))
        self.recipient.setMaxLength(120)
        for box in (self.definition, self.period, self.policy):
            box.setToolTip(box.currentText())
            box.currentTextChanged.connect(box.setToolTip)
        asked = in_language(PERIOD)
        self._draft = Draft(asked, Surroundings(today))
        self.days = SectionView(asked.sections[0], self._draft, NOWHERE)
        self._lay_out()
        self.definition.activated.connect(lambda _at: self.changed.emit())
        self.period.activated.connect(lambda _at: self._choose_period())
        self.days.edited.connect(lambda _name, _settled: self._take_days(set()))
        self.days.left.connect(lambda name: self._take_days({name}))
        self.days.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line that has no other use for it says that everything is chosen."""
        if event.key() in ENTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        which = Labelled(tr("Return"), self.definition)
        if len(self._definitions) == 1:
            which.hide()
        when = Labelled(tr("Period"), self.period)
        whom = Labelled(
            tr("For whom"), self.recipient, tr("Written down with the return; it stands nowhere in the file.")
        )
        how = Labelled(tr("Withheld"), self.policy)
        self.setLayout(column(which, when, self.days, whom, how, gap=L))

    @property
    def definition_id(self) -> str:
        """The definition that is chosen."""
        return self._definitions[max(0, self.definition.currentIndex())].id

    @property
    def policy_id(self) -> str:
        """The way of protecting that is chosen."""
        return self._policies[max(0, self.policy.currentIndex())]

    @property
    def chosen(self) -> Period | None:
        """The period that is chosen; None while its own days are not both there and in order."""
        at = self.period.currentIndex()
        if 0 <= at < len(self.periods):
            return self.periods[at].period
        first, last = self._draft.answers.get("first_on"), self._draft.answers.get("last_on")
        if not self._draft.can_save or not isinstance(first, date) or not isinstance(last, date):
            return None
        return Period(first, last)

    def show_problems(self) -> None:
        """Says what its own days lack, the focus on the first."""
        self._take_days({"first_on", "last_on"})
        row = self.days.rows["first_on" if self._draft.answers.get("first_on") is None else "last_on"]
        row.editor.setFocus()

    def _choose_period(self) -> None:
        self.days.setVisible(self.period.currentText() == tr(OTHER_DAYS))
        self.changed.emit()

    def _take_days(self, visited: set[str]) -> None:
        self.days.refresh(shown_problems(self._draft, visited), show_missing=False)
        self.changed.emit()
