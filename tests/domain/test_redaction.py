"""What is about somebody else is proposed to be taken out; names and places go out of a text whole."""

from __future__ import annotations

import pytest

from refugedesk.domain.records import ALL
from refugedesk.domain.redaction import Decision, Outsiders, Why, address_words, propose

OUT, KEEP, NAMES = Decision.TAKE_OUT, Decision.KEEP, Decision.WITHOUT_NAMES


@pytest.mark.parametrize(
    ("record", "field", "about_child", "has_names", "decision", "why"),
    [
        ("perpetrator", "note", False, False, OUT, Why.OTHERS),
        ("household_member", "name", False, False, OUT, Why.OTHERS),
        ("referral", "referrer", False, False, OUT, Why.OTHERS),
        ("child", "own_words", False, False, OUT, Why.CHILD),
        ("note", "fact", True, False, OUT, Why.CHILD),
        ("note", "opinion", False, False, OUT, Why.CONFIDENTIAL),
        ("safeguarding", "concern", False, False, OUT, Why.CONFIDENTIAL),
        ("stay", "key_worker", False, False, OUT, Why.COLLEAGUE),
        ("note", "worker", False, False, OUT, Why.COLLEAGUE),
        ("resident", "national_insurance_number", False, False, OUT, Why.RESTRICTED),
        ("note", "fact", False, True, NAMES, Why.OTHERS),
        ("note", "fact", False, False, KEEP, Why.NOTHING),
        ("resident", "date_of_birth", False, False, KEEP, Why.NOTHING),
    ],
)
def test_what_is_proposed(
    record: str, field: str, about_child: bool, has_names: bool, decision: Decision, why: Why
) -> None:
    proposal = propose(ALL[record], ALL[record].field(field), about_child, has_names)
    assert (proposal.decision, proposal.why) == (decision, why)


def test_every_restricted_answer_and_every_name_of_another_is_proposed_to_go() -> None:
    for record in ALL.values():
        for field in record.fields:
            if field.is_restricted:
                assert propose(record, field, False, False).decision is OUT, f"{record.id}.{field.name}"


def test_names_go_whole_and_in_any_case() -> None:
    outsiders = Outsiders(frozenset({"zephyr", "zephyrine", "mo"}), frozenset({"12 Rose Lane"}))
    masked = outsiders.masked("ZEPHYRINE's brother Mo moved; the moment was calm at 12 rose lane.")
    assert masked == ("[name taken out] brother [name taken out] moved; the moment was calm at [place taken out].")
    assert not outsiders.are_in("Nobody else is named.")
    assert outsiders.without_places("Mo at 12 Rose Lane") == "Mo at [place taken out]"


def test_an_address_is_known_by_its_lines_and_its_street() -> None:
    assert address_words("Flat 2, 14a Rose Lane\nCoventry; CV1 2AB") == {
        "Flat 2",
        "14a Rose Lane",
        "Rose Lane",
        "Coventry",
        "CV1 2AB",
    }
