"""A form: the sections of one draft, what is the matter with it, keeping and saving."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.calendar_words import saved_at
from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.fields import Kind, Section
from refugedesk.domain.words import counted
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.services.forms import CannotSaveError, Saved
from refugedesk.ui.forms.keeping import Keeping
from refugedesk.ui.forms.section_view import SectionView, make_section, shown_problems
from refugedesk.ui.forms.source import source_of
from refugedesk.ui.tokens import XL


class FormView(QWidget):
    """The sections of a draft in one column, or wherever the page puts them (``lays_out`` False).

    edited: some answer changed; said: a sentence for the page's status line (empty: nothing to say), and whether it
    tells of something that stopped; saved: with what was saved.
    """

    edited = Signal()
    said = Signal(str, bool)
    saved = Signal(object)

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        sections: Sequence[Section] | None = None,
        omit: Iterable[str] = (),
        lays_out: bool = True,
        kept_as: str = "",
    ) -> None:
        super().__init__()
        self.desk, self.draft = desk, draft
        self.visited: set[str] = set()
        self.is_changed = False
        self.keeping = Keeping(desk, draft, self, kept_as)
        self.keeping.failed.connect(lambda text: self.said.emit(text, True))
        source = source_of(desk)
        shown = draft.record.sections if sections is None else sections
        self.sections = {each.name: make_section(draft.record.as_asked(each), draft, source, omit) for each in shown}
        for view in self.sections.values():
            view.edited.connect(self._take_edit)
            view.left.connect(self._leave)
        if lays_out:
            self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XL)
        for view in self.sections.values():
            column.addWidget(view)

    def section_of(self, name: str) -> SectionView | None:
        """The section that shows a field; None where the form leaves it out."""
        return next((view for view in self.sections.values() if name in view.rows), None)

    def refresh(self) -> None:
        """Shows what is asked now, and what is the matter in the fields that have been left."""
        problems = shown_problems(self.draft, self.visited)
        for view in self.sections.values():
            view.refresh(problems, show_missing=True)

    def show_problems(self) -> None:
        """Shows everything that is the matter and puts the focus on the first of it."""
        self.visited |= {field.name for field in self.draft.record.asked}
        self.refresh()
        for problem in (*self.draft.wrong(), *self.draft.unlikely()):
            if self.focus_on(problem.field):
                return

    def focus_on(self, name: str) -> bool:
        """Puts the focus into a field's editor; False where the form does not show it."""
        view = self.section_of(name)
        if view is None:
            return False
        view.rows[name].editor.setFocus(Qt.FocusReason.TabFocusReason)  # as Tab does: what stands there is selected
        return True

    def save(self) -> Saved | None:
        """Saves the draft; None, with the reason said and shown, where it cannot be."""
        self.flush()
        try:
            done = forms.save(self.desk, self.draft)
        except CannotSaveError as error:
            self.show_problems()
            self.said.emit(self._say_stopped(error), True)
            return None
        except RefugeDeskError as error:
            self.said.emit(str(error), True)
            return None
        self._settle(done)
        return done

    def look_around(self) -> None:
        """Fetches anew what the checks need from the store: a link or a day has changed."""
        forms.look_around(self.desk, self.draft)

    def show_answers(self) -> None:
        """Shows the draft anew, after something else than a hand has changed it."""
        for view in self.sections.values():
            view.show_answers()
        self.refresh()

    def let_go(self) -> None:
        """Forgets what was kept of this form: the person does not want it."""
        self.keeping.let_go()
        self.is_changed = False

    def flush(self) -> None:
        """Puts what every editor holds into the draft."""
        for view in self.sections.values():
            view.flush()

    def _settle(self, done: Saved) -> None:
        self.keeping.cancel()
        self.is_changed = False
        self.refresh()
        self.said.emit(saved_at(done.at), False)
        self.saved.emit(done)

    def _say_stopped(self, error: CannotSaveError) -> str:
        elsewhere = [problem.text for problem in error.problems if self.section_of(problem.field) is None]
        if elsewhere:
            return " ".join(elsewhere)
        return counted(
            len(error.problems),
            "Not saved yet: one thing above to look at.",
            "Not saved yet: %n things above to look at.",
        )

    def _take_edit(self, name: str, is_settled: bool) -> None:
        """Half a word is not called wrong: a field's problem shows once it is left or its answer is settled."""
        self.is_changed = True
        (self.visited.add if is_settled else self.visited.discard)(name)
        if is_settled and self.draft.record.field(name).kind is Kind.LINK:
            self.look_around()
        self.refresh()
        self.keeping.soon()
        self.edited.emit()

    def _leave(self, name: str) -> None:
        self.visited.add(name)
        if self.is_changed and self.draft.record.field(name).kind is Kind.DAY:
            self.look_around()
        self.refresh()
