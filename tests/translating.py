"""Brings every file of a language up to date: python translating.py [CODE ...]. ``make translations`` runs it.

Every sentence of the program stands in each file afterwards, those without a translation empty and unfinished, to be
filled in with Qt Linguist or any editor. A sentence that the program no longer has goes. A new CODE makes a new file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

from defusedxml.ElementTree import parse

from refugedesk.ui.plural_forms import FORMS, form_of
from refugedesk.ui.translations import Words, sentences_of
from sentences import numbered, sentences

FOLDER = Path(__file__).parents[1] / "resources" / "translations"
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{code}" sourcelanguage="en">\n'
)


Known = dict[str, tuple[Words, bool]]


def known(file: Path) -> Known:
    """Source -> its translation, and whether somebody has finished it."""
    if not file.exists():
        return {}
    finished = {
        each.findtext("source", "")
        for each in parse(file, forbid_dtd=False).iter("message")
        if each.find("translation[@type='unfinished']") is None
    }
    return {source: (words, source in finished) for source, words in sentences_of(file).items()}


def written(code: str, translated: Known) -> str:
    """The file of a language."""
    lines = []
    for source in sorted(sentences()):
        words, is_finished = translated.get(source, ("", False))
        state = "" if is_finished else ' type="unfinished"'
        number, inner = _numbered(code, words) if source in numbered() else ("", escape(str(words)))
        lines.append(
            f"<message{number}><source>{escape(source)}</source><translation{state}>{inner}</translation></message>\n"
        )
    return f"{HEAD.format(code=code)}<context><name>Desk</name>\n{''.join(lines)}</context>\n</TS>\n"


def _numbered(code: str, words: Words) -> tuple[str, str]:
    """How a sentence with a number is marked, and its forms, as many as the language has."""
    count = FORMS[form_of(code)]
    forms = words if isinstance(words, tuple) else (words,) * count
    inner = "".join(f"<numerusform>{escape(each)}</numerusform>" for each in forms[:count])
    return ' numerus="yes"', inner


def main() -> None:
    """Does it."""
    for code in sys.argv[1:] or [file.stem for file in sorted(FOLDER.glob("*.ts"))]:
        file = FOLDER / f"{code}.ts"
        translated = known(file)
        file.write_text(written(code, translated), "utf-8")
        print(f"{code}: {len(translated.keys() & sentences())} of {len(sentences())} sentences have a translation")


if __name__ == "__main__":
    main()
