"""The bed board: every unit now and along a time line; a key or a drag starts a hold, a void or a move."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import noted, tr
from refugedesk.services import arrivals, forms
from refugedesk.services.board import Span, board, confirm_vacancies, confirmed_on, vacancy_card
from refugedesk.services.forms import CannotSaveError
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of, say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.board_fit import WhoFits
from refugedesk.ui.pages.board_panel import BoardPanel
from refugedesk.ui.pages.entries_section import beginning
from refugedesk.ui.pages.entry_form import EntryForm
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import XXL, L, M, S
from refugedesk.ui.widgets.board_grid import BoardGrid
from refugedesk.ui.widgets.boxes import boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.texts import text

BACK, DAYS = 7, 35
KEYS = noted(
    "Arrows move, with Shift they mark nights. Enter opens, H holds, V is void, M moves, C copies the vacancy."
)
EMPTY = (
    "bed-double",
    noted("No units yet"),
    noted("The board shows who is in each room, flat or house, what is held and what is void."),
)


class BoardPage(Page):
    """The board, what is under the hand in words, and beside it what is asked: a hold, a void."""

    title = noted("Bed board")
    rail = "board"
    help_topic = "board"

    def __init__(self, window: DeskWindow, unit_id: str = "") -> None:
        super().__init__()
        self._window, self.desk, self._unit_id = window, window.desk, unit_id
        self.grid, self.said, self.meaning = BoardGrid(self), text(""), text("", "soft")
        self.moving: Span | None = None
        self.fits = WhoFits(self)
        self.fits.changed.connect(self.refresh)
        self.panel = BoardPanel(self.desk, self)
        self.panel.saved.connect(lambda _done: self.refresh())
        self.panel.hold_wanted.connect(self.begin_hold)
        self.panel.void_wanted.connect(self.begin_void)
        self.panel.closed.connect(self._go_back_to_board)
        self.confirmed: frozenset[str] = frozenset()
        self.grid.moved.connect(self._tell)
        self.grid.pressed.connect(self._take_key)
        self.grid.dropped.connect(self.move_to)
        self.grid.marked.connect(self._ask_what)
        self._lay_out()
        self.refresh()
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)
        if unit_id:
            self.grid.go_to(unit_id)

    def _lay_out(self) -> None:
        self.confirm = button(tr("Vacancies are right"), self._confirm, picture="check", parent=self)
        self.confirm.setToolTip(tr("Writes down that the board was looked at today and is right"))
        head = row(self.meaning, self.confirm, gap=M, margins=(0, 0, M, 0))
        head.setStretch(0, 1)
        # outside what scrolls: forty units push it out of sight
        under = column(self.said, text(tr(KEYS), "small"), gap=S)
        inside = boxed(column(self.grid, 1, margins=(0, 0, M, L)))
        beside = row(scrolled(inside), self.panel, gap=L)
        beside.setStretch(0, 1)
        self.whole = boxed(column(boxed(head), self.fits, beside, under, gap=L))
        self.first_unit = button(tr("Add a unit"), self._add_unit, "primary", picture="plus", parent=self)
        self.nothing = EmptyState(EMPTY[0], tr(EMPTY[1]), tr(EMPTY[2]), self.first_unit)
        for each in (self.first_unit, self.confirm):
            each.setVisible(self.desk.may(Action.RECORD))
        self.setLayout(column(self.whole, self.nothing, margins=(XXL, M, XXL - M, M)))

    def refresh(self) -> None:
        """Shows the board as it is."""
        first = self.desk.today - timedelta(days=BACK)
        rows = board(self.desk, first, DAYS, self.fits.wanted)
        self.grid.show_board(rows, first, DAYS, self.desk.today)
        self.whole.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        tonight = [each.on(self.desk.today) for each in rows]
        kinds = [span.kind if span else "free" for span in tonight]
        parts = [f"{kinds.count(kind)} {tr(words)}" for kind, words in WORDS if kinds.count(kind)]
        confirmed = confirmed_on(self.desk)
        seen = (
            tr("vacancies confirmed on {day}", day=say_day(confirmed))
            if confirmed
            else tr("vacancies not confirmed yet")
        )
        self.meaning.setText(" · ".join([count_of(len(rows), "unit"), *parts, seen]))

    def _tell(self) -> None:
        words = self.grid.said
        if self.moving is not None and self.grid.row is not None:
            words = tr(
                "Moving {words} to {name} from tonight. Enter moves, Esc leaves it.",
                words=self.moving.words,
                name=self.grid.row.name,
            )
        self.said.setText(words)

    def _take_key(self, key: int) -> None:
        acts = {
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_H: self.begin_hold,
            Qt.Key.Key_V: self.begin_void,
            Qt.Key.Key_M: self._begin_move,
            Qt.Key.Key_C: self._copy,
        }
        act = acts.get(Qt.Key(key))
        if act is not None and self.grid.row is not None:
            act()

    def _open(self) -> None:
        """Ends a move where one is under way; else opens what is there."""
        unit = self.grid.row
        if unit is None:
            return
        if self.moving is not None:
            self.move_to(self.moving, unit.unit_id)
            return
        if self.grid.nights is not None:
            self._ask_what()
            return
        span = unit.on(self.grid.night)
        if span is not None and span.resident_id:
            self._window.navigator.open("person", resident_id=span.resident_id, stay_id=span.stay_id)
        elif span is not None and span.kind in ("held", "void"):
            self._show_form(forms.open_draft(self.desk, "hold" if span.kind == "held" else "void", span.id))
        else:
            self._window.navigator.open("unit", id=unit.unit_id)

    def _ask_what(self) -> None:
        """Marked nights: are they to be held, or is the unit void?"""
        if self.grid.row is None or self.grid.nights is None or not self.desk.may(Action.RECORD):
            self.grid.unmark()
        elif self.can_leave():
            self.panel.ask(self.grid.row.name, self.grid.nights)

    def begin_hold(self) -> None:
        """A hold of the marked nights, or from the night under the hand until the day after."""
        night = self.grid.night
        first, last = self.grid.nights or (night, night + timedelta(days=1))
        self._begin("hold", held_on=first, until_on=last)

    def begin_void(self) -> None:
        """A void of the marked nights, or from the night under the hand until it is ready again."""
        marked = self.grid.nights
        first, last = marked or (self.grid.night, None)
        self._begin("void", from_on=first, to_on=last + timedelta(days=1) if last else None)

    def _begin(self, record: str, **days: date | None) -> None:
        if not self.desk.may(Action.RECORD) or self.grid.row is None:
            return
        given = {**beginning(self.desk, self.desk.forms[record])(), **days}
        self._show_form(forms.new_draft(self.desk, record, unit_id=self.grid.row.unit_id, **given))

    def _show_form(self, draft: forms.Draft) -> None:
        if self.can_leave() and self.grid.row is not None:
            self.panel.show_form(draft, self.grid.row.name)

    def _save(self) -> None:
        if self.form is not None:
            self.form.finish()

    def _go_back_to_board(self) -> None:
        self.grid.unmark()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_move(self) -> None:
        span = self.grid.row.on(self.desk.today) if self.grid.row else None
        if span is None or span.kind != "occupied" or not self.desk.may(Action.RECORD):
            self._window.say(tr("Nobody is in this unit tonight, so there is nobody to move."))
            return
        self.moving = span
        self._tell()

    def move_to(self, span: Span, unit_id: str) -> None:
        """Moves a household to another unit from tonight on: a placement, never an exit."""
        if span.stay_id is None or not self.desk.may(Action.RECORD):
            return
        try:
            arrivals.change_unit(self.desk, span.stay_id, unit_id, self.desk.today, self.confirmed)
        except CannotSaveError as error:
            self.moving, self.confirmed = span, frozenset(problem.rule for problem in error.problems)
            self.said.setText(tr("{error} Enter moves all the same, Esc leaves it.", error=error))
            return
        except RefugeDeskError as error:
            self._window.say(str(error))
            return
        self.moving, self.confirmed = None, frozenset()
        self.refresh()
        self._window.say(tr("Moved {words}.", words=span.words))

    def _copy(self) -> None:
        if self.grid.row is not None:
            QGuiApplication.clipboard().setText(vacancy_card(self.desk, self.grid.row.unit_id))
            self._window.say(tr("The vacancy is copied for ten seconds, without a name or a place."))

    def _add_unit(self) -> None:
        self._window.navigator.open("unit")

    def _confirm(self) -> None:
        confirm_vacancies(self.desk)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is under way: a question, a move, marked nights. H and V answer the question."""
        key = event.key()
        if self.panel.is_asking and key in (Qt.Key.Key_H, Qt.Key.Key_V):
            self.begin_hold() if key == Qt.Key.Key_H else self.begin_void()
        elif key == Qt.Key.Key_Escape and (self.panel.is_asking or self.grid.nights is not None):
            self.panel.close_choice()
        elif key == Qt.Key.Key_Escape and self.form is not None:
            self.panel.close_form()
        elif key == Qt.Key.Key_Escape and self.moving is not None:
            self.moving, self.confirmed = None, frozenset()
            self._tell()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.form is not None:
            self.form.keep()

    @property
    def form(self) -> EntryForm | None:
        """The form of a hold or a void that is open."""
        return self.panel.form

    def can_leave(self) -> bool:
        """Saves an open form on the way out; says why where it cannot."""
        return self.panel.close_form()

    def first_focus(self) -> QWidget:
        """The board; the button that adds the first unit where there is none."""
        return self.grid if self.grid.rows else self.first_unit

    def place(self) -> dict[str, object]:
        """The unit under the hand."""
        return {"unit_id": self.grid.row.unit_id} if self.grid.row else {}


WORDS = (
    ("occupied", noted("in use")),
    ("held", noted("held")),
    ("void", noted("void")),
    ("closed", noted("not open")),
    ("free", noted("free")),
)
