"""The parts of a workbook's archive: only those that a return is made of, none too large, compared text by text."""

from __future__ import annotations

import io
import re
import zipfile

from refugedesk.reporting.readers.published import ReadBackError

_ALLOWED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|sharedStrings)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml|xl/worksheets/sheet[0-9]+\.xml"
    r"|xl/worksheets/_rels/sheet[0-9]+\.xml\.rels|xl/(drawings/drawing|charts/chart)[0-9]+\.xml"
    r"|xl/drawings/_rels/drawing[0-9]+\.xml\.rels"
)
_FORBIDDEN = re.compile(
    rb"""<(f|hyperlink|externalReference|pivotCache|oleObject|ddeLink|!DOCTYPE|!ENTITY)[\s>/]"""
    rb"""|<[^<>]*\s(TargetMode\s*=|hidden\s*=|state\s*=\s*["'](hidden|veryHidden)["'])"""
)
"""Looked for in tags alone: what people typed stands between them, its angle brackets escaped."""
_LARGEST = 200 * 1024 * 1024
"""Bytes of one part once unpacked: a return of 100,000 numbers needs a tenth of it."""


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of the archive by its name, each of a kind that a return is made of.

    Raises:
        ReadBackError: a part of another kind, a part twice, a comment, or a formula, link or hidden thing in one.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if len(set(names)) != len(names) or archive.comment or not all(map(_ALLOWED.fullmatch, names)):
            raise ReadBackError("The workbook has a part that a return does not have.")
        if any(entry.file_size > _LARGEST for entry in entries):
            raise ReadBackError("The workbook has a part that is too large for a return.")
        parts = {name: archive.read(name) for name in names}
    if any(_FORBIDDEN.search(part) for part in parts.values()):
        raise ReadBackError("The workbook has a formula, a link or something hidden in it.")
    return parts
