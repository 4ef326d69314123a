"""One person under the names she goes by."""

from __future__ import annotations

from refugedesk.domain.team import team


def test_a_name_is_the_account_of_that_name_however_it_is_spelt() -> None:
    known = team(["Ana Silva"], [])
    assert known.of(" ana  silva") == "Ana Silva"
    assert known.are_one("ANA SILVA", "Ana Silva")
    assert not known.are_one("Ana", "Ana Silva")


def test_a_member_of_staff_is_whom_she_signs_in_as() -> None:
    known = team(["Ruth Okafor", "Ana Silva"], [("Ruth", "ruth okafor"), ("Ana Silva", None)])
    assert known.of("Ruth") == "Ruth Okafor"
    assert known.are_one("ruth", "Ruth Okafor")
    assert known.of("Ana Silva") == "Ana Silva"


def test_an_account_is_never_taken_for_somebody_else() -> None:
    known = team(["Ruth", "Ruth Okafor"], [("Ruth", "Ruth Okafor")])
    assert known.of("Ruth") == "Ruth"
    assert not known.are_one("Ruth", "Ruth Okafor")


def test_a_name_that_two_people_share_decides_nothing() -> None:
    known = team(["Ruth Okafor", "Ruth Lee"], [("Ruth", "Ruth Okafor"), ("Ruth", "Ruth Lee")])
    assert known.of("Ruth") == "Ruth"
    assert not known.are_one("Ruth", "Ruth Lee")


def test_somebody_without_an_account_is_herself_and_nobody_is_no_one() -> None:
    known = team([], [("Jo", None), ("Dee", "Dee Long who has left")])
    assert (known.of("jo"), known.of("Dee"), known.of("Hazel"), known.of(None)) == ("Jo", "Dee", "Hazel", "")
    assert not known.are_one(None, None)
    assert not known.are_one("", "Jo")
