"""The sections of the referral form as the telephone call goes, its outcome in four large choices."""

from __future__ import annotations

from refugedesk.domain.children_told import children_in
from refugedesk.domain.fields import Field
from refugedesk.domain.rules import Problem
from refugedesk.ui.forms.children_editor import ChildrenEditor
from refugedesk.ui.forms.choice_editors import ChipEditor, TypeAheadEditor
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.offers import offers_of
from refugedesk.ui.forms.paired_section import PairedSection
from refugedesk.ui.forms.section_view import register

OUTCOMES = ("accepted", "not_accepted", "pending", "withdrawn")


class CallSection(PairedSection):
    """Who rings, and when."""

    lines = (("received_on", "received_at"), ("source",), ("known_as",))


class HouseholdSection(PairedSection):
    """Who would come, and from where."""

    lines = (("children", "children_told"), ("origin_authority", "origin_ward"), ("risk_level",))

    def make_editor(self, field: Field) -> Editor:
        """The children's ages and sexes in one line."""
        return ChildrenEditor(field) if field.name == "children_told" else super().make_editor(field)

    def refresh(self, problems: dict[str, Problem], show_missing: bool) -> None:
        """The line of children hears how many are said to come."""
        super().refresh(problems, show_missing)
        told = self.rows["children_told"].editor
        if isinstance(told, ChildrenEditor):
            told.hear(self.draft.answers.get("children"))

    def _leave(self, editor: Editor) -> None:
        """Who has told of each child has said how many they are."""
        super()._leave(editor)
        if editor.field.name == "children_told" and self.draft.answers.get("children") is None:
            come = sum(child.comes_along for child in children_in(self.draft.answers.get("children_told")))
            if come:
                self.draft.set("children", come)
                self.rows["children"].editor.show_answer(self.draft)


class OutcomeSection(PairedSection):
    """What came of it: four large choices; the reason opens its list as soon as it is come to."""

    lines = (("outcome",), ("refusal_reason",), ("assessed_on", "assessed_by"), ("decided_on",))

    def make_editor(self, field: Field) -> Editor:
        """Large choices for the outcome, an opening list for the reason."""
        if field.codes is None or field.name not in ("outcome", "refusal_reason"):
            return super().make_editor(field)
        offers = offers_of(field.codes, self.draft.today)
        if field.name == "outcome":
            by_value = {offer.value: offer for offer in offers}
            return ChipEditor(field, tuple(by_value[value] for value in OUTCOMES), columns=2)
        return TypeAheadEditor(field, lambda: offers, opens_on_focus=True)


class FoldedSection(PairedSection):
    """What is folded away; the line that folds it is its heading."""

    has_heading = False


class AboutHousehold(FoldedSection):
    """What else is known of the household."""

    lines = (("adults", "postcode_district"), ("pregnant",), ("pets",), ("languages",), ("no_recourse",))


class Safety(FoldedSection):
    """Who is feared, and how the risk was found."""

    lines = (("feared_person",), ("feared_area",), ("areas_unsafe",), ("risk_tool",), ("risk_score", "marac"))


class AboutCall(FoldedSection):
    """Who called, and how."""

    lines = (("referrer",), ("route",), ("out_of_hours",), ("urgent",))


FOLDED = ("safety", "about_household", "about_call", "more")


def register_sections() -> None:
    """Draws these sections by hand wherever a referral is shown."""
    register("referral.call", CallSection)
    register("referral.household", HouseholdSection)
    register("referral.outcome", OutcomeSection)
    register("referral.about_household", AboutHousehold)
    register("referral.safety", Safety)
    register("referral.about_call", AboutCall)
    register("referral.more", FoldedSection)
