"""Says that two files may be one person's, and leads to comparing them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import counted, tr
from refugedesk.services import merging
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.notice import Notice


def alike_notice(window: DeskWindow, resident_id: str, parent: QWidget) -> Notice | None:
    """The notice above a file; None where nobody is like this person, or nothing may be changed."""
    found = merging.alike(window.desk, resident_id) if window.desk.may(Action.RECORD) else ()
    if not found:
        return None
    first = found[0]
    words = tr("This may be the same person as {name}, {born}: {why}.", name=first.name, born=first.born, why=first.why)
    return _notice(window, words, resident_id, first.id, parent)


def pair_notice(window: DeskWindow, parent: QWidget) -> Notice | None:
    """The notice above the list of residents, about the two of whom one was recorded last."""
    found = merging.every_alike(window.desk) if window.desk.may(Action.RECORD) else ()
    if not found:
        return None
    (one, other), more = found[0], len(found) - 1
    others = counted(more, "%n more like this.", "%n more like this.") if more else ""
    words = tr("{name} and {other} may be the same person: {why}.", name=one.name, other=other.name, why=one.why)
    words = f"{words} {others}".strip()
    return _notice(window, words, other.id, one.id, parent)


def _notice(window: DeskWindow, words: str, kept: str, other: str, parent: QWidget) -> Notice:
    notice = Notice(words, parent=parent)
    go = partial(window.navigator.open, "merge", resident_id=kept, other_id=other)
    notice.add(button(tr("Compare them…"), go, "quiet", parent=notice))
    return notice
