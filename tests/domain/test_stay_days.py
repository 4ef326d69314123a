"""A day outside the stay it belongs to is asked about beside its field, in words, and never stops anybody for good."""

from __future__ import annotations

from datetime import date

import pytest

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.domain.records import ALL
from refugedesk.domain.rules import Span, Surroundings
from refugedesk.domain.stay_days import AfterStay, InStay, span_of_all

TODAY = date(2021, 7, 12)
STAY = (date(2021, 4, 13), date(2021, 6, 11))
BEFORE, WITHIN, AFTER = date(2021, 4, 9), date(2021, 5, 3), date(2021, 6, 20)
FROM_THE_START = [("note", "on_day"), ("safeguarding", "on_day"), ("task", "due_on")]
WITHIN_ALONE = [
    ("contact", "on_day"),
    ("disclosure", "told_on"),
    ("risk_assessment", "assessed_on"),
    ("child_risk_assessment", "assessed_on"),
    ("safety_plan", "made_on"),
    ("goal", "agreed_on"),
    ("plan_review", "reviewed_on"),
    ("outcome_score", "scored_on"),
    ("incident", "on_day"),
]


def asked(record: str, stay: Span | None = STAY, session_on: date | None = None, **answers: Answer) -> list[str]:
    """What is asked about a record of that stay: field, colon, words."""
    draft = Draft(ALL[record], Surroundings(TODAY, stay=stay, session_on=session_on), dict(answers))
    return [f"{problem.field}: {problem.text}" for problem in draft.unlikely()]


@pytest.mark.parametrize(("record", "field"), [*FROM_THE_START, *WITHIN_ALONE])
def test_a_day_before_the_stay_is_asked_about_and_one_within_it_is_not(record: str, field: str) -> None:
    [words] = asked(record, STAY, None, **{field: BEFORE})
    assert words.startswith(f"{field}: ")
    assert words.endswith("is dated 9 Apr 2021, before the stay began on 13 Apr 2021. Is that right?")
    for day in (STAY[0], WITHIN, STAY[1]):
        assert asked(record, STAY, None, **{field: day}) == []
    assert asked(record, None, None, **{field: BEFORE}) == []


@pytest.mark.parametrize(("record", "field"), WITHIN_ALONE)
def test_what_makes_no_sense_after_leaving_is_asked_about(record: str, field: str) -> None:
    [words] = asked(record, STAY, None, **{field: AFTER})
    assert words.endswith("is dated 20 Jun 2021, after the stay ended on 11 Jun 2021. Is that right?")
    assert asked(record, (STAY[0], None), None, **{field: AFTER}) == []


@pytest.mark.parametrize(("record", "field"), FROM_THE_START)
def test_a_note_a_concern_or_a_task_may_come_after_leaving(record: str, field: str) -> None:
    assert asked(record, STAY, None, **{field: AFTER}) == []


def test_an_assessment_with_the_referral_comes_before_and_one_on_leaving_after() -> None:
    assert asked("risk_assessment", assessed_on=BEFORE, stage="referral") == []
    assert asked("risk_assessment", assessed_on=AFTER, stage="exit") == []
    assert len(asked("risk_assessment", assessed_on=AFTER, stage="referral")) == 1


def test_aftercare_comes_after_the_stay() -> None:
    assert asked("aftercare_contact", on_day=AFTER) == asked("aftercare_contact", on_day=STAY[1]) == []
    [early] = asked("aftercare_contact", on_day=WITHIN)
    assert early.startswith("on_day: An aftercare contact is dated 3 May 2021, before the stay ended")
    [still] = asked("aftercare_contact", stay=(STAY[0], None), on_day=WITHIN)
    assert still == "on_day: An aftercare contact comes after a stay, and this one has not ended. Is that right?"


def test_coming_to_a_session_before_the_stay_is_asked_beside_the_answer_that_both_forms_show() -> None:
    [words] = asked("attendance", session_on=BEFORE)
    assert words == ("attended: The session is dated 9 Apr 2021, before the stay began on 13 Apr 2021. Is that right?")
    assert asked("attendance", session_on=WITHIN) == asked("attendance") == []


def test_said_to_be_right_it_is_saved() -> None:
    draft = Draft(ALL["contact"], Surroundings(TODAY, stay=STAY), {"stay_id": "S", "kind": "call", "on_day": BEFORE})
    [question] = draft.unlikely()
    assert not draft.can_save and not draft.wrong()
    draft.confirm(question.rule)
    assert draft.can_save


def test_every_day_a_rule_asks_about_is_a_question_of_its_form() -> None:
    for record in ALL.values():
        names = {field.name for field in record.fields}
        rules = [rule for rule in record.rules if isinstance(rule, InStay | AfterStay)]
        for rule in rules:
            beside = getattr(rule, "beside", "")
            assert (beside or rule.field) in names, record.id


def test_a_childs_stays_are_one_span() -> None:
    assert span_of_all([]) is None
    assert span_of_all([(WITHIN, AFTER), STAY]) == (STAY[0], AFTER)
    assert span_of_all([STAY, (AFTER, None)]) == (STAY[0], None)
