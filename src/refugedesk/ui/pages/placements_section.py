"""The units a stay has held, and the move to another one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.fields import Section
from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.services import arrivals, forms
from refugedesk.services.desk import Desk
from refugedesk.services.forms import CannotSaveError
from refugedesk.services.roles import Action
from refugedesk.services.views import PlacementRow, StayFile
from refugedesk.services.wording import between, count_of, say_day
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.forms.tab_order import put_after
from refugedesk.ui.tokens import FORM_WIDTH, L, M
from refugedesk.ui.widgets.boxes import BoundedColumn, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

NIGHTS = ALL["placement"].sections[0]
MOVE = Section("move", "", (ALL["placement"].field("unit_id"), ALL["placement"].field("from_on")))


def placement_words(placement: PlacementRow, today: date) -> str:
    """The nights of a placement: 1 Mar 2021 to 12 Apr 2021, 42 nights."""
    began = say_day(placement.from_on)
    span = between(began, say_day(placement.to_on)) if placement.to_on else tr("{day} until now", day=began)
    nights = ((placement.to_on or today) - placement.from_on).days
    return f"{span}, {count_of(nights, 'night')}"


class ChangeUnit(QFrame):
    """To which unit, from which night. ``moved``: it is done; ``given_up``: it is not wanted."""

    moved = Signal()
    given_up = Signal()

    def __init__(self, desk: Desk, stay_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self._stay_id = desk, stay_id
        self.draft = forms.new_draft(desk, "placement", stay_id=stay_id, from_on=desk.today)
        self.draft.confirm("one_unit")  # the unit held until then ends that day: two at once cannot come of it
        self.form = FormView(desk, self.draft, [MOVE])
        self.status = StatusLine(self)
        self.form.edited.connect(lambda: self.status.say(""))
        save = button(tr("Change unit"), self.change_unit, "primary")
        close = button(tr("Leave it"), self.given_up.emit)
        self.setLayout(column(self.form, self.status, row(save, close, 1), gap=L, margins=(L, L, L, L)))

    def change_unit(self) -> bool:
        """Moves the stay; whether it could be."""
        self.form.flush()
        unit, on = self.draft.answers.get("unit_id"), self.draft.answers.get("from_on")
        if not isinstance(unit, str) or not isinstance(on, date):
            self.form.show_problems()
            return False
        try:
            arrivals.change_unit(self._desk, self._stay_id, unit, on, frozenset(self.draft.confirmed))
        except CannotSaveError as error:
            self.form.show_problems()
            self.status.say_stopped(str(error))
            return False
        except RefugeDeskError as error:
            self.status.say_stopped(str(error))
            return False
        self.form.let_go()
        self.moved.emit()
        return True


class PlacementsSection(QWidget):
    """One line a placement, newest first, each of which can be mended. ``saved``: something changed."""

    saved = Signal(object)

    def __init__(self, desk: Desk, stay: StayFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._stay = desk, stay
        self.setMaximumWidth(FORM_WIDTH)
        self.mending: ReadableSection | None = None
        self.panel: ChangeUnit | None = None
        self.change = button(tr("Change unit…") if stay.placements else tr("Give a unit…"), self.open_form)
        if stay.ended_on is not None or not desk.may(Action.RECORD):
            self.change.hide()
        self._column = BoundedColumn(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        self._column.addLayout(row(text(tr("Units"), "section"), 1, self.change))
        if not stay.placements:
            self._column.addWidget(text(tr("This stay has no unit yet."), "soft"))
        for placement in sorted(stay.placements, key=lambda each: each.from_on, reverse=True):
            self._column.addWidget(self._line(placement))

    def _line(self, placement: PlacementRow) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("card")
        words = column(
            text(placement.unit, "strong"), text(placement_words(placement, self._desk.today), "soft"), gap=0
        )
        mend = button(tr("Change"), lambda: self._mend(frame, placement), "quiet", picture="pencil")
        mend.setAccessibleName(tr("Change the nights in {unit}", unit=placement.unit))
        if not self._desk.may(Action.RECORD):
            mend.hide()
        line = row(words, mend, margins=(L, M, M, M))
        line.setStretch(0, 1)
        frame.setLayout(line)
        return frame

    def open_form(self, _at: str = "") -> None:
        """Opens the move to another unit, or to a first one."""
        if self.panel is None and self.change.isEnabled() and self._desk.may(Action.RECORD):
            self.panel = ChangeUnit(self._desk, self._stay.id, self)
            self.panel.moved.connect(lambda: self.saved.emit(None))
            self.panel.given_up.connect(self._close_panel)
            self._column.insertWidget(1, self.panel)
            put_after(self.change, self.panel)
            self.panel.show()
        if self.panel is not None:
            self.panel.form.focus_on("unit_id")

    def close_form(self) -> bool:
        """Whether nothing is left unsaved; a unit that was begun to be changed has to be said yes or no to."""
        if self.mending is not None and not self.mending.close_form():
            return False
        if self.panel is not None and self.panel.form.is_changed:
            self.panel.status.say_stopped(tr("Not changed yet. Choose Change unit or Leave it."))
            return False
        return True

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.mending is not None:
            self.mending.keep()

    def _close_panel(self) -> None:
        if self.panel is not None:
            self.panel.form.let_go()
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.change.setFocus()

    def _mend(self, line: QFrame, placement: PlacementRow) -> None:
        if self.mending is not None and not self.mending.close_form():
            return
        draft = forms.open_draft(self._desk, "placement", placement.id)
        self.mending = ReadableSection(self._desk, draft, NIGHTS, ("stay_id",), placement.unit)
        self.mending.saved.connect(self.saved)
        self._column.replaceWidget(line, self.mending)
        line.hide()
        self.mending.show()
        self.mending.open_form("from_on")
