"""The children of a call in one line, with what was understood of it beneath as it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from refugedesk.domain.children_told import ChildTold, in_words, read_children
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer, Field
from refugedesk.domain.typed import UnreadableError
from refugedesk.domain.words import tr
from refugedesk.ui.forms.text_editors import LineEditor


class ChildrenEditor(LineEditor):
    """The line, and the words for it. The number of children above follows where nobody has said one."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.understood = QLabel(self)
        self.understood.setObjectName("small")
        self.understood.setWordWrap(True)
        self.column.addWidget(self.line)
        self.column.addWidget(self.understood)
        self._said: Answer = None
        self.line.textChanged.connect(lambda _text: self.say())

    def show_answer(self, draft: Draft) -> None:
        """Shows the line, and says what it means."""
        super().show_answer(draft)
        self.hear(draft.answers.get("children"))

    def hear(self, said: Answer) -> None:
        """How many children are said to come: where the line has another number of them, that is said."""
        self._said = said
        self.say()

    def say(self) -> None:
        """Says what is understood so far; half a word is not called wrong."""
        try:
            told = read_children(self.line.text())
        except UnreadableError:
            told = ()
        words = tr("Understood: {children}.", children=", ".join(in_words(told))) if told else ""
        self.understood.setText(f"{words} {self._difference(told)}".strip())
        self.understood.setVisible(bool(told))
        self.line.setAccessibleDescription(self.understood.text() or self.field.help)

    def _difference(self, told: tuple[ChildTold, ...]) -> str:
        come = sum(child.comes_along for child in told)
        if not isinstance(self._said, int) or come == self._said:
            return ""
        return tr("That is {come}, and {said} are said to come.", come=come, said=self._said)
