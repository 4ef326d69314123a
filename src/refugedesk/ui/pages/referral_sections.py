"""The sections of the referral form as the telephone call goes, its outcome in four large choices."""

from __future__ import annotations

from refugedesk.domain.fields import Field
from refugedesk.ui.forms.choice_editors import ChipEditor, TypeAheadEditor
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.offers import offers_of
from refugedesk.ui.forms.paired_section import PairedSection
from refugedesk.ui.forms.section_view import register

OUTCOMES = ("accepted", "not_accepted", "pending", "withdrawn")


class CallSection(PairedSection):
    """Who rings, and when."""

    lines = (("received_on",), ("source",), ("known_as",))


class HouseholdSection(PairedSection):
    """Who would come, and from where."""

    lines = (("children",), ("origin_authority", "origin_ward"), ("risk_level",))


class OutcomeSection(PairedSection):
    """What came of it: four large choices; the reason opens its list as soon as it is come to."""

    lines = (("outcome",), ("refusal_reason",), ("assessed_on",), ("decided_on",))

    def make_editor(self, field: Field) -> Editor:
        """Large choices for the outcome, an opening list for the reason."""
        if field.codes is None or field.name not in ("outcome", "refusal_reason"):
            return super().make_editor(field)
        offers = offers_of(field.codes, self.draft.today)
        if field.name == "outcome":
            by_value = {offer.value: offer for offer in offers}
            return ChipEditor(field, tuple(by_value[value] for value in OUTCOMES), columns=2)
        return TypeAheadEditor(field, lambda: offers, opens_on_focus=True)


class MoreSection(PairedSection):
    """What is folded away; the line that folds it is its heading."""

    has_heading = False


def register_sections() -> None:
    """Draws these sections by hand wherever a referral is shown."""
    register("referral.call", CallSection)
    register("referral.household", HouseholdSection)
    register("referral.outcome", OutcomeSection)
    register("referral.more", MoreSection)
