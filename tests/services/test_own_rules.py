"""A service's own questions and answers: in its forms, papers and lists, and never in what other systems read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desks import a_desk, a_stay, resident_of
from interchange_folders import write_csv
from refugedesk.domain.fields import Section
from refugedesk.domain.lists import ALL as LISTS
from refugedesk.domain.own_rules import FIXED_LISTS, OwnField, OwnForm, OwnRuleError
from refugedesk.domain.records import ALL
from refugedesk.domain.spans import Period
from refugedesk.services import checks, forms, own_rules, returns, views
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import export_folder, import_folder
from refugedesk.services.papers import make_paper
from refugedesk.services.quality import quality
from refugedesk.services.roles import NotAllowedError, Role
from refugedesk.storage.extracts import extracts
from refugedesk.storage.lookups.history import entries_about


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open, on 12 April 2021."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


def own(desk: Desk, record: str, **fields: OwnField) -> None:
    own_rules.keep_form(desk, record, OwnForm(fields))


def test_words_of_ones_own_stand_in_forms_and_on_paper_and_never_in_the_folder(desk: Desk, tmp_path: Path) -> None:
    own(desk, "resident", diet=OwnField("What she eats and does not"))
    draft = forms.new_draft(desk, "resident", first_name="Farah")
    assert draft.record.field("diet").label == "What she eats and does not"
    blank = make_paper(desk, "blank_arrival")
    assert any(row[0] == "What she eats and does not" for part in blank.parts if part.table for row in part.table.rows)
    export_folder(desk, tmp_path / "out", "to look")
    assert ",diet," in (tmp_path / "out" / "residents.csv").read_text("utf-8")


def test_the_order_of_ones_own_is_the_order_of_the_form(desk: Desk) -> None:
    own_rules.keep_form(desk, "resident", OwnForm({}, {"language": ("interpreter_needed", "diet")}))
    section = forms.new_draft(desk, "resident").record.as_asked(
        next(each for each in ALL["resident"].sections if each.name == "language")
    )
    assert [field.name for field in section.fields][:3] == ["interpreter_needed", "diet", "first_language"]
    assert {field.name for field in section.fields} == {
        field.name for each in ALL["resident"].sections if each.name == "language" for field in each.fields
    }


def test_the_order_of_ones_own_reaches_a_section_that_takes_some_of_the_questions(desk: Desk) -> None:
    some = Section("some", "", tuple(ALL["resident"].field(each) for each in ("first_name", "sex", "last_name", "gp")))
    assert not forms.new_draft(desk, "resident").record.as_asked(some).is_reordered
    names = tuple(field.name for each in ALL["resident"].sections if each.name == "names" for field in each.fields)
    own_rules.keep_form(desk, "resident", OwnForm({}, {"names": ("last_name", *names)}))
    section = forms.new_draft(desk, "resident").record.as_asked(some)
    assert [field.name for field in section.fields] == ["last_name", "sex", "first_name", "gp"]
    assert section.is_reordered


def test_a_question_left_out_keeps_its_answers_and_is_missed_by_nobody(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    key = resident_of(desk, stay)
    draft = forms.open_draft(desk, "resident", key)
    draft.set("religion", "muslim")
    forms.save(desk, draft)
    before = views.person(desk, key).missing
    own(desk, "resident", religion=OwnField(is_hidden=True), gender=OwnField(is_hidden=True))
    draft = forms.open_draft(desk, "resident", key)
    assert not draft.is_shown("religion")
    assert "gender" not in {problem.field for problem in draft.missing()}
    draft.set("diet", "No pork")
    forms.save(desk, draft)
    assert views.person(desk, key).missing == before - 1
    assert {"Gender", "Religion or belief"}.isdisjoint(
        row.field_label for row in quality(desk, Period(date(2021, 4, 1), date(2021, 4, 30)))
    )
    own_rules.put_back(desk, "resident")
    assert forms.open_draft(desk, "resident", key).answers["religion"] == "muslim"
    assert checks.check(desk).faults == ()


def test_a_question_can_be_made_one_that_is_wanted(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    before = views.person(desk, resident_of(desk, stay)).missing
    own(desk, "resident", diet=OwnField(is_wanted=True), religion=OwnField(is_wanted=False))
    assert views.person(desk, resident_of(desk, stay)).missing == before
    own(desk, "resident", diet=OwnField(is_wanted=True))
    assert views.person(desk, resident_of(desk, stay)).missing == before + 1
    assert views.residents(desk).rows[0].missing == sum(
        (
            views.person(desk, resident_of(desk, stay)).missing,
            views.person(desk, resident_of(desk, stay)).stays[0].missing,
        )
    )


def test_what_is_lost_with_a_question_is_said(desk: Desk) -> None:
    assert own_rules.what_is_lost("resident", "diet") == ()
    assert own_rules.what_is_lost("resident", "ethnicity")[0].startswith("Returns count it")
    assert own_rules.what_is_lost("stay", "needs")[0].startswith("Returns count it")
    assert "An alert" in own_rules.what_is_lost("resident", "allergies")[0]
    assert (
        own_rules.what_is_lost("resident", "disabled")[1] == "“Kinds of disability” is asked only when it is answered."
    )
    with pytest.raises(OwnRuleError, match="without it there is no record"):
        own(desk, "referral", received_on=OwnField(is_hidden=True))


def test_only_a_manager_may_and_it_is_written_down_from_what_to_what(desk: Desk) -> None:
    own(desk, "resident", diet=OwnField("Food"))
    own(desk, "resident", diet=OwnField("Food and drink"))
    own(desk, "resident", diet=OwnField("Diet"))
    with desk.reading() as connection:
        lines = entries_about(connection, ["form resident"])
    assert [line.changes["fields.diet"] for line in reversed(lines)] == [
        [None, {"label": "Food"}],
        [{"label": "Food"}, {"label": "Food and drink"}],
        [{"label": "Food and drink"}, None],
    ]
    desk.user = replace(desk.user, role=Role.KEYWORKER)
    for act in (
        lambda: own(desk, "resident", diet=OwnField("Food")),
        lambda: own_rules.add_code(desk, "wait_for", "Dentist", "gp"),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_an_answer_of_ones_own_stands_in_the_form_and_counts_as_the_products(desk: Desk, tmp_path: Path) -> None:
    code = own_rules.add_code(desk, "support_need", "Visa advice", "immigration")
    mosque = own_rules.add_code(desk, "referral_source", "The mosque in Foleshill", "self")
    assert (code.code, mosque.code) == ("own_visa_advice", "own_the_mosque_in_foleshill")
    stay = a_stay(desk, "Farah")
    draft = forms.open_draft(desk, "stay", stay)
    labels = [each.label for each in draft.record.field("needs").codes.codes]  # type: ignore[union-attr]
    assert labels.index("Visa advice") == len(LISTS["support_need"].answers)
    draft.set("needs", ("immigration", "own_visa_advice", "housing"))
    forms.save(desk, draft)
    referral = forms.new_draft(desk, "referral", received_on=desk.today, source=mosque.code, outcome="pending")
    forms.save(desk, referral)
    assert "Visa advice" in views.person(desk, resident_of(desk, stay)).stays[0].needs
    assert views.referrals(desk).rows[0].source == "The mosque in Foleshill"
    counted = _return(desk, tmp_path)
    assert (counted["immigration"], counted["housing"]) == (1, 1)
    assert counted["needs_mentions"] == 2
    assert counted["referrals_by_source"] == 1
    assert checks.check(desk).faults == ()


def _return(desk: Desk, tmp_path: Path) -> dict[str, object]:
    period = Period(date(2021, 4, 1), date(2021, 4, 30))
    returns.write_exact(desk, "commissioner", period, tmp_path / "exact.json", "to see", "nobody")
    tables = {table["id"]: table for table in json.loads((tmp_path / "exact.json").read_bytes())["tables"]}
    source = next(row for row in tables["referrals_by_source"]["rows"] if row["code"] == "self")
    return {
        **{row["code"]: row["count"] for row in tables["needs"]["rows"]},
        "needs_mentions": tables["needs_mentions"]["measures"]["mentions"],
        "referrals_by_source": source["cells"]["referrals"]["count"],
    }


def test_several_answers_in_one_column_count_as_the_products_each_once(desk: Desk) -> None:
    one, two = (own_rules.add_code(desk, "topic", words, "housing").code for words in ("A bedsit", "B and B"))
    stay = a_stay(desk, "Farah")
    for topics in ((one, two, "money"), (one, "housing"), ("housing",), ()):
        answers = {"stay_id": stay, "on_day": desk.today, "kind": "one_to_one", "topics": topics}
        forms.save(desk, forms.new_draft(desk, "contact", **answers))  # type: ignore[arg-type]
    with desk.whole() as connection:
        found = extracts(connection)["contacts"]["topics"].astype(object).tolist()
    told = [sorted(each.split()) if isinstance(each, str) else [] for each in found]
    assert told == [["housing", "money"], ["housing"], ["housing"], []]


def test_an_answer_that_is_used_is_only_offered_no_longer(desk: Desk) -> None:
    code = own_rules.add_code(desk, "wait_for", "Dentist", "gp")
    with pytest.raises(OwnRuleError, match="already"):
        own_rules.add_code(desk, "wait_for", "dentist", "gp")
    stay = a_stay(desk, "Farah")
    wait = forms.save(desk, forms.new_draft(desk, "wait", stay_id=stay, what=code.code, asked_on=desk.today)).id
    [row] = own_rules.own_codes(desk, "wait_for")
    assert row.uses == 1
    with pytest.raises(OwnRuleError, match="No longer offer"):
        own_rules.remove_code(desk, row.id)
    own_rules.change_code(desk, row.id, "A dentist", is_offered=False)
    field = forms.open_draft(desk, "wait", wait).record.field("what")
    assert field.codes is not None
    assert field.codes.label(code.code) == "A dentist"
    assert not field.codes[code.code].in_use_on(desk.today)
    unused = own_rules.add_code(desk, "wait_for", "Bus pass", "benefit")
    own_rules.remove_code(desk, next(row.id for row in own_rules.own_codes(desk, "wait_for") if row.of == unused))
    assert [row.of.label for row in own_rules.own_codes(desk, "wait_for")] == ["A dentist"]


@pytest.mark.parametrize("codelist", sorted(FIXED_LISTS))
def test_nothing_is_added_to_a_list_that_decides_something(desk: Desk, codelist: str) -> None:
    assert codelist in LISTS
    with pytest.raises(OwnRuleError, match="Nothing can be added"):
        own_rules.add_code(desk, codelist, "Another", LISTS[codelist].answers[0].code)


def test_answers_of_ones_own_go_out_with_what_they_count_as_and_come_in_again(desk: Desk, tmp_path: Path) -> None:
    code = own_rules.add_code(desk, "support_need", "Visa advice", "immigration")
    stay = a_stay(desk, "Farah")
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("needs", (code.code,))
    draft.set("held_up", (own_rules.add_code(desk, "held_up", "No bus", "documents").code, "arrears"))
    forms.save(desk, draft)
    export_folder(desk, tmp_path / "one", "to move")
    written = (tmp_path / "one" / "own_codes.csv").read_text("utf-8")
    assert "support_need,own_visa_advice,Visa advice,immigration,yes" in written
    other = a_desk(tmp_path / "other")
    assert import_folder(other, tmp_path / "one").faults == ()
    export_folder(other, tmp_path / "two", "to compare")
    assert own_rules.own_codes(other, "support_need")[0].of == code
    other.close()
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


def test_a_code_of_somebody_elses_own_is_a_fault_until_its_meaning_comes_along(desk: Desk, tmp_path: Path) -> None:
    calls = [{"referral_id": "F1", "received_on": "2021-01-02", "source": "own_mosque"}]
    [fault] = import_folder(desk, write_csv(tmp_path / "a", {"referrals": calls})).faults
    assert fault.problem == "This code is not in the list."
    meaning = {"codelist": "referral_source", "code": "own_mosque", "label": "The mosque", "counts_as": "self"}
    folder = write_csv(tmp_path / "b", {"own_codes": [meaning], "referrals": calls})
    assert import_folder(desk, folder).faults == ()
    again = write_csv(tmp_path / "c", {"own_codes": [meaning]})
    assert import_folder(desk, again).faults == ()
    assert len(own_rules.own_codes(desk, "referral_source")) == 1
    for wrong in ({**meaning, "label": "A church"}, {**meaning, "code": "own_b", "counts_as": "nobody"}):
        faults = import_folder(desk, write_csv(tmp_path / f"d{wrong['code']}", {"own_codes": [wrong]})).faults
        assert len(faults) == 1


def test_every_form_and_list_that_can_be_changed_is_offered() -> None:
    assert {"referral", "resident", "stay", "child"} <= {record.id for record in own_rules.changeable_forms()}
    assert {"support_need", "wait_for", "outcome_area"} <= set(own_rules.changeable_lists())
    assert set(own_rules.changeable_lists()).isdisjoint(FIXED_LISTS)
