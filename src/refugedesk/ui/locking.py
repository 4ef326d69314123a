"""When to lock: F12, ten minutes without a key or the mouse, a lid that was closed, a session that was locked."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from refugedesk.ui.session import DesktopSignals, screen_is_locked

IDLE_SECONDS = 9.5 * 60
"""Promised within ten minutes; the clock below ticks every five seconds."""
TICK_MS = 5_000
ASLEEP_SECONDS = 60.0
LOCK_KEY = Qt.Key.Key_F12
_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class LockWatch(QObject):
    """Watches the program's windows from outside the widgets, so that it works in dialogs too.

    wanted: it is time to lock.
    """

    wanted = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = time.time, idle: float = IDLE_SECONDS) -> None:
        super().__init__(parent)
        self._now, self._idle = now, idle
        self._last_life = self._last_tick = now()
        self._is_on = False
        self._desktop: DesktopSignals | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.tick)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def begin(self) -> None:
        """There is something to lock from now on."""
        self._is_on = True
        self._last_life = self._last_tick = self._now()
        self._clock.start()
        self._desktop = self._desktop or DesktopSignals(self.lock, self)

    def end(self) -> None:
        """There is nothing to lock any more."""
        self._is_on = False
        self._clock.stop()

    def quiet_seconds(self) -> float:
        """For how long nobody has pressed a key or moved the mouse."""
        return self._now() - self._last_life

    def watch(self, window: QWindow | None) -> None:
        """Watches one more window; a window is watched once."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices life, and takes F12 for itself."""
        if event.type() in _LIFE:
            self._last_life = self._now()
            if isinstance(event, QKeyEvent) and event.key() == LOCK_KEY:
                self.lock()
                return True
        return False

    def tick(self) -> None:
        """Looks at the wall clock: nobody there for too long, or the computer was asleep in between."""
        now = self._now()
        was_asleep = now - self._last_tick > ASLEEP_SECONDS
        self._last_tick = now
        if was_asleep or now - self._last_life >= self._idle or screen_is_locked():
            self.lock()

    def lock(self) -> None:
        """Says so once."""
        if self._is_on:
            self.end()
            self.wanted.emit()
