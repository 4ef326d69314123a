"""Filter chips: which rows a list shows. One tab stop; the arrows move and choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QPushButton, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.forms.flow import FlowLayout
from refugedesk.ui.reading_way import onward
from refugedesk.ui.tokens import S

ChipRow = tuple[str, str, int | None]
"""A chip: its code, its words, and how many rows it shows."""
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class FilterChips(QWidget):
    """Chips of which one is always chosen. ``chosen`` carries its code."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._row: QLayout = FlowLayout(self, S, S) if wraps else QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S)
        self.chips: list[QPushButton] = []

    def show_chips(self, chips: Sequence[ChipRow], chosen: str) -> None:
        """Shows these chips; where they are the same as before only their numbers change."""
        if [chip.property("code") for chip in self.chips] != [code for code, _words, _count in chips]:
            self._build(chips)
        for chip, (code, words, count) in zip(self.chips, chips, strict=True):
            chip.setText(words.replace("&", "&&") if count is None else f"{words}  {count}")
            chip.setAccessibleName(words if count is None else f"{words}, {count}")
            chip.setChecked(code == chosen)
            chip.updateGeometry()  # the chosen one is heavier and wider
        self._keep_one_tab_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go from chip to chip and choose."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(onward(Qt.Key(event.key()), self), 0)
            if step and isinstance(watched, QPushButton):
                target = self.chips[(self.chips.index(watched) + step) % len(self.chips)]
                target.setFocus(Qt.FocusReason.TabFocusReason)
                target.click()
                return True
        return False

    def _build(self, chips: Sequence[ChipRow]) -> None:
        for old in self.chips:
            self._row.removeWidget(old)
            old.deleteLater()
        self.chips = [self._chip(code) for code, _words, _count in chips]

    def _chip(self, code: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("code", code)
        chip.setToolTip(tr("Left and right go from one to the next"))
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._choose(code))
        self._group.addButton(chip)
        self._row.addWidget(chip)
        return chip

    def _choose(self, code: str) -> None:
        self._keep_one_tab_stop()
        self.chosen.emit(code)

    def _keep_one_tab_stop(self) -> None:
        for chip in self.chips:
            is_stop = chip.isChecked()
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
