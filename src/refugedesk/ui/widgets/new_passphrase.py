"""Choosing a passphrase: typed twice, told in plain words while typing whether it will do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.tokens import L
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.passphrase import PassphraseEdit

HELP = noted("At least 15 characters. Four or five words that do not belong together are easiest, spaces and all.")
PAUSE_MS = 150


class NewPassphrase(QWidget):
    """Two lines. ``avoid``: the names a passphrase may not lean on, asked each time.

    entered: Enter was pressed in the second; in the first it goes to the second.
    """

    entered = Signal()

    def __init__(self, label: str, avoid: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avoid = avoid
        self._once, self._again = PassphraseEdit(label), PassphraseEdit(tr("{label} once more", label=label))
        self.once = Labelled(label, self._once, tr(HELP))
        self.again = Labelled(tr("The same once more"), self._again)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self._once.textChanged.connect(lambda _text: self._pause.start())
        self._again.textChanged.connect(lambda _text: self.again.say(""))
        self._once.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self.entered)
        self.setFocusProxy(self._once)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.once)
        column.addWidget(self.again)

    def agreed(self) -> str:
        """The passphrase, if it will do and was typed the same twice; else empty, and what is the matter is said."""
        why = self._problem()
        if why:
            self.once.say(why)
            return ""
        if self._once.text() != self._again.text():
            self.again.say(tr("The two are not the same. Type it once more, or show what you typed with the eye."))
            return ""
        self.again.say("")
        return self._once.text()

    def type(self, passphrase: str) -> None:
        """Types it into both lines, as somebody would."""
        self._once.setText(passphrase)
        self._again.setText(passphrase)

    def clear(self) -> None:
        """Empties both lines."""
        self.type("")
        self.once.say("")

    def _judge(self) -> None:
        if not self._once.text():
            self.once.say("")
            return
        why = self._problem()
        self.once.say(why or tr("This will do."), "soft" if why else "good")

    def _problem(self) -> str | None:
        from refugedesk.services.stores import passphrase_problem

        return passphrase_problem(self._once.text(), *self._avoid())
