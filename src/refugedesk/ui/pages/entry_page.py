"""What the pages before an open store have in common: one sheet, and waiting for the key without freezing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from refugedesk.ui.tokens import ENTRY_WIDTH, L, S
from refugedesk.ui.widgets.texts import text

if TYPE_CHECKING:
    from refugedesk.ui.entry_window import EntryWindow


class Waiting(QWidget):
    """A moving bar and a sentence, while the key is being derived; keeps its place when hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._words = text("", "small", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self, words: str) -> None:
        """Shows what is being waited for."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self.show()


class EntryPage(QWidget):
    """A sheet of the entry window; ``column`` is what it is laid out in."""

    sheet_width: ClassVar[int] = ENTRY_WIDTH

    def __init__(self, host: EntryWindow) -> None:
        super().__init__()
        self.host = host
        self.waiting = Waiting(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(L)

    def first_focus(self) -> QWidget:
        """Where typing begins."""
        return self

    def derive(
        self,
        words: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        waits: QPushButton,
    ) -> None:
        """Does the work that derives a key beside the window, ``waits`` resting meanwhile."""
        waits.setEnabled(False)
        self.waiting.begin(words)

        def end(then: Callable[[Any], None]) -> Callable[[Any], None]:
            def ended(result: Any) -> None:
                self.waiting.hide()
                waits.setEnabled(True)
                then(result)

            return ended

        self.host.tasks.run(lambda _tell: work(), end(done), end(failed), owner=self)
