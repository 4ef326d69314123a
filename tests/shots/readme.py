"""The picture of the first page in README: the invented refuge of the demo, on a night that stands still.

``make picture`` writes it anew. Nobody in it exists.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pictures import SCREENS, Camera
from refugedesk.ui.program import application
from refugedesk.ui.style import Style
from refugedesk.ui.tokens import Theme
from shots.houses import usual

PICTURE: Final = Path("resources/pictures/home.png")


def main() -> None:
    """Writes the picture."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = usual(Path(folder))
        settings = QSettings(str(Path(folder) / "look.ini"), QSettings.Format.IniFormat)
        style = Style(app, settings)
        style.choose(Theme.LIGHT)
        camera = Camera(app, Path(folder), SCREENS[0])
        window = MainWindow(desk, style, settings)
        camera.set_up(window)
        camera.photograph(window, "home")
        camera.clear_away(window)
        desk.close()
        PICTURE.write_bytes((Path(folder) / f"home-{SCREENS[0].name}.png").read_bytes())


if __name__ == "__main__":
    main()
