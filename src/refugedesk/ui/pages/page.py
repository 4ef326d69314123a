"""What every page of the window is: a widget that knows its title, its help and what is new on it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr


class Page(QWidget):
    """One screen at the right of the window. A page says only what differs from here.

    title: stands at the top, left empty by a page that draws its own; rail: which word of the rail it belongs to;
    help_topic: the page of help F1 opens; new_words: what Ctrl+N makes, such as "New referral", empty for nothing.
    """

    title: str = ""
    rail: str = ""
    help_topic: ClassVar[str] = "index"
    new_words: str = ""

    def heading(self) -> str:
        """The title as it is shown: translated where it is the page's own, as it is where it names a record."""
        return tr(self.title) if self.title == type(self).title else self.title

    def refresh(self) -> None:
        """Shows the store as it is now: called when the page is opened and come back to."""

    def backed_up(self) -> None:
        """A backup was made, or failed, while the page is open."""

    def about(self) -> str:
        """The topic of help that F1 opens just now."""
        return self.help_topic

    def keep(self) -> None:
        """Puts what is being typed where it is safe: called before the page is left and before locking."""

    def can_leave(self) -> bool:
        """Whether the page may be left now; a page that says no shows why."""
        return True

    def make_new(self) -> None:
        """Does what ``new_words`` says."""

    def language(self) -> str:
        """The language the page is about, for the language bank; empty where there is none."""
        return ""

    def first_focus(self) -> QWidget | None:
        """What the keyboard goes to when the page opens; None leaves it to the page."""
        return None

    def place(self) -> dict[str, object]:
        """What brings the page back as it stands: the arguments it would be opened with."""
        return {}
