"""The essential set of an arrival fits one screen, with three children and all the call told, on a small notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollBar

from journeys.refuge import small_refuge
from page_windows import settle
from refugedesk.domain.fields import Answer
from refugedesk.services import forms
from refugedesk.ui.pages.arrival import ArrivalPage
from refugedesk.ui.pictures import SETTLING


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1280, 720)])
def test_an_arrival_with_three_children_needs_no_scrolling(tmp_path: Path, size: QSize) -> None:
    with small_refuge(tmp_path, size=size) as keyboard:
        desk = keyboard.window.desk
        told: dict[str, Answer] = {"known_as": "Mina", "children": 3, "children_told": "8 f, 5 m, 2 f", "pets": "A dog"}
        call = forms.new_draft(desk, "referral", received_on=desk.today, outcome="accepted", **told)
        call.set("feared_person", "Imran Khan")
        keyboard.window.navigator.open("arrival", referral_id=forms.save(desk, call).id)
        page = keyboard.page(ArrivalPage)
        for _ in range(SETTLING):
            settle()
        bars = [bar for bar in page.findChildren(QScrollBar) if bar.orientation() is Qt.Orientation.Vertical]
        assert len(page.children_part.blocks) == 3
        assert [bar.maximum() for bar in bars if bar.isVisible() or bar.maximum()] == [], size
