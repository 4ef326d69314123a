"""Editors of one answer from a list: chips where the answers are few and short, a type-ahead where they are many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer, Field
from refugedesk.domain.words import noted, tr
from refugedesk.ui.forms.choice_chips import ChipRow
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.forms.type_ahead import Load, TypeAhead

MOST_CHIPS, MOST_LETTERS = 5, 60
HINT = noted("Type any word of it")


def are_few(offers: list[Offer] | tuple[Offer, ...]) -> bool:
    """Whether the answers fit side by side in a form's column."""
    answers = [offer.label for offer in offers if offer.is_answer]
    return len(answers) <= MOST_CHIPS and sum(map(len, answers)) <= MOST_LETTERS


class ChipEditor(Editor):
    """One of a few answers."""

    def __init__(
        self, field: Field, offers: tuple[Offer, ...], columns: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, parent)
        self.chips = ChipRow(field.label, offers, columns, self)
        self.chips.chosen.connect(self.edited)
        self.chips.entered.connect(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        for chip in self.chips.chips:
            chip.setAccessibleDescription(field.help)
            chip.installEventFilter(self)
        self.setFocusProxy(self.chips)

    @property
    def is_settled(self) -> bool:
        """A choice is whole at once."""
        return True

    def show_answer(self, draft: Draft) -> None:
        """Shows the chosen code."""
        self.chips.show_value(_text(draft.answers.get(self.field.name)))

    def answer_into(self, draft: Draft) -> None:
        """Hands the draft the chosen code, or None."""
        draft.set(self.field.name, self.chips.value)

    def handle_key(self, event: QKeyEvent) -> bool:
        """The row knows its keys."""
        return self.chips.handle_key(event)


class TypeAheadEditor(Editor):
    """One of many offers: of a long code list, or of the records a link may name."""

    def __init__(
        self, field: Field, load: Load, hint: str = "", opens_on_focus: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, parent)
        self.type_ahead = TypeAhead(load, hint or tr(HINT), self)
        self.type_ahead.changed.connect(self.edited)
        self.type_ahead.entered.connect(self.finished)
        self._opens_on_focus = opens_on_focus
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.type_ahead)
        self.watch(self.type_ahead.line)

    @property
    def is_settled(self) -> bool:
        """Whether an offer was taken, or the line emptied."""
        return self.type_ahead.offer is not None or not self.type_ahead.text

    @property
    def words(self) -> str:
        """The label of the offer that was taken."""
        return self.type_ahead.offer.label if self.type_ahead.offer else ""

    def show_answer(self, draft: Draft) -> None:
        """Shows the offer, or the text that fits none."""
        name = self.field.name
        self.type_ahead.show_offer(_text(draft.answers.get(name)), draft.typed.get(name, ""))

    def answer_into(self, draft: Draft) -> None:
        """Hands the draft the offer's value; text that fits no offer stays as typed and is said to be wrong."""
        offer, typed = self.type_ahead.offer, self.type_ahead.text
        if offer is None and typed.strip():
            draft.type_text(self.field.name, typed)
        else:
            draft.set(self.field.name, offer.value if offer else None)

    def handle_key(self, event: QKeyEvent) -> bool:
        """The line with its list knows its keys."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Opens the list when the focus comes, where that was asked for."""
        if event.type() == QEvent.Type.FocusIn and self._opens_on_focus and self.type_ahead.offer is None:
            self.type_ahead.open()
        return super().eventFilter(watched, event)


def _text(answer: Answer) -> str | None:
    return answer if isinstance(answer, str) else None
