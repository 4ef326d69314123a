"""The XML parts of a workbook, read as a stream: nothing of a part is kept but what a reader wants of it.

A document type is refused, and with it every entity: there is nothing to follow and nothing to blow up.
"""

from __future__ import annotations

import posixpath
import re
from typing import IO, Final
from xml.sax.handler import ContentHandler  # nosec B406 - for names alone; defusedxml reads
from xml.sax.xmlreader import AttributesImpl, InputSource  # nosec B406 - for names alone; defusedxml reads

from defusedxml.expatreader import DefusedExpatParser

from refugedesk.services.interchange.cell_values import column_number, number_text
from refugedesk.services.interchange.tables import Row

MOST_TEXTS: Final = 1_000_000
MOST_ROWS: Final = 1_048_576
MOST_CELLS: Final = 3_000_000
MOST_COLUMNS: Final = 16_384
DAY_FORMAT_IDS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in formats of days and times, those of East Asian editions included."""
_NOT_LETTERS_OF_A_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class TooLargeError(Exception):
    """A part holds more than any refuge's records."""


def parse(part: IO[bytes], reader: ContentHandler) -> None:
    """Sends a part through a reader; raises what the parser or the reader raises."""
    parser = DefusedExpatParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(reader)
    source = InputSource()
    with part:
        source.setByteStream(part)
        parser.parse(source)


def local(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


class Relations(ContentHandler):
    """Which parts belong to a part: by key in ``targets``, and by the last word of their kind."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}
        self.by_kind: dict[str, str] = {}
        self._folder = folder

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if local(name) == "Relationship":
            target = posixpath.normpath(posixpath.join("/", self._folder, attrs["Target"])).lstrip("/")
            self.targets[attrs["Id"]] = target
            self.by_kind[attrs["Type"].rpartition("/")[2]] = target


class SheetNames(ContentHandler):
    """What the sheets are called, with the keys of their parts, and where the calendar starts."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, str] = {}
        self.starts_in_1904 = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if local(name) == "sheet":
            key = next(value for attribute, value in attrs.items() if attribute.endswith(":id"))
            self.sheets[attrs["name"]] = key
        elif local(name) == "workbookPr":
            self.starts_in_1904 = attrs.get("date1904", "0") in ("1", "true")


class Formats(ContentHandler):
    """Which cell styles show a number as a day: ``is_day`` by the number of the style."""

    def __init__(self) -> None:
        super().__init__()
        self.is_day: list[bool] = []
        self._own: dict[str, bool] = {}
        self._is_in_cells = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        tag = local(name)
        if tag == "numFmt":
            letters = _NOT_LETTERS_OF_A_FORMAT.sub("", attrs["formatCode"]).lower()
            self._own[attrs["numFmtId"]] = any(letter in letters for letter in "dmyh")
        elif tag == "cellXfs":
            self._is_in_cells = True
        elif tag == "xf" and self._is_in_cells:
            key = attrs.get("numFmtId", "0")
            self.is_day.append(self._own.get(key, key.isdecimal() and int(key) in DAY_FORMAT_IDS))

    def endElement(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._is_in_cells = False


class Texts(ContentHandler):
    """The texts that cells share; ``texts`` by number. How a text is to be pronounced is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = self._is_sound = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        tag = local(name)
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._is_sound = True
        self._is_text = tag == "t" and not self._is_sound

    def characters(self, content: str) -> None:
        if self._is_text:
            self._pieces.append(content)

    def endElement(self, name: str) -> None:
        tag = local(name)
        self._is_text = False
        if tag == "rPh":
            self._is_sound = False
        elif tag == "si":
            self.texts.append("".join(self._pieces))
            if len(self.texts) > MOST_TEXTS:
                raise TooLargeError


class Worksheet(ContentHandler):
    """The rows of one sheet as text, in ``rows``; rows without any text are left out.

    texts: those that cells share; is_day: by style.
    """

    def __init__(self, texts: list[str], is_day: list[bool], starts_in_1904: bool) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._texts, self._is_day, self._starts_in_1904 = texts, is_day, starts_in_1904
        self._line = self._cells_seen = 0
        self._cells: list[str] = []
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._is_text = self._is_sound = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        tag = local(name)
        if tag == "c":
            self._begin_cell(attrs)
        elif tag == "row":
            self._line = int(attrs["r"]) if "r" in attrs else self._line + 1
            if not 0 < self._line <= MOST_ROWS:
                raise TooLargeError
            self._cells = []
        elif tag == "rPh":
            self._is_sound = True
        self._is_text = tag == "v" or (tag == "t" and not self._is_sound)

    def characters(self, content: str) -> None:
        if self._is_text:
            self._pieces.append(content)

    def endElement(self, name: str) -> None:
        tag = local(name)
        self._is_text = False
        if tag == "c":
            self._cells[-1] = self._cell_text("".join(self._pieces)).strip()
        elif tag == "row" and any(self._cells):
            self.rows.append(Row(self._line, tuple(self._cells)))
        elif tag == "rPh":
            self._is_sound = False

    def _begin_cell(self, attrs: AttributesImpl) -> None:
        self._kind, self._style, self._pieces = attrs.get("t", "n"), attrs.get("s", ""), []
        column = column_number(attrs["r"]) if "r" in attrs else len(self._cells) + 1
        self._cells_seen += max(column - len(self._cells), 1)
        if column > MOST_COLUMNS or self._cells_seen > MOST_CELLS:
            raise TooLargeError
        if column <= len(self._cells):
            raise ValueError("cells out of order")
        self._cells.extend([""] * (column - len(self._cells)))

    def _cell_text(self, value: str) -> str:
        if self._kind == "s":
            return self._texts[int(value)] if value else ""
        if self._kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if self._kind != "n" or not value:
            return value
        style = int(self._style or 0)
        is_day = style < len(self._is_day) and self._is_day[style]
        return number_text(value, is_day, self._starts_in_1904)
