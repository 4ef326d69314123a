"""Lists of codes: what may be answered, what each answer means, and where it rolls up.

A stored answer is a code, never a label. Lists are append-only: a code is never renamed or used again; one
that is out of use keeps its ``last_used`` day, so that old records still read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Meaning(StrEnum):
    """What a code says: an answer, or one of three ways of having none. Blank is a fifth: not recorded."""

    ANSWER = "answer"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


NON_ANSWERS = frozenset({Meaning.UNKNOWN.value, Meaning.DECLINED.value, Meaning.NOT_ASKED.value})

OWN = "own_"
"""How a code begins that a service has added; no code of the product does."""

STANDS_ALONE = frozenset({"none", "nothing", "none_seen", "none_known"})
"""The codes that say there is nothing of the kind."""


@dataclass(frozen=True)
class Code:
    """One entry of a list. ``group`` is its parent for roll-up, or the meaning of a non-answer.

    also: other words that people use for it, by which it is found and offered; they are not shown.
    is_retired: no longer offered (a code of a service, or one that makes no sense in its list); old answers still read.
    """

    code: str
    label: str
    group: str = ""
    first_used: date | None = None
    last_used: date | None = None
    also: str = ""
    is_retired: bool = False

    @property
    def meaning(self) -> Meaning:
        """Whether choosing it answers the question."""
        return Meaning(self.group) if self.group in NON_ANSWERS else Meaning.ANSWER

    @property
    def is_answer(self) -> bool:
        """True for an answer, False for not known, prefer not to say and not asked."""
        return self.meaning is Meaning.ANSWER

    @property
    def stands_alone(self) -> bool:
        """Whether it makes no sense beside another code of a question that takes several."""
        return not self.is_answer or self.code in STANDS_ALONE

    def in_use_on(self, day: date) -> bool:
        """Whether the code may be chosen on ``day``; both ends count."""
        return not self.is_retired and (self.first_used or date.min) <= day <= (self.last_used or date.max)


@dataclass(frozen=True)
class CodeList:
    """A named list of codes in the order in which they are offered and printed.

    groups: parent code -> its label, in printing order; empty where the list has no parents.
    source: whose list it is, and of which year.
    """

    id: str
    title: str
    source: str
    codes: tuple[Code, ...]
    groups: Mapping[str, str] = field(default_factory=dict)
    _by_code: Mapping[str, Code] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code = {code.code: code for code in self.codes}
        if len(by_code) != len(self.codes):
            raise ValueError(f"The list {self.id} names a code twice.")
        object.__setattr__(self, "_by_code", MappingProxyType(by_code))

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __getitem__(self, code: str) -> Code:
        return self._by_code[code]

    def label(self, code: str | None) -> str:
        """The words for a code; empty for no answer. A code that no list of the product can hold is a bug.

        A service's own code reads as the words it was made of where only the product's list is at hand.
        """
        if code and code.startswith(OWN) and code not in self._by_code:
            return code.removeprefix(OWN).replace("_", " ").capitalize()
        return self._by_code[code].label if code else ""

    @property
    def answers(self) -> tuple[Code, ...]:
        """The codes that are answers, in order."""
        return tuple(code for code in self.codes if code.is_answer)

    @property
    def non_answers(self) -> tuple[Code, ...]:
        """Not known, prefer not to say and not asked, as far as the list offers them."""
        return tuple(code for code in self.codes if not code.is_answer)

    def codes_in(self, group: str) -> tuple[str, ...]:
        """The codes whose parent is ``group``."""
        return tuple(code.code for code in self.codes if code.group == group)
