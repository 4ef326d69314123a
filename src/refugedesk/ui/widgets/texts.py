"""Words on the screen, in the few sizes there are. Every one wraps and can be read by a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from refugedesk.ui.fonts import tabular


def text(words: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """Words in one of the looks of the style sheet: title, section, strong, soft, small, problem ..."""
    label = QLabel(words, parent)
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def shortened(words: str, most: int) -> str:
    """The words, or as many whole ones as ``most`` letters hold and an ellipsis."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0].rstrip(' ,;·')}…"


def line(words: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """Words that stay on one line."""
    label = text(words, look, parent)
    label.setWordWrap(False)
    return label


def figures(words: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """A line of words with figures of one width."""
    label = line(words, look, parent)
    label.setFont(tabular(label.font()))
    return label


def hairline(parent: QWidget | None = None) -> QFrame:
    """A line one pixel high."""
    result = QFrame(parent)
    result.setObjectName("hairline")
    return result


def restyle(widget: QWidget, look: str) -> None:
    """Gives a widget another look of the style sheet. One not shown yet takes it when it is."""
    if widget.objectName() != look:
        widget.setObjectName(look)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().polish(widget)
