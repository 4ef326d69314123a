"""CSV files are read strictly, and what cannot be read is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from refugedesk.services.interchange.csv_files import read_csv
from refugedesk.services.interchange.tables import Row, UnreadableFileError


def _rows(folder: Path, content: bytes) -> list[Row]:
    path = folder / "stays.csv"
    path.write_bytes(content)
    return list(read_csv(path))


def test_rows_know_the_line_they_begin_on(tmp_path: Path) -> None:
    rows = _rows(tmp_path, b'\xef\xbb\xbfa,b\r\n\r\n"x\ny",2\n,\n3,4')
    assert rows == [Row(1, ("a", "b")), Row(3, ("x\ny", "2")), Row(6, ("3", "4"))]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("a,b\n1,é\n".encode("latin-1"), 2, "not UTF-8"),
        ("a,b\n1,2\n".encode("utf-16"), 1, "UTF-16"),
        (b'a,b\n1,"2\n3,4\n', 2, "quotation marks"),
        (b'a,b\n1,"2"3\n', 2, "quotation marks"),
        (b"a,b\r1,2\r", 1, "old way"),
        (b'a,b\n1,"' + b"x" * 200_000 + b'"\n', 2, "far too long"),
        (b"a,b\n" + b"," * 1_000_001, 2, "does not end"),
        (b'a,b\n"' + b'","\n' * 300_000, 2, "does not end"),
    ],
)
def test_what_is_not_csv_says_so_and_where(tmp_path: Path, content: bytes, line: int, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words) as raised:
        _rows(tmp_path, content)
    assert raised.value.line >= line
