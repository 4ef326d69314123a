"""Who sees a file: hiding it from a colleague, and opening in an emergency what is kept back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import emergency, hiding
from refugedesk.services.hiding import HidingRow
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_day
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FORM_WIDTH, XL, XXL, L, M, S
from refugedesk.ui.widgets.boxes import bounded, boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.question import Question
from refugedesk.ui.widgets.texts import text

NOBODY = noted("There is nobody else yet to hide it from. A manager adds people under Settings, People.")
WHAT_IT_DOES = noted(
    "For them the file is not there: no name in a list, in a search, on the board, on paper or in what is due. "
    "The unit says that it is in use, and a roll-call counts everybody. At least two of you, one of them a manager, "
    "go on seeing it."
)
KEPT_BACK = noted(
    "Insurance number, immigration, solicitor, crime reference and a child's school are shown to the key worker and to "
    "managers. In an emergency you can open them until the store is locked. It is written down, and they will be told."
)


class SightPage(Page):
    """One file, and who sees it. ``record``: resident or referral."""

    title = noted("Who sees this file")
    help_topic = "sight"

    def __init__(self, window: DeskWindow, record: str, id: str) -> None:
        super().__init__()
        self._window, self.desk, self._record, self._key = window, window.desk, record, id
        self.rail = "referrals" if record == "referral" else "residents"
        self.who_it_is, self.outcome, self.question = text("", "section"), Notice(), Question()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(S)
        self._build_emergency()
        self._who_saw = button(tr("Who saw this file…"), self._open_trail, picture="history", parent=self)
        self._who_saw.setVisible(self._record == "resident")
        keep = button(tr("Keep or purge this file…"), self._open_purge, picture="lock", parent=self)
        keep.setVisible(self.desk.may(Action.PURGE))
        own = button(tr("Their own file…"), self._open_own_file, picture="file-text", parent=self)
        own.setToolTip(tr("What is handed to the person who asks for it, and what was given to others"))
        own.setVisible(self._record == "resident" and self.desk.may(Action.HAND_OVER))
        story = button(tr("A case story…"), self._open_story, picture="pencil", parent=self)
        story.setToolTip(tr("Told in bands, so that it could be about several people"))
        story.setVisible(self._record == "resident" and self.desk.may(Action.HAND_OVER))
        self._seen = boxed(column(row(self._who_saw, own, 1), row(keep, story, 1), gap=S))
        self._build_hiding()
        inside = QWidget()
        inside.setMaximumWidth(FORM_WIDTH)
        inside.setLayout(
            bounded(
                self.who_it_is,
                self.outcome,
                self._seen,
                self._emergency,
                text(tr("Hidden from"), "section"),
                self.question,
                boxed(self._list),
                self._form,
                1,
                gap=L,
            )
        )
        self._seen.setVisible(self.desk.may(Action.SEE_TRAIL))
        self.setLayout(column(scrolled(boxed(column(inside, margins=(0, S, L, L)))), margins=(XXL, L, XXL - M, 0)))

    def _build_emergency(self) -> None:
        self.reason = QLineEdit()
        self._reason_line = Labelled(tr("What is the emergency?"), self.reason, tr("Others will read this."))
        self.open_now = button(tr("Open in an emergency"), self._open, "danger")
        self._emergency = boxed(
            column(
                text(tr("Kept back from you"), "section"),
                text(tr(KEPT_BACK), "soft"),
                self._reason_line,
                row(self.open_now, 1),
                gap=M,
            )
        )

    def _build_hiding(self) -> None:
        self.who, self.why = QComboBox(), QLineEdit()
        self._who_line = Labelled(tr("Colleague"), self.who)
        self._why_line = Labelled(tr("Why"), self.why, tr("Kept with the file, for whoever lifts it one day."))
        self.hide_now = button(tr("Hide the file from them"), self._hide, "primary")
        self._asked = boxed(column(self._who_line, self._why_line, row(self.hide_now, 1), gap=M))
        self._nobody = text(tr(NOBODY))
        head = (text(tr("Hide from a colleague"), "section"), text(tr(WHAT_IT_DOES), "soft"))
        self._form = boxed(column(*head, self._nobody, self._asked, gap=M, margins=(0, XL, 0, 0)))

    def _open_trail(self) -> None:
        self._window.navigator.open("trail", resident_id=self._key, kind="seen")

    def _open_own_file(self) -> None:
        self._window.navigator.open("access", resident_id=self._key)

    def _open_story(self) -> None:
        self._window.navigator.open("story", resident_id=self._key)

    def _open_purge(self) -> None:
        self._window.navigator.open("purge", record=self._record, id=self._key)

    def refresh(self) -> None:
        """Shows how things stand."""
        self.who_it_is.setText(hiding.whose(self.desk, self._record, self._key))
        is_file = self._record == "resident"
        self._emergency.setVisible(is_file and emergency.may_open(self.desk, self._key))
        may_hide = hiding.may_hide(self.desk, self._record, self._key)
        clear(self._list)
        rows = hiding.hidden_from(self.desk, self._record, self._key)
        for each in rows:
            self._list.addWidget(self._card(each, may_hide))
        if not rows:
            self._list.addWidget(text(tr("Nobody. Everybody who works with records sees this file."), "soft"))
        self._form.setVisible(may_hide)
        self.who.clear()
        for colleague in hiding.colleagues(self.desk, self._record, self._key):
            self.who.addItem(f"{colleague.name}, {colleague.role.label.lower()}", colleague.id)
        self.who.setCurrentIndex(-1)
        self.who.setPlaceholderText(tr("Choose somebody"))
        self._asked.setVisible(self.who.count() > 0)
        self._nobody.setVisible(not self.who.count())

    def _card(self, hidden: HidingRow, may_lift: bool) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        since = tr("Hidden by {name} on {day}", name=hidden.by, day=say_day(hidden.since.date()))
        if may_lift:
            since = f"{since}: {hidden.reason}"
        inside = row(column(text(hidden.hidden_from, "strong"), text(since, "small"), gap=0), margins=(L, M, M, M))
        if may_lift:
            again = button(tr("Show it again"), partial(self._ask_lift, hidden), "quiet")
            again.setAccessibleName(tr("Show the file to {hidden_from} again", hidden_from=hidden.hidden_from))
            inside.addWidget(again)
        inside.setStretch(0, 1)
        card.setLayout(inside)
        return card

    def _ask_lift(self, hidden: HidingRow) -> None:
        self.question.ask(
            tr(
                "Show this file to {hidden_from} again? They will find it in every list and read everything in it.",
                hidden_from=hidden.hidden_from,
            ),
            tr("Show it to {hidden_from}", hidden_from=hidden.hidden_from),
            lambda: self._do(
                lambda: hiding.lift(self.desk, hidden.id),
                tr("{hidden_from} sees it again.", hidden_from=hidden.hidden_from),
            ),
        )

    def _hide(self) -> None:
        self._who_line.say("" if self.who.currentData() else tr("Choose whom to hide it from."))
        if not self.who.currentData():
            return
        name = self.who.currentText().split(", ")[0]
        done = self._do(
            lambda: hiding.hide(self.desk, self._record, self._key, self.who.currentData(), self.why.text()),
            tr("Hidden from {name}, at once and everywhere.", name=name),
        )
        if done:
            self.why.clear()

    def _open(self) -> None:
        done = self._do(
            lambda: emergency.open_in_emergency(self.desk, self._key, self.reason.text()),
            tr("Open until the store is locked. The key worker and the managers will be told."),
        )
        if done:
            self.reason.clear()

    def _do(self, act: Callable[[], object], words: str) -> bool:
        return self.outcome.say_outcome(act, words, self.refresh)

    def first_focus(self) -> QWidget:
        """What is needed most: the reason in an emergency, else whom to hide from, else who saw it."""
        if not self._emergency.isHidden():
            return self.reason
        return self.who if self.who.count() and not self._form.isHidden() else self._who_saw

    def place(self) -> dict[str, object]:
        """The file."""
        return {"record": self._record, "id": self._key}
