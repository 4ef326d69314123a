"""Sentences that depend on a number have the forms their language needs, and the same ones that Qt's own tools make."""

from __future__ import annotations

import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from refugedesk.domain.words import counted
from refugedesk.ui.plural_forms import FORMS, RULES, form_of
from refugedesk.ui.translations import Catalogue, install, sentences_of
from translating import HEAD

RELEASE = Path(PySide6.__file__).parent / "lrelease"
LANGUAGES = [*sorted(RULES), "de", "pa", "so"]


def a_file(folder: Path, code: str) -> Path:
    """A language with one sentence, whose forms are called by their places."""
    forms = "".join(f"<numerusform>form {place}</numerusform>" for place in range(FORMS[form_of(code)]))
    message = f'<message numerus="yes"><source>%n things</source><translation>{forms}</translation></message>'
    file = folder / f"{code}.ts"
    file.write_text(f"{HEAD.format(code=code)}<context><name>Desk</name>{message}</context></TS>", "utf-8")
    return file


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.slow
def test_a_number_asks_for_the_form_that_qt_takes(application: QApplication, tmp_path: Path, code: str) -> None:
    file, made, theirs = a_file(tmp_path, code), tmp_path / "made.qm", QTranslator()
    subprocess.run([RELEASE, file, "-qm", made], check=True, capture_output=True)
    assert theirs.load(str(made))
    ours = Catalogue(sentences_of(file), code=code)
    numbers = range(212)
    said = [ours.translate("Desk", "%n things", None, number) for number in numbers]
    assert said == [theirs.translate("Desk", "%n things", None, number) for number in numbers]


def test_a_sentence_says_its_number_and_its_parts_in_the_form_of_the_language(
    application: QApplication, tmp_path: Path
) -> None:
    forms = {"%n things of {name}": ("rzecz {name}: %n", "rzeczy {name}: %n", "rzeczy wielu {name}: %n")}
    install(application, Catalogue(forms, application, "pl"), "pl")
    try:
        said = [counted(number, "%n thing of {name}", "%n things of {name}", name="%n") for number in (1, 3, 5)]
        assert said == ["rzecz %n: 1", "rzeczy %n: 3", "rzeczy wielu %n: 5"]
        assert counted(1, "%n stone", "%n stones") == "1 stone"
    finally:
        install(application, None)
    assert [counted(number, "%n stone", "%n stones") for number in (0, 1, 2)] == ["0 stones", "1 stone", "2 stones"]


def test_half_translated_forms_are_not_shown(tmp_path: Path) -> None:
    file = a_file(tmp_path, "pl")
    file.write_text(file.read_text("utf-8").replace("form 1", ""), "utf-8")
    assert sentences_of(file) == {}
