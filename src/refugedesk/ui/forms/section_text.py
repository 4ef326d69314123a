"""A section as it reads: each question with its answer, what is wanted and missing marked quietly."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field, Kind, Section
from refugedesk.domain.words import tr
from refugedesk.ui.forms.answer_words import NOT_RECORDED, answer_words
from refugedesk.ui.tokens import FORM_WIDTH, XL, S
from refugedesk.ui.widgets.boxes import BoundedGrid

LABEL_WIDTH = 200


class SectionText(QWidget):
    """The section to read; ``picked`` carries the field that was clicked on."""

    picked = Signal(str)

    def __init__(self, section: Section, draft: Draft, omit: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(FORM_WIDTH)
        left_out = set(omit)
        shown = [field for field in draft.shown_fields(section) if field.name not in left_out]
        grid = BoundedGrid(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(shown):
            is_alone = len(shown) == 1 and field.kind in (Kind.LONG_TEXT, Kind.CHOICES)
            self._add(grid, row, field, draft, is_alone)

    def _add(self, grid: QGridLayout, row: int, field: Field, draft: Draft, is_alone: bool) -> None:
        text = answer_words(field, draft)
        answer = _Clickable(text or self._nothing(field), field.name, self)
        answer.setObjectName("" if text else "soft")
        answer.setAccessibleName(f"{field.label}: {text or tr(NOT_RECORDED)}")
        answer.picked.connect(self.picked)
        if is_alone:
            grid.addWidget(answer, row, 0, 1, 2)
            return
        label = _Clickable(field.label, field.name, self)
        label.setObjectName("soft")
        label.setFixedWidth(LABEL_WIDTH)
        label.picked.connect(self.picked)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(answer, row, 1, Qt.AlignmentFlag.AlignTop)

    @staticmethod
    def _nothing(field: Field) -> str:
        if field.kind is Kind.CHOICES:
            return tr("None recorded")
        return f"○ {tr(NOT_RECORDED)}" if field.is_wanted else tr(NOT_RECORDED)


class _Clickable(QLabel):
    picked = Signal(str)

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._name = name
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wraps = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        wraps.setHeightForWidth(True)  # setting a policy forgets it, and a long answer would be cut
        self.setSizePolicy(wraps)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the form at this field."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.picked.emit(self._name)
