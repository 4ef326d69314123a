"""A service's own questions and answers, changed in the settings by keyboard and met in its forms."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desks import a_stay, resident_of
from page_windows import PageWindow, focus, press, settle
from refugedesk.domain.own_rules import OwnForm
from refugedesk.services import forms, own_rules
from refugedesk.services.roles import Role
from refugedesk.ui.forms.paired_section import in_order
from refugedesk.ui.forms.section_view import SectionView
from refugedesk.ui.pages.person import open_person
from refugedesk.ui.pages.referral_form import open_referral
from refugedesk.ui.pages.settings import SettingsPage
from refugedesk.ui.pages.settings_panels.answers import AnswersPanel
from refugedesk.ui.pages.settings_panels.questions import QuestionsPanel


def questions(window: PageWindow) -> QuestionsPanel:
    page = window.show_page(SettingsPage(window, "questions"))
    assert isinstance(page.panel, QuestionsPanel)
    page.panel.list.setFocus()
    return page.panel


def answers(window: PageWindow, codelist: str) -> AnswersPanel:
    page = window.show_page(SettingsPage(window, "answers"))
    assert isinstance(page.panel, AnswersPanel)
    page.panel.lists.setCurrentIndex(page.panel.lists.findData(codelist))
    page.panel.words.setFocus()
    return page.panel


def to_button(words: str) -> None:
    for _ in range(60):
        if focus().accessibleName() == words:
            press(" ")
            settle()
            return
        press("\t")
    raise AssertionError(f"no Tab leads to {words}")


def go_down_to(panel: QuestionsPanel, name: str) -> None:
    """The arrows lead to a question; Enter goes to its words."""
    for _ in range(120):
        if panel._chosen == name:
            press("\n")
            settle()
            return
        QTest.keyClick(focus(), Qt.Key.Key_Down)
    raise AssertionError(f"no arrow leads to {name}")


def seen(panel: object) -> str:
    assert isinstance(panel, QuestionsPanel | AnswersPanel)
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_question_is_reworded_seen_kept_met_and_undone(window: PageWindow) -> None:
    key = resident_of(window.desk, a_stay(window.desk, "Farah"))
    panel = questions(window)
    go_down_to(panel, "diet")
    panel.words.selectAll()
    press("What she eats")
    panel._show_preview()
    settle()
    assert "What she eats" in seen(panel)
    assert own_rules.own_form(window.desk, "resident") == OwnForm()
    to_button("Save these questions")
    page = window.show_page(open_person(window, key, None, "language"))
    assert "What she eats" in "\n".join(label.text() for label in page.findChildren(QLabel))
    panel = questions(window)
    go_down_to(panel, "diet")
    assert "It came as “Diet”." in seen(panel)
    to_button("This one as it came")
    to_button("Save these questions")
    assert own_rules.own_form(window.desk, "resident") == OwnForm()
    to_button("Undo")
    assert forms.new_draft(window.desk, "resident").record.field("diet").label == "What she eats"


def test_a_question_is_left_out_after_saying_what_is_lost(window: PageWindow) -> None:
    key = resident_of(window.desk, a_stay(window.desk, "Farah"))
    panel = questions(window)
    go_down_to(panel, "religion")
    panel.asked.setFocus()
    press(" ")
    assert "Returns count it" in panel.lost.words.text()
    assert panel.list.currentItem().text() == "Religion or belief (left out)"
    to_button("Save these questions")
    page = window.show_page(open_person(window, key, None, "equality"))
    assert "Religion or belief" not in "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_question_is_moved_within_its_section(window: PageWindow) -> None:
    panel = questions(window)
    go_down_to(panel, "interpreter_needed")
    to_button("Move up")
    to_button("Move up")
    to_button("Save these questions")
    assert own_rules.own_form(window.desk, "resident").order["language"][:2] == ["interpreter_needed", "first_language"]
    to_button("The whole form as it came")
    to_button("Save these questions")
    assert own_rules.own_form(window.desk, "resident") == OwnForm()


def on_the_screen(page: QWidget, view: SectionView | None) -> list[str]:
    """The questions that are asked, as the eye finds them: from above, and in a line from the left."""
    assert view is not None
    rows = {name: row for name, row in view.rows.items() if row.isVisible()}
    places = {name: row.mapTo(page, row.rect().topLeft()) for name, row in rows.items()}
    return sorted(places, key=lambda name: (places[name].y(), places[name].x()))


def test_the_order_of_ones_own_reaches_a_section_that_is_laid_out_by_hand(window: PageWindow) -> None:
    own_rules.keep_form(
        window.desk,
        "referral",
        OwnForm({}, {"call": ("known_as", "received_at", "received_on", "source"), "household": ("risk_level",)}),
    )
    page = window.show_page(open_referral(window))
    settle()
    assert on_the_screen(page, page.form.section_of("source"))[:4] == [
        "known_as",
        "received_at",
        "received_on",
        "source",
    ]
    assert on_the_screen(page, page.form.section_of("risk_level"))[:3] == ["risk_level", "children", "children_told"]
    page.form.focus_on("known_as")
    press("Farah\t")
    assert page.form.sections["call"].rows["received_at"].editor.isAncestorOf(focus())


def test_neighbours_stand_side_by_side_in_any_order() -> None:
    lines = (("first_name", "last_name"), ("date_of_birth",))
    assert in_order(lines, ["last_name", "first_name", "date_of_birth"]) == (
        ("last_name", "first_name"),
        ("date_of_birth",),
    )
    assert in_order(lines, ["last_name", "date_of_birth", "first_name", "more"]) == (
        ("last_name",),
        ("date_of_birth",),
        ("first_name",),
        ("more",),
    )


def test_what_no_record_can_be_without_is_always_asked(window: PageWindow) -> None:
    panel = questions(window)
    panel.forms.setCurrentIndex(panel.forms.findData("referral"))
    panel.list.choose("received_on")
    assert not panel.asked.isEnabled()


def test_an_answer_is_added_reworded_and_taken_out(window: PageWindow) -> None:
    panel = answers(window, "wait_for")
    press("Dentist\n")
    assert "Choose which answer it counts as" in seen(panel)
    panel.counts_as.setFocus()
    press("GP")
    to_button("Add it")
    [row] = own_rules.own_codes(window.desk, "wait_for")
    assert (row.of.label, row.of.counts_as) == ("Dentist", "gp")
    assert "Dentist" in panel.offered.text()
    [(_, line)] = panel.rows
    line.setFocus()
    line.selectAll()
    press("A dentist\n")
    settle()
    assert own_rules.own_codes(window.desk, "wait_for")[0].of.label == "A dentist"
    panel.lists.setFocus()
    to_button("Take out A dentist")
    assert own_rules.own_codes(window.desk, "wait_for") == ()


def test_each_change_of_the_answers_can_be_undone_by_keyboard(window: PageWindow) -> None:
    panel = answers(window, "wait_for")
    assert not panel.back.isVisible()
    panel.counts_as.setCurrentIndex(1)
    press("Optician")
    to_button("Add it")
    [added] = own_rules.own_codes(window.desk, "wait_for")
    to_button("Undo")
    assert own_rules.own_codes(window.desk, "wait_for") == () and not panel.back.isVisible()
    assert "The list is as it was before." in seen(panel)

    own_rules.put_back_code(window.desk, added.of)
    panel.refresh()
    [(_, line)] = panel.rows
    line.setFocus()
    line.selectAll()
    press("Eye test\n")
    settle()
    to_button("Undo")
    assert [row.of.label for row in own_rules.own_codes(window.desk, "wait_for")] == ["Optician"]
    panel.lists.setFocus()
    to_button("Take out Optician")
    assert own_rules.own_codes(window.desk, "wait_for") == ()
    to_button("Undo")
    [back] = own_rules.own_codes(window.desk, "wait_for")
    assert back.of == added.of


def test_an_undo_goes_with_its_list(window: PageWindow) -> None:
    panel = answers(window, "wait_for")
    panel.counts_as.setCurrentIndex(1)
    press("Optician")
    to_button("Add it")
    panel.lists.setCurrentIndex(panel.lists.findData("topic"))
    assert not panel.back.isVisible()


def test_only_a_manager_is_offered_them(window: PageWindow) -> None:
    window.desk.user = replace(window.desk.user, role=Role.KEYWORKER)
    assert {"questions", "answers"}.isdisjoint(window.show_page(SettingsPage(window, "appearance")).items)
