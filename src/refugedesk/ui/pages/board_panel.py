"""What stands beside the bed board: which of the two drawn nights become, and the form of a hold or a void."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.ui.pages.entry_form import EntryForm
from refugedesk.ui.tab_walk import lay_tab_order
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.board_grid import nights_words
from refugedesk.ui.widgets.boxes import boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

WIDTH = 400


class BoardPanel(QWidget):
    """Beside the board, so that it is in sight however many units there are; its first line names the unit.

    hold_wanted, void_wanted: what the nights are to be; saved: a hold or a void was saved; closed: nothing is asked any
    more. form: what is open.
    """

    hold_wanted = Signal()
    void_wanted = Signal()
    saved = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.form: EntryForm | None = None
        self.unit, self.nights = text("", "section"), text("", "soft")
        self.hold = button(tr("Hold it (H)"), self.hold_wanted.emit, "primary")
        self.void = button(tr("It is void (V)"), self.void_wanted.emit)
        self.leave = button(tr("Leave it (Esc)"), self.close_choice, "quiet")
        self.choice = boxed(column(self.nights, row(self.hold, self.void, 1, gap=S), row(self.leave, 1), gap=M))
        self._forms = column(gap=M)
        inside = boxed(column(self.unit, self.choice, self._forms, 1, gap=M, margins=(0, 0, M, L)))
        self._foot = column()
        panel = column(scrolled(inside), self._foot, gap=M)
        panel.setStretch(0, 1)
        self.setLayout(panel)
        self.setFixedWidth(WIDTH)
        self.hide()

    def ask(self, unit: str, nights: tuple[date, date]) -> None:
        """Asks what these nights are to be; Hold has the focus."""
        words = nights_words(*nights)
        self.unit.setText(unit)
        self.nights.setText(words[:1].upper() + words[1:])
        self.hold.setAccessibleName(tr("Hold {unit}, {nights}", unit=unit, nights=words))
        self.void.setAccessibleName(tr("{unit} is void, {nights}", unit=unit, nights=words))
        self.choice.show()
        self.show()
        self.hold.setFocus(Qt.FocusReason.TabFocusReason)

    def show_form(self, draft: Draft, unit: str) -> None:
        """The form of a hold or a void of that unit."""
        self.choice.hide()
        self.unit.setText(unit)
        self.form = EntryForm(self.desk, draft, "unit_id", _no_lists, self, has_foot=False)
        self.form.setAccessibleName(tr("{form} of {unit}", form=draft.record.title, unit=unit))
        self.form.saved.connect(self.saved)
        self.form.closed.connect(self._put_away)
        self._forms.addWidget(self.form)
        self._foot.addWidget(self.form.foot)  # under what scrolls: Save is always in sight
        for each in (self.form, self.form.foot, self):
            each.show()
        lay_tab_order(self, self)
        self.form.focus_first()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer what the nights are to be."""
        return not self.isHidden() and self.form is None

    def close_choice(self) -> None:
        """Nothing is to be done with the nights."""
        self.hide()
        self.closed.emit()

    def close_form(self) -> bool:
        """Saves an open form; False where it cannot be."""
        return self.form is None or self.form.close_form()

    def _put_away(self) -> None:
        if self.form is not None:
            for part in (self.form, self.form.foot):
                part.hide()
                part.deleteLater()
            self.form = None
        self.close_choice()


def _no_lists(_record: str, _owner: str, _key: str) -> QWidget:
    return QWidget()
