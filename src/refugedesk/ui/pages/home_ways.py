"""Where the things on Home lead: a section of a file, a task of the house, a referral, a record at one question."""

from __future__ import annotations

from refugedesk.services import shelf, views
from refugedesk.services.quality import Lacking, QualityRow
from refugedesk.services.views import NewsRow, TaskRow
from refugedesk.ui.navigation import Navigator
from refugedesk.ui.pages.field_focus import go_to_field, section_key

SECTION_OF = {"stay": "move_on", "child_risk_assessment": "children"}
"""Where in a file a record is found that is in no list of its own there."""


def open_entry(navigator: Navigator, entry: object) -> None:
    """Opens what an entry of a list on Home stands for."""
    if isinstance(entry, TaskRow):
        _open_task(navigator, entry)
    elif isinstance(entry, NewsRow):
        _open_news(navigator, entry)
    elif isinstance(entry, shelf.KeptRow):
        _open_record(navigator, entry.record_id, entry.key)
    elif isinstance(entry, views.MineRow):
        navigator.open("person", resident_id=entry.resident_id, stay_id=entry.stay_id)


def open_unit(navigator: Navigator, unit: views.UnitTonight) -> None:
    """Opens the file of whoever is in a unit, or the unit where nobody is."""
    if unit.resident_id:
        navigator.open("person", resident_id=unit.resident_id)
    else:
        navigator.open("unit", id=unit.unit_id)


def mend(navigator: Navigator, row: QualityRow, lacking: Lacking) -> None:
    """Opens a record at the question that has no answer."""
    if row.record_id == "referral":
        navigator.open("referral", id=lacking.id)
    elif lacking.child_id:
        where = {"child_id": lacking.child_id, "stay_id": lacking.stay_id or ""}
        navigator.open("child", **where, section=section_key(row.record_id, row.field))
    else:
        where = {"resident_id": lacking.resident_id or lacking.id, "stay_id": lacking.stay_id or ""}
        navigator.open("person", **where, section=section_key(row.record_id, row.field))
    if navigator.page is not None:
        go_to_field(navigator.page, row.record_id, row.field)


def _open_task(navigator: Navigator, task: TaskRow) -> None:
    if task.record_id == "resident" and task.resident_id:
        navigator.open("person", resident_id=task.resident_id, stay_id=task.stay_id)
    elif task.resident_id:
        where = {"stay_id": task.stay_id, "section": SECTION_OF.get(task.record_id, task.record_id)}
        navigator.open("person", resident_id=task.resident_id, **where)
    elif task.record_id == "task":
        navigator.open("house", panel="task", id=task.id)
    else:
        _open_record(navigator, task.record_id, task.id)


def _open_news(navigator: Navigator, row: NewsRow) -> None:
    if row.record_id == "stay" and row.resident_id:
        navigator.open("person", resident_id=row.resident_id, stay_id=row.stay_id)
    elif row.resident_id:
        navigator.open("person", resident_id=row.resident_id, stay_id=row.stay_id, section=row.record_id)
    elif row.record_id == "referral":
        navigator.open("referral", id=row.id)
    else:
        navigator.open("house", panel=row.record_id, id=row.id)


def _open_record(navigator: Navigator, record_id: str, key: str) -> None:
    if record_id in ("referral", "unit"):
        navigator.open(record_id, **({"id": key} if key else {}))
    elif record_id == "resident" and key:
        navigator.open("person", resident_id=key)
    else:
        navigator.open("residents" if key else "arrival")
