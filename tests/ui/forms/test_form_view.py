"""A form as a whole: what shows, what is said when, what is kept and what is saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from page_windows import PageWindow, focus, press, settle
from refugedesk.services import forms, shelf
from refugedesk.services.roles import Role
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.kept_notice import KeptNotice


@pytest.fixture
def form(window: PageWindow) -> FormView:
    """A new referral of today."""
    draft = forms.new_draft(window.desk, "referral", received_on=window.desk.today)
    return window.show_page(FormView(window.desk, draft))


def problem_of(form: FormView, name: str) -> str:
    """What stands under a field; empty for nothing."""
    row = _row(form, name)
    return row.problem.problem.text if row.problem.problem and not row.problem.isHidden() else ""


def _row(form: FormView, name: str):  # type: ignore[no-untyped-def]
    view = form.section_of(name)
    assert view is not None
    return view.rows[name]


def test_a_field_shows_as_soon_as_it_is_asked(form: FormView) -> None:
    assert _row(form, "refusal_reason").isHidden()
    form.focus_on("outcome")
    press("did\n")
    assert not _row(form, "refusal_reason").isHidden()


def test_a_hidden_answer_is_kept_in_the_form_and_dropped_on_saving(form: FormView) -> None:
    form.draft.set("outcome", "not_accepted")
    form.draft.set("refusal_reason", "full")
    form.draft.set("outcome", "accepted")
    form.show_answers()
    assert form.save() is not None
    stored = forms.open_draft(form.desk, "referral", form.draft.id)
    assert stored.answers["refusal_reason"] is None
    form.draft.set("outcome", "not_accepted")
    form.show_answers()
    assert _row(form, "refusal_reason").editor.type_ahead.text == "No space"


def test_half_a_day_is_not_called_wrong_until_it_is_left(form: FormView) -> None:
    form.focus_on("assessed_on")
    press("31 f")
    assert problem_of(form, "assessed_on") == ""
    press("\t")
    assert problem_of(form, "assessed_on").startswith("“31 f”")


def test_a_rule_across_fields_speaks_when_the_field_is_left(form: FormView) -> None:
    form.focus_on("assessed_on")
    press("yesterday\t")
    assert "before it came in" in problem_of(form, "assessed_on")
    form.focus_on("received_on")
    press("1 apr\t")
    assert problem_of(form, "assessed_on") == ""


def test_what_is_missing_is_a_quiet_mark_and_no_problem(form: FormView) -> None:
    form.focus_on("source")
    press("\t")
    assert problem_of(form, "source") == ""
    assert not _row(form, "source").mark.isHidden()


def test_saving_something_wrong_says_how_much_and_goes_to_the_first(form: FormView) -> None:
    said: list[tuple[str, bool]] = []
    form.said.connect(lambda text, is_stop: said.append((text, is_stop)))
    form.focus_on("notes")
    form.focus_on("received_on")
    press("\b")
    form.focus_on("notes")
    assert form.save() is None
    assert said[-1] == ("Not saved yet: one thing above to look at.", True)
    assert _row(form, "received_on").isAncestorOf(focus())


def test_saved_is_said_after_the_commit_with_the_time(form: FormView) -> None:
    said: list[str] = []
    form.said.connect(lambda text, _is_stop: said.append(text))
    done = form.save()
    assert done is not None
    assert said == ["Saved 14:05"]
    assert forms.open_draft(form.desk, "referral", done.id).version == 1


def test_an_unlikely_thing_is_asked_about_and_the_answer_remembered(window: PageWindow) -> None:
    form = window.show_page(FormView(window.desk, forms.new_draft(window.desk, "resident")))
    form.focus_on("date_of_birth")
    press("1 1 2015\t")
    assert problem_of(form, "date_of_birth") == "That makes this person 6. Is that right?"
    assert form.save() is None
    _row(form, "date_of_birth").problem.yes.click()
    assert problem_of(form, "date_of_birth") == ""
    assert form.save() is not None


def test_somebody_elses_save_in_between_is_not_written_over(form: FormView) -> None:
    form.save()
    other = forms.open_draft(form.desk, "referral", form.draft.id)
    other.set("children", 4)
    forms.save(form.desk, other)
    said: list[str] = []
    form.said.connect(lambda text, _is_stop: said.append(text))
    form.draft.set("children", 1)
    form.show_answers()
    assert form.save() is None
    assert said
    assert forms.open_draft(form.desk, "referral", form.draft.id).answers["children"] == 4


def test_what_is_typed_is_kept_after_a_pause_and_comes_back_with_what_could_not_be_read(
    window: PageWindow, form: FormView
) -> None:
    form.focus_on("known_as")
    press("Farah\t")
    form.focus_on("assessed_on")
    press("31 feb")
    assert form.keeping.is_due
    assert not shelf.kept(window.desk)
    form.keeping.now()
    notice = KeptNotice(window.desk, forms.new_draft(window.desk, "referral"))
    assert notice.kept is not None
    brought: list[object] = []
    notice.brought_back.connect(brought.append)
    notice.bring_back()
    [draft] = brought
    again = window.show_page(FormView(window.desk, draft))  # type: ignore[arg-type]
    assert again.draft.answers["known_as"] == "Farah"
    assert _row(again, "assessed_on").editor.line.text() == "31 feb"


def test_saving_leaves_nothing_on_the_shelf(window: PageWindow, form: FormView) -> None:
    form.focus_on("known_as")
    press("Farah")
    form.keeping.now()
    assert shelf.kept(window.desk)
    form.save()
    assert not shelf.kept(window.desk)
    assert not form.keeping.is_due


def test_a_refusal_is_said_in_its_own_words_and_what_was_typed_stays(window: PageWindow, form: FormView) -> None:
    said: list[str] = []
    form.said.connect(lambda text, _is_stop: said.append(text))
    form.focus_on("known_as")
    press("Farah")
    window.desk.user = replace(window.desk.user, role=Role.READ_ONLY)
    assert form.save() is None
    assert said[-1].startswith("Only a key worker or a manager can change records.")
    assert form.draft.answers["known_as"] == "Farah"


def test_a_keystroke_asks_the_store_nothing(window: PageWindow, form: FormView) -> None:
    form.focus_on("notes")
    form.draft.type_text("notes", "word " * 3000)
    form.show_answers()
    settle()
    asked: list[str] = []
    event.listen(window.desk.engine, "before_cursor_execute", lambda *call: asked.append(str(call[2])))
    for _ in range(40):
        press("x")
    assert asked == []
