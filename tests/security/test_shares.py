"""Trustees' shares: which of them give the secret back, and what is said of those that do not."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from shamir_mnemonic import EncryptedMasterSecret, combine_mnemonics, generate_mnemonics, split_ems
from shamir_mnemonic import Share as Parsed

from refugedesk.security.errors import MistypedShareError, SharesError
from refugedesk.security.shares import (
    MOST,
    WORDS,
    Share,
    complete,
    join_shares,
    make_shares,
    problem_with,
    read_share,
    split_words,
    word_list,
)

SETS = ((2, 2), (2, 3), (3, 5), (2, 9), (5, 9))


def text_of(share: Share) -> str:
    return " ".join(share.words)


@pytest.mark.parametrize(("needed", "made"), SETS)
def test_any_that_are_enough_give_the_secret_and_none_that_are_too_few(needed: int, made: int) -> None:
    secret, shares = make_shares(needed, made)
    enough = list(combinations(shares, needed))
    too_few = [few for number in range(1, needed) for few in combinations(shares, number)]
    assert [join_shares(each) for each in enough] == [secret] * len(enough)
    for few in too_few:
        with pytest.raises(SharesError, match=f"{needed} shares are needed, and {len(few)}"):
            join_shares(few)
    print(f"{needed} of {made}: {len(enough)} sets that are enough, {len(too_few)} that are too few")
    assert len(enough) + len(too_few) >= 3


def test_sheets_forged_to_need_fewer_give_nothing() -> None:
    """Somebody with one sheet too few writes a lower number into those they have, with the check words anew."""
    _, shares = make_shares(3, 5)
    forged = [replace(Parsed.from_mnemonic(text_of(each)), member_threshold=2).mnemonic() for each in shares]
    for pair in combinations(map(read_share, forged), 2):
        with pytest.raises(SharesError, match="do not fit together"):
            join_shares(pair)
    alone = replace(Parsed.from_mnemonic(text_of(shares[0])), member_threshold=1).mnemonic()
    with pytest.raises(MistypedShareError, match="not a share"):
        read_share(alone)


def test_a_share_is_the_same_however_it_is_typed() -> None:
    _, (share, *_) = make_shares(2, 3)
    numbered = "\n".join(f"{place}. {word.upper()}" for place, word in enumerate(share.words, 1))
    for typed in (text_of(share), numbered, " ".join(word[:4] for word in share.words), f"  {text_of(share)}\r\n"):
        assert read_share(typed) == share
    assert len(share.words) == WORDS


def test_every_word_that_is_changed_and_every_two_that_are_swapped_are_noticed() -> None:
    _, (share, *_) = make_shares(2, 3)
    chance, tried = Random(5), 0
    for place in range(WORDS):
        for _ in range(20):
            wrong = list(share.words)
            wrong[place] = chance.choice([word for word in word_list() if word != wrong[place]])
            with pytest.raises(MistypedShareError):
                read_share(" ".join(wrong))
            tried += 1
    for one, other in combinations(range(WORDS), 2):
        swapped = list(share.words)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        if swapped != list(share.words):
            with pytest.raises(MistypedShareError, match="wrong, or two changed places"):
                read_share(" ".join(swapped))
            tried += 1
    print(f"{tried} slips of the pen, {tried} noticed")
    assert tried > 550


def test_a_word_that_is_on_no_sheet_is_named_with_its_place() -> None:
    _, (share, *_) = make_shares(2, 3)
    wrong = [*share.words[:6], "zebras", *share.words[7:]]
    with pytest.raises(MistypedShareError, match="Word 7, “zebras”, is on no sheet"):
        read_share(" ".join(wrong))


@pytest.mark.parametrize("count", [0, 1, 19, 21])
def test_too_few_or_too_many_words_are_counted(count: int) -> None:
    words = (make_shares(2, 3)[1][0].words * 2)[:count]
    with pytest.raises(MistypedShareError, match=f"A share has 20 words, and {count} were typed"):
        read_share(" ".join(words))


def test_shares_of_two_sets_are_told_apart_by_the_words_they_begin_with() -> None:
    one, other = make_shares(2, 3)[1], make_shares(2, 3)[1]
    problem = problem_with([one[0], other[1]], are_all=False)
    assert one[0].set_name in problem
    assert other[1].set_name in problem
    with pytest.raises(SharesError, match="different sets"):
        join_shares([one[0], other[1]])


def test_shares_of_two_sets_that_bear_the_same_name_do_not_fit_together() -> None:
    """One set in 32,768 bears the name of another: the digest in the shares notices."""
    _, one = make_shares(2, 3)
    like = Parsed.from_mnemonic(text_of(one[0]))
    (twins,) = split_ems(1, [(2, 3)], EncryptedMasterSecret(like.identifier, like.extendable, 0, bytes(range(16))))
    twin = read_share(twins[1].mnemonic())
    assert twin.set_name == one[0].set_name
    with pytest.raises(SharesError, match="do not fit together"):
        join_shares([one[0], twin])


def test_the_same_sheet_twice_is_said() -> None:
    _, (share, *_) = make_shares(2, 3)
    with pytest.raises(SharesError, match="the same sheet again"):
        join_shares([share, share])


def test_a_new_set_never_bears_the_name_of_the_one_before() -> None:
    before = make_shares(2, 3)[1][0].set_name
    assert make_shares(2, 3, apart_from=before)[1][0].set_name != before


@pytest.mark.parametrize(("needed", "made"), [(1, 1), (1, 3), (3, 2), (6, 9), (2, MOST + 1), (0, 0)])
def test_no_other_sets_are_made(needed: int, made: int) -> None:
    with pytest.raises(ValueError, match="no such set"):
        make_shares(needed, made)


def test_the_shares_of_a_wallet_are_not_taken_for_ours() -> None:
    groups = generate_mnemonics(2, [(2, 3), (2, 3)], bytes(16))
    slow = generate_mnemonics(1, [(2, 3)], bytes(16), iteration_exponent=4)
    for text in (groups[0][0], slow[0][0]):
        with pytest.raises(MistypedShareError, match="not a share of a store of this program"):
            read_share(text)


def test_another_program_that_knows_the_standard_gives_the_same_secret() -> None:
    secret, shares = make_shares(3, 5)
    assert combine_mnemonics([text_of(each) for each in shares[1:4]]) == secret


def test_four_letters_stand_for_a_word() -> None:
    assert len({word[:4] for word in word_list()}) == len(word_list()) == 1024
    assert complete("acad") == "academic"
    assert complete("a") == complete("") == complete("zzzz") == ""
    assert split_words("1. ACAD\n2. acid zzzz") == ["academic", "acid", "zzzz"]


def test_a_share_does_not_show_its_words_in_a_log() -> None:
    _, (share, *_) = make_shares(2, 3)
    assert not any(word in repr(share) for word in share.words)
