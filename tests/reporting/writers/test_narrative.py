"""The service's own text: in every file that has one, read back as it was typed, and no formula."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from printed_returns import a_printed_return
from refugedesk.reporting.readers.readback import read_published, verify
from refugedesk.reporting.tables import PrintedReturn
from refugedesk.reporting.writers.files import write

ENDINGS = ("xlsx", "csv", "json")
TEXT = "The refuge was full throughout; “nobody” was turned away, but for want of room."


def with_text(words: str) -> PrintedReturn:
    printed = a_printed_return()
    return replace(printed, heading=replace(printed.heading, narrative=words))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("words", [TEXT, "a, b; c\"d'"])
def test_the_text_is_read_back_as_it_was_typed(tmp_path: Path, ending: str, words: str) -> None:
    printed, path = with_text(words), tmp_path / f"return.{ending}"
    write(printed, path)
    verify(path, printed)
    assert read_published(path, [table.shape for table in printed.tables]).heading.narrative == words


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_that_looks_like_a_formula_is_none(tmp_path: Path, ending: str) -> None:
    printed, path = with_text("=1+1"), tmp_path / f"return.{ending}"
    write(printed, path)
    read = read_published(path, [table.shape for table in printed.tables]).heading.narrative
    assert read == ("'=1+1" if ending == "csv" else "=1+1")
    assert ending != "csv" or ",=1+1" not in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_a_text_the_file_says_nothing_of_one(tmp_path: Path, ending: str) -> None:
    printed, path = with_text(""), tmp_path / f"return.{ending}"
    write(printed, path)
    assert read_published(path, [table.shape for table in printed.tables]).heading.narrative == ""
    if ending == "json":
        assert "narrative" not in json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_changes_no_number(tmp_path: Path, ending: str) -> None:
    found = []
    for number, words in enumerate(("", TEXT)):
        printed, path = with_text(words), tmp_path / f"{number}.{ending}"
        write(printed, path)
        read = read_published(path, [table.shape for table in printed.tables])
        found.append((read.shown, read.derived, read.withheld))
    assert found[0] == found[1]
