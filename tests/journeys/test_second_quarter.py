"""Two quarters and a correction: mended, produced one after the other, refused, sent again, and formally revised."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from journeys.keyboard import Keyboard
from page_windows import ChosenFiles, settle
from refugedesk.domain.spans import Period
from refugedesk.services import forms, returns, views
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.ui.pages.return_changes import ChangesPanel
from refugedesk.ui.pages.returns import ReturnsPage
from stores import CITY_REFUGE
from waiting import until

SPRING = Period(date(2020, 4, 1), date(2020, 6, 30))
SUMMER = Period(date(2020, 7, 1), date(2020, 9, 30))
PATIENCE = 240


def returns_page(keyboard: Keyboard) -> ReturnsPage:
    keyboard.shortcut(Qt.Key.Key_5)
    return keyboard.page(ReturnsPage)


def prepare(keyboard: Keyboard, page: ReturnsPage, period: Period) -> None:
    page.choice.period.setCurrentIndex([choice.period for choice in page.choice.periods].index(period))
    page.show_nothing()
    page.refusal = ""
    keyboard.shortcut(Qt.Key.Key_Return)
    wait(page)


def wait(page: ReturnsPage) -> None:
    until(lambda: page.prepared or page.refusal, PATIENCE)
    settle()


def save(keyboard: Keyboard, page: ReturnsPage, path: Path) -> dict[str, Any]:
    assert page.prepared, page.refusal
    dialogs = keyboard.window.dialogs
    assert isinstance(dialogs, ChosenFiles)
    dialogs.path = path
    keyboard.shortcut(Qt.Key.Key_S)
    until(lambda: page.status.text.text().startswith("Saved"), PATIENCE)
    document: dict[str, Any] = json.loads(path.read_bytes())
    return document


def somebody_of_spring(desk: Desk) -> str:
    """A resident whose stay began in the spring and whose ethnicity can be corrected."""
    for row in views.residents(desk, "all").rows:
        starts = [stay.started_on for stay in views.person(desk, row.id).stays]
        if any(day and day in SPRING for day in starts):
            return row.id
    raise AssertionError("nobody came in the spring")


def correct_somebody(desk: Desk) -> None:
    draft = forms.open_draft(desk, "resident", somebody_of_spring(desk))
    draft.set("ethnicity", "arab" if draft.answers.get("ethnicity") != "arab" else "black_african")
    forms.save(desk, draft)


def test_two_quarters_a_refusal_and_its_remedies(keyboard: Keyboard, tmp_path: Path) -> None:
    desk = keyboard.window.desk
    keyboard.window.dialogs = ChosenFiles()
    assert import_folder(desk, CITY_REFUGE).faults == ()

    page = returns_page(keyboard)
    prepare(keyboard, page, SPRING)
    assert page.prepared
    assert page.mend_button.isVisible()
    page.show_quality()
    settle()
    [worst, *_] = sorted(page.prepared.quality, key=lambda row: -row.missing)
    assert worst.missing
    keyboard.tab_to_button("Open the first")
    settle()
    assert keyboard.window.navigator.page is not page

    page = returns_page(keyboard)
    prepare(keyboard, page, SPRING)
    page.narrative.editor.setPlainText("Farah left on 3 May; one family waited.")
    settle()
    assert "a day" in page.narrative.warning.text() and "a small number" in page.narrative.warning.text()
    page.narrative.editor.setPlainText("The refuge was full throughout.")
    first = save(keyboard, page, tmp_path / "spring.json")
    assert first["narrative"] == "The refuge was full throughout."
    prepare(keyboard, page, SUMMER)
    assert "narrative" not in save(keyboard, page, tmp_path / "summer.json")

    correct_somebody(desk)
    prepare(keyboard, page, SPRING)
    assert page.prepared is None and "can be a single person" in page.refusal
    assert isinstance(page.changes, ChangesPanel) and page.changes.table.rowCount() >= 2

    page.refusal = ""
    keyboard.tab_to_button("Send the earlier figures again")
    wait(page)
    assert page.prepared and page.prepared.is_again
    assert save(keyboard, page, tmp_path / "again.json")["tables"] == first["tables"]

    prepare(keyboard, page, SPRING)
    page.refusal = ""
    keyboard.tab_to_button("Make a formal revision")
    wait(page)
    revision = save(keyboard, page, tmp_path / "revision.json")
    assert revision["revision"] == 1
    assert no_single_person_shows(first, revision)
    assert [row.revision for row in returns.released(desk)] == [1, 0, 0, 0]
    assert all(len(row.sha256) == 64 for row in returns.released(desk))


def no_single_person_shows(first: dict[str, Any], revision: dict[str, Any]) -> bool:
    """Whether no number that both files show differs by one to four."""
    before, after = shown_in(first), shown_in(revision)
    return not any(0 < abs(after[key] - before[key]) < 5 for key in before.keys() & after.keys())


def shown_in(document: dict[str, Any]) -> dict[tuple[str, str, str], int]:
    """Every shown row and cell."""
    found = {}
    for table in document["tables"]:
        for row in table.get("rows", ()):
            for column, cell in (row.get("cells") or {"": row}).items():
                if cell.get("count") is not None and table["counts"] != "nights":
                    found[table["id"], row["code"], column] = cell["count"]
    return found
