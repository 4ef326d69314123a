"""What a type-ahead list offers, and which of it fits the words typed. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.words import noted, tr

NON_ANSWERS_HEADING = noted("Without an answer")


@dataclass(frozen=True)
class Offer:
    """One line that can be picked: what is stored, what is read, and the heading it stands under.

    also: further words by which it is found and which are not shown.
    """

    value: str
    label: str
    detail: str = ""
    heading: str = ""
    is_answer: bool = True
    also: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words by which it is found: those of its label, detail, heading and code."""
        return plain_words(f"{self.label} {self.detail} {self.heading} {self.also}")


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case or accents."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return tuple(re.findall(r"\w+", bare.casefold().replace("'", "").replace("’", "")))


def fits(offer: Offer, typed: str) -> bool:
    """Whether every word typed begins some word of the offer, in any order."""
    return all(any(word.startswith(part) for word in offer.words) for part in plain_words(typed))


def fitting(offers: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    """The offers that fit what was typed, in their own order."""
    return tuple(offer for offer in offers if fits(offer, typed))


def best(offers: Sequence[Offer], typed: str) -> int:
    """The place of the offer to point at first: one whose label begins as typed, else the first; -1 of none."""
    start = " ".join(plain_words(typed))
    for place, offer in enumerate(offers):
        if start and " ".join(plain_words(offer.label)).startswith(start):
            return place
    return 0 if offers else -1


def offers_of(codes: CodeList, today: date, kept: tuple[str, ...] = ()) -> tuple[Offer, ...]:
    """The codes in use today, answers before non-answers, under their headings; answers ``kept`` stay on offer."""
    usable = [code for code in codes.codes if code.in_use_on(today) or code.code in kept]
    return tuple(_offer(codes, code) for code in sorted(usable, key=lambda code: _place(codes, code)))


def ticks_of(codes: CodeList, today: date, kept: tuple[str, ...] = ()) -> tuple[Offer, ...]:
    """The codes in use today in the order of their list, as several may be ticked."""
    usable = [code for code in codes.codes if code.in_use_on(today) or code.code in kept]
    return tuple(Offer(code.code, code.label, is_answer=code.is_answer) for code in usable)


def _place(codes: CodeList, code: Code) -> tuple[int, int]:
    headings = list(codes.groups)
    if not code.is_answer:
        return (1, 0)
    return (0, headings.index(code.group) if _has_headings(codes) and code.group in headings else -1)


def _offer(codes: CodeList, code: Code) -> Offer:
    if not code.is_answer:
        return Offer(code.code, code.label, heading=tr(NON_ANSWERS_HEADING), is_answer=False)
    heading = codes.groups.get(code.group, "") if _has_headings(codes) else ""
    return Offer(code.code, code.label, heading=heading, also=f"{code.code.replace('_', ' ')} {code.also}")


def _has_headings(codes: CodeList) -> bool:
    """Headings help only where a group holds more than one code on average, and there is more than one."""
    used = {code.group for code in codes.answers if code.group in codes.groups}
    return len(used) > 1 and len(codes.answers) >= 1.5 * len(used)
