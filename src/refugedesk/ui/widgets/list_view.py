"""A list as a calm table: a hairline between rows, the whole row chosen, arrows to move and Enter to open."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.pages.models.rows import RowsModel
from refugedesk.ui.tokens import LIST_ROW_HEIGHT
from refugedesk.ui.widgets.row_delegate import RowDelegate

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListView(QTableView):
    """Rows of frozen values. ``opened`` carries the row under Enter or the mouse."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip("")
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(LIST_ROW_HEIGHT)
        self.horizontalHeader().setAccessibleName(tr("Columns of {name}", name=name))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._open)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Shows a model of rows; its columns share the width as their weights say."""
        super().setModel(model)
        if isinstance(model, RowsModel):
            model.modelReset.connect(self._choose_first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; everything else as in any table."""
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def move_by(self, rows: int) -> None:
        """Chooses a row further down or up, for a search line that keeps the focus."""
        model = self.model()
        if model is not None and model.rowCount():
            target = min(max(self.currentIndex().row() + rows, 0), model.rowCount() - 1)
            self.selectRow(target)

    def open_current(self) -> None:
        """Opens the chosen row, if there is one."""
        if self.currentIndex().isValid():
            self._open(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard always has a row to stand on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose_first()

    def _choose_first(self) -> None:
        model = self.model()
        if model is not None and model.rowCount():
            self.selectRow(0)
        self._share_width()

    def _share_width(self) -> None:
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        room, weights = self.viewport().width(), [column.weight for column in model.columns]
        for at, weight in enumerate(weights):
            self.setColumnWidth(at, room * weight // sum(weights))

    def _open(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, RowsModel):
            self.opened.emit(model.rows[index.row()])
