from __future__ import annotations

import pytest

from refugedesk.security.errors import WeakPassphraseError
from refugedesk.security.passphrases import LONGEST, as_secret, require_good, weakness

GOOD = [
    "kettle violin marmalade tax",
    "orange lamp teapot river",
    "x7#Kp2!vQz9$mWt4",
    "the tall giraffe mends bicycles",
    "অনিকা নদীর ধারে বাড়ি",
    "የሚያምር ቀን ነው ዛሬ በእውነት",
    "גשם יורד על ההר הגבוה",
    "🐢🎻🍋🚲🌧🧦🪁🥁🦉🍞🧭🪵🎈🐝🛶",
    "Manchester kettle violin",
]

EASY = [
    "passwordpassword",
    "password12345678",
    "P4$$w0rd12345678",
    "Password!2024!!!",
    "correct horse battery staple",
    "qwertyuiopasdfghjkl",
    "0987654321poiuytrewq",
    "1qaz2wsx3edc4rfv",
    "aaaaaaaaaaaaaaaaaaaa",
    "abcabcabcabcabcabc",
    "abcdefghijklmnopqrst",
    "123456789012345678",
    "welcome to the refuge 2024",
    "letmeinletmeinletmein",
    "Monday Tuesday Wednesday",
    "iloveyou iloveyou 123",
    "!!!!!!!!!!!!!!!!!!!!",
    "                1                 ",
    "to be or not to be!!",
]


@pytest.mark.parametrize("passphrase", GOOD)
def test_words_that_have_nothing_to_do_with_each_other_will_do(passphrase: str) -> None:
    assert weakness(passphrase, ["Jo Bright", "Harbour House"]) is None


@pytest.mark.parametrize("passphrase", EASY)
def test_what_somebody_would_try_first_is_refused(passphrase: str) -> None:
    assert weakness(passphrase)


def test_fifteen_characters_are_the_least() -> None:
    assert "has 14" in (weakness("kettle violin"[:13] + "x") or "")
    assert weakness("kettle violin x") is None
    assert "has 14" in (weakness("  kettle violinx  ") or "")


def test_long_ones_are_welcome() -> None:
    long = "".join(chr(97 + number * 7 % 26) + chr(97 + number * number % 25) for number in range(LONGEST // 2))
    for length in (64, 200, 256, LONGEST):
        assert weakness(long[:length]) is None
    assert weakness(long + "x")


def test_the_names_of_the_user_and_the_service_add_nothing() -> None:
    names = ["Philippa Worthington", "Harbour House"]
    assert weakness("philippa worthington 7") is None
    assert weakness("philippa worthington 7", names)
    assert weakness("Worthington-Harbour", names)
    assert weakness("Worthington orange teapot", names) is None


def test_each_refusal_says_what_to_do() -> None:
    sentences = {weakness(each) for each in ("short", "password12345678", "a" * 20, "ab" * 600)}
    assert len(sentences) == 4
    for sentence in sentences:
        assert sentence
        assert sentence.endswith(".")
        assert "invalid" not in sentence
    with pytest.raises(WeakPassphraseError, match="at least 15"):
        require_good("short")


def test_nothing_but_the_encoding_and_the_space_around_is_ignored() -> None:
    assert as_secret(" Two  Words ") == b"Two  Words"
    assert as_secret("ﬁne") == as_secret("fine")
    assert as_secret("e\u0301") == as_secret("\u00e9")
    assert as_secret("straße") != as_secret("strasse")
    assert as_secret("a\x00b") != as_secret("a")
