"""A household moves in, from the referral to the file, with nothing typed twice."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from desks import a_stay, a_unit
from page_windows import PageWindow, focus, press, settle
from refugedesk.services import forms, shelf, views
from refugedesk.services.arrivals import start_arrival
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.pages.arrival import ArrivalPage, open_arrival
from refugedesk.ui.pages.person import open_person

UPRIGHT = Qt.Orientation.Vertical


def a_referral(window: PageWindow, **answers: object) -> str:
    """An accepted referral of today; its key."""
    desk = window.desk
    known = {"received_on": desk.today, "known_as": "Farah", "children": 2, "origin_authority": "Coventry"}
    draft = forms.new_draft(desk, "referral", **(known | {"risk_level": "high", "outcome": "accepted"} | answers))  # type: ignore[arg-type]
    return forms.save(desk, draft).id


def file_of(window: PageWindow) -> views.PersonFile:
    """The file that the page went to."""
    name, where = window.navigator.way[-1]
    assert name == "person"
    return views.person(window.desk, str(where["resident_id"]))


def test_what_the_referral_knows_is_there_and_need_not_be_typed(window: PageWindow) -> None:
    unit = a_unit(window.desk)
    page = window.show_page(open_arrival(window, a_referral(window)))
    page.room.focus_on("unit_id")
    press("room\t")
    assert page.arrival.placement.answers["unit_id"] == unit
    assert page.move_in()
    file = file_of(window)
    [stay] = file.stays
    assert (file.name, stay.unit, stay.risk_code, len(stay.children)) == ("Farah", "Room 1", "high", 2)
    assert stay.key_worker == "Ana Silva"
    assert window.said == ["Saved 14:05. A resident and 2 children moved in."]


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("Farah Khan", "Farah", "Khan"),
        ("Mary-Ann O'Neill", "Mary-Ann", "O'Neill"),
        ("Farah", "Farah", None),
        ("Maria da Silva", "Maria da Silva", None),
        ("Farah (sister rang)", "Farah (sister rang)", None),
        ("Farah 2", "Farah 2", None),
    ],
)
def test_two_words_of_a_name_are_a_first_and_a_last_name(
    window: PageWindow, given: str, first: str, last: str | None
) -> None:
    call = forms.new_draft(window.desk, "referral", known_as=given, received_on=window.desk.today, outcome="accepted")
    arrival = start_arrival(window.desk, forms.save(window.desk, call).id)
    assert (arrival.resident.answers.get("first_name"), arrival.resident.answers.get("last_name")) == (first, last)


def test_an_arrival_with_two_children_and_the_five_minute_set_need_no_scrolling(window: PageWindow) -> None:
    page = window.show_page(open_arrival(window, a_referral(window)))
    settle()
    assert [bar.maximum() for bar in page.findChildren(QScrollBar) if bar.orientation() is UPRIGHT] == [0]
    a_unit(window.desk)
    assert page.move_in()
    file = window.show_page(open_person(window, str(window.navigator.way[-1][1]["resident_id"]), None, "checklist"))
    press("\n")
    settle()
    section = file.section
    assert isinstance(section, ReadableSection)
    assert section.is_open
    middle = next(each for each in file.findChildren(QScrollArea) if each.isAncestorOf(section))
    assert middle.verticalScrollBar().maximum() == 0


def test_the_focus_follows_the_eye(window: PageWindow) -> None:
    page = window.show_page(open_arrival(window))
    forms_in_order = [page.who, page.stay, page.room, page.origin]
    seen: list[QWidget] = []
    for _ in range(12):
        here = next((form for form in forms_in_order if form.isAncestorOf(focus())), None)
        if here is not None and (not seen or seen[-1] is not here):
            seen.append(here)
        press("\t")
    assert seen[:4] == forms_in_order


def test_tab_goes_through_every_child_before_the_button_for_one_more(window: PageWindow) -> None:
    page = window.show_page(open_arrival(window))
    for _ in range(2):
        page.children_part.add_child()
    first, second = page.children_part.blocks
    first.form.focus_on("first_name")
    seen: list[QWidget] = []
    for _ in range(11):
        seen.append(first if first.isAncestorOf(focus()) else second if second.isAncestorOf(focus()) else focus())
        press("\t")
    runs = [each for at, each in enumerate(seen) if at == 0 or seen[at - 1] is not each]
    assert runs[:3] == [first, second, page.children_part.add]


def test_children_are_typed_added_and_taken_out(window: PageWindow) -> None:
    page = window.show_page(open_arrival(window))
    press("Mina")
    for name in ("Sam", "Tom", "Una"):
        page.children_part.add_child()
        press(name + "\t" + "1 3 2017\t" + "f")
    page.children_part.take_out(page.children_part.blocks[1])
    assert page.move_in()
    assert [(child.name, child.age, child.sex) for child in file_of(window).stays[0].children] == [
        ("Sam", 4, "Female"),
        ("Una", 4, "Female"),
    ]


def test_too_small_a_unit_is_asked_about_before_anything_is_saved(window: PageWindow) -> None:
    a_unit(window.desk, bedspaces=1)
    page = window.show_page(open_arrival(window, a_referral(window)))
    page.room.focus_on("unit_id")
    press("room\t")
    problem = _room_problem(page)
    assert problem.problem is not None
    assert problem.problem.text == "3 people, and the unit has 1 bed spaces. Is that right?"
    assert not page.move_in()
    assert not views.residents(window.desk).rows
    problem.yes.click()
    assert page.move_in()


def test_a_day_in_the_future_is_said_under_its_field_and_nothing_is_saved(window: PageWindow) -> None:
    page = window.show_page(open_arrival(window))
    press("Mina\t")
    page.stay.focus_on("started_on")
    press("1 5 2021\t")
    assert not page.move_in()
    assert "in the future" in page.foot.status.text.text()
    assert not views.residents(window.desk, chip="all").rows


def test_free_units_are_offered_first(window: PageWindow) -> None:
    desk = window.desk
    taken, free = a_unit(desk, "Room 1"), a_unit(desk, "Room 2")
    a_stay(desk, "Zora", taken)
    page = window.show_page(open_arrival(window))
    page.room.focus_on("unit_id")
    editor = page.room.sections["room"].rows["unit_id"].editor
    editor.type_ahead.open()  # type: ignore[attr-defined]
    offers = editor.type_ahead.list.model.lines  # type: ignore[attr-defined]
    assert [offer.value for offer in offers] == [free, taken]
    assert "Zora" in offers[1].detail


def test_somebody_who_comes_back_keeps_her_file(window: PageWindow) -> None:
    desk = window.desk
    stay = forms.open_draft(desk, "stay", a_stay(desk, "Mina"))
    stay.set("started_on", date(2021, 4, 1))
    stay.set("ended_on", date(2021, 4, 1))
    forms.save(desk, stay)
    resident = str(stay.answers["resident_id"])
    page = window.show_page(open_arrival(window, resident_id=resident))
    assert page.move_in()
    assert len(views.person(desk, resident).stays) == 2


def test_an_arrival_that_was_interrupted_can_be_brought_back(window: PageWindow) -> None:
    page = window.show_page(open_arrival(window))
    press("Mina\tVargas\t")
    page.stay.focus_on("key_worker")
    press("Bo")
    for name in ("Sam", "Tom"):
        page.children_part.add_child()
        press(name)
    page.keep()
    again = window.show_page(open_arrival(window))
    again.notice.bring_back()
    settle()
    assert again.arrival.resident.answers["last_name"] == "Vargas"
    assert again.arrival.stay.answers["key_worker"] == "Bo"
    assert again.move_in()
    assert sorted(child.name for child in file_of(window).stays[0].children) == ["Sam", "Tom"]
    assert not shelf.kept(window.desk)


def _room_problem(page: ArrivalPage):  # type: ignore[no-untyped-def]
    return page.room.sections["room"].rows["unit_id"].problem
