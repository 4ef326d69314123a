"""The command line run in-process with the real store, and a key derivation that takes no time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lines import SETTING, Line, Said
from refugedesk.commands.line import run
from vaults import PASSPHRASE, USER


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    """Runs words as they stand."""

    def run_words(*words: object) -> Said:
        capsys.readouterr()
        status = run([str(word) for word in words], SETTING)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return run_words


@pytest.fixture
def person(tmp_path: Path) -> Sequence[str]:
    """The words that say who one is, without being asked."""
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\nnot this line\n", encoding="utf-8")
    return ("--user", USER, "--passphrase-file", str(file))


@pytest.fixture
def store(tmp_path: Path, line: Line, person: Sequence[str]) -> Path:
    """A new, empty store."""
    folder = tmp_path / "store"
    said = line("new", folder, "--service", "City Refuge", "--home-authority", "Coventry", *person)
    assert said.status == 0, said.err
    return folder
