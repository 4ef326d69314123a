"""What stands above the lists of a file where people would rather look than read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.views.progress import risk_change, risk_course, scores
from refugedesk.services.wording import say_day
from refugedesk.ui.forms.flow import FlowLayout
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.badges import BadgeView, risk_badge
from refugedesk.ui.widgets.boxes import boxed, column
from refugedesk.ui.widgets.score_plot import ScorePlot
from refugedesk.ui.widgets.texts import text

MOST_POINTS = 6


def risk_overview(desk: Desk, stay_id: str) -> QWidget | None:
    """The levels in order of time and the change since the first; None before the first assessment."""
    course = risk_course(desk, stay_id)
    if not course:
        return None
    points = FlowLayout(across=M, down=S)
    for point in course[-MOST_POINTS:]:
        mark = BadgeView(risk_badge(point.level, point.level_code))
        points.addWidget(boxed(column(text(say_day(point.on), "small"), mark, gap=0)))
    change = risk_change(course)
    heading = text(tr("Risk over the stay"), "section")
    return boxed(column(heading, points, *([text(change)] if change else [])))


def score_overview(desk: Desk, stay_id: str) -> QWidget | None:
    """The scores as a picture; None before the first score."""
    areas = scores(desk, stay_id)
    return boxed(column(text(tr("How things have gone"), "section"), ScorePlot(areas))) if areas else None


Overview = Callable[[Desk, str], QWidget | None]
OVERVIEWS: Mapping[str, Overview] = {"risk": risk_overview, "plan": score_overview}
"""Section of a file -> what stands above its lists, given a stay."""
