"""The quick referral form: one screen, in the order of the telephone call, the outcome first-class."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refugedesk.domain.calendar_words import saved_at
from refugedesk.domain.codelists import CodeList
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.domain.languages import languages_in
from refugedesk.domain.typed import show_answer
from refugedesk.domain.words import noted, tr
from refugedesk.services import forms
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.forms.form_foot import FormFoot
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.kept_notice import KeptNotice
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.referral_notices import ReferralNotices
from refugedesk.ui.pages.referral_sections import FOLDED, register_sections
from refugedesk.ui.pages.undecided_notice import UndecidedNotice
from refugedesk.ui.tokens import XL, XXL, L
from refugedesk.ui.widgets.boxes import FollowingArea

register_sections()
FOLD_WORDS = {
    "more": noted("Same household as before, signposting, notes"),
    "safety": noted("Who is feared, risk and checks"),
}


def what_will_be_saved(draft: Draft) -> str:
    """The referral in one line: when, who, how many, what came of it."""
    answers = draft.answers
    parts = [
        tr("Referral of {day}", day=show_answer(answers.get("received_on")) or tr("a day still to be given")),
        _label(draft, "source"),
        _children(answers.get("children")),
        show_answer(answers.get("origin_authority")),
        ": ".join(filter(None, (_label(draft, "outcome"), _label(draft, "refusal_reason")))),
    ]
    return " · ".join(part for part in parts if part)


def _label(draft: Draft, name: str) -> str:
    code, codes = draft.answers.get(name), draft.record.field(name).codes
    is_told = isinstance(code, str) and isinstance(codes, CodeList) and draft.is_shown(name)
    return codes.label(code) if is_told and codes and isinstance(code, str) else ""


def _children(answer: Answer) -> str:
    if not isinstance(answer, int):
        return ""
    return count_of(answer, "child", "children") if answer else tr("no children")


class ReferralPage(Page):
    """One referral, new or stored."""

    rail = "referrals"
    help_topic = "referrals"
    new_words = noted("New referral")

    def __init__(self, window: DeskWindow, referral_id: str | None = None) -> None:
        super().__init__()
        self.window_of_all, self.desk = window, window.desk
        self.title = tr("Referral") if referral_id else tr("New referral")
        draft = forms.open_draft(self.desk, "referral", referral_id) if referral_id else self._new_draft()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XXL, XL, XXL, L)
        self._column.setSpacing(L)
        self.notice = KeptNotice(self.desk, draft, self)
        self.notice.brought_back.connect(self._show_draft)
        self._body: QWidget | None = None
        self._show_draft(draft)

    def _new_draft(self) -> Draft:
        now = self.desk.now.astimezone()
        return forms.new_draft(self.desk, "referral", received_on=self.desk.today, received_at=f"{now:%H:%M}")

    def _show_draft(self, draft: Draft) -> None:
        """Builds the form anew around a draft."""
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.draft = draft
        self.form = FormView(self.desk, draft, lays_out=False)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.notice)
        self.undecided = UndecidedNotice(draft, self._take_outcome, self._body)
        column.addWidget(self.undecided)
        self.notices = ReferralNotices(self.desk, self._take_repeat, self._body)
        column.addWidget(self.notices)
        column.addWidget(self._scrolling(self.form), 1)
        self._lay_out_form()
        self.foot = self._build_foot()
        column.addWidget(self.foot)
        self._column.addWidget(self._body)
        self.form.edited.connect(self._describe)
        for view in self.form.sections.values():
            view.left.connect(lambda _name: self.notices.look(self.draft))
        self._describe()

    def _lay_out_form(self) -> None:
        """The call on the left, what came of it on the right, the rest folded."""
        sections = self.form.sections
        self.folds = {name: self._fold(name) for name in FOLDED}
        self.fold = self.folds["more"]
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, views in ((left, ("call", "household")), (right, ("outcome",))):
            column.setSpacing(XL)
            for name in views:
                column.addWidget(sections[name])
        for fold in self.folds.values():
            right.addWidget(fold)
        columns = QHBoxLayout(self.form)
        columns.setContentsMargins(0, 0, L, L)
        columns.setSpacing(XXL)
        for column in (left, right):
            column.addStretch(1)
            columns.addLayout(column, 1)
        columns.addStretch(0)

    def _fold(self, name: str) -> Fold:
        """A section under its line, open where something in it is answered."""
        view = self.form.sections[name]
        is_answered = any(self.draft.answers.get(field.name) not in (None, ()) for field in view.section.fields)
        return Fold(tr(FOLD_WORDS.get(name, view.section.title)), view, is_answered)

    def _scrolling(self, form: QWidget) -> QScrollArea:
        area = FollowingArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form.setObjectName("sheet")
        area.setWidget(form)
        return area

    def _build_foot(self) -> FormFoot:
        foot = FormFoot(self)
        if self.draft.id:
            foot.add_button(tr("Who sees it…"), self._open_sight)
        self.save_button = foot.add_button(tr("Save referral"), self.save, "primary", "Ctrl+S")
        self.move_in_button = foot.add_button(tr("Save and move in…"), self.save_and_move_in, "primary", "Ctrl+Return")
        self.form.said.connect(
            lambda text, is_stop: (foot.status.say_stopped if is_stop else foot.status.say_done)(text)
        )
        return foot

    def _open_sight(self) -> None:
        self.window_of_all.navigator.open("sight", record="referral", id=self.draft.id)

    def _describe(self) -> None:
        is_accepted = self.draft.answers.get("outcome") == "accepted"
        self.foot.status.say(what_will_be_saved(self.draft))
        self.move_in_button.setVisible(is_accepted)
        self.save_button.setObjectName("" if is_accepted else "primary")
        self.save_button.style().polish(self.save_button)

    def _take_repeat(self, key: str) -> None:
        """The household has called before: it is linked, and counted once."""
        self.draft.set("repeat_of", key)
        self.form.show_answers()
        self.form.is_changed = True
        self.fold.open()
        self.notices.look(self.draft)
        self._describe()

    def _take_outcome(self, outcome: str) -> None:
        """What came of it was said above the form: it is filled in, and the next question is at hand."""
        self.draft.set("outcome", outcome)
        self.form.show_answers()
        self.form.is_changed = True
        self._describe()
        self.form.focus_on("refusal_reason" if outcome == "not_accepted" else "outcome")

    def save(self) -> bool:
        """Saves the referral and goes back to where it was opened from; whether it could be saved."""
        if self.form.save() is None:
            return False
        words = f"{saved_at(self.desk.now)}: {what_will_be_saved(self.draft)}"
        window = self.window_of_all
        if not window.navigator.back():
            window.navigator.open("referrals")
        window.say(words)
        return True

    def save_and_move_in(self) -> None:
        """Saves the referral and goes on to the household's arrival."""
        if self.form.save() is not None:
            self.window_of_all.navigator.open("arrival", referral_id=self.draft.id)

    def first_focus(self) -> QWidget:
        """Who refers, on a new one: the day is filled in. On a stored one, what came of it."""
        view = self.form.section_of("outcome" if self.draft.id else "source")
        return view.rows["outcome" if self.draft.id else "source"].editor if view else self.form

    def language(self) -> str:
        """The first of the household's languages that is not English."""
        spoken = languages_in(self.draft.answers.get("languages"))
        return next((each for each in spoken if each.casefold() != "english"), "")

    def make_new(self) -> None:
        """Another referral."""
        self.window_of_all.navigator.open("referral")

    def keep(self) -> None:
        """Keeps what has not been saved: the page is left, or the desk is locked."""
        if self.form.is_changed:
            self.form.keeping.now()

    def place(self) -> dict[str, object]:
        """The referral, once it has been saved."""
        return {"id": self.draft.id} if self.draft.id else {}


def open_referral(window: DeskWindow, id: str | None = None) -> ReferralPage:
    """The page of one referral; a new one without ``id``."""
    return ReferralPage(window, id)
