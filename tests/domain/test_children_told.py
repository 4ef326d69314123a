"""Children as a caller tells of them, in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugedesk.domain.children_told import OLDEST, SEXES, ChildTold, in_words, read_children, say_children
from refugedesk.domain.lists.people import SEX
from refugedesk.domain.typed import UnreadableError


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8 f, 5 m, 2 f", "8 f, 5 m, 2 f"),
        ("8f 5M 2f", "8 f, 5 m, 2 f"),
        ("girl of 8; boy 5", "8 f, 5 m"),
        ("8 f\n5 m and baby", "8 f, 5 m, 0"),
        ("3 months f, 7 yrs old boy", "0 f, 7 m"),
        ("6 m", "6 m"),
        ("6 mo", "0"),
        ("8, 5", "8, 5"),
        ("f, 14 m stays", "? f, 14 m stays"),
        ("8 not known", "8 not known"),
        (" , ", ""),
    ],
)
def test_every_way_of_typing_is_written_one_way(typed: str, said: str) -> None:
    assert say_children(read_children(typed)) == said


def test_what_was_understood_is_said_in_words() -> None:
    told = read_children("8 f, 0 m, 14 m stays, ?")
    assert list(in_words(told)) == [
        "girl of 8",
        "boy under 1",
        "boy of 14 who would not come along",
        "child of unknown age",
    ]


@pytest.mark.parametrize(
    ("typed", "part"), [("8 f, zz", "“zz”"), ("8 q", "“q”"), ("30 f", "A child of 30"), ("8 f, Sami 5", "“Sami”")]
)
def test_what_cannot_be_read_is_named(typed: str, part: str) -> None:
    with pytest.raises(UnreadableError, match=part):
        read_children(typed)


def test_every_sex_of_the_list_can_be_typed() -> None:
    assert set(SEXES) == {code.code for code in SEX.codes}


CHILDREN = st.builds(
    ChildTold, st.none() | st.integers(0, OLDEST), st.none() | st.sampled_from(sorted(SEXES)), st.booleans()
)


@given(st.lists(CHILDREN, max_size=9))
def test_what_is_written_out_reads_back_the_same(children: list[ChildTold]) -> None:
    assert list(read_children(say_children(children))) == children
