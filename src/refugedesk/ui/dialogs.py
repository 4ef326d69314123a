"""Asking for a file or a folder with the computer's own dialog. Qt's own would keep a history of where one was."""

from __future__ import annotations

from pathlib import Path

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


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None
