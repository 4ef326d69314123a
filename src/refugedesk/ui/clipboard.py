"""What the program puts on the clipboard does not stay there."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS = 10_000
PRIVATE_FORMATS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
}
"""Formats by which clipboard histories are asked to look away."""


class ClipboardWatch(QObject):
    """Clears the clipboard ten seconds after this program has put something on it, however it was put there."""

    def __init__(self, parent: QObject | None = None, stays_ms: int = STAYS_MS) -> None:
        super().__init__(parent)
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._put_there: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=stays_ms)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._notice)

    def clear(self) -> None:
        """Takes away what this program put there; what another program put there since stays."""
        if self._put_there is not None and hash(self._clipboard.text()) == self._put_there:
            self._clipboard.clear()
        self._put_there = None
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _notice(self) -> None:
        """What changes while a window of this program is in front was put there by it, or from it."""
        is_ours = self._clipboard.ownsClipboard() or QGuiApplication.focusWindow() is not None
        text = self._clipboard.text()
        self._put_there = hash(text) if is_ours and text else None
        if self._put_there is not None:
            self._timer.start()


def copy_secret(words: str) -> None:
    """Puts a secret on the clipboard, marked so that histories leave it alone."""
    data = QMimeData()
    data.setText(words)
    for name, value in PRIVATE_FORMATS.items():
        data.setData(_system_name(name), value)
    QGuiApplication.clipboard().setMimeData(data)


def _system_name(name: str) -> str:
    return name if name.startswith("x-") else f'application/x-qt-windows-mime;value="{name}"'
