"""A word with a shape before it: never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.reading_way import across
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import S

MARK = 10


@dataclass(frozen=True)
class Badge:
    """``shape``: full, half, ring, diamond, square or none; ``colour``: a token."""

    word: str
    shape: str = "ring"
    colour: str = "soft_ink"


_RISK: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"high": ("diamond", "danger"), "medium": ("half", "caution"), "standard": ("ring", "soft_ink")}
)
_OUTCOME: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "accepted": ("full", "good"),
        "pending": ("half", "caution"),
        "not_accepted": ("ring", "soft_ink"),
        "withdrawn": ("ring", "soft_ink"),
    }
)


def risk_badge(word: str, code: str | None) -> Badge:
    """The risk: a filled diamond for high, a half circle for medium, a ring for the rest."""
    return Badge(word, *_RISK.get(code or "", ("none", "soft_ink")))


def outcome_badge(word: str, code: str | None) -> Badge:
    """What came of a referral."""
    return Badge(word, *_OUTCOME.get(code or "", ("none", "soft_ink")))


def state_badge(state: str) -> Badge:
    """What a unit is tonight: in use, free, or closed."""
    word = state.casefold()
    shape = "full" if word.startswith("in use") else "ring" if word.startswith("free") else "none"
    return Badge(tr(state), shape, "accent" if shape == "full" else "good")


def missing_badge(missing: int) -> Badge:
    """How much is not recorded yet; a ring while something is, nothing when it is complete."""
    return Badge(tr("{missing} missing", missing=missing), "half", "caution") if missing else Badge("", "none")


def paint_badge(painter: QPainter, area: QRectF, badge: Badge, ink: QColor) -> None:
    """Draws the shape and the word in the middle of the height of ``area``, the word cut where it does not fit."""
    x = area.x()
    if badge.shape != "none":
        _paint_shape(painter, across(painter, area, QRectF(x, area.center().y() - MARK / 2, MARK, MARK)), badge)
        x += MARK + S
    room = across(painter, area, QRectF(x, area.y(), area.right() - x, area.height()))
    word = QFontMetrics(painter.font()).elidedText(badge.word, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.setPen(ink)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def badge_width(metrics: QFontMetrics, badge: Badge) -> int:
    """How wide it is when nothing is cut."""
    return metrics.horizontalAdvance(badge.word) + (0 if badge.shape == "none" else MARK + S)


def _paint_shape(painter: QPainter, area: QRectF, badge: Badge) -> None:
    colour = QColor(getattr(colours(), badge.colour))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    inner = area.adjusted(1, 1, -1, -1)
    if badge.shape == "diamond":
        painter.setBrush(colour)
        middle = area.center()
        points = [(middle.x(), area.top()), (area.right(), middle.y()), (middle.x(), area.bottom())]
        painter.drawPolygon(QPolygonF([QPointF(*each) for each in (*points, (area.left(), middle.y()))]))
    elif badge.shape == "full":
        painter.setBrush(colour)
        painter.drawEllipse(inner)
    else:
        painter.drawEllipse(inner)
        if badge.shape == "half":
            painter.setBrush(colour)
            painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.restore()


class BadgeView(QWidget):
    """A badge by itself, as wide as its word."""

    def __init__(self, badge: Badge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_badge(badge)

    def show_badge(self, badge: Badge) -> None:
        """Shows another badge."""
        self._badge = badge
        self.setAccessibleName(badge.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and its shape."""
        metrics = self.fontMetrics()
        return QSize(badge_width(metrics, self._badge) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """No smaller than it is."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._badge, QColor(colours().ink))
        painter.end()
