"""What is meant by "other", in words; where the list has a code that says the same, it is offered beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.domain.resemblance import resembling
from refugedesk.domain.words import tr
from refugedesk.ui.forms.text_editors import TextEditor
from refugedesk.ui.tokens import S
from refugedesk.ui.widgets.boxes import boxed, clear, column, left
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

TAKE = "F2"


class OtherEditor(TextEditor):
    """A line of text, and the codes it reads like; ``taken`` carries the code that is meant after all."""

    taken = Signal(str)

    def __init__(self, field: Field, codes: CodeList, parent: QWidget | None = None) -> None:
        super().__init__(field, parent=parent)
        self._codes = codes
        self.offered: tuple[Code, ...] = ()
        self._codes_listed = column(gap=S)
        self._offers = boxed(
            column(text(tr("It reads like an answer of the list:"), "small"), self._codes_listed, gap=S)
        )
        self._offers.hide()
        self.column.addWidget(self._offers)
        self.line.textChanged.connect(self._look)

    def show_answer(self, draft: Draft) -> None:
        """Shows the words, and what they read like."""
        super().show_answer(draft)
        self._look(self.line.text())

    def handle_key(self, event: QKeyEvent) -> bool:
        """F2 takes the likeliest of the codes on offer."""
        if event.key() == Qt.Key.Key_F2 and self.offered:
            self.taken.emit(self.offered[0].code)
            return True
        return super().handle_key(event)

    def _look(self, words: str) -> None:
        found = resembling(self._codes, words)
        if found == self.offered:
            return
        self.offered = found
        clear(self._codes_listed)
        for place, code in enumerate(found):
            self._codes_listed.addLayout(left(self._offer(code, place == 0)))
        self._offers.setVisible(bool(found))
        said = ", ".join(code.label for code in found)
        self.line.setAccessibleDescription(
            tr("Reads like {said}. {take} takes the first.", said=said, take=TAKE) if said else self.field.help
        )

    def _offer(self, code: Code, is_first: bool) -> QWidget:
        words = f"{code.label}  ({TAKE})" if is_first else code.label
        return button(words, lambda: self.taken.emit(code.code), "quiet", TAKE if is_first else "", "check")
