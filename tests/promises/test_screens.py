"""What is typed at the screen stands nowhere but in the encrypted store, and no file is made that is not listed."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from promises import screens
from promises.rows import Row
from promises.watched_disk import WATCHABLE

PLACE = Path("/home/jo")
watchable = pytest.mark.skipif(not WATCHABLE, reason="the calls to the system are watched on Linux")


def test_a_name_is_found_in_every_writing() -> None:
    word = "Zephyrine"
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        for shift in range(3):
            said = b"?" * shift + word.encode(coding) + b"!!!"
            assert any(form in said for form in screens.forms_of(word))
            assert any(form in base64.b64encode(said) for form in screens.forms_of(word)), (coding, shift)
    assert not any(form in b"Zephyr in the afternoon" for form in screens.forms_of(word))


def test_whatever_makes_a_file_is_seen_and_only_listed_ones_are_let_through() -> None:
    trace = "\n".join(
        (
            '12 openat(AT_FDCWD, "/home/jo/store/records.db-journal", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 7',
            '12 openat(AT_FDCWD, "/usr/lib/x.so", O_RDONLY|O_CLOEXEC) = 3',
            '12 openat(AT_FDCWD, "/tmp/spilt", O_WRONLY|O_CREAT, 0600) = -1 EACCES (Permission denied)',
            '12 openat(AT_FDCWD, "/tmp/spilt", O_WRONLY|O_CREAT, 0600) = 8',
            '13 rename("/home/jo/store/keys.json.new", "/home/jo/.local/recent.xbel") = 0',
            '13 mkdir("/home/jo/.cache/thumbnails", 0700) = 0',
        )
    )
    made = list(screens.made_in(trace))
    assert made == [
        "/home/jo/store/records.db-journal",
        "/tmp/spilt",
        "/home/jo/.local/recent.xbel",
        "/home/jo/.cache/thumbnails",
    ]
    assert [screens.is_listed(each, PLACE) for each in made] == [True, False, False, False]


@watchable
@pytest.mark.slow
def test_one_form_typed_printed_crashed_over_and_locked_leaves_nothing() -> None:
    row = screens.at_the_screen("some")
    assert row.is_kept, str(row)


@watchable
@pytest.mark.slow
def test_a_copy_of_what_is_typed_is_found(tmp_path: Path) -> None:
    spill = (
        "import atexit, os, sys\n"
        "if 'promises.at_the_screen' in getattr(sys, 'orig_argv', []):\n"
        "    open(os.environ['HOME'] + '/recent.txt', 'w').write('Zephyrine')\n"
    )
    (tmp_path / "sitecustomize.py").write_text(spill, "utf-8")
    row = screens.at_the_screen("some", str(tmp_path))
    assert isinstance(row, Row)
    assert any("recent.txt was made" in each for each in row.lost)
    assert any("recent.txt holds the marker" in each for each in row.lost)
