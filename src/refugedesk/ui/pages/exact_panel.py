"""Exact figures: for a manager, for a named recipient, for a reason, and after a warning in plain words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.tokens import FORM_WIDTH, L
from refugedesk.ui.widgets.boxes import column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

WARNING = noted(
    "Exact figures can tell who somebody is: a count of one is a person. Give them only to somebody who may know,"
    " and who will not pass them on. The file opens with a password alone. Your name, the reason and the recipient are"
    " written down and stay."
)


class ExactPanel(QFrame):
    """Reason and recipient; ``act`` is called with both once both are there."""

    def __init__(
        self, act: Callable[[str, str], object], close: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setMaximumWidth(FORM_WIDTH)
        self._act = act
        self.reason, self.recipient = QLineEdit(self), QLineEdit(self)
        self._fields = (
            Labelled(
                tr("Why are exact figures needed?"), self.reason, tr("A sentence that an inspector would understand.")
            ),
            Labelled(tr("Who receives them?"), self.recipient, tr("A name and an organisation.")),
        )
        go = button(tr("Write exact figures…"), self.finish, "danger")
        self.leave = button(tr("Leave it"), close)
        warning = Notice(tr(WARNING), "cautionNotice", self)
        layout = column(text(tr("Exact figures"), "section"), warning, *self._fields, row(go, self.leave, 1), gap=L)
        layout.setContentsMargins(L, L, L, L)
        self.setLayout(layout)

    def finish(self) -> None:
        """Goes on where reason and recipient are there; else says what is needed."""
        empty = [field for field in self._fields if not _typed(field)]
        for field in self._fields:
            field.say("" if _typed(field) else tr("This is needed before exact figures are written."))
        if empty:
            empty[0].editor.setFocus()
        else:
            self._act(self.reason.text().strip(), self.recipient.text().strip())


def _typed(field: Labelled) -> str:
    return field.editor.text().strip() if isinstance(field.editor, QLineEdit) else ""
