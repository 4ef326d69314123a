"""Which editor draws a field: one a kind, and for choices one by how many answers there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field, Kind
from refugedesk.ui.forms.choice_editors import ChipEditor, TypeAheadEditor, are_few
from refugedesk.ui.forms.day_editor import DayEditor
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.number_editor import WholeNumberEditor, WorkedOutEditor
from refugedesk.ui.forms.offers import Offer, offers_of, ticks_of
from refugedesk.ui.forms.other_editor import OtherEditor
from refugedesk.ui.forms.text_editors import LongTextEditor, TextEditor
from refugedesk.ui.forms.ticks_editor import TicksEditor
from refugedesk.ui.forms.time_editor import TimeEditor


@dataclass(frozen=True)
class Source:
    """Where editors get what is not in the form itself: earlier answers, and the records a link may name."""

    suggest: Callable[[Field, str], tuple[str, ...]]
    links: Callable[[Field, Draft], tuple[Offer, ...]]


def build_editor(field: Field, draft: Draft, source: Source, parent: QWidget | None = None) -> Editor:
    """The editor for a field, blank until it is told to show the draft's answer."""
    if field.codes is not None:
        return _choice_editor(field, draft, parent)
    if field.kind is Kind.LINK:
        return TypeAheadEditor(field, partial(source.links, field, draft), parent=parent)
    if field.other_of:
        return OtherEditor(field, _list_of(draft.record.field(field.other_of)), parent)
    if field.kind is Kind.TEXT:
        return TextEditor(field, partial(source.suggest, field) if field.suggests else None, parent)
    if field.kind is Kind.DAY:
        return DayEditor(field, draft.today, parent)
    return PLAIN[field.kind](field, parent)


def _list_of(choice: Field) -> CodeList:
    if choice.codes is None:
        raise TypeError(f"{choice.name} has no list of codes.")
    return choice.codes


def _number_editor(field: Field, parent: QWidget | None) -> Editor:
    return WorkedOutEditor(field, parent) if field.worked_out else WholeNumberEditor(field, parent)


PLAIN: Mapping[Kind, Callable[[Field, QWidget | None], Editor]] = {
    Kind.LONG_TEXT: LongTextEditor,
    Kind.TIME: TimeEditor,
    Kind.WHOLE_NUMBER: _number_editor,
}
"""The editors that need nothing but their field."""


def _choice_editor(field: Field, draft: Draft, parent: QWidget | None) -> Editor:
    codes = _list_of(field)
    answer = draft.answers.get(field.name)
    kept = answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else ()
    if field.kind is Kind.CHOICES:
        return TicksEditor(field, ticks_of(codes, draft.today, kept), parent)
    offers = offers_of(codes, draft.today, kept)
    if are_few(offers):
        return ChipEditor(field, offers, parent=parent)
    return TypeAheadEditor(field, lambda: offers, parent=parent)
