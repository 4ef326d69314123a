"""A return as a PDF: the cover, then a chapter a theme, the same words and numbers as in the workbook."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter, QTextDocument

from refugedesk.reporting.tables import PrintedReturn
from refugedesk.reporting.writers.cover import CoverLine, CoverLook
from refugedesk.reporting.writers.cover_sheet import cover_cells
from refugedesk.reporting.writers.figures import Printout, printout
from refugedesk.reporting.writers.files import Writer
from refugedesk.reporting.writers.grids import Look, Tone
from refugedesk.reporting.writers.pages import Chapter, Pages, PageTable, Said, pages
from refugedesk.ui.paper.sheets import DOTS, paint_document, set_a4, text_font
from refugedesk.ui.tokens import LIGHT

TABLE_PT = 9.0
LABEL_PERCENT = 46
STYLE = f"""
h1 {{ font-size: 20pt; font-weight: 600; color: {LIGHT.accent}; margin-bottom: 2px; }}
h2 {{ font-size: 14pt; font-weight: 600; color: {LIGHT.accent}; margin-top: 18px; margin-bottom: 4px; }}
h3 {{ font-size: 11pt; font-weight: 600; margin-top: 14px; margin-bottom: 2px; }}
p {{ margin-top: 1px; margin-bottom: 1px; }}
.soft {{ color: {LIGHT.soft_ink}; }}
.warn {{ color: {LIGHT.danger}; font-weight: 600; }}
.head {{ color: {LIGHT.soft_ink}; font-size: 8pt; }}
.sum {{ font-weight: 600; }}
"""
AIR = '<p style="font-size: 5pt;">&nbsp;</p>'
SPACED = 'width="100%" cellspacing="0" cellpadding="2"'


def pdf_bytes(printout: Printout) -> bytes:
    """The return as a PDF whose properties name nobody. Its time is stamped, so two are never the same bytes."""
    found, buffer = pages(printout), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle("")
    writer.setCreator("")
    set_a4(writer)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(STYLE)
    document.setDefaultFont(text_font(TABLE_PT))
    document.setHtml(as_html(found))
    paint_document(document, writer, found.foot)
    buffer.close()
    return bytes(buffer.data().data())


def pdf_of(path: Path, release: PrintedReturn) -> Writer | None:
    """What writes the PDF for a name that ends so: the pages are painted now, in the window's own thread."""
    if path.suffix.lower() != ".pdf":
        return None
    content = pdf_bytes(printout(release))
    return lambda _printout: content


def as_html(found: Pages) -> str:
    """Every page as the small HTML that a text document understands; every word escaped."""
    return "".join(map(_cover_line, found.cover)) + "".join(map(_chapter, found.chapters))


def _cover_line(line: CoverLine) -> str:
    name, text = (escape(words) for words in cover_cells(line))
    if line.look is CoverLook.TITLE:
        return f"<h1>{name}</h1>"
    if line.look is CoverLook.SECTION:
        return f"<h2>{name}</h2>"
    if line.look is CoverLook.SPACE:
        return ""
    if line.look is CoverLook.SUBTITLE:
        return f'<p class="soft">{name}</p>'
    look = "warn" if line.look is CoverLook.WARNING else "soft"
    cells = f'<td width="24%"><span class="{look}">{name}</span></td><td>{text}</td>'
    return f"<table {SPACED}><tr>{cells}</tr></table>"


def _chapter(chapter: Chapter) -> str:
    title = f'<h2 style="page-break-before: always;">{escape(chapter.theme)}</h2>'
    return title + "".join(map(_table, chapter.tables))


def _table(table: PageTable) -> str:
    """The title and notes above, the rest as rows of one table: all of the same width, numbers at the right."""
    above = [row[0] for row in table.rows if row and row[0].look in (Look.TITLE, Look.NOTE)]
    rows = [row for row in table.rows if row and row[0].look not in (Look.TITLE, Look.NOTE)]
    width = max((len(row) for row in rows), default=1)
    body = "".join(_row(row, width) for row in rows)
    return f"{''.join(map(_above, above))}<table {SPACED}>{body}</table>{AIR}"


def _above(said: Said) -> str:
    kind = "h3" if said.look is Look.TITLE else 'p class="soft"'
    return f"<{kind}>{escape(said.words)}</{kind.split(maxsplit=1)[0]}>"


def _row(row: tuple[Said, ...], width: int) -> str:
    numbers = max(1, width - 1)
    share = (100 - LABEL_PERCENT) // numbers
    cells = [f'<td width="{LABEL_PERCENT}%">{_words(row[0])}</td>']
    cells += [f'<td width="{share}%" align="right">{_words(said)}</td>' for said in row[1:]]
    cells += ["<td></td>"] * (width - len(row))
    return f"<tr>{''.join(cells)}</tr>"


def _words(said: Said) -> str:
    is_head = said.look in (Look.HEAD, Look.HEAD_LABEL)
    look = "head" if is_head else "sum" if said.tone is Tone.MARGIN else "soft" if said.tone is Tone.SIDE else ""
    return f'<span class="{look}">{escape(said.words)}</span>' if look else escape(said.words)
