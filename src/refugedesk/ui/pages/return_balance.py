"""The page that must balance before a return goes out: both sides of each line, and what to do where they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import counted, noted, tr
from refugedesk.reporting.balance import Balance, Side, Topic
from refugedesk.services.reconciling import reconciliation
from refugedesk.services.wording import say_period
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.pages.return_panel import ReturnPanels
from refugedesk.ui.tokens import XS, L, M
from refugedesk.ui.widgets.boxes import bounded, boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import figures, hairline, text

ONLY_YOU = noted("These are exact figures, for you alone: they stand in no file.")
WIDTH = 760


def side_words(side: Side) -> str:
    """What is added up, and what it comes to: 49 in a stay at the start + 46 stays started = 95."""
    parts = " + ".join(f"{_small(words)} {number:,}" for words, number in side)
    total = sum(number for _, number in side)
    words = parts[:1].upper() + parts[1:]
    return words if len(side) == 1 else f"{words} = {total:,}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def verdict(lines: Sequence[Balance]) -> str:
    """Whether everything balances, in a sentence."""
    wrong = sum(1 for line in lines if not line.balances)
    if not wrong:
        return f"{counted(len(lines), 'One line, and it balances.', 'All %n lines balance.')} {tr(ONLY_YOU)}"
    said = counted(
        wrong,
        "%n line does not balance, of {lines}. Each says what to do.",
        "%n lines do not balance, of {lines}. Each says what to do.",
        lines=len(lines),
    )
    return f"{said} {tr(ONLY_YOU)}"


class BalancePanel(QWidget):
    """Every line by topic; those that do not balance stand first, and rows and totals are folded while they do."""

    def __init__(self, lines: Sequence[Balance], title: str, close: Callable[[], object]) -> None:
        super().__init__()
        self.lines = tuple(lines)
        wrong = [line for line in lines if not line.balances]
        self.close_button = button(tr("Back"), close, picture="arrow-left")
        head = row(text(title, "section"), self.close_button)
        head.setStretch(0, 1)
        said = Notice(verdict(lines), "dangerNotice" if wrong else "goodNotice")
        body = bounded(gap=L, margins=(0, 0, L, 0))
        if wrong:
            body.addWidget(boxed(_group(tr("Does not balance"), wrong)))
        for topic in Topic:
            found = [line for line in lines if line.topic is topic and line.balances]
            if found:
                body.addWidget(_topic(topic, found))
        body.addStretch(1)
        inside = boxed(body)
        inside.setMaximumWidth(WIDTH)
        layout = column(head, said, scrolled(inside), gap=M)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.close_button)


def _topic(topic: Topic, lines: Sequence[Balance]) -> QWidget:
    if topic in (Topic.ROWS, Topic.TABLES):
        return Fold(
            counted(len(lines), "{topic}: %n line balances", "{topic}: %n lines balance", topic=tr(topic.value)),
            boxed(_group("", lines)),
        )
    return boxed(_group(tr(topic.value), lines))


def _group(title: str, lines: Sequence[Balance]) -> QVBoxLayout:
    found = column(*([text(title, "strong")] if title else []), gap=M)
    for line in lines:
        found.addWidget(_line(line))
        found.addWidget(hairline())
    return found


def _line(line: Balance) -> QWidget:
    left, right = line.sums
    mark = (
        ("circle-check", "good", tr("Balances"))
        if line.balances
        else ("circle-alert", "danger", tr("Does not balance"))
    )
    said = column(text(tr(line.sentence), "small"), text(side_words(line.left)), text(side_words(line.right)), gap=XS)
    if not line.balances:
        apart = tr("{number:,} apart.", number=abs(left - right))
        said.addWidget(text(f"{apart} {tr(line.topic.remedy)}", "problem"))
    words = figures(f"{left:,}" if line.balances else tr("{left:,} or {right:,}", left=left, right=right), "strong")
    layout = row(IconMark(*mark), said, words, gap=M)
    layout.setStretch(1, 1)
    return boxed(layout)


def show_balance(panels: ReturnPanels) -> None:
    """Counts what is chosen beside the window, and shows whether it balances."""
    period = panels.chosen_period()
    if period is None:
        return
    definition, desk = panels.choice.definition_id, panels.desk
    title = tr("Does it balance? {period}", period=say_period(period))
    panels.work(
        tr("Counting both sides of every line"),
        lambda _told: reconciliation(desk, definition, period),
        lambda lines: BalancePanel(lines, title, panels.go_back),
    )
