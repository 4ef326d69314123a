"""Definitions and the service they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from refugedesk.domain.errors import CorrectableError
from refugedesk.reporting.returns import definition
from refugedesk.reporting.spec import ServiceFacts
from stores import SMALL_SERVICE, YEAR

COMMISSIONER = definition("commissioner")


def test_a_return_is_refused_outside_the_days_it_is_for() -> None:
    later = replace(COMMISSIONER, valid_from=date(2020, 4, 2))
    with pytest.raises(CorrectableError, match="from 2020-04-02 to now"):
        later.heading(SMALL_SERVICE, YEAR)
    assert replace(COMMISSIONER, valid_from=YEAR.first, valid_to=YEAR.last).heading(SMALL_SERVICE, YEAR)


@pytest.mark.parametrize("slugs", [("a", "a"), ("outside",), ("not_recorded",), ("",)])
def test_a_ward_without_a_code_of_its_own_is_a_bug(slugs: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="slug"):
        ServiceFacts("Refuge", "Coventry", tuple((slug, "Ward") for slug in slugs))


def test_a_table_cannot_stand_twice_in_a_return() -> None:
    with pytest.raises(ValueError, match="twice"):
        replace(COMMISSIONER, tables=COMMISSIONER.tables[:1] * 2)
