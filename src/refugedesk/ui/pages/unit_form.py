"""A unit: what it is, whom it suits, when it is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from refugedesk.domain.calendar_words import saved_at
from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import noted, tr
from refugedesk.services import forms
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.form_foot import FormFoot
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.kept_notice import KeptNotice
from refugedesk.ui.forms.paired_section import PairedSection
from refugedesk.ui.forms.section_view import register
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FORM_WIDTH, XL, XXL, L
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.question import Question


class OpenSection(PairedSection):
    """The two days side by side."""

    lines = (("open_from", "open_to"),)


register("unit.open", OpenSection)


class UnitPage(Page):
    """One unit, new or stored."""

    rail = "units"
    help_topic = "units"
    new_words = noted("New unit")

    def __init__(self, window: DeskWindow, unit_id: str | None) -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        draft = forms.open_draft(self.desk, "unit", unit_id) if unit_id else forms.new_draft(self.desk, "unit")
        self.title = str(draft.answers.get("name") or tr("New unit"))
        self.notice = KeptNotice(self.desk, draft, self)
        self.notice.brought_back.connect(self._show)
        self.question = Question(self)
        self.foot = FormFoot(self)
        if draft.id:
            self.foot.add_button(tr("Take out…"), self.ask_to_remove, "quiet")
        self.foot.add_button(tr("Save unit"), self.save, "primary", "Ctrl+S")
        self._place_for_form = column()
        page = column(self.notice, self._place_for_form, self.question, self.foot, gap=L, margins=(XXL, XL, XXL, L))
        page.setStretch(1, 1)
        self.setLayout(page)
        self._show(draft)
        self.foot.setEnabled(self.desk.may(Action.RECORD))

    def _show(self, draft: Draft) -> None:
        clear(self._place_for_form)
        self.draft = draft
        self.form = FormView(self.desk, draft)
        self.form.setMaximumWidth(FORM_WIDTH)
        self.form.setEnabled(self.desk.may(Action.RECORD))
        self.form.said.connect(self.foot.status.take)
        self.form.edited.connect(lambda: self.foot.status.say(""))
        inside = row(self.form, 1, margins=(0, 0, L, L))
        inside.setStretch(0, 2)
        self._place_for_form.addWidget(scrolled(boxed(column(inside, 1))))

    def save(self) -> bool:
        """Saves the unit and goes back to where it was opened from; whether it could be saved."""
        if self.form.save() is None:
            return False
        words = f"{saved_at(self.desk.now)}: {self.draft.answers.get('name')}"
        window = self._window
        if not window.navigator.back():
            window.navigator.open("units")
        window.say(words)
        return True

    def ask_to_remove(self) -> None:
        """Asks whether the unit is to go."""
        name = self.draft.answers.get("name")
        self.question.ask(
            tr(
                "Take out {name}? It is a unit that nobody has stayed in, or it stays. One that has closed gets "
                "a day in “Open to” instead.",
                name=name,
            ),
            tr("Take it out"),
            self.remove,
        )

    def remove(self) -> bool:
        """Takes the unit out; whether it could be."""
        try:
            forms.remove(self.desk, "unit", self.draft.id)
        except RefugeDeskError as error:
            self.foot.status.say_stopped(str(error))
            return False
        self.form.is_changed = False
        window = self._window
        window.navigator.open("units")
        window.say(tr("The unit was taken out."))
        return True

    def make_new(self) -> None:
        """Another unit."""
        self._window.navigator.open("unit")

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.form.is_changed:
            self.form.keeping.now()

    def first_focus(self) -> QWidget | None:
        """The name."""
        view = self.form.section_of("name")
        return view.rows["name"].editor if view else None

    def place(self) -> dict[str, object]:
        """The unit, once it has been saved."""
        return {"id": self.draft.id} if self.draft.id else {}


def open_unit(window: DeskWindow, id: str | None = None) -> UnitPage:
    """The page of one unit; a new one without ``id``."""
    return UnitPage(window, id)
