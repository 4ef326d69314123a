"""What a referral form says by itself: a household that has called before, and names that must not meet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.domain.words import tr
from refugedesk.services import guard, languages, repeats
from refugedesk.services.desk import Desk
from refugedesk.services.repeats import Repeat
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.boxes import clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

LOOKED_AT = (
    "known_as",
    "children",
    "children_told",
    "origin_authority",
    "origin_ward",
    "postcode_district",
    "feared_person",
    "languages",
)


class ReferralNotices(QWidget):
    """Quiet notices above the form, looked up anew when one of the answers they depend on is settled."""

    def __init__(self, desk: Desk, take_repeat: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._take_repeat = desk, take_repeat
        self._seen: tuple[Answer, ...] = ()
        self._waved_off: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self.hide()

    def look(self, draft: Draft) -> None:
        """Looks whether there is something to say about these answers."""
        seen = (*(draft.answers.get(name) for name in LOOKED_AT), draft.answers.get("repeat_of"))
        if seen == self._seen:
            return
        self._seen = seen
        clear(self._column)
        feared, caller = draft.answers.get("feared_person"), draft.answers.get("known_as")
        self.warned = guard.warnings(self._desk, _words(feared), _words(caller))
        for words in self.warned:
            self._column.addWidget(self._warning(words))
        is_linked = draft.answers.get("repeat_of") is not None
        found = () if is_linked else repeats.may_repeat(self._desk, draft.answers, without=draft.id)
        self.offered = tuple(each for each in found if each.id not in self._waved_off)
        for each in self.offered[:1]:
            self._column.addWidget(self._offer(each, draft))
        self.speakers = languages.who_speaks(self._desk, draft.answers.get("languages"))
        for words in self.speakers:
            self._column.addWidget(self._plain(words))
        self.setVisible(bool(self.warned or self.offered or self.speakers))

    def _warning(self, words: str) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("cautionNotice")
        frame.setLayout(row(text(words), margins=(L, S, M, S)))
        return frame

    def _plain(self, words: str) -> QFrame:
        """Something good to know, without a question."""
        frame = QFrame(self)
        frame.setObjectName("notice")
        frame.setLayout(row(text(words), margins=(L, S, M, S)))
        return frame

    def _offer(self, of: Repeat, draft: Draft) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("notice")
        words = column(
            text(tr("The same household as on {words}?", words=of.words)),
            text(tr("They share {shared}.", shared=", ".join(of.shared)), "small"),
            gap=0,
        )
        same = button(tr("Same household"), lambda: self._take_repeat(of.id), "quiet", picture="check")
        other = button(tr("Another"), lambda: self._wave_off(of.id, draft), "quiet", picture="x")
        line = row(words, same, other, margins=(L, S, M, S))
        line.setStretch(0, 1)
        frame.setLayout(line)
        return frame

    def _wave_off(self, key: str, draft: Draft) -> None:
        self._waved_off.add(key)
        self._seen = ()
        self.look(draft)


def _words(answer: Answer) -> str | None:
    return answer if isinstance(answer, str) else None
