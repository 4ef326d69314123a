"""Returns put on a disk: whole, private, never over another file, and plain sentences where it cannot be done."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from printed_returns import a_printed_return, an_exact_return
from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError
from refugedesk.reporting.writers.files import not_saved, write

SUFFIXES = (".json", ".csv", ".xlsx")


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".XLSX"])
def test_a_return_is_written_for_its_owner_alone_and_nothing_lies_beside_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"return{suffix}"
    write(a_printed_return(), path)
    assert list(tmp_path.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.stat().st_nlink == 1


def test_another_ending_is_refused_and_the_three_are_named(tmp_path: Path) -> None:
    with pytest.raises(CorrectableError, match=r"\.xlsx, \.json or \.csv"):
        write(a_printed_return(), tmp_path / "return.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "return.json"
    path.write_text("mine")
    with pytest.raises(CorrectableError, match="already there"):
        write(a_printed_return(), path)
    assert path.read_text() == "mine"
    write(an_exact_return(), path, overwrite=True)
    assert json.loads(path.read_text(encoding="utf-8"))["protection"] == {"policy": "none"}
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_while_the_return_is_written_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "return.json"
    with pytest.raises(CorrectableError, match="already there"):
        write(a_printed_return(), path, check=lambda _: path.write_text("mine"))
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_check_refuses_is_not_put_in_place(tmp_path: Path) -> None:
    def refuse(unfinished: Path) -> None:
        assert unfinished.suffix == ".json"
        assert json.loads(unfinished.read_text(encoding="utf-8"))["service"] == "Haven House"
        raise OutOfOurHandsError("Not so.")

    with pytest.raises(OutOfOurHandsError, match="Not so"):
        write(a_printed_return(), tmp_path / "return.json", check=refuse)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_said_in_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutOfOurHandsError, match="Your records are safe"):
        write(a_printed_return(), tmp_path / "stick" / "return.csv")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    def fill(_: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OutOfOurHandsError, match="the disk is full"):
        write(a_printed_return(), tmp_path / "return.csv", check=fill)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ENOENT, errno.EIO, errno.ENODEV, 9999])
def test_every_refusal_of_the_disk_has_a_sentence_without_the_folder(code: int) -> None:
    words = not_saved(Path("/home/somebody/secret/return.csv"), OSError(code, "no"))
    assert "secret" not in words
    assert words.endswith("Your records are safe.")
