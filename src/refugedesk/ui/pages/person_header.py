"""The band at the head of a person's file: who, where, how long, with whom, at what risk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr
from refugedesk.services.due import DueRow
from refugedesk.services.views import Alert, PersonFile, StayFile
from refugedesk.services.wording import count_of, say_day
from refugedesk.ui.forms.flow import FlowLayout
from refugedesk.ui.pages.file_lists import section_with
from refugedesk.ui.tokens import ROW_HEIGHT, XL, XS, L, S
from refugedesk.ui.widgets.badges import BadgeView, missing_badge, risk_badge
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.buttons import GAP, button
from refugedesk.ui.widgets.texts import line, restyle, text


class PersonHeader(QWidget):
    """Name and one line of facts; on the right the risk, what is missing, and what comes next for this person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.facts = text("", "title"), text("", "soft")
        self.risk, self.missing = BadgeView(risk_badge("", None)), BadgeView(missing_badge(0))
        self.next = button(tr("Move on…"), lambda: None)
        self.papers = button(tr("Papers…"), lambda: None, picture="printer")
        self.papers.setToolTip(tr("Support plan, safety plan, risk summary, arrival checklist"))
        self.sight = button(tr("Who sees it…"), lambda: None, picture="eye")
        self.sight.setToolTip(tr("Hide this file from a colleague; open what is kept back, in an emergency"))
        marks = row(self.risk, self.missing, self.sight, self.papers, self.next, gap=L)
        self._alerts = FlowLayout(across=S, down=S)
        self._alerts_box = boxed(self._alerts)
        self._due = FlowLayout(across=S, down=XS)
        self._due_box = boxed(self._due)
        head = row(self.name, marks, gap=XL)
        head.setStretch(0, 1)
        self.setLayout(column(column(head, self.facts, gap=XS), self._alerts_box, self._due_box, gap=S))

    def show_file(self, file: PersonFile, stay: StayFile | None) -> None:
        """Shows the person as this stay has them."""
        self.name.setText(file.name)
        self.name.setToolTip(file.name)
        self.facts.setText(facts(file, stay))
        restyle(self.facts, "soft")
        self.risk.show_badge(risk_badge(risk_words(stay), stay.risk_code if stay else None))
        self.risk.setVisible(bool(stay and stay.risk))
        missing = file.missing + (stay.missing + sum(child.missing for child in stay.children) if stay else 0)
        self.missing.show_badge(missing_badge(missing))
        self.missing.setVisible(missing > 0)
        self.next.setText(tr("Move on…") if stay and stay.ended_on is None else tr("Move in again…"))

    def say_kept_back(self, is_kept_back: bool) -> None:
        """Says on the way to it that some answers are not shown to this person."""
        self.sight.setText(GAP + (tr("Some kept back…") if is_kept_back else tr("Who sees it…")))
        self.sight.setAccessibleName(self.sight.text().strip())

    def show_alerts(self, alerts: Sequence[Alert], open_section: Callable[[str], None]) -> None:
        """Shows the alerts as buttons that go to where each comes from."""
        clear(self._alerts)
        for alert in alerts:
            made = button(alert.words, partial(open_section, alert.section), "alert", picture="triangle-alert")
            made.setToolTip(alert.detail)
            made.setAccessibleName(f"{alert.words}: {alert.detail}")
            self._alerts.addWidget(made)
        self._alerts_box.setVisible(bool(alerts))

    def show_due(self, rows: Sequence[DueRow], today: date, open_section: Callable[[str], None]) -> None:
        """Shows what is asked for next in this stay, in the order in which it falls due, each leading there."""
        clear(self._due)
        heading = line(tr("Next:"), "soft")
        heading.setMinimumHeight(ROW_HEIGHT)
        self._due.addWidget(heading)
        for each in rows[:MOST_DUE]:
            section = section_with(each.record_id) or SECTIONS.get(each.record_id, "")
            made = button(f"{each.what}, {each.when(today)}", partial(open_section, section), "quiet")
            made.setToolTip(tr("By {on}", on=say_day(each.on)))
            self._due.addWidget(made)
        self._due_box.setVisible(bool(rows))


MOST_DUE = 3
SECTIONS = {"stay": "move_on"}
"""Where what has no list of its own is done."""


def facts(file: PersonFile, stay: StayFile | None) -> str:
    """Age, unit, nights and key worker in one line."""
    parts = [str(file.age) if file.age is not None else tr("age not known")]
    if stay is None:
        return " · ".join([*parts, tr("no stay yet")])
    is_here = stay.ended_on is None
    parts.append(stay.unit or tr("no unit") if is_here else tr("left on {day}", day=say_day(stay.ended_on)))
    parts.append(count_of(stay.nights, "night"))
    parts.append(
        tr("key worker {key_worker}", key_worker=stay.key_worker) if stay.key_worker else tr("no key worker yet")
    )
    if stay.children:
        parts.append(count_of(len(stay.children), "child", "children"))
    return " · ".join(parts)


def risk_words(stay: StayFile | None) -> str:
    """The risk with the day of the assessment it comes from, or as it was on arrival."""
    if stay is None or stay.risk_code not in ("high", "medium", "standard"):
        return tr("Risk not known")
    return (
        tr("{risk} risk, {day}", risk=stay.risk, day=say_day(stay.risk_on))
        if stay.risk_on
        else tr("{risk} risk on arrival", risk=stay.risk)
    )
