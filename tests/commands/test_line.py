"""The promises of the command line: statuses, one sentence on standard error, and nothing given away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from interchange_folders import CITY_REFUGE, changed, small, write_csv
from lines import SETTING, Line
from refugedesk import fault_log
from refugedesk.__main__ import main
from refugedesk.commands.line import line as all_commands
from refugedesk.commands.line import run
from refugedesk.commands.opening import Person, opened, read_passphrase
from refugedesk.services.own_definitions import keep_own_return
from vaults import PASSPHRASE, USER

YEAR = ("--definition", "commissioner", "--from", "2020-04-01", "--to", "2021-03-31")


def _is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith(".\n") and "Traceback" not in text


def test_a_new_store_shows_its_recovery_key_once(tmp_path: Path, line: Line, person: Sequence[str]) -> None:
    words = ("new", tmp_path / "s", "--service", "City Refuge", "--home-authority", "Coventry", *person)
    said = line(*words)
    assert (said.status, said.err) == (0, "")
    key = said.out.splitlines()[-1]
    assert len(key.replace("-", "")) >= 32
    again = line(*words)
    assert again.status == 1
    assert _is_one_sentence(again.err)


def test_import_says_what_it_brought(line: Line, store: Path, person: Sequence[str]) -> None:
    said = line("import", store, CITY_REFUGE, *person)
    assert (said.status, said.err) == (0, "")
    assert "stays: 52\n" in said.out


def test_import_says_every_fault_on_a_line_of_its_own(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str]
) -> None:
    folder = write_csv(tmp_path / "in", changed("stays", 2, started_on="1 Feb 2020", risk_at_start="dire"))
    for check in ((), ("--check",)):
        said = line("import", store, folder, *check, *person)
        assert said.status == 1
        assert said.err == "2 faults found, so nothing was imported. Correct the files and try again.\n"
        faults = [text for text in said.out.splitlines() if not text.startswith("Warning")]
        assert [text.split(":")[0] for text in faults] == [
            "stays.csv, line 2, column started_on, “1 Feb 2020”",
            "stays.csv, line 2, column risk_at_start, “dire”",
        ]


def test_a_check_imports_nothing(tmp_path: Path, line: Line, store: Path, person: Sequence[str]) -> None:
    folder = write_csv(tmp_path / "in", small())
    assert line("import", store, folder, "--check", *person).status == 0
    assert line("import", store, folder, *person).status == 0
    assert line("import", store, folder, *person).status == 1


def test_an_export_holds_what_was_imported(tmp_path: Path, line: Line, store: Path, person: Sequence[str]) -> None:
    line("import", store, CITY_REFUGE, *person)
    said = line("export", store, tmp_path / "out", "--reason", "to move", "--yes", *person)
    assert (said.status, said.err) == (0, "")
    assert (tmp_path / "out" / "stays.csv").read_bytes().count(b"\r\n") == 53


def test_an_export_asks_on_a_terminal_and_no_means_no(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for answer, status in (("n\n", 1), ("", 1), ("y\n", 0)):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        assert line("export", store, tmp_path / "out", "--reason", "to move", *person).status == status
        assert (tmp_path / "out").exists() == (status == 0)


def test_backups_restore_and_nothing_is_overwritten(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str]
) -> None:
    line("import", store, CITY_REFUGE, *person)
    assert line("backup", store, tmp_path / "copy", *person).status == 0
    before = (tmp_path / "copy").read_bytes()
    again = line("backup", store, tmp_path / "copy", *person)
    assert (again.status, _is_one_sentence(again.err)) == (1, True)
    assert (tmp_path / "copy").read_bytes() == before
    assert line("restore", tmp_path / "copy", tmp_path / "back", *person).status == 0
    assert line("restore", tmp_path / "copy", tmp_path / "back", *person).status == 1
    assert "is whole" in line("check", tmp_path / "back", *person).out
    line("export", tmp_path / "back", tmp_path / "out", "--reason", "to see", *person)
    assert (tmp_path / "out" / "stays.csv").read_bytes().count(b"\r\n") == 53


def test_returns_lists_the_definitions_with_their_tables(line: Line) -> None:
    said = line("returns")
    assert said.status == 0
    assert said.out.startswith("commissioner ")
    assert "length_of_stay" in said.out


def test_a_return_can_be_protected_in_another_way(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str]
) -> None:
    out = tmp_path / "rounded.json"
    assert line("return", store, *YEAR, "--out", out, "--policy", "round-10", *person).err == ""
    assert json.loads(out.read_text())["protection"] == {"policy": "round-10", "threshold": 1}


def test_a_return_is_protected_unless_it_is_exact(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str]
) -> None:
    line("import", store, write_csv(tmp_path / "in", small()), *person)
    days = ("--definition", "commissioner", "--from", "2020-01-01", "--to", "2020-03-31")
    safe, exact = tmp_path / "safe.json", tmp_path / "exact.json"
    assert line("return", store, *days, "--out", safe, *person).err == ""
    assert json.loads(safe.read_text(encoding="utf-8"))["protection"]["threshold"] == 5
    said = line("return", store, *days, "--out", exact, "--exact", "--reason", "r", "--recipient", "x", *person)
    assert said.status == 0
    assert json.loads(exact.read_text(encoding="utf-8"))["protection"] == {"policy": "none"}


def test_a_corrected_period_is_refused_sent_again_or_revised(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str]
) -> None:
    line("import", store, write_csv(tmp_path / "in", small()), *person)
    days = ("--definition", "commissioner", "--from", "2020-01-01", "--to", "2020-03-31")
    first, again, revised = (tmp_path / f"{name}.json" for name in ("first", "again", "revised"))
    line("return", store, *days, "--out", first, *person)
    more = {"referrals": [{"referral_id": f"late{n}", "received_on": "2020-02-03"} for n in range(9)]}
    assert line("import", store, write_csv(tmp_path / "late", more), *person).status == 0
    said = line("return", store, *days, "--out", again, *person)
    assert said.status == 1 and "formal revision" in said.err and not again.exists()
    assert line("return", store, *days, "--out", again, "--reissue", *person).status == 0
    assert again.read_bytes() == first.read_bytes()
    said = line("return", store, *days, "--out", revised, "--revise", *person)
    assert (said.status, "It is revision 1." in said.out) == (0, True)
    assert json.loads(revised.read_text(encoding="utf-8"))["revision"] == 1


def test_a_return_of_ones_own_is_made_by_its_name(
    tmp_path: Path, line: Line, store: Path, person: Sequence[str]
) -> None:
    content = {"id": "own_homes", "title": "Homes", "tables": [{"from": "commissioner", "table": "move_on_group"}]}
    with opened(SETTING, store, Person(person[1], person[3])) as desk:
        keep_own_return(desk, content)
    out = tmp_path / "own.json"
    assert line("return", store, "--definition", "own_homes", *YEAR[2:], "--out", out, *person).status == 0
    assert json.loads(out.read_text(encoding="utf-8"))["tables"][0]["id"] == "move_on_group"
    said = line("return", store, "--definition", "own_other", *YEAR[2:], "--out", out, *person)
    assert said.status == 2 and "own_homes" in said.err


def test_a_return_is_written_as_a_pdf(tmp_path: Path, line: Line, store: Path, person: Sequence[str]) -> None:
    line("import", store, write_csv(tmp_path / "in", small()), *person)
    days, out = ("--definition", "outcomes", "--from", "2020-01-01", "--to", "2020-03-31"), tmp_path / "out.pdf"
    assert line("return", store, *days, "--out", out, *person).status == 0
    assert out.read_bytes().startswith(b"%PDF-")


WRONG_WORDS = [
    ("frobnicate",),
    ("new", "s"),
    ("import", "s"),
    ("import", "s", "f", "--colour"),
    ("export", "s", "f"),
    ("return", "s", "--definition", "commissioner", "--from", "2020-04-01", "--out", "x.json"),
    ("return", "s", *YEAR, "--out", "x.docx"),
    ("return", "s", *YEAR, "--out", "x.json", "--policy", "none"),
    ("return", "s", *YEAR, "--out", "x.json", "--exact"),
    ("return", "s", *YEAR, "--out", "x.json", "--exact", "--reason", "r"),
    ("return", "s", "--definition", "nonsense", *YEAR[2:], "--out", "x.json"),
    ("return", "s", *YEAR, "--out", "x.json", "--revise", "--reissue"),
    ("return", "s", *YEAR[:2], "--from", "1 April 2020", "--to", "2021-03-31", "--out", "x.json"),
    ("return", "s", *YEAR[:2], "--from", "2021-04-01", "--to", "2020-03-31", "--out", "x.json"),
]


@pytest.mark.parametrize("words", WRONG_WORDS, ids=" ".join)
def test_wrong_words_are_status_two_before_anything_is_asked(line: Line, words: Sequence[str]) -> None:
    said = line(*words)
    assert said.status == 2
    assert "Error: " in said.err


def test_a_passphrase_file_without_a_name_asks_nothing_either(line: Line, store: Path, person: Sequence[str]) -> None:
    said = line("check", store, *person[2:])
    assert (said.status, "--user" in said.err) == (2, True)


@pytest.mark.parametrize(
    "words", [("check", "nowhere"), ("import", "nowhere", "f"), ("export", "nowhere", "f", "--reason", "r")]
)
def test_what_cannot_be_done_is_one_sentence(line: Line, person: Sequence[str], words: Sequence[str]) -> None:
    said = line(*words, *person)
    assert (said.status, said.out) == (1, "")
    assert said.err.count("\n") == 1


def test_a_wrong_passphrase_is_one_sentence(tmp_path: Path, line: Line, store: Path) -> None:
    (tmp_path / "wrong").write_text("kettle violin marmalade tay\n", encoding="utf-8")
    said = line("check", store, "--user", USER, "--passphrase-file", tmp_path / "wrong")
    assert (said.status, said.err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"kettle violin\nsecond", "kettle violin"),
        (b"kettle violin\r\nsecond", "kettle violin"),
        (b" kettle violin ", " kettle violin "),
        (b"\xef\xbb\xbfkettle\n", "kettle"),
        ("thé à la menthe\n".encode(), "thé à la menthe"),
    ],
)
def test_the_passphrase_is_the_first_line_without_its_end(tmp_path: Path, content: bytes, passphrase: str) -> None:
    (tmp_path / "p").write_bytes(content)
    assert read_passphrase(str(tmp_path / "p")) == passphrase


@pytest.mark.parametrize("content", [b"", b"\nkettle violin marmalade", b"\xff\xfe"])
def test_a_file_without_a_passphrase_is_one_sentence(tmp_path: Path, line: Line, store: Path, content: bytes) -> None:
    (tmp_path / "p").write_bytes(content)
    said = line("check", store, "--user", USER, "--passphrase-file", tmp_path / "p")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert line("check", store, "--user", USER, "--passphrase-file", tmp_path / "none").status == 1


def test_a_fault_in_the_program_is_said_as_one_and_its_log_holds_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command("break")
    def broken() -> None:
        raise KeyError("Farah Jarvis, Room 4")

    monkeypatch.setattr(fault_log, "log_file", lambda: tmp_path / "log" / "faults.log")
    monkeypatch.setitem(all_commands.commands, "break", broken)
    assert run(["break"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(tmp_path / "log" / "faults.log") in said.err
    log = (tmp_path / "log" / "faults.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "broken" in log
    assert "Farah" not in log + said.err


def _program(*words: str, typed: str | None = None, **options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "refugedesk", *words]
    surroundings = {**os.environ, **options}
    return subprocess.run(
        command, input=typed, capture_output=True, text=True, env=surroundings, check=False, timeout=60
    )


def test_the_program_itself_makes_and_opens_a_store_by_standard_input(tmp_path: Path) -> None:
    store, who = str(tmp_path / "store"), ("--user", USER, "--passphrase-file", "-")
    made = _program("new", store, "--service", "S", "--home-authority", "Coventry", *who, typed=f"{PASSPHRASE}\n")
    assert (made.returncode, made.stderr) == (0, "")
    brought = _program("import", store, str(CITY_REFUGE), *who, typed=PASSPHRASE)
    assert (brought.returncode, brought.stderr) == (0, "")
    assert _program("check", store, *who, typed="wrong\n").returncode == 1


def test_the_program_says_its_version_and_its_words() -> None:
    assert _program("--version").stdout.startswith("RefugeDesk ")
    words = _program("--help").stdout
    assert all(name in words for name in ("demo", "new", "import", "export", "return", "check", "backup", "restore"))
    assert "--window" not in words
    assert _program("nonsense").returncode == 2


def test_a_passphrase_is_never_taken_from_an_argument(line: Line) -> None:
    assert line("check", "s", "--user", USER, "--passphrase", PASSPHRASE).status == 2


def test_the_window_starts_without_what_only_the_words_need() -> None:
    script = (
        "import sys, refugedesk.supervisor as s\n"
        "s.supervise, s.has_screen = lambda command: print(command[-1]) or 0, lambda: True\n"
        "from refugedesk.__main__ import main\n"
        "main([])\n"
        "print(sorted({'click', 'pandas', 'sqlalchemy', 'alembic', 'PySide6', 'platformdirs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["--window", "[]"]


def test_main_gives_back_the_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err
