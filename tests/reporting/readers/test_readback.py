"""Written returns read back: every number, and nothing that the numbers do not account for."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from payloads import PAYLOADS
from printed_returns import a_printed_return, an_exact_return, shapes_like_a_return, shapes_of
from refugedesk.reporting.readers.published import ReadBackError
from refugedesk.reporting.readers.readback import read_published, verify
from refugedesk.reporting.tables import Place, PrintedReturn
from refugedesk.reporting.writers.files import write

SUFFIXES = (".json", ".csv", ".xlsx")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("printed", [a_printed_return(), an_exact_return(), a_printed_return(seed=8)])
def test_what_was_written_is_what_is_read(tmp_path: Path, suffix: str, printed: PrintedReturn) -> None:
    path = tmp_path / f"return{suffix}"
    write(printed, path, check=lambda unfinished: verify(unfinished, printed))
    published = read_published(path, shapes_of(printed))
    places = {place for table in printed.tables for place in table.shape.places()}
    shown = {place for table in printed.tables for place in table.shown}
    counts_withheld = {place for place in published.withheld if place in places}
    assert counts_withheld == places - shown
    assert published.heading.period == printed.heading.period
    assert published.heading.service == "Haven House"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_whatever_people_typed_the_file_reads_back(tmp_path: Path, suffix: str) -> None:
    shapes = tuple(shape for shape in shapes_like_a_return(PAYLOADS[::9]) if shape.id == "origin_ward")
    for number, payload in enumerate(PAYLOADS[::131]):
        printed = a_printed_return(shapes, service=payload, home_authority=payload)
        path = tmp_path / f"{number}{suffix}"
        write(printed, path)
        verify(path, printed)


def test_a_withheld_statistic_is_among_the_withheld_places(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        path = tmp_path / f"return{suffix}"
        write(a_printed_return(), path)
        published = read_published(path, shapes_like_a_return())
        assert Place("length_of_stay", "longest_days") in published.withheld


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_other_numbers_than_those_printed_are_seen(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"return{suffix}"
    write(a_printed_return(seed=1), path)
    with pytest.raises(ReadBackError, match="does not show the numbers"):
        verify(path, a_printed_return(seed=2))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_more_or_less_is_seen(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"return{suffix}"
    write(a_printed_return(), path)
    with pytest.raises(ReadBackError):
        read_published(path, shapes_like_a_return()[1:])
    write(a_printed_return(shapes_like_a_return()[1:]), path, overwrite=True)
    with pytest.raises(ReadBackError):
        read_published(path, shapes_like_a_return())


def _json_with(change: Callable[[dict[str, object]], object]) -> Callable[[bytes], bytes]:
    def changed(content: bytes) -> bytes:
        document = json.loads(content)
        change(document)
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()

    return changed


@pytest.mark.parametrize(
    "spoil",
    [
        _json_with(lambda d: d.update(note=3)),
        _json_with(lambda d: d["tables"][4].update(hidden=2)),  # type: ignore[index]
        _json_with(lambda d: d["tables"][4]["rows"][1].pop("withheld")),  # type: ignore[index]
        _json_with(lambda d: d["tables"][4]["rows"][1].update(count=2)),  # type: ignore[index]
        _json_with(lambda d: d["tables"][4]["rows"].append(d["tables"][4]["rows"][0])),  # type: ignore[index]
        _json_with(lambda d: d["tables"][4].update(base=47.0)),  # type: ignore[index]
        lambda content: content + b"3",
        lambda content: content.replace(b'"service"', b'"service": "3",\n "service"', 1),
        lambda content: content[:-20],
        lambda content: b"[" * 100_000,
    ],
)
def test_a_spoilt_json_is_refused(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    _spoilt_is_refused(tmp_path / "return.json", spoil)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content + b'"3"\n',
        lambda content: content.replace(b'"[c]"', b'"2"', 1).replace(b'"base"', b'"total"', 1),
        lambda content: b"".join(content.splitlines(keepends=True)[:-1]),
        lambda content: content + content.splitlines(keepends=True)[-1],
        lambda content: content.replace(b'"Haven House"', b'"Haven House 3"', 1),
        lambda content: b"",
        lambda content: content.replace(b'"18"', b'"1e1"', 1),
    ],
)
def test_a_spoilt_csv_is_refused(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    _spoilt_is_refused(tmp_path / "return.csv", spoil)


def _xlsx_with(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Changes one part of the workbook by its bytes; an empty ``old`` adds the part."""

    def changed(content: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
            for entry in source.infolist():
                body = source.read(entry)
                if entry.filename == part:
                    assert old in body
                    body = body.replace(old, new, 1)
                target.writestr(entry, body)
            if not old:
                target.writestr(part, new)
        return out.getvalue()

    return changed


def _resaved_with(change: Callable[[openpyxl.Workbook], object]) -> Callable[[bytes], bytes]:
    def changed(content: bytes) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(content))
        change(book)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return changed


@pytest.mark.parametrize(
    "spoil",
    [
        _resaved_with(lambda book: book.create_sheet("More")["A1"].__setattr__("value", 3)),
        _resaved_with(lambda book: book["Who came"].cell(3, 30).__setattr__("value", 3)),
        _xlsx_with("xl/charts/chart1.xml", b"<c:v>19</c:v>", b"<c:v>4</c:v>"),
        _xlsx_with("xl/worksheets/sheet2.xml", b"<sheetData>", b'<sheetData><row r="1" hidden="1"/>'),
        _xlsx_with("xl/worksheets/sheet2.xml", b"<v>18</v>", b"<f>17+1</f><v>18</v>"),
        _xlsx_with("xl/sharedStrings.xml", b"</sst>", b"<si><t>3</t></si></sst>"),
        _xlsx_with("docProps/core.xml", b"2000-01-01", b"2026-11-23"),
        _xlsx_with("docProps/custom.xml", b"", b"<Properties/>"),
        _xlsx_with("xl/pivotCache/pivotCacheDefinition1.xml", b"", b"<x/>"),
        lambda content: content[:2000],
        lambda content: b"no zip",
    ],
)
def test_a_spoilt_workbook_is_refused(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    _spoilt_is_refused(tmp_path / "return.xlsx", spoil)


def _spoilt_is_refused(path: Path, spoil: Callable[[bytes], bytes]) -> None:
    printed = a_printed_return()
    write(printed, path)
    read_published(path, shapes_of(printed))
    content = path.read_bytes()
    spoilt = spoil(content)
    assert spoilt != content
    path.write_bytes(spoilt)
    with pytest.raises(ReadBackError):
        read_published(path, shapes_of(printed))


def test_the_policy_and_the_title_are_read_where_the_file_states_them(tmp_path: Path) -> None:
    strict = replace(
        a_printed_return(), policy=replace(a_printed_return().policy, id="threshold-5-strict", strict=True)
    )
    for suffix in SUFFIXES:
        write(strict, tmp_path / f"safe{suffix}")
        published = verify(tmp_path / f"safe{suffix}", strict)
        assert published.policy is not None
        assert (published.policy.id, published.policy.threshold) == ("threshold-5-strict", 5)
        write(an_exact_return(), tmp_path / f"exact{suffix}")
        assert verify(tmp_path / f"exact{suffix}", an_exact_return()).policy is None
