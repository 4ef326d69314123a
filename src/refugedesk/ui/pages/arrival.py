"""A household moves in: one calm screen, one button, nothing typed twice."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from refugedesk.domain.calendar_words import saved_at
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.typed import show_answer
from refugedesk.domain.words import counted, listed, noted, tr
from refugedesk.services import arrivals, shelf
from refugedesk.services.arrivals import Arrival, CannotArriveError
from refugedesk.services.desk import Desk
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.form_foot import FormFoot
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.kept_notice import KeptNotice
from refugedesk.ui.pages.arrival_children import ArrivalChildren, bring_back_children
from refugedesk.ui.pages.arrival_sections import ASKED, CARRIED, ROOM, WHEN, WHO, register_sections
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import XXL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.texts import text

register_sections()


FIRST_SECTION = "checklist"
"""Where the file opens once somebody has moved in: the five-minute set."""


class RoomForm(FormView):
    """The unit of a household that is not in the store yet: how many they are is known here alone."""

    def __init__(self, desk: Desk, arrival: Arrival) -> None:
        self._arrival = arrival
        super().__init__(desk, arrival.placement, [ROOM])

    def look_around(self) -> None:
        """Whether the unit is free and large enough for everybody who moves in."""
        self.draft.set("from_on", self._arrival.stay.answers.get("started_on"))
        super().look_around()
        living_in = sum(in_stay.answers.get("in_refuge") == "yes" for _, in_stay in self._arrival.children)
        self.draft.around = replace(self.draft.around, household=1 + living_in)


def carried_words(arrival: Arrival) -> str:
    """What else the call told that goes into the file by itself."""
    parts = {"perpetrator": tr("who is feared"), "household_member": tr("the pets")}
    told = listed(dict.fromkeys(parts[other.record.id] for other in arrival.others))
    return tr("Carried over from the call as well: {told}.", told=told)


class ArrivalPage(Page):
    """The forms of one arrival on one screen."""

    title = noted("Arrival")
    rail = "residents"
    help_topic = "arrival"

    def __init__(self, window: DeskWindow, referral_id: str | None = None, resident_id: str | None = None) -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self.arrival = arrivals.start_arrival(self.desk, referral_id, resident_id)
        self.notice = KeptNotice(self.desk, self.arrival.resident, self)
        self.notice.brought_back.connect(self._bring_back)
        self.foot = FormFoot(self)
        self.foot.add_button(tr("Move in"), self.move_in, "primary", "Ctrl+S")
        self._place_for_forms = column()
        page = column(self.notice, self._place_for_forms, self.foot, gap=L, margins=(XXL, M, XXL, M))
        page.setStretch(1, 1)
        self.setLayout(page)
        self._show(self.arrival)

    def _show(self, arrival: Arrival) -> None:
        """Builds the forms around an arrival."""
        clear(self._place_for_forms)
        self.arrival = arrival
        self.who = FormView(self.desk, arrival.resident, [WHO])
        self.stay = FormView(self.desk, arrival.stay, [WHEN])
        self.room = RoomForm(self.desk, arrival)
        self.origin = FormView(self.desk, arrival.stay, [CARRIED if arrival.referral_id else ASKED])
        self.children_part = ArrivalChildren(self.desk, arrival)
        self.children_part.edited.connect(self._describe)
        for form in self._forms():
            form.edited.connect(self._describe)
            form.said.connect(self._say_stop)
        self._place_for_forms.addWidget(scrolled(self._columns()))
        self._describe()

    def _columns(self) -> QWidget:
        """On the left who, when, where and where from; on the right the children, a little wider."""
        told = [text(carried_words(self.arrival), "soft")] if self.arrival.others else []
        left = column(self.who, column(self.stay, self.room, gap=L), self.origin, 1, gap=L)
        right = column(text(tr("Children"), "section"), self.children_part, *told, 1, gap=S)
        both = row(left, right, gap=XXL, margins=(0, 0, L, 0))
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        return boxed(both)

    def _forms(self) -> list[FormView]:
        return [self.who, self.stay, self.room, self.origin, *self.children_part.forms()]

    def _describe(self) -> None:
        self.foot.status.say(what_will_happen(self.arrival, self._unit_words()))

    def _unit_words(self) -> str:
        view = self.room.section_of("unit_id")
        return view.rows["unit_id"].editor.words if view else ""

    def _say_stop(self, words: str, is_stop: bool) -> None:
        if is_stop:
            self.foot.status.say_stopped(words)

    def move_in(self) -> bool:
        """Saves the whole arrival and opens the person's file; whether it could."""
        for form in self._forms():
            form.flush()
        try:
            stay_id = arrivals.arrive(self.desk, self.arrival)
        except CannotArriveError as error:
            self._show_problems(error)
            return False
        except RefugeDeskError as error:
            self.foot.status.say_stopped(str(error))
            return False
        self._let_drafts_go()
        words = f"{saved_at(self.desk.now)}. {what_happened(self.arrival)}"
        window = self._window
        resident_id = self.arrival.stay.answers["resident_id"]
        window.navigator.open_instead("person", resident_id=resident_id, stay_id=stay_id, section=FIRST_SECTION)
        window.say(words)
        return True

    def _show_problems(self, error: CannotArriveError) -> None:
        """Shows every problem in the part it belongs to, the focus on the first."""
        names = {part for part, _ in error.parts}
        drafts = [id(draft) for name, draft in self.arrival.parts() if name in names]
        for form in reversed(self._forms()):
            if id(form.draft) in drafts:
                form.show_problems()
        self.foot.status.say_stopped(str(error))

    def _let_drafts_go(self) -> None:
        for form in self._forms():
            form.let_go()

    def _bring_back(self, resident: object) -> None:
        """Puts back what was kept of an arrival that was not finished."""
        kept = {each.record_id: each.id for each in shelf.kept(self.desk) if not each.key}
        brought = {name: shelf.resume(self.desk, key) for name, key in kept.items()}
        arrival = Arrival(
            self.arrival.referral_id,
            brought.get("resident", self.arrival.resident),
            brought.get("stay", self.arrival.stay),
            brought.get("placement", self.arrival.placement),
            self.arrival.children,
            self.arrival.others,
            self.arrival.told,
        )
        bring_back_children(self.desk, arrival)
        link = arrival.stay.answers.get("referral_id")
        arrival.referral_id = link if isinstance(link, str) else None
        self._show(arrival)

    def keep(self) -> None:
        """Keeps what has not been saved."""
        for form in self._forms():
            if form.is_changed:
                form.keeping.now()

    def first_focus(self) -> QWidget | None:
        """The first name, or the date of birth of a person who is known."""
        view = self.who.section_of("first_name")
        name = "date_of_birth" if self.arrival.resident.answers.get("first_name") else "first_name"
        return view.rows[name].editor if view else None

    def place(self) -> dict[str, object]:
        """The referral the arrival comes from."""
        return {"referral_id": self.arrival.referral_id} if self.arrival.referral_id else {}


