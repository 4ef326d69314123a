"""What every part of Home is: it is built when it is first looked at, and shows the store as it is at each refresh."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr
from refugedesk.services import shelf
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_lists import Entry, HomeList
from refugedesk.ui.pages.home_ways import open_entry


class HomePart(QWidget):
    """One part. It is made where it stands: a tree of widgets that moves is dressed anew, all of it."""

    def __init__(self, window: DeskWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.window_of, self.desk = window, window.desk

    def refresh(self) -> None:
        """Shows the store as it is now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """What the keyboard goes to."""
        return None

    def list_of(self, heading: str, nothing: str, has_heading: bool = True) -> HomeList:
        """A short list whose entries open."""
        made = HomeList(heading, nothing, has_heading)
        made.opened.connect(self.open)
        return made

    def open(self, entry: object) -> None:
        """Opens what an entry stands for."""
        open_entry(self.window_of.navigator, entry)

    def show_kept(self, kept: HomeList) -> None:
        """Shows what the person typed and did not save, if there is any."""
        found = shelf.kept(self.desk)
        kept.setVisible(bool(found))
        kept.show_entries(
            [Entry(each.title, tr("kept at {time}", time=f"{each.kept_at:%H:%M}"), each) for each in found]
        )
