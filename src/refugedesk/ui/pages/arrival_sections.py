"""The parts of an arrival as one screen shows them: fields of four records, chosen and laid out by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field, Record, Section
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted
from refugedesk.ui.forms.choice_editors import ChipEditor
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.field_row import FieldRow
from refugedesk.ui.forms.offers import Offer, offers_of
from refugedesk.ui.forms.paired_section import PairedSection
from refugedesk.ui.forms.section_view import SectionView, register
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.texts import text


def _some(record: Record, name: str, title: str, fields: tuple[str, ...], help_text: str = "") -> Section:
    return Section(name, title, tuple(record.field(each) for each in fields), help_text)


WHO = _some(ALL["resident"], "who", noted("Who is moving in"), ("first_name", "last_name", "date_of_birth"))
WHEN = _some(ALL["stay"], "when", noted("When and where"), ("started_on", "key_worker"))
ROOM = _some(ALL["placement"], "room", "", ("unit_id",))
FROM_WHERE = ("origin_authority", "origin_ward", "risk_at_start")
CARRIED = _some(ALL["stay"], "from_where", noted("Where from, and risk, as the call told"), FROM_WHERE)
ASKED = _some(ALL["stay"], "from_where", noted("Where from, and risk"), FROM_WHERE)
CHILD = _some(ALL["child"], "row", "", ("first_name", "date_of_birth", "sex"))
CHILD_STAY = _some(ALL["child_stay"], "row", "", ("in_refuge",))


class WhoSection(PairedSection):
    """First and last name side by side."""

    lines = (("first_name", "last_name"), ("date_of_birth",))


class WhenSection(PairedSection):
    """The day beside the key worker."""

    lines = (("started_on", "key_worker"),)


class FromSection(PairedSection):
    """Council area and ward side by side."""

    lines = (("origin_authority", "origin_ward"), ("risk_at_start",))


class ChildSection(PairedSection):
    """A child: the name beside the date of birth, the sex and its choices in one line."""

    lines = (("first_name", "date_of_birth"), ("sex",))

    def lay_out(self) -> None:
        """As low as can be: three children fit on one screen."""
        if self.section.is_reordered:
            super().lay_out()
            return
        lines = self.start_column()
        lines.setSpacing(S)
        self._add_line(lines, [self.rows[name] for name in self.lines[0] if name in self.rows])
        for made in (row for name, row in self.rows.items() if name not in self.lines[0]):
            lines.addLayout(beside_its_question(made))

    def make_editor(self, field: Field) -> Editor:
        """The answers, and that it is not known; the file of the child has the other ways of having none."""
        if field.codes is None:
            return super().make_editor(field)
        return ChipEditor(field, short_offers(field, self.draft))


class InRefugeSection(SectionView):
    """Whether a child lives here: yes or no in one line with the question."""

    def lay_out(self) -> None:
        """The question and its choices beside each other."""
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for made in self.rows.values():
            lines.addLayout(beside_its_question(made))

    def make_editor(self, field: Field) -> Editor:
        """Yes, no, or not known."""
        return ChipEditor(field, short_offers(field, self.draft))


def beside_its_question(made: FieldRow) -> QHBoxLayout:
    """The question and its choices beside each other."""
    made.show_inline()
    question = text(made.field.label, "strong")
    question.setWordWrap(False)
    line = QHBoxLayout()
    line.setSpacing(M)
    line.addWidget(question)
    line.addWidget(made, 1)
    return line


def short_offers(field: Field, draft: Draft) -> tuple[Offer, ...]:
    """The answers of a list, "not known", and what is answered already."""
    if field.codes is None:
        return ()
    kept = draft.answers.get(field.name)
    every = offers_of(field.codes, draft.today)
    return tuple(each for each in every if each.is_answer or each.value in (NOT_KNOWN, kept))


NOT_KNOWN = "not_known"


def register_sections() -> None:
    """Draws these sections by hand."""
    register("resident.who", WhoSection)
    register("stay.when", WhenSection)
    register("stay.from_where", FromSection)
    register("child.row", ChildSection)
    register("child_stay.row", InRefugeSection)
