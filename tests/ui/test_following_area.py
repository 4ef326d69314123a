"""A page that scrolls to what has the focus leaves nothing half out of sight above it."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QPushButton

from page_windows import PageWindow, settle
from refugedesk.ui.widgets.boxes import FollowingArea, boxed, column
from refugedesk.ui.widgets.texts import text


def test_what_stands_a_little_above_a_tall_list_is_seen_with_it(window: PageWindow) -> None:
    above, tall, area = QPushButton("Mend next"), QListWidget(), FollowingArea()
    above.setFixedHeight(40)
    tall.setFixedHeight(1200)
    area.setWidgetResizable(True)
    area.setWidget(boxed(column(above, text("By field", "section"), tall)))
    window.setCentralWidget(area)
    window.show()
    window.activateWindow()
    settle()
    tall.setFocus()
    settle()
    assert area.verticalScrollBar().maximum() > 0
    assert area.verticalScrollBar().value() == 0
