"""On Home: restricted answers that somebody opened in an emergency, until somebody else has taken note."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.calendar_words import say_instant
from refugedesk.domain.words import tr
from refugedesk.services import emergency
from refugedesk.services.emergency import Opening
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.tokens import S
from refugedesk.ui.widgets.boxes import clear
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice

MOST = 3


class OpeningNotices(QWidget):
    """The oldest few; hidden where there is none."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self._window = window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)

    def refresh(self) -> None:
        """Shows what nobody has taken note of."""
        clear(self._column)
        found = emergency.to_note(self._window.desk)
        for each in found[:MOST]:
            self._column.addWidget(self._notice(each))
        self.setVisible(bool(found))

    def _notice(self, opening: Opening) -> Notice:
        when = say_instant(opening.at)
        words = tr(
            "{who} opened what is kept back in the file of {whose} on {when}: {reason}",
            who=opening.who,
            whose=opening.whose,
            when=when,
            reason=opening.reason,
        )
        notice = Notice(words, "cautionNotice")
        see = button(
            tr("Open the file"), partial(self._window.navigator.open, "person", resident_id=opening.resident_id)
        )
        taken = button(tr("I have taken note"), partial(self._take_note, opening.id))
        for each in (see, taken):
            each.setAccessibleName(f"{each.text()}: {opening.whose}")
            notice.add(each)
        return notice

    def _take_note(self, opening_id: str) -> None:
        emergency.take_note(self._window.desk, opening_id)
        self.refresh()
