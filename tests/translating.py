"""Brings every file of a language up to date: python translating.py [CODE ...]. ``make translations`` runs it.

Every sentence of the program stands in each file afterwards, those without a translation empty and unfinished, to be
filled in with Qt Linguist or any editor. A sentence that the program no longer has goes. A new CODE makes a new file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

from defusedxml.ElementTree import parse

from sentences import sentences

FOLDER = Path(__file__).parents[1] / "resources" / "translations"
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{code}" sourcelanguage="en">\n'
)


def known(file: Path) -> dict[str, tuple[str, bool]]:
    """Source -> its translation, and whether somebody has finished it."""
    found = {}
    for each in parse(file, forbid_dtd=False).iter("message") if file.exists() else ():
        words = each.find("translation")
        if words is not None and words.text:
            found[each.findtext("source", "")] = (words.text, words.get("type") != "unfinished")
    return found


def written(code: str, translated: dict[str, tuple[str, bool]]) -> str:
    """The file of a language."""
    lines = []
    for source in sorted(sentences()):
        words, is_finished = translated.get(source, ("", False))
        state = "" if is_finished else ' type="unfinished"'
        lines.append(
            f"<message><source>{escape(source)}</source><translation{state}>{escape(words)}</translation></message>\n"
        )
    return f"{HEAD.format(code=code)}<context><name>Desk</name>\n{''.join(lines)}</context>\n</TS>\n"


def main() -> None:
    """Does it."""
    for code in sys.argv[1:] or [file.stem for file in sorted(FOLDER.glob("*.ts"))]:
        file = FOLDER / f"{code}.ts"
        translated = known(file)
        file.write_text(written(code, translated), "utf-8")
        print(f"{code}: {len(translated.keys() & sentences())} of {len(sentences())} sentences have a translation")


if __name__ == "__main__":
    main()
