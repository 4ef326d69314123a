"""The quick referral: as few keys as the call has answers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desks import a_stay
from page_windows import PageWindow, focus, press, settle, shortcut
from refugedesk.services import forms, views
from refugedesk.ui.pages.referral_form import ReferralPage, open_referral, what_will_be_saved


def open_new(window: PageWindow) -> ReferralPage:
    """A new referral on the screen."""
    return window.show_page(open_referral(window))


def test_a_referral_that_did_not_go_ahead_takes_at_most_twelve_keys_beyond_its_content(window: PageWindow) -> None:
    page = open_new(window)
    content = ["police", "2", "Coventry", "Foleshill", "no space"]
    keys = sum(
        press(part) for part in ("police\t", "\t", "2\t", "Coventry\t", "Foleshill\t", "h\t", "d\t", "no space\t")
    )
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
    press("police\t\t\tCoventry\t\t\td\t")
    order = ("source", "known_as", "children", "origin_authority", "origin_ward", "risk_level", "outcome")
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
    press("police\t\t1\t")
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
