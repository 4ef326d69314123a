"""Whether the computer's own screen is locked, or is about to sleep: then this program locks too."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot

_SEE_DESKTOP = 0x0100
SIGNALS = (
    ("session", "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "ActiveChanged"),
    ("session", "org.freedesktop.ScreenSaver", "/ScreenSaver", "ActiveChanged"),
    ("session", "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "ActiveChanged"),
    ("system", "org.freedesktop.login1.Manager", "/org/freedesktop/login1", "PrepareForSleep"),
)
"""Which bus, interface, path and signal of a Linux desktop; each says true when it begins."""


def screen_is_locked() -> bool:
    """Whether the screen is locked, as far as one can ask: on Windows. Elsewhere the desktop says so by itself."""
    if sys.platform != "win32":
        return False
    import ctypes

    user = ctypes.windll.user32
    desktop = user.OpenInputDesktop(0, False, _SEE_DESKTOP)
    if desktop:
        user.CloseDesktop(desktop)
    return not desktop


class DesktopSignals(QObject):
    """Listens to a Linux desktop over its own message bus, which never leaves the computer."""

    def __init__(self, lock: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._lock = lock
        if sys.platform == "linux":
            self._listen()

    @Slot(bool)
    def begins(self, is_so: bool) -> None:
        """The screen is locked or the computer is about to sleep (True), or the opposite."""
        if is_so:
            self._lock()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        buses = {"session": QDBusConnection.sessionBus(), "system": QDBusConnection.systemBus()}
        for bus, interface, path, name in SIGNALS:
            if buses[bus].isConnected():
                # The stubs ask for bytes here, the running thing for a string.
                buses[bus].connect("", path, interface, name, self, SLOT("begins(bool)"))  # type: ignore[call-overload]
