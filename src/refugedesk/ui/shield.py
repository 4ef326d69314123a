"""Asks Windows to leave the program's windows out of pictures and recordings of the screen.

Microsoft calls it no security feature: a camera, or a program that means it, takes the picture all the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

EXCLUDE_FROM_CAPTURE = 0x11
BLACK_IN_CAPTURE = 0x01
"""For Windows before 10 version 2004, which does not know the other."""


def ask_windows(window_id: int) -> None:
    """Asks for one window. Where the system does not offer it, nothing happens."""
    if sys.platform != "win32":
        return
    import ctypes

    user32 = ctypes.windll.user32
    if not user32.SetWindowDisplayAffinity(window_id, EXCLUDE_FROM_CAPTURE):
        user32.SetWindowDisplayAffinity(window_id, BLACK_IN_CAPTURE)


class Shield(QObject):
    """Asks for every window of the program as it is shown: dialogs and lists that drop down, too.

    Every event of the program comes by here, so it goes with its parent and is not there where it could ask nothing.
    """

    def __init__(
        self, app: QApplication, ask: Callable[[int], None] = ask_windows, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or app)
        self._ask = ask
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices windows as they are shown; a failure to protect one never keeps it from being shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            try:
                self._ask(int(watched.winId()))
            except (OSError, AttributeError):
                return False
        return False
