"""Exact returns: everything shown, and never without a reason and a recipient."""

from __future__ import annotations

import pytest

from refugedesk.reporting.exact import Authorisation, NotAuthorisedError, release_exact
from refugedesk.reporting.tables import Place
from small_returns import a_return, counted, one_way, truth_of

COUNTS = a_return(counted(one_way("t", ("a", "b")), {"a": 7, "b": 1}))
WHY = Authorisation("Section 42 enquiry", "The safeguarding board", "Rosa")


def test_everything_is_shown() -> None:
    (table,) = release_exact(COUNTS, WHY).tables
    assert table.shown == truth_of(COUNTS)
    assert table.derived[Place("t", "b"), "percent"] == "13"


@pytest.mark.parametrize("said", [("", "b", "c"), ("a", " ", "c"), ("a", "b", "")])
def test_without_a_reason_a_recipient_or_a_person_there_is_none(said: tuple[str, str, str]) -> None:
    with pytest.raises(NotAuthorisedError, match="Nothing was written"):
        Authorisation(*said)


def test_nothing_else_stands_for_an_authorisation() -> None:
    with pytest.raises(TypeError):
        release_exact(COUNTS, None)  # type: ignore[arg-type]