def what_will_happen(arrival: Arrival, unit: str) -> str:
    """The arrival in one line."""
    answers = arrival.resident.answers
    name = " ".join(str(answers[part]) for part in ("first_name", "last_name") if answers.get(part))
    here = _living_in(arrival)
    elsewhere = len(arrival.children) - here
    parts = [
        tr(
            "{name} moves in on {day}",
            name=name or tr("A person without a name yet"),
            day=show_answer(arrival.stay.answers.get("started_on")),
        ),
        unit or ("" if arrival.placement.answers.get("unit_id") else tr("no unit yet")),
        tr("with {children}", children=count_of(here, "child", "children")) if here else "",
        tr("{children} elsewhere", children=count_of(elsewhere, "child", "children")) if elsewhere else "",
    ]
    return " · ".join(part for part in parts if part)


def _living_in(arrival: Arrival) -> int:
    return sum(in_stay.answers.get("in_refuge") != "no" for _, in_stay in arrival.children)


def what_happened(arrival: Arrival) -> str:
    """What was done, without a name: it stands in the window for a while."""
    children = _living_in(arrival)
    if not children:
        return tr("A resident moved in.")
    return counted(children, "A resident and %n child moved in.", "A resident and %n children moved in.")


def open_arrival(window: DeskWindow, referral_id: str | None = None, resident_id: str | None = None) -> ArrivalPage:
    """The page of an arrival: of a referral's household, of a person who comes back, or of somebody new."""
    return ArrivalPage(window, referral_id, resident_id)
