"""What published figures got wrong, asked about where it is typed, in words beside the field."""

from __future__ import annotations

from datetime import date

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.domain.records import ALL
from refugedesk.domain.rules import Span, Surroundings

TODAY = date(2021, 4, 12)


def draft(record: str, stay: Span | None = None, **answers: Answer) -> Draft:
    """A form with these answers, filled in on 12 April 2021."""
    return Draft(ALL[record], Surroundings(TODAY, stay=stay), dict(answers))


def test_a_child_of_nineteen_is_unlikely_and_not_wrong() -> None:
    child = draft("child", (TODAY, None), resident_id="R", first_name="Sam", date_of_birth=date(2002, 4, 1))
    [asked] = child.unlikely()
    assert (asked.field, asked.text) == ("date_of_birth", "That makes this child 19. Is that right?")
    assert not child.can_save
    child.confirm(asked.rule)
    assert child.can_save


def test_a_stay_of_more_than_seven_hundred_days_is_unlikely_and_not_wrong() -> None:
    stay = draft("stay", resident_id="R", started_on=date(2019, 5, 12))
    [asked] = stay.unlikely()
    assert (asked.field, asked.text) == ("started_on", "This stay lasts 701 days. Is that right?")
    stay.confirm(asked.rule)
    assert stay.can_save
    assert draft("stay", resident_id="R", started_on=date(2019, 5, 13)).can_save


def test_where_somebody_comes_from_is_missing_until_it_is_said_to_be_unknown() -> None:
    for record in ("referral", "stay"):
        names = {problem.field for problem in draft(record).missing()}
        assert "origin_authority" in names, record
    assert "origin_authority" not in {problem.field for problem in draft("stay", origin_authority="Leeds").missing()}
