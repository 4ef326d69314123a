"""An answer that a service adds to a list, and the product's answer it counts as in returns."""

from __future__ import annotations

from refugedesk.domain.fields import Answers, Field, Kind, Record, Section
from refugedesk.domain.lists import ALL as LISTS
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.own_rules import LONGEST_LABEL, OwnCode, OwnRuleError, check_code
from refugedesk.domain.records.parts import choice
from refugedesk.domain.rules import Problem, Surroundings, wrong

LONGEST_CODE = 40


def own_code_of(answers: Answers) -> OwnCode:
    """The answers of the form as a code."""
    codelist, code, label, counts_as = (
        str(answers.get(name) or "") for name in ("codelist", "code", "label", "counts_as")
    )
    return OwnCode(codelist, code, label, counts_as, answers.get("offered") != "no")


def fits_its_list(answers: Answers, _around: Surroundings) -> Problem | None:
    """The list is one that can be added to, and what it counts as is one of the list's answers."""
    try:
        check_code(own_code_of(answers), LISTS)
    except OwnRuleError as error:
        return wrong("codelist", str(error), "own_code_fits")
    return None


OWN_CODE = Record(
    id="own_code",
    title="Own answer",
    plural="own_codes",
    line=("label",),
    rules=(fits_its_list,),
    sections=(
        Section(
            "own_code",
            "Own answer",
            (
                Field("codelist", "List", Kind.TEXT, is_required=True, longest=LONGEST_CODE),
                Field("code", "Code", Kind.TEXT, is_required=True, longest=LONGEST_CODE),
                Field("label", "Words", Kind.TEXT, is_required=True, longest=LONGEST_LABEL),
                Field("counts_as", "Counts as", Kind.TEXT, is_required=True, longest=LONGEST_CODE),
                choice("offered", "Offered in forms", YES_NO),
            ),
        ),
    ),
)
