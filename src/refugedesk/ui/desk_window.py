"""What a page may ask of the window it stands in."""

from __future__ import annotations

from typing import Protocol

from refugedesk.services.desk import Desk
from refugedesk.ui.dialogs import FileDialogs
from refugedesk.ui.navigation import Navigator
from refugedesk.ui.style import Style
from refugedesk.ui.tasks import Tasks


class DeskWindow(Protocol):
    """The open store and the few things pages share. The main window is one; a test may make a smaller one."""

    @property
    def desk(self) -> Desk:
        """The open store."""
        ...

    @property
    def navigator(self) -> Navigator:
        """Goes from page to page."""
        ...

    @property
    def tasks(self) -> Tasks:
        """Runs what takes long."""
        ...

    @property
    def dialogs(self) -> FileDialogs:
        """Asks for files and folders."""
        ...

    @property
    def style_of_all(self) -> Style:
        """The look of the program."""
        ...

    def say(self, text: str) -> None:
        """Says in one line what was done, without taking the focus."""
        ...
