"""A topic of the help as a document: spacing, pictures, and the one bold weight that ships with the program."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from refugedesk.ui.tokens import LINE_HEIGHT_PERCENT


def set_type(document: QTextDocument) -> None:
    """Lines further apart than Qt sets Markdown, and the one bold weight that ships with the program."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spacing = QTextBlockFormat()
    spacing.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(spacing)
    _set_pictures(document)
    for start, length in _bold_pieces(document):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        weight = QTextCharFormat()
        weight.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(weight)


def _set_pictures(document: QTextDocument) -> None:
    """A picture is a line by itself: set further apart, there would be a hole beneath it."""
    single = QTextBlockFormat()
    single.setLineHeight(100, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    block = document.begin()
    while block.isValid():
        if PICTURE in block.text():
            QTextCursor(block).mergeBlockFormat(single)
        block = block.next()


PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


def _bold_pieces(document: QTextDocument) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    block = document.begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            fragment = piece.fragment()
            if fragment.charFormat().fontWeight() > QFont.Weight.DemiBold:
                pieces.append((fragment.position(), fragment.length()))
            piece += 1
        block = block.next()
    return pieces
