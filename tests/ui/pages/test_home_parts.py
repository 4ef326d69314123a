"""Home in the real window, for each role: what each part shows, by keyboard alone, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import PASSPHRASE, a_stay, a_unit, resident_of
from page_windows import focus, settle
from refugedesk.domain.fields import Answer
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.services.people import add_user
from refugedesk.services.roles import Role
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.home import HomePage
from refugedesk.ui.pages.home_day import DayPart
from refugedesk.ui.pages.home_quality import QualityPart
from refugedesk.ui.pages.home_quarter import QuarterPart
from refugedesk.ui.pages.home_work import WorkPart
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.style import Style
from vaults import CHEAP

PartType = TypeVar("PartType")
Opener = Callable[[Role], MainWindow]


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def change(desk: Desk, record: str, key: str, **answers: Answer) -> None:
    draft = forms.open_draft(desk, record, key)
    for name, answer in answers.items():
        draft.set(name, answer)
    forms.save(desk, draft)


@pytest.fixture
def window_for(application: QApplication, desk: Desk, tmp_path: Path) -> Iterator[Opener]:
    """The main window, for Ana in any role."""
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    opened: list[MainWindow] = []

    def open_window(role: Role) -> MainWindow:
        of_role = replace(desk, user=replace(desk.user, role=role))
        made = MainWindow(of_role, Style(application, settings), settings)
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        settle()
        opened.append(made)
        return made

    yield open_window
    for each in opened:
        each.tasks.finish()
        each.close()
        each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def home(window: MainWindow) -> HomePage:
    page = window.navigator.page
    assert isinstance(page, HomePage)
    return page


def shown(window: MainWindow, kind: type[PartType]) -> PartType:
    part = home(window).shown
    assert isinstance(part, kind), part
    return part


def go_to(window: MainWindow, steps: int) -> None:
    """From chip to chip, as the keyboard does."""
    chip = next(each for each in home(window).chips.chips if each.isChecked())
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(steps):
        QTest.keyClick(focus(), Qt.Key.Key_Right)
    settle()


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in home(window).chips.chips if chip.isVisible()]


def test_a_key_worker_begins_with_her_residents_and_enter_opens_one(desk: Desk, window_for: Opener) -> None:
    stay = a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
    change(desk, "stay", a_stay(desk, "Mina"), key_worker="Somebody Else")
    window = window_for(Role.KEYWORKER)
    assert chips(window) == ["My day", "The house"]
    day = shown(window, DayPart)
    assert day.heading.text() == "My residents (1) and 1 child"
    assert focus() is day.residents.list
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.navigator.place.name == "person"
    assert window.navigator.place.where["stay_id"] == stay
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert focus() is shown(window, DayPart).residents.list


def test_tab_goes_through_my_day_as_the_eye_does(desk: Desk, window_for: Opener) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    saved(desk, "task", what="Test the alarm", due_on=desk.today)
    day = shown(window_for(Role.KEYWORKER), DayPart)
    way = [focus()]
    for _ in range(4):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        way.append(focus())
    assert way == [day.residents.list, day.chips.chips[0], day.due.list, day.due_house.list, day.incomplete.list]


def test_what_a_colleague_wrote_is_new_and_opens_in_the_file(desk: Desk, window_for: Opener) -> None:
    stay = a_stay(desk, "Farah", a_unit(desk))
    add_user(desk, "Ruth", Role.KEYWORKER, PASSPHRASE, CHEAP)
    other = replace(desk, user=add_user(desk, "Jo", Role.KEYWORKER, PASSPHRASE, CHEAP))
    saved(other, "note", stay_id=stay, on_day=desk.today, fact="She rang.")
    window = window_for(Role.KEYWORKER)
    day = shown(window, DayPart)
    assert [entry.title for entry in day.news.model.rows] == ["Note: Farah"]
    assert "Jo, " in day.news.model.rows[0].detail
    day.news.list.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    page = window.navigator.page
    assert isinstance(page, PersonPage)
    assert page.key == "notes_of_stay"


def test_whose_residents_are_under_another_name_is_told_and_leads_to_the_staff(desk: Desk, window_for: Opener) -> None:
    change(desk, "stay", a_stay(desk, "Farah", a_unit(desk)), key_worker="Ana")
    window = window_for(Role.KEYWORKER)
    day = shown(window, DayPart)
    assert "Ana Silva" in day.nobody.text() and "stays here name Ana" in day.nobody.text()
    day.staff.click()
    assert (window.navigator.place.name, window.navigator.place.where) == ("house", {"panel": "staff"})
    saved(desk, "staff", name="Ana", role="key_worker", signs_in_as="Ana Silva")
    window.navigator.start_at("home")
    assert [row.name for row in shown(window, DayPart).residents.model.rows] == ["Farah"]


def test_a_manager_goes_from_part_to_part_by_keyboard(desk: Desk, window_for: Opener) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    window = window_for(Role.MANAGER)
    assert chips(window) == ["The house", "Quarter", "Caseloads and waits", "Data quality", "My day"]
    for steps, kind in ((1, QuarterPart), (1, WorkPart), (1, QualityPart), (1, DayPart)):
        go_to(window, steps)
        shown(window, kind)
        for _ in range(2):  # past the button that records a referral, into the part
            QTest.keyClick(focus(), Qt.Key.Key_Tab)
        assert home(window).shown.isAncestorOf(focus()), kind
        assert focus().accessibleName()


def test_the_quarter_says_in_words_what_it_draws(desk: Desk, window_for: Opener) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    a_unit(desk, "Room 2")
    saved(desk, "referral", received_on=desk.today, outcome="not_accepted", refusal_reason="full")
    window = window_for(Role.MANAGER)
    go_to(window, 1)
    part = shown(window, QuarterPart)
    words = "4.2 % occupied: 1 of 24 unit-nights lived in, 23 void (1 Apr 2021 to 12 Apr 2021, tonight included)."
    assert part.occupancy.text() == words
    assert part.referrals.text() == "1 referral received, repeats left out: 1 did not go ahead."
    part.plot.setFocus()
    assert part.plot.accessibleDescription() == "Night of 12 Apr 2021: 1 of 2 units lived in"
    QTest.keyClick(part.plot, Qt.Key.Key_Left)
    assert part.night.text() == "Night of 11 Apr 2021: 0 of 2 units lived in"
    QTest.keyClick(part.plot, Qt.Key.Key_Home)
    QTest.keyClick(part.plot, Qt.Key.Key_Left)
    assert part.night.text().startswith("Night of 1 Apr 2021")
    part.reasons.list.setFocus()
    QTest.keyClick(part.reasons.list, Qt.Key.Key_Return)
    assert window.navigator.place.where == {"chip": "did_not_go_ahead"}


def test_the_residents_of_the_chosen_key_worker_stand_beside_her(desk: Desk, window_for: Opener) -> None:
    stay = a_stay(desk, "Farah", a_unit(desk))
    change(desk, "stay", a_stay(desk, "Mina"), key_worker="Ruth")
    saved(desk, "wait", stay_id=stay, what="gp", asked_on=desk.today - timedelta(days=9))
    window = window_for(Role.MANAGER)
    go_to(window, 2)
    part = shown(window, WorkPart)
    assert part.line.text() == "2 residents and 0 children with 2 key workers."
    assert part.waits_line.text() == "1 wait open, 0 of them overdue to be chased."
    part.workers.list.setFocus()
    QTest.keyClick(part.workers.list, Qt.Key.Key_Down)
    assert [entry.title for entry in part.people.model.rows] == ["Mina"]
    QTest.keyClick(part.workers.list, Qt.Key.Key_Return)
    assert focus() is part.people.list
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.navigator.place.name == "person"


def test_mend_next_opens_the_record_at_its_question(desk: Desk, window_for: Opener) -> None:
    stay = a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
    saved(desk, "referral", received_on=desk.today)
    window = window_for(Role.MANAGER)
    go_to(window, 3)
    rows = list(shown(window, QualityPart).fields.model.rows)
    assert {row.record_id for row in rows} == {"referral", "resident", "stay", "child", "child_stay"}
    for at, row in enumerate(rows):
        window.navigator.start_at("home", part="quality")
        part = shown(window, QualityPart)
        part.fields.list.selectRow(at)
        part.next.click()
        settle()
        assert window.navigator.place.name in ("referral", "person", "child"), row
        assert _field_of(window) == row.field, row
    assert resident_of(desk, stay)


def _field_of(window: MainWindow) -> str:
    """The field whose editor has the keyboard."""
    from refugedesk.ui.forms.form_view import FormView

    at = focus()
    assert window.navigator.page is not None
    for form in window.navigator.page.findChildren(FormView):
        for view in form.sections.values():
            for name, row in view.rows.items():
                if row.editor is at or row.editor.isAncestorOf(at):
                    return name
    return f"nothing: {at}"


def test_mending_goes_on_with_the_next_of_that_key_worker(desk: Desk, window_for: Opener) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    stay = a_stay(desk, "Mina")
    change(desk, "stay", stay, key_worker="Ruth")
    window = window_for(Role.MANAGER)
    go_to(window, 3)
    part = shown(window, QualityPart)
    names = [row.worker for row in part.workers.model.rows]
    part.workers.list.selectRow(names.index("Ruth"))
    assert part.heading.text() == "By field: Ruth"
    assert {each.stay_id for row in part.fields.model.rows for each in row.lacking} == {stay}
    part.next.click()
    assert window.navigator.place.where["resident_id"] == resident_of(desk, stay)
    window.navigator.back()
    assert home(window).part == "quality"


def test_a_long_list_shows_its_first_lines_and_all_at_a_press(desk: Desk, window_for: Opener) -> None:
    a_unit(desk)
    for number in range(9):
        saved(desk, "task", what=f"Task {number}", due_on=desk.today - timedelta(days=number))
    day = shown(window_for(Role.KEYWORKER), DayPart)
    assert len(day.due_house.model.rows) == 5
    assert day.due_house.more.text() == "Show all 9"
    day.due_house.more.click()
    assert len(day.due_house.model.rows) == 9
    assert focus() is day.due_house.list
    assert day.due_house.model.rows[0].is_overdue


def test_who_may_only_read_sees_the_house_and_nothing_to_mend(desk: Desk, window_for: Opener) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    window = window_for(Role.READ_ONLY)
    assert chips(window) == []
    assert not home(window).call.isVisible()


def test_an_administrator_sees_nothing(desk: Desk, window_for: Opener) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    window = window_for(Role.ADMINISTRATOR)
    page = home(window)
    assert page.not_allowed.isVisible()
    assert not page.full.isVisible()
    assert page.parts == {}
    window.navigator.start_at("home", part="quality")
    assert home(window).parts == {}
    assert home(window).not_allowed.isVisible()
