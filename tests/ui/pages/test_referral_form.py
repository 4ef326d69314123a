"""The quick referral: as few keys as the call has answers."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import a_stay
from page_windows import PageWindow, focus, press, settle, shortcut
from refugedesk.domain.fields import Answers
from refugedesk.services import forms, views
from refugedesk.services.linked import linked
from refugedesk.ui.forms.children_editor import ChildrenEditor
from refugedesk.ui.forms.choice_editors import ChipEditor
from refugedesk.ui.forms.other_editor import OtherEditor
from refugedesk.ui.pages.referral_form import ReferralPage, open_referral, what_will_be_saved


def open_new(window: PageWindow) -> ReferralPage:
    """A new referral on the screen."""
    return window.show_page(open_referral(window))


def test_a_referral_that_did_not_go_ahead_takes_at_most_twelve_keys_beyond_its_content(window: PageWindow) -> None:
    page = open_new(window)
    content = ["police", "2", "8 f, 5 m", "Coventry", "Foleshill", "no space"]
    typed = ("police\t", "\t", "2\t", "8 f, 5 m\t", "Coventry\t", "Foleshill\t", "h\t", "d\t", "no space\t")
    keys = sum(map(press, typed))
    shortcut(page, Qt.Key.Key_S)
    settle()
    assert keys + 1 - sum(map(len, content)) <= 12
    [row] = views.referrals(window.desk).rows
    stored = forms.open_draft(window.desk, "referral", row.id).answers
    assert stored["refusal_reason"] == "full"
    assert (stored["source"], stored["children"], stored["risk_level"]) == ("police", 2, "high")
    assert stored["received_on"] == window.desk.today
    assert row.missing == 0
    assert window.navigator.way == [("back", {})]


def test_the_keyboard_goes_as_the_call_goes(window: PageWindow) -> None:
    page = open_new(window)
    press("police\t\t\t\tCoventry\t\t\td\t")
    order = (
        "source",
        "known_as",
        "children",
        "children_told",
        "origin_authority",
        "origin_ward",
        "risk_level",
        "outcome",
    )
    assert page.draft.answers["outcome"] == "not_accepted"
    page.first_focus().setFocus()
    seen = []
    for _ in order:
        seen.append(
            next(
                name
                for view in page.form.sections.values()
                for name, row in view.rows.items()
                if row.editor.isAncestorOf(focus())
            )
        )
        press("\t")
    assert tuple(seen) == order


def test_the_reason_opens_its_list_by_itself(window: PageWindow) -> None:
    page = open_new(window)
    page.form.focus_on("outcome")
    press("d\t")
    view = page.form.section_of("refusal_reason")
    assert view is not None
    assert view.rows["refusal_reason"].editor.type_ahead.is_open  # type: ignore[attr-defined]


def test_the_foot_says_what_will_be_saved(window: PageWindow) -> None:
    page = open_new(window)
    press("police\t\t1\t\t")
    page.form.focus_on("outcome")
    press("w")
    assert page.foot.status.text.text() == "Referral of 12 Apr 2021 · Police · 1 child · Waiting for a decision"
    assert page.foot.status.text.text() == what_will_be_saved(page.draft)


def test_accepting_offers_to_move_in_and_goes_there(window: PageWindow) -> None:
    page = open_new(window)
    assert page.move_in_button.isHidden()
    page.form.focus_on("outcome")
    press("a")
    assert not page.move_in_button.isHidden()
    page.move_in_button.click()
    assert window.navigator.way == [("arrival", {"referral_id": page.draft.id})]


def test_the_same_household_is_found_by_a_word_and_linked(window: PageWindow) -> None:
    desk = window.desk
    first = forms.save(desk, forms.new_draft(desk, "referral", received_on=desk.today, known_as="Farah")).id
    page = open_new(window)
    page.fold.open()
    settle()
    page.form.focus_on("repeat_of")
    press("far\t")
    assert page.draft.answers["repeat_of"] == first
    assert page.save()


def test_a_stored_referral_opens_with_its_answers_and_no_second_one_is_made(window: PageWindow) -> None:
    desk = window.desk
    a_stay(desk)
    key = forms.save(desk, forms.new_draft(desk, "referral", received_on=desk.today, children=3)).id
    page = window.show_page(open_referral(window, key))
    page.form.focus_on("children")
    press("4")
    assert page.save()
    assert [row.children for row in views.referrals(desk).rows] == [4]


def test_leaving_keeps_what_was_typed_for_the_next_time(window: PageWindow) -> None:
    page = open_new(window)
    page.form.focus_on("known_as")
    press("Farah")
    page.keep()
    again = open_new(window)
    assert not again.notice.isHidden()
    again.notice.bring_back()
    settle()
    assert again.draft.answers["known_as"] == "Farah"
    assert again.save()
    assert open_new(window).notice.isHidden()


def test_children_are_typed_as_the_call_goes_and_what_was_understood_is_shown(window: PageWindow) -> None:
    page = open_new(window)
    page.form.focus_on("children_told")
    press("8f, boy 5, 2 ")
    editor = page.form.sections["household"].rows["children_told"].editor
    assert isinstance(editor, ChildrenEditor)
    assert editor.understood.text() == "Understood: girl of 8, boy of 5, child of 2."
    press("\t")
    assert editor.line.text() == "8 f, 5 m, 2"
    assert page.draft.answers["children"] == 3
    page.form.focus_on("children")
    press("2\t")
    assert editor.understood.text().endswith("That is 3, and 2 are said to come.")
    assert page.save()
    [row] = views.referrals(window.desk).rows
    assert [child["age"] for child in children_of(window, row.id)] == [8, 5, 2]


def children_of(window: PageWindow, referral: str) -> list[Answers]:
    """The stored children of a referral."""
    lines = linked(window.desk, "referral_child", "referral_id", referral)
    found: list[Answers] = [forms.open_draft(window.desk, "referral_child", line.id).answers for line in lines]
    return sorted(found, key=lambda child: -int(str(child["age"])))


def test_children_nobody_can_read_are_kept_as_typed_and_said(window: PageWindow) -> None:
    page = open_new(window)
    page.form.focus_on("children_told")
    press("8 f, zz\t")
    assert not page.save()
    row = page.form.sections["household"].rows["children_told"]
    assert row.problem.text.text() == (
        "“zz” is not a child's age. Type each child like 8 f or 5 m, with commas between."
    )
    page.keep()
    again = open_new(window)
    again.notice.bring_back()
    settle()
    line = again.form.sections["household"].rows["children_told"].editor
    assert isinstance(line, ChildrenEditor)
    assert line.line.text() == "8 f, zz"


def test_a_household_is_offered_by_its_children_and_their_district(window: PageWindow) -> None:
    desk = window.desk
    first = forms.new_draft(desk, "referral", received_on=desk.today, postcode_district="CV1")
    first.set("children_told", "8 f, 5 m")
    forms.save(desk, first)
    page = open_new(window)
    page.form.focus_on("children_told")
    press("8 f 5 m\t")
    assert not page.notices.offered
    page.folds["about_household"].open()
    page.form.focus_on("postcode_district")
    press("cv1\t")
    [offered] = page.notices.offered
    assert offered.shared == ("the same postcode district", "children of the same ages")


def test_other_in_words_offers_the_code_it_reads_like_and_one_key_takes_it(window: PageWindow) -> None:
    page = open_new(window)
    rows = page.form.sections["call"].rows
    assert rows["source_other"].isHidden()
    page.form.focus_on("source")
    press("other\t")
    page.form.focus_on("source_other")
    press("her social work")
    other = rows["source_other"].editor
    assert isinstance(other, OtherEditor)
    assert [code.code for code in other.offered] == ["council_social_care"]
    assert "Children's or adult social care" in other.line.accessibleDescription()
    QTest.keyClick(focus(), Qt.Key.Key_F2)
    settle()
    assert page.draft.answers["source"] == "council_social_care"
    assert page.draft.answers["source_other"] is None
    assert rows["source_other"].isHidden()
    assert rows["source"].editor.isAncestorOf(focus())


def test_one_of_several_answers_is_exchanged_for_what_other_meant(window: PageWindow) -> None:
    page = open_new(window)
    page.folds["more"].open()
    page.draft.set("signposted_to", ("police", "other"))
    page.draft.set("signposted_to_other", "Citizens advice")
    page.form.show_answers()
    other = page.form.sections["more"].rows["signposted_to_other"].editor
    assert isinstance(other, OtherEditor)
    assert [code.code for code in other.offered] == ["immigration_advice", "legal_advice"]
    other.taken.emit(other.offered[0].code)
    answer = page.draft.answers["signposted_to"]
    assert isinstance(answer, tuple)
    assert set(answer) == {"police", "immigration_advice"}
    assert page.save()


def a_call(window: PageWindow, days_ago: int, outcome: str | None) -> ReferralPage:
    """A stored call of some days ago on the screen."""
    draft = forms.new_draft(window.desk, "referral", received_on=window.desk.today - timedelta(days=days_ago))
    draft.set("outcome", outcome)
    return window.show_page(open_referral(window, forms.save(window.desk, draft).id))


def test_a_call_of_which_nobody_said_what_came_is_not_said_to_wait(window: PageWindow) -> None:
    a_call(window, 1, None)
    a_call(window, 1, "pending")
    a_call(window, 30, "pending")
    page = views.referrals(window.desk)
    assert {(row.outcome, row.next_step) for row in page.rows} == {
        ("No outcome yet", "Say what came of it"),
        ("Waiting for a decision", "Assess"),
        ("Waiting for a decision", "Ask whether it is over"),
    }
    assert page.meaning == "3 referrals waiting for a decision, the first since 13 Mar 2021; 1 without an outcome"


def test_a_call_that_is_over_is_closed_from_the_question_above_it(window: PageWindow) -> None:
    page = a_call(window, 30, "pending")
    assert page.undecided.isVisible()
    assert "has no outcome" not in page.undecided.words.text()
    page.undecided.over.click()
    settle()
    press("no contact\t")
    assert (page.draft.answers["outcome"], page.undecided.isVisible()) == ("not_accepted", False)
    view = page.form.section_of("refusal_reason")
    assert view is not None
    assert view.rows["refusal_reason"].editor.isVisible()


def test_a_call_without_an_outcome_may_still_wait(window: PageWindow) -> None:
    page = a_call(window, 0, None)
    assert "has no outcome yet" in page.undecided.words.text()
    page.undecided.waits.click()
    assert page.draft.answers["outcome"] == "pending"
    assert page.save()


def test_a_call_of_today_and_a_decided_one_are_not_asked_about(window: PageWindow) -> None:
    assert not a_call(window, 2, "pending").undecided.isVisible()
    assert not a_call(window, 40, "accepted").undecided.isVisible()
    assert not open_new(window).undecided.isVisible()


def test_whether_they_moved_in_is_asked_in_words_that_answer_it(window: PageWindow) -> None:
    page = a_call(window, 3, "accepted")
    view = page.form.section_of("moved_in")
    assert view is not None
    editor = view.rows["moved_in"].editor
    assert isinstance(editor, ChipEditor)
    assert [chip.offer.label for chip in editor.chips.chips] == [
        "Yes, they moved in",
        "No, they did not come",
        "Not known yet",
    ]
    assert view.rows["moved_in"].label.text() == "Did they move in?"


def test_an_old_answer_to_whether_they_moved_in_still_reads(window: PageWindow) -> None:
    draft = forms.new_draft(window.desk, "referral", received_on=window.desk.today, outcome="accepted")
    draft.set("moved_in", "not_asked")
    page = window.show_page(open_referral(window, forms.save(window.desk, draft).id))
    assert page.draft.answers["moved_in"] == "not_asked"
    assert page.save()
    assert forms.open_draft(window.desk, "referral", page.draft.id).answers["moved_in"] == "not_asked"
