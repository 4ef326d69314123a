"""Reads the words of a PDF back, page by page, as Qt writes them: compressed pages, each glyph with its letter.

Only what the window's own writer makes is understood; anything else is not the file that was to be written.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from refugedesk.reporting.readers.published import ReadBackError
from refugedesk.reporting.writers.figures import Printout
from refugedesk.reporting.writers.pages import pages

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj", re.S)
_PAGES, _PAGE = re.compile(rb"/Type /Pages\s"), re.compile(rb"/Type /Page\s")
_FONTS = re.compile(rb"/F(\d+) (\d+) 0 R")
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]*)> Tj")
_CHARS = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>(?! <)")
_RANGES = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (\[[^\]]*\]|<[0-9A-Fa-f]+>)")
_TWICE = re.compile(rb"/Span << /ActualText <> >> BDC.*?EMC", re.S)
"""Letters that are drawn a second time a hair's breadth beside, to look bolder."""
MOST_BYTES = 50_000_000


def page_texts(content: bytes) -> list[str]:
    """The text of every page, in the order in which it is drawn."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(content)}
    kids = next((each for each in objects.values() if _PAGES.search(each)), b"")
    numbers = re.findall(rb"(\d+) 0 R", kids.split(b"/Kids", 1)[-1].split(b"]", 1)[0])
    if not numbers or any(not _PAGE.search(objects.get(int(number), b"")) for number in numbers):
        raise ReadBackError("The file has no pages that can be read back.")
    return ["".join(_letters(objects, objects[int(number)])) for number in numbers]


def verify_pdf(content: bytes, printout: Printout) -> None:
    """Raises ReadBackError unless the pages hold just the words and numbers of the return, and at each foot theirs."""
    expected = pages(printout)
    texts = page_texts(content)
    body = "".join(_without_foot(text, expected.foot, number, len(texts)) for number, text in enumerate(texts, 1))
    if body != _bare("".join(expected.words())):
        raise ReadBackError("The PDF does not hold the words and numbers of the return that was to be written.")


def _without_foot(text: str, foot: str, page: int, of: int) -> str:
    bare, ending = _bare(text), _bare(f"{foot}page {page} of {of}")
    if not bare.endswith(ending):
        raise ReadBackError("A page of the PDF has not the foot that it should have.")
    return bare.removesuffix(ending)


def _bare(text: str) -> str:
    """The text without blanks, which a page draws as it needs."""
    return "".join(text.split())


def _letters(objects: dict[int, bytes], page: bytes) -> Iterator[str]:
    letters = {name: _to_letters(objects, number) for name, number in _fonts_of(objects, page).items()}
    font: dict[int, str] = {}
    for found in _SHOWN.finditer(_TWICE.sub(b"", _stream(objects, _number(page, b"/Contents")))):
        if found[1]:
            font = letters[int(found[1])]
        else:
            codes = [int(found[2][at : at + 4], 16) for at in range(0, len(found[2]), 4)]
            if any(code not in font for code in codes):
                raise ReadBackError("The file draws a letter that cannot be read back.")
            yield "".join(font[code] for code in codes)


def _fonts_of(objects: dict[int, bytes], page: bytes) -> dict[int, int]:
    resources = objects[_number(page, b"/Resources")]
    return {int(name): int(number) for name, number in _FONTS.findall(resources)}


def _to_letters(objects: dict[int, bytes], font: int) -> dict[int, str]:
    """Glyph -> its letters."""
    table = _stream(objects, _number(objects[font], b"/ToUnicode"))
    found = {int(code, 16): _text(text) for code, text in _CHARS.findall(table)}
    for first, last, texts in _RANGES.findall(table):
        start, end = int(first, 16), int(last, 16)
        each = re.findall(rb"<([0-9A-Fa-f]+)>", texts)
        for code in range(start, end + 1):
            at = code - start
            found[code] = _text(each[at]) if len(each) > 1 else chr(int(each[0], 16) + at)
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _number(entry: bytes, key: bytes) -> int:
    found = re.search(re.escape(key) + rb" (\d+) 0 R", entry)
    if found is None:
        raise ReadBackError("The file is not laid out as a return is.")
    return int(found[1])


def _stream(objects: dict[int, bytes], number: int) -> bytes:
    head, _, data = objects[number].partition(b"stream\n")
    if b"/FlateDecode" not in head:
        return data
    return zlib.decompressobj().decompress(data, MOST_BYTES)
