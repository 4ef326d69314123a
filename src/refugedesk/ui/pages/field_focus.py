"""Brings the keyboard to one question of a page, whatever stands between."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from refugedesk.domain.records import ALL
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.pages.child import IN_STAY


def section_key(record_id: str, field: str) -> str:
    """The key of the section of a file that asks a question of the person, the stay, or a child."""
    name = next(section.name for section in ALL[record_id].sections if any(f.name == field for f in section.fields))
    if record_id == "child_stay":
        return f"{IN_STAY}{name}"
    return "stay_notes" if (record_id, name) == ("stay", "notes") else name


def go_to_field(page: QWidget, record_id: str, field: str) -> bool:
    """Puts the keyboard where the question is answered; whether it is asked on the page."""
    for section in page.findChildren(ReadableSection):
        asks = any(each.name == field for each in section.section.fields)
        if asks and section.draft.record.id == record_id:
            section.open_form(field)
            return True
    for form in page.findChildren(FormView):
        view = form.section_of(field) if form.draft.record.id == record_id else None
        if view is not None:
            _unfold(view)
            return form.focus_on(field)
    return False


def _unfold(widget: QWidget) -> None:
    """What is folded away is opened: the keyboard cannot go where nothing is shown."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Fold):
            above.open()
        above = above.parentWidget()
