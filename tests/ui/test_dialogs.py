from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from refugedesk.ui.dialogs import forget_folders


def test_the_folders_one_was_in_are_forgotten(tmp_path: Path) -> None:
    """Qt's own dialog writes them where every program of the user, and whoever looks, can read them."""
    before = QSettings(QSettings.Scope.UserScope, "QtProject").fileName()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    try:
        kept = QSettings(QSettings.Scope.UserScope, "QtProject")
        for name in ("history", "lastVisited", "viewMode"):
            kept.setValue(f"FileDialog/{name}", "file:///media/stick/refuge")
        kept.sync()
        forget_folders()
        assert "refuge" in (left := Path(kept.fileName()).read_text())
        assert "history" not in left
        assert "lastVisited" not in left
    finally:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path(before).parent))
