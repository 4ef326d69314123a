"""A contact dated before the stay is asked about beside its day, by keyboard, and saved once it is said to be right."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication

from desks import a_stay
from page_windows import PageWindow, press, settle
from refugedesk.services.linked import linked
from refugedesk.ui.pages.entries_section import EntriesSection, beginning


def test_a_contact_before_the_stay_is_asked_about_and_saved_when_right(window: PageWindow) -> None:
    desk = window.desk
    stay = a_stay(desk)
    section = EntriesSection(desk, "contact", "stay_id", stay, beginning(desk, desk.forms["contact"]))
    window.setCentralWidget(section)
    window.show()
    window.activateWindow()
    settle()
    section.add_entry()
    assert section.open is not None and section.open.form is not None
    early = desk.today - timedelta(days=3)
    section.open.form.focus_on("on_day")
    press(f"{early.day} {early.month} {early.year}\t")
    view = section.open.form.section_of("on_day")
    assert view is not None
    line = view.rows["on_day"].problem
    assert "before the stay began" in line.text.text() and line.yes.isVisible()

    section.open.form.focus_on("kind")
    press("call\t")
    assert section.open.form.save() is None
    while not (isinstance(at := QApplication.focusWidget(), QAbstractButton) and at is line.yes):
        press("\t")
    press(" ")
    assert not line.isVisible()
    assert section.open.form.save() is not None
    assert [row.on for row in linked(desk, "contact", "stay_id", stay)] == [early]
