"""A paper as a document of pages: the title, the parts, and at the foot of each page who printed it and when."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from refugedesk.domain.words import noted, tr
from refugedesk.services.papers import Paper, Part, Table
from refugedesk.ui.tokens import PRINT_INK

BODY_PT, FOOT_PT = 10.5, 8.5
FOOT_MM, MARGIN_MM = 8, 15
DOTS = 300
COLLAPSED = 'style="border-collapse: collapse; border-style: solid"'
LOOK = """
h1 { font-size: 16pt; margin-bottom: 2px; }
h2 { font-size: 12pt; margin-bottom: 2px; margin-top: 14px; }
p { margin-top: 2px; margin-bottom: 2px; }
th { text-align: left; font-weight: 600; }
"""


ENGLISH_PAPERS = frozenset({"case_story"})
"""What leaves the house in English, whatever the window speaks."""


def as_html(paper: Paper) -> str:
    """The paper as the small HTML that a text document understands; every word escaped."""
    about = f"<p>{escape(paper.about)}</p>" if paper.about else ""
    is_from_right = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    way = "rtl" if is_from_right and paper.id not in ENGLISH_PAPERS else "ltr"
    return f'<body dir="{way}"><h1>{escape(paper.title)}</h1>{about}{"".join(map(_part, paper.parts))}</body>'


def _part(part: Part) -> str:
    lines = "".join(f"<p>{escape(line) or '&nbsp;'}</p>" for line in part.lines)
    room = "<p>&nbsp;</p><hr/>" * part.room
    return f"<h2>{escape(part.heading)}</h2>{lines}{_table(part.table) if part.table else ''}{room}"


def _table(table: Table) -> str:
    cells = "".join(f"<th>{escape(cell)}</th>" for cell in table.header)
    head = f"<tr>{cells}</tr>" if any(table.header) else ""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f'<table width="100%" border="1" cellspacing="0" cellpadding="4" {COLLAPSED}>{head}{rows}</table>'


def _cell(words: str) -> str:
    return f'<td valign="top">{escape(words).replace(chr(10), "<br/>") or "&nbsp;"}</td>'


def write_pdf(paper: Paper, path: Path) -> int:
    """Writes a PDF whose properties say nothing; how many pages. OSError where it cannot be written."""
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS)
    writer.setTitle("")
    writer.setCreator("")
    pages = paint(paper, writer)
    if not path.exists() or path.stat().st_size == 0:
        raise OSError(f"{path.name} could not be written.")
    path.chmod(0o600)
    return pages


def paint(paper: Paper, device: QPagedPaintDevice) -> int:
    """Paints every page; how many. The device is set to A4."""
    set_a4(device)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(LOOK)
    document.setDefaultFont(text_font(BODY_PT))
    document.setHtml(as_html(paper))
    return paint_document(document, device, paper.made, tr(PAGE))


def set_a4(device: QPagedPaintDevice) -> None:
    """Upright A4 with the margins of every paper."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))


PAGE = noted("page {page} of {pages}")


def paint_document(document: QTextDocument, device: QPagedPaintDevice, made: str, page_words: str = PAGE) -> int:
    """Paints a document page by page, with ``made`` and the page's number at each foot; how many pages."""
    painter = QPainter(device)
    if not painter.isActive():
        raise OSError("The paper could not be printed.")
    try:
        return _paint_pages(document, device, painter, (made, page_words))
    finally:
        painter.end()


def _paint_pages(
    document: QTextDocument, device: QPagedPaintDevice, painter: QPainter, foot_words: tuple[str, str]
) -> int:
    per_mm = device.logicalDpiY() / 25.4
    width, height = float(device.width()), device.height() - FOOT_MM * per_mm
    document.setPageSize(QSizeF(width, height))
    pages = document.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
        _paint_page(document, painter, QRectF(0, page * height, width, height))
        painter.setFont(text_font(FOOT_PT))
        foot = QRectF(0, height, width, FOOT_MM * per_mm)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, foot_words[0])
        number = foot_words[1].format(page=page + 1, pages=pages)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)
    return pages


def _paint_page(document: QTextDocument, painter: QPainter, area: QRectF) -> None:
    painter.save()
    painter.translate(0, -area.top())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area.adjusted(0, 1, 0, -1)  # a line that only touches the edge belongs to the other page
    context.palette.setColor(context.palette.ColorRole.Text, QColor(PRINT_INK))
    painter.setClipRect(area)
    document.documentLayout().draw(painter, context)
    painter.restore()


def text_font(points: float) -> QFont:
    """The program's own face in that size."""
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    return font
