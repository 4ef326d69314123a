"""Two files of one person: compared side by side, made one after a question in its place, or said to be two people."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import counted, noted, tr
from refugedesk.services import merging
from refugedesk.services.merging import ChildJoin, Comparison, Join, Side, Together
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.differences import QUESTION_WIDTH, Differences, side_by_side
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import WIDE, XL, XXL, L, M, S
from refugedesk.ui.widgets.boxes import BoundedColumn, boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.question import Question
from refugedesk.ui.widgets.texts import text

ALIKE = noted("The two files answer every question alike, or only one of them answers it. Nothing has to be chosen.")


class MergePage(Page):
    """The file that is kept at the left, the other at the right."""

    title = noted("One person, two files?")
    rail = "residents"
    help_topic = "merge"

    def __init__(self, window: DeskWindow, resident_id: str, other_id: str) -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self._kept, self._gone = resident_id, other_id
        self.question, self.refusal = Question(self), Notice(parent=self)
        self.swap = button(tr("Keep the right one instead"), self._swap, picture="undo-2")
        self.make = button(tr("Make one file…"), self.ask, "primary")
        self.apart = button(tr("They are two people"), self._keep_apart)
        self._body = QVBoxLayout()
        self._body.setSpacing(XL)
        inside = QWidget()
        whole = BoundedColumn(inside)
        whole.setContentsMargins(0, 0, L, L)
        whole.setSpacing(L)
        inside.setMaximumWidth(WIDE)
        whole.addLayout(self._body)
        whole.addWidget(self.refusal)
        whole.addWidget(self.question)
        whole.addLayout(row(self.make, self.apart, 1, self.swap))
        whole.addStretch(1)
        self._area = scrolled(inside)
        self.setLayout(column(self._area, margins=(XXL, M, XL, M)))
        self._show()

    def _show(self) -> None:
        """Compares the two files and shows what differs."""
        clear(self._body)
        self.of: Comparison = merging.compare(self.desk, self._kept, self._gone)
        self.person = Differences(self.of.person.differences)
        self.pairs: list[tuple[Together, QCheckBox, Differences]] = []
        self._body.addWidget(self._heads())
        self._body.addLayout(column(text(tr("Where the files differ"), "section"), self._person(), gap=M))
        if self.of.children:
            parts = [self._child(each) for each in self.of.children]
            self._body.addLayout(column(text(tr("Children"), "section"), *parts, gap=M))
        self._body.addWidget(self._follows())
        self.refusal.say(self.of.refusal, "dangerNotice")
        self.refusal.setVisible(bool(self.of.refusal))
        self.make.setVisible(not self.of.refusal)
        self.question.hide()

    def _heads(self) -> QWidget:
        grid = QGridLayout()
        side_by_side(grid)
        meaning = text(tr("Which answer stands is chosen question by question."), "small")
        meaning.setFixedWidth(QUESTION_WIDTH)
        grid.addWidget(meaning, 0, 0)
        grid.addWidget(_head(self.of.kept, tr("Left: this file is kept")), 0, 1)
        grid.addWidget(_head(self.of.gone, tr("Right: goes into the left one")), 0, 2)
        return boxed(grid)

    def _person(self) -> QWidget:
        return self.person if self.of.person.differences else text(tr(ALIKE), "soft")

    def _child(self, of: Together) -> QWidget:
        tick = QCheckBox(tr("{words} is one child, in both files", words=of.words).replace("&", "&&"))
        tick.setChecked(of.is_likely)
        differences = Differences(of.differences)
        if not (of.is_likely and of.differences):
            differences.hide()
        tick.toggled.connect(lambda on: differences.setVisible(on and bool(of.differences)))
        self.pairs.append((of, tick, differences))
        return boxed(column(tick, differences, gap=S))

    def _follows(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("panel")
        lines = [text(f"• {each}") for each in self.of.follows]
        frame.setLayout(column(text(tr("What will happen"), "section"), *lines, gap=S, margins=(L, M, L, M)))
        return frame

    def ask(self) -> None:
        """Asks once more, in its place."""
        kept, gone = self.of.kept.name, self.of.gone.name
        ones = sum(tick.isChecked() for _, tick, _ in self.pairs)
        children = counted(ones, "%n of the children becomes one.", "%n of the children become one.") if ones else ""
        asked = tr("Make one file of {kept} and {gone}?", kept=kept, gone=gone)
        undo = tr("It can be undone from the history of the file.")
        self.question.ask(
            " ".join(filter(None, (asked, children, undo))),
            tr("Yes, make one file"),
            self.make_one,
            tr("Not now"),
        )
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.question))

    def make_one(self) -> None:
        """Makes one file, and opens it."""
        try:
            merging.make_one(self.desk, self.decided())
        except RefugeDeskError as error:
            self.refusal.say(str(error), "dangerNotice")
            return
        self._window.navigator.open("person", resident_id=self._kept)
        self._window.say(tr("One file now. To undo it: History, in any section of the person."))

    def decided(self) -> Join:
        """What has been chosen."""
        pairs = tuple(
            ChildJoin(of.kept_id, of.gone_id, differences.stands)
            for of, tick, differences in self.pairs
            if tick.isChecked()
        )
        versions = self.of.kept.version, self.of.gone.version
        return Join(self._kept, self._gone, self.person.stands, pairs, versions)

    def _swap(self) -> None:
        self._kept, self._gone = self._gone, self._kept
        self._show()
        self.swap.setFocus()

    def _keep_apart(self) -> None:
        merging.keep_apart(self.desk, self._kept, self._gone)
        self._window.navigator.open("person", resident_id=self._kept)
        self._window.say(tr("They are two people. It is not offered again."))

    def first_focus(self) -> QWidget:
        """The first choice; the button that makes one file where nothing has to be chosen."""
        chips = next(iter(self.person.choices.values()), None)
        if chips is not None:
            return chips
        stop: QPushButton = self.apart if self.of.refusal else self.make
        return stop

    def place(self) -> dict[str, object]:
        """The two files."""
        return {"resident_id": self._kept, "other_id": self._gone}


def _head(of: Side, what: str) -> QWidget:
    frame = QFrame()
    frame.setObjectName("card")
    lines = [text(fact, "small") for fact in of.facts]
    frame.setLayout(column(text(what, "small"), text(of.name, "strong"), *lines, 1, gap=0, margins=(M, S, M, S)))
    return frame
