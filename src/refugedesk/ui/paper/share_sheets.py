"""A trustee's sheet: what it is for, the words of one share, and the same words as a square for a scanner.

Nothing of the service, its address or its people stands on it, and not whose sheet it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QTextDocument

from refugedesk.domain.words import noted, tr
from refugedesk.services.shares import Share
from refugedesk.services.wording import say_day
from refugedesk.ui.paper.sheets import BODY_PT, LOOK, PAGE, paint_document, set_a4, text_font
from refugedesk.ui.widgets.share_words import COLUMNS

QUIET, DOTS_A_MODULE, SQUARE_PX = 4, 8, 200
FOR = noted(
    "This sheet is one part of a key. With {needed} sheets of its set, and only together, the records that they belong "
    "to can be opened when every passphrase is lost. One sheet alone tells nothing."
)
KEEP = noted(
    "Keep it in a sealed envelope, away from the computer and from the other sheets. Do not write on it what it opens, "
    "and do not photograph it or scan it with a telephone: the square holds the same words."
)
USE = noted(
    "When it is needed: start the program, choose “Open with trustees' shares”, and type the words, four letters of "
    "each are enough. New sheets end old ones: destroy this sheet when you are given another."
)


def paint_share(share: Share, made: int, made_on: date, device: QPagedPaintDevice) -> int:
    """Paints one sheet; how many pages it took. The device is set to A4."""
    set_a4(device)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(LOOK)
    document.setDefaultFont(text_font(BODY_PT))
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl("square"), square_of(share.words))
    document.setHtml(as_html(share, made, made_on))
    return paint_document(document, device, "", tr(PAGE))


def as_html(share: Share, made: int, made_on: date) -> str:
    """The sheet as the small HTML that a text document understands."""
    title = tr("Trustee's share {number} of {made}", number=share.number, made=made)
    which = tr("Set “{name}”, made on {day}. Any {needed} of its {made} sheets belong together.",
               name=share.set_name, day=say_day(made_on), needed=share.needed, made=made)  # fmt: skip
    said = "".join(f"<p>{tr(each, needed=share.needed) if each is FOR else tr(each)}</p>" for each in (FOR, KEEP, USE))
    square = f'<img src="square" width="{SQUARE_PX}" height="{SQUARE_PX}"/>'
    return f"<h1>{title}</h1><p>{which}</p><p>&nbsp;</p>{_words(share.words)}<p>&nbsp;</p><p>{square}</p>{said}"


def square_of(words: Sequence[str]) -> QImage:
    """The words as a QR code, black on white with the quiet zone that readers need."""
    import segno

    modules = [list(line) for line in segno.make(" ".join(words).upper(), micro=False, error="m").matrix]
    side = (len(modules) + 2 * QUIET) * DOTS_A_MODULE
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    for down, line in enumerate(modules):
        for across, is_dark in enumerate(line):
            if is_dark:
                at = (across + QUIET) * DOTS_A_MODULE, (down + QUIET) * DOTS_A_MODULE
                painter.fillRect(*at, DOTS_A_MODULE, DOTS_A_MODULE, 0xFF000000)
    painter.end()
    return image


def _words(words: Sequence[str]) -> str:
    cells = [
        f'<td style="font-size: 13pt"><b>{place}</b>&nbsp;&nbsp;{word}</td>' for place, word in enumerate(words, 1)
    ]
    lines = ["".join(cells[at : at + COLUMNS]) for at in range(0, len(cells), COLUMNS)]
    return f'<table width="100%" cellpadding="6">{"".join(f"<tr>{line}</tr>" for line in lines)}</table>'
