"""What is written under "other", and the codes that say the same."""

from __future__ import annotations

import pytest

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.fields import OTHER, other_lines
from refugedesk.domain.lists.circumstances import EARLIER_ACCOMMODATION
from refugedesk.domain.lists.referrals import REFERRAL_SOURCE, REFUSAL_REASON
from refugedesk.domain.records import ALL
from refugedesk.domain.resemblance import resembling


@pytest.mark.parametrize(
    ("codes", "typed", "code"),
    [
        (REFERRAL_SOURCE, "Social worker", "council_social_care"),
        (REFERRAL_SOURCE, "her social worker at the council", "council_social_care"),
        (REFERRAL_SOURCE, "women’s aid", "national_helpline"),
        (REFERRAL_SOURCE, "A&E nurse", "gp_health"),
        (REFERRAL_SOURCE, "midwive", "gp_health"),
        (REFERRAL_SOURCE, "The polise", "police"),
        (REFERRAL_SOURCE, "probation officer", "probation"),
        (REFERRAL_SOURCE, "her sister", "friend_family"),
        (REFUSAL_REASON, "she has two dogs", "pets"),
        (REFUSAL_REASON, "NRPF", "no_recourse"),
        (REFUSAL_REASON, "could not get hold of her, no answer", "no_contact"),
        (EARLIER_ACCOMMODATION, "a council flat, tenancy in her name", "council_tenancy"),
    ],
)
def test_words_find_their_code(codes: CodeList, typed: str, code: str) -> None:
    found = [each.code for each in resembling(codes, typed)]
    assert code in found
    assert OTHER not in found
    assert len(found) <= 3


@pytest.mark.parametrize("typed", ["", "the", "A passer-by", "zzz", "at another one"])
def test_words_that_say_something_else_offer_nothing(typed: str) -> None:
    assert resembling(REFERRAL_SOURCE, typed) == ()


def test_every_choice_with_an_other_has_a_line_for_it() -> None:
    for record in ALL.values():
        for field in record.fields:
            if field.codes is not None and OTHER in field.codes and len(field.codes.answers) > 4:
                line = record.field(f"{field.name}_other")
                assert line in other_lines(field)
                codes = (OTHER,) if field.has_rows or field.kind == "choices" else OTHER
                assert not line.shown({}) or line.shown({field.name: codes})


def test_a_label_reads_like_itself_in_every_list() -> None:
    for record in ALL.values():
        for field in record.fields:
            if field.codes is not None and other_lines(field):
                for code in field.codes.answers:
                    if code.code != OTHER and code.last_used is None:
                        assert code in resembling(field.codes, code.label), (field.codes.id, code.label)
