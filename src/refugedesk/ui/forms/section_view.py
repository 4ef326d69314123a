"""One section of a form, drawn from its declaration; a section that deserves better is registered by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import OTHER, Field, Kind, Section
from refugedesk.domain.rules import Problem, Severity
from refugedesk.domain.words import tr
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.editors import Source, build_editor
from refugedesk.ui.forms.field_row import FieldRow
from refugedesk.ui.forms.other_editor import OtherEditor
from refugedesk.ui.tokens import FORM_WIDTH, L
from refugedesk.ui.widgets.boxes import BoundedColumn


class SectionView(QWidget):
    """The fields of a section under its heading. It edits the draft as the person types.

    edited: an answer changed: its field's name, and whether it is settled (a choice, not half a word);
    left: an editor was left, with its field's name.
    """

    edited = Signal(str, bool)
    left = Signal(str)
    has_heading: bool = True

    def __init__(self, section: Section, draft: Draft, source: Source, omit: Iterable[str] = ()) -> None:
        super().__init__()
        self.section, self.draft, self.source = section, draft, source
        self.setMaximumWidth(FORM_WIDTH)
        self.rows = {field.name: self.make_row(field) for field in section.fields if field.name not in set(omit)}
        self.lay_out()
        self.show_answers()

    def make_row(self, field: Field) -> FieldRow:
        """The row of one field, its editor wired to the draft."""
        editor = self.make_editor(field)
        editor.edited.connect(lambda: self._take(editor))
        editor.left.connect(lambda: self._leave(editor))
        editor.finished.connect(self.go_on)
        if isinstance(editor, OtherEditor):
            editor.taken.connect(lambda code: self._take_code(field, code))
        row = FieldRow(editor, self)
        if len(self.section.fields) == 1 and field.kind in (Kind.LONG_TEXT, Kind.CHOICES):
            row.hide_label()  # the heading above says the same words
        row.problem.confirmed.connect(lambda rule: self._confirm(field.name, rule))
        return row

    def make_editor(self, field: Field) -> Editor:
        """The editor of one field; a hand-written section may choose another."""
        return build_editor(field, self.draft, self.source)

    def lay_out(self) -> None:
        """Heading, help, then one field under the other."""
        column = self.start_column()
        for row in self.rows.values():
            column.addWidget(row)

    def start_column(self) -> QVBoxLayout:
        """The column of the section with its heading and help in it."""
        column = BoundedColumn(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        if self.has_heading and self.section.title:
            heading = QLabel(tr(self.section.title), self)
            heading.setObjectName("section")
            column.addWidget(heading)
        if self.section.help:
            help_line = QLabel(tr(self.section.help), self)
            help_line.setObjectName("soft")
            help_line.setWordWrap(True)
            column.addWidget(help_line)
        return column

    def show_answers(self) -> None:
        """Shows the draft's answers in every editor, and what they make visible."""
        for row in self.rows.values():
            row.editor.show_answer(self.draft)
        self.refresh({}, show_missing=True)

    def flush(self) -> None:
        """Puts what the editors hold into the draft."""
        for row in self.rows.values():
            row.editor.answer_into(self.draft)

    def refresh(self, problems: dict[str, Problem], show_missing: bool) -> None:
        """Shows the fields that are asked, and the problems that are to be shown, by field name."""
        missing = {problem.field for problem in self.draft.missing()} if show_missing else set()
        for name, row in self.rows.items():
            row.setVisible(self.draft.is_shown(name))
            row.problem.show_problem(problems.get(name))
            row.show_missing(name in missing)
            if row.editor.field.worked_out is not None:
                row.editor.show_answer(self.draft)

    def go_on(self) -> None:
        """Moves the focus to the next control, as Tab does."""
        self.window().focusNextPrevChild(True)

    def _take(self, editor: Editor) -> None:
        editor.answer_into(self.draft)
        self.edited.emit(editor.field.name, editor.is_settled)

    def _take_code(self, other: Field, code: str) -> None:
        """A code of the list says what was written under "other": it is chosen instead, and the words go."""
        choice, answer = self.draft.record.field(other.other_of), self.draft.answers.get(other.other_of)
        several = (*(each for each in answer if each != OTHER), code) if isinstance(answer, tuple) else code
        self.draft.set(choice.name, several)
        self.draft.set(other.name, None)
        for name in (choice.name, other.name):
            self.rows[name].editor.show_answer(self.draft)
        self.rows[choice.name].editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit(choice.name, True)

    def _leave(self, editor: Editor) -> None:
        editor.answer_into(self.draft)
        editor.tidy(self.draft)
        self.left.emit(editor.field.name)

    def _confirm(self, name: str, rule: str) -> None:
        self.draft.confirm(rule)
        self.edited.emit(name, True)


MakeSection = Callable[..., SectionView]
BY_NAME: dict[str, MakeSection] = {}
"""Hand-written sections, by record id and section name: "referral.outcome"."""


def register(name: str, make: MakeSection) -> None:
    """Draws the section of that name ("record.section") by hand instead of generically."""
    BY_NAME[name] = make


def make_section(section: Section, draft: Draft, source: Source, omit: Iterable[str] = ()) -> SectionView:
    """The view of a section: the hand-written one where there is one."""
    make = BY_NAME.get(f"{draft.record.id}.{section.name}", SectionView)
    return make(section, draft, source, omit)


def shown_problems(draft: Draft, visited: set[str]) -> dict[str, Problem]:
    """The problem to show under each visited field: what is wrong before what is unlikely."""
    found: dict[str, Problem] = {}
    for problem in (*draft.wrong(), *draft.unlikely()):
        if problem.field in visited and problem.severity is not Severity.MISSING:
            found.setdefault(problem.field, problem)
    return found
