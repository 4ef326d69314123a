"""The list that opens under a line editor. It never takes the focus: the line keeps typing while it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.forms.offer_model import HEADING_HEIGHT, ROW_HEIGHT, OfferDelegate, OfferModel
from refugedesk.ui.forms.offers import Offer

MOST_LINES = 9
GAP = 2


class OfferList(QFrame):
    """Offers laid over the window under (or, without room, above) the widget they belong to."""

    picked = Signal(object)

    def __init__(self, under: QWidget) -> None:
        super().__init__(under.window())
        self.setObjectName("offerList")
        self._under = under
        under.destroyed.connect(self.deleteLater)
        self._window: QWidget | None = None
        self._followed: list[QAbstractScrollArea] = []
        self.model = OfferModel()
        self.view = self._build_view()
        self.nothing = QLabel(tr("Nothing in the list fits these words."), self)
        self.nothing.setObjectName("soft")
        self.nothing.setContentsMargins(10, 4, 10, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self.nothing)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()

    def _build_view(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(OfferDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.entered.connect(self._point_at)
        view.clicked.connect(self._pick)
        return view

    def open(self, offers: Sequence[Offer], point_at: int, says_nothing: bool = True) -> None:
        """Shows the offers, the one at ``point_at`` pointed at (-1: none); hides where there are none to show."""
        self.model.fill(offers)
        self.view.setVisible(bool(offers))
        self.nothing.setVisible(not offers)
        if not offers and not says_nothing:
            self.hide()
            return
        self._place()
        if not self.isVisible():
            self._follow()
        self.show()
        self.raise_()
        self.point_at(offers[point_at] if point_at >= 0 else None)

    @property
    def current(self) -> Offer | None:
        """The offer that is pointed at."""
        index = self.view.currentIndex()
        return self.model.offer(index.row()) if index.isValid() else None

    def point_at(self, offer: Offer | None) -> None:
        """Points at an offer, or at none."""
        if offer is None:
            self.view.setCurrentIndex(QModelIndex())
            self.view.scrollToTop()
            return
        row = self.model.row_of(offer)
        self.view.setCurrentIndex(self.model.index(row))
        if row <= 1:
            self.view.scrollToTop()

    def move_by(self, step: int) -> None:
        """Points at the next or the previous offer, passing over headings."""
        index = self.view.currentIndex()
        row = self.model.next_row(index.row() if index.isValid() else -1, step)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            if row <= 1:
                self.view.scrollToTop()

    def hide(self) -> None:
        """Closes the list and lets go of the window. It stays the window's child until its line goes."""
        super().hide()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closes when what it hangs from moves: a list left behind would point at the wrong field."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Closes with the window's changes and when a scroll area above the field scrolls."""
        self._window = self._under.window()
        self._window.installEventFilter(self)
        above = self._under.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea) and above not in self._followed:
                self._followed.append(above)
                above.verticalScrollBar().valueChanged.connect(self.hide)
            above = above.parentWidget()

    def _place(self) -> None:
        window = self._under.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = self._wanted_height()
        at = self._under.mapTo(window, QPoint(0, self._under.height() + GAP))
        room_below = window.height() - at.y() - GAP
        if height > room_below:
            above = self._under.mapTo(window, QPoint(0, -GAP)).y()
            if above > room_below:
                height = min(height, above)
                at.setY(above - height)
            else:
                height = room_below
        self.setGeometry(at.x(), at.y(), self._under.width(), height)

    def _wanted_height(self) -> int:
        if not self.model.lines:
            return self.nothing.sizeHint().height() + 2
        heights = [HEADING_HEIGHT if isinstance(line, str) else ROW_HEIGHT for line in self.model.lines]
        return min(sum(heights), MOST_LINES * ROW_HEIGHT) + 2

    def _point_at(self, index: QModelIndex) -> None:
        if self.model.offer(index.row()):
            self.view.setCurrentIndex(index)

    def _pick(self, index: QModelIndex) -> None:
        offer = self.model.offer(index.row())
        if offer is not None:
            self.picked.emit(offer)
