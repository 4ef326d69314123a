"""The help as paper: the guide for key workers, the guide for trustees, and the card to pin up.

The topics of the help are the only source; a chapter here is a topic there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from refugedesk.ui.pages.help_document import set_type
from refugedesk.ui.pages.help_topics import Topic, topic, topics
from refugedesk.ui.paper.sheets import BODY_PT, DOTS, paint_document, set_a4, text_font
from refugedesk.ui.resources import resource

TRUSTEES: Final = "trustees"
CARD: Final = "quick-card"
CARD_PT: Final = 14.0
"""It is read from where one stands."""
LINK: Final = re.compile(r"(?<!!)\[((?:[^][]|\[[^][]*\])+)\]\([a-z-]+\)")
"""A link to another page of the help: on paper its words alone."""
FIRST: Final = (
    "install",
    "first-run",
    "home",
    "referrals",
    "arrival",
    "person",
    "child",
    "move-on",
    "returns",
    "withheld",
    "backup",
    "what-if",
)
"""The chapters that somebody new reads first, in the order of a household's way through the house."""


def chapters() -> tuple[Topic, ...]:
    """The guide's chapters: first what somebody new needs, then every other topic."""
    known = {each.name: each for each in topics() if each.name not in (TRUSTEES, CARD, "index")}
    first = [known.pop(name) for name in FIRST if name in known]
    return (*first, *known.values())


def write_guides(folder: Path) -> list[Path]:
    """Writes the three papers into a folder; their paths. OSError where one cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        write_topics(chapters(), folder / "guide.pdf", "RefugeDesk: the guide"),
        write_topics((topic(TRUSTEES),), folder / "guide-for-trustees.pdf", ""),
        write_topics((topic(CARD),), folder / "quick-card.pdf", "", CARD_PT),
    ]


def write_topics(wanted: tuple[Topic, ...], path: Path, title: str, size: float = BODY_PT) -> Path:
    """Writes topics one after another, each on a page of its own; contents first where there is a title."""
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS)
    writer.setTitle(title)
    writer.setCreator("")
    set_a4(writer)
    document = _document(writer, size)
    cursor = QTextCursor(document)
    if title:
        cursor.insertMarkdown(f"# {title}\n\n" + "\n".join(f"- {each.title}" for each in wanted))
    for number, each in enumerate(wanted):
        _insert(cursor, each, on_new_page=bool(title) or number > 0)
    set_type(document)
    paint_document(document, writer, "")
    if not path.exists() or path.stat().st_size == 0:
        raise OSError(f"{path.name} could not be written.")
    return path


def _document(writer: QPdfWriter, size: float) -> QTextDocument:
    document = QTextDocument()
    document.setBaseUrl(QUrl.fromLocalFile(f"{resource('help')}/"))
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(text_font(size))
    return document


def _insert(cursor: QTextCursor, each: Topic, *, on_new_page: bool) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.End)
    page = QTextBlockFormat()
    if on_new_page:
        page.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.insertBlock(page)
    cursor.insertMarkdown(LINK.sub(r"\1", each.text))
