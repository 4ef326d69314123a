"""A service's own rules: which questions it asks, under which words, in which order, and what it adds to a list.

They lie over the product's forms and lists and never change a name, a column or a code: an answer means the same to
every other system, and a code of one's own is counted in returns as the product's code that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from refugedesk.domain.codelists import OWN, Code, CodeList
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Field, Kind, Record, Section, When
from refugedesk.domain.words import tr

LONGEST_LABEL: Final = 120
FIXED_FORMS: Final = frozenset({"placement", "earlier_id", "own_code"})
"""Forms that are laid out by hand throughout, or that nobody fills in."""
FIXED_LISTS: Final = frozenset({
    "sex", "gender", "ethnicity", "religion", "sexual_orientation", "yes_no", "yes_no_unsure",
    "referral_outcome", "risk_level", "risk_tool", "marac_state", "accommodation_type", "unit_layout",
    "by_and_for", "social_care_status", "fire_help", "protective_order", "child_contact", "homelessness_stage",
    "immigration_status", "assessment_stage", "adult_tool", "assessed_level", "need_level", "goal_outcome",
    "score_stage", "check_in_at", "concern_for", "housing_step", "housing_decision", "attended",
    "disability_kind", "moved_in",
})  # fmt: skip
"""Lists of the census and the law, and those whose codes decide something: nothing is added to them."""


class OwnRuleError(CorrectableError):
    """A rule that cannot be kept; the sentence says why."""


@dataclass(frozen=True)
class OwnField:
    """What a service has changed about one question. label: empty for the product's; is_wanted: None for the same."""

    label: str = ""
    is_hidden: bool = False
    is_wanted: bool | None = None


@dataclass(frozen=True)
class OwnForm:
    """What a service has changed about one form. order: section -> the names of its questions."""

    fields: Mapping[str, OwnField] = field(default_factory=dict)
    order: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def as_plain(self) -> dict[str, Any]:
        """As JSON holds it; what is as it came is left out."""
        named = {name: _plain(own) for name, own in sorted(self.fields.items()) if own != OwnField()}
        return {"fields": named, "order": {name: list(names) for name, names in sorted(self.order.items())}}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> OwnForm:
        """What ``as_plain`` was made of."""
        return cls({name: OwnField(**own) for name, own in plain["fields"].items()}, plain["order"])


@dataclass(frozen=True)
class OwnCode:
    """An answer a service adds at the end of a list. counts_as: the product's code it is in returns."""

    codelist: str
    code: str
    label: str
    counts_as: str
    is_offered: bool = True


def _plain(own: OwnField) -> dict[str, Any]:
    usual = OwnField()
    return {name: value for name, value in vars(own).items() if value != getattr(usual, name)}


def can_hide(of: Field) -> bool:
    """Whether a record can be saved without the question: neither needed, nor a link to another record."""
    return not of.is_required and of.kind is not Kind.LINK


def with_own_fields(record: Record, own: OwnForm, lists: Mapping[str, CodeList]) -> Record:
    """The form as the service has it: the same names, with its words, its order and its lists.

    The product's own words are in the language of the window; the service's are as it typed them.
    """
    sections = tuple(_section(each, own, lists) for each in record.sections)
    return replace(record, title=tr(record.title), sections=sections)


def in_language(record: Record) -> Record:
    """A form that is no record of the store, in the language of the window."""
    return with_own_fields(record, OwnForm(), {})


def _section(of: Section, own: OwnForm, lists: Mapping[str, CodeList]) -> Section:
    fields = {each.name: _field(each, own, lists) for each in of.fields}
    first = [name for name in own.order.get(of.name, ()) if name in fields]
    order = list(dict.fromkeys([*first, *fields]))
    asked = tuple(fields[name] for name in order)
    return replace(of, title=tr(of.title), help=tr(of.help), fields=asked, is_reordered=order != list(fields))


def _field(of: Field, form: OwnForm, lists: Mapping[str, CodeList]) -> Field:
    """The line that says which "other" goes with its choice."""
    own = form.fields.get(of.name, OwnField())
    is_hidden = (own.is_hidden or form.fields.get(of.other_of, OwnField()).is_hidden) and can_hide(of)
    return replace(
        of,
        label=own.label or tr(of.label),
        help=tr(of.help),
        unit=tr(of.unit),
        is_hidden=is_hidden,
        is_wanted=(of.is_wanted if own.is_wanted is None else own.is_wanted) and not is_hidden,
        codes=lists.get(of.codes.id, of.codes) if of.codes else None,
    )


def with_own_codes(codes: CodeList, own: Iterable[OwnCode]) -> CodeList:
    """The list with the service's own answers after the product's; one no longer offered can still be read."""
    added = tuple(
        Code(each.code, each.label, codes[each.counts_as].group, is_retired=not each.is_offered)
        for each in sorted(own, key=lambda each: each.code)
        if each.counts_as in codes
    )
    return replace(codes, codes=(*codes.answers, *added, *codes.non_answers))


def in_words(codes: CodeList) -> CodeList:
    """The list in the language of the window; the English words still find an answer."""
    said = tuple(replace(each, label=tr(each.label), also=f"{each.label} {each.also}") for each in codes.codes)
    return replace(codes, title=tr(codes.title), codes=said, groups={name: tr(of) for name, of in codes.groups.items()})


def own_code_for(label: str, taken: Iterable[str]) -> str:
    """The code of a new answer: made of its words, with the mark that no code of the product has."""
    plain = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:24] or "answer"
    number, code, known = 1, f"{OWN}{plain}", set(taken)
    while code in known:
        number += 1
        code = f"{OWN}{plain}_{number}"
    return code


def check_code(own: OwnCode, lists: Mapping[str, CodeList]) -> None:
    """Raises OwnRuleError where the code fits no list."""
    codes = lists.get(own.codelist)
    if codes is None or codes.id in FIXED_LISTS:
        raise OwnRuleError(tr("Nothing can be added to this list. Choose another list."))
    if not own.label.strip() or len(own.label) > LONGEST_LABEL:
        raise OwnRuleError(tr("Type the words of the answer, at most {most} letters.", most=LONGEST_LABEL))
    if own.counts_as not in codes or not codes[own.counts_as].is_answer:
        raise OwnRuleError(tr("Choose which answer it counts as in returns."))
    if not re.fullmatch(rf"{OWN}[a-z0-9_]{{1,36}}", own.code):
        raise OwnRuleError(tr("A code of your own begins with {own} and goes on in small letters.", own=OWN))


def dependents(record: Record, name: str) -> tuple[str, ...]:
    """The labels of the questions that are asked only when this one is answered."""
    return tuple(
        each.label
        for each in record.fields
        for condition in (each.shown, each.wanted_when)
        if isinstance(condition, When) and condition.field == name
    )


NOTHING_OWN: Final[Mapping[str, OwnForm]] = MappingProxyType({})
