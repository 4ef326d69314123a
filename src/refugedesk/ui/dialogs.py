"""Asking for a file or a folder with the computer's own dialog.

Where it has none, Qt shows its own and writes down where one was; that is taken out again at once.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialogs:
    """The three questions about files; None is for a person who changed her mind."""

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        """A folder that is there, or that the person made in the dialog."""
        return _path(QFileDialog.getExistingDirectory(parent, title, str(start or Path.home())))

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where a new file goes; the dialog has asked about one that is there already."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
        return _path(chosen)

    def file_to_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """A file that is there."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
        return _path(chosen)


def forget_folders() -> None:
    """Takes out what Qt's own dialog has written down for all programs of this user: the folders one was in."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for name in ("history", "lastVisited"):
        kept.remove(f"FileDialog/{name}")


def _path(chosen: str) -> Path | None:
    forget_folders()
    return Path(chosen) if chosen else None
