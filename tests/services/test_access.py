"""A person's own file is looked through line by line, written without what is taken out, and stands in the log."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desks import NOON
from purging import LATER, Case, a_case
from refugedesk.domain.fields import Answer
from refugedesk.domain.redaction import Decision, Proposal, Why
from refugedesk.services import forms, handing_over, hiding, trail
from refugedesk.services.access.deciding import decide, decisions, shown
from refugedesk.services.access.lines import Pack, look_through
from refugedesk.services.access.writing import PackError, paper, write_pack
from refugedesk.services.desk import Desk
from refugedesk.services.handing_over import HandOverError, NewHandOver
from refugedesk.services.papers import Paper
from refugedesk.storage.work import GoneError

GIVEN = NewHandOver(LATER.date(), "The person, in the office", "subject_access", "", "Their own file", "paper")
STREET = "Rosemary Lane"
HIS = "Thaddeus Grimsby"
CHILDS = "Noor wants her bear"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = a_case(tmp_path / "store")
    desk, house = case.desk, case.house
    add(desk, "property", name="North House", address=f"14 {STREET}\nCoventry\nCV1 2AB")
    add(desk, "perpetrator", resident_id=house.resident, name=HIS, relationship="partner")
    said = f"She told me that Thaddeus waits at 14 {STREET}. =HYPERLINK(1)"
    add(desk, "note", stay_id=house.stay, on_day=NOON.date(), fact=said, opinion="I believe her", worker="Robin Field")
    add(desk, "note", stay_id=house.stay, on_day=NOON.date(), fact="=1+1")
    add(desk, "note", stay_id=house.stay, child_id=house.keys["child"], on_day=NOON.date(), fact=CHILDS)
    yield case
    desk.close()


def add(desk: Desk, record: str, **answers: Answer) -> str:
    with desk.writing() as work:
        return work.add(record, answers)


def a_pack(case: Case) -> Pack:
    return look_through(case.desk, case.house.resident)


def no_paper(paper: Paper, path: Path) -> None:
    path.write_text(repr(paper), encoding="utf-8")


def written(case: Case, pack: Pack, decided: dict[str, Proposal], folder: Path) -> str:
    write_pack(case.desk, pack, decided, folder, GIVEN, no_paper)
    return "".join(each.read_text("utf-8") for each in sorted(folder.iterdir()))


def test_what_is_about_others_is_not_in_what_is_written(case: Case, tmp_path: Path) -> None:
    text = written(case, a_pack(case), {}, tmp_path / "pack")
    for secret in (HIS, "Thaddeus", "Grimsby", CHILDS, "I believe her", "Robin", STREET, "CV1 2AB"):
        assert secret.casefold() not in text.casefold(), secret
    assert "She told me that [name taken out] waits at [place taken out]." in text
    assert "Zephyrine" in text, "what the person's own diet is stays"


def test_the_address_is_in_nothing_whatever_is_decided(case: Case, tmp_path: Path) -> None:
    pack = a_pack(case)
    everything = {line.key: Proposal(Decision.KEEP) for line in pack.lines}
    text = written(case, pack, everything, tmp_path / "pack")
    assert STREET not in text and "CV1 2AB" not in text and "North House" not in text
    assert HIS in text and CHILDS in text, "the rest is as decided"


def test_every_answer_of_the_file_is_a_line(case: Case) -> None:
    lines = {line.key for line in a_pack(case).lines}
    for record in ("resident", "stay", "note", "referral", "court_date", "risk_assessment", "safety_plan"):
        draft = forms.open_draft(case.desk, record, case.house.keys[record])
        for field in draft.record.fields:
            if field.links_to or field.is_secret or draft.answers.get(field.name) in (None, "", ()):
                continue
            assert f"{record} {case.house.keys[record]} {field.name}" in lines, field.name


def test_what_was_decided_is_kept_until_somebody_goes_on(case: Case) -> None:
    pack = a_pack(case)
    first = pack.lines[0]
    decided = {first.key: Proposal(Decision.TAKE_OUT, Why.SAFETY)}
    decide(case.desk, case.house.resident, decided)
    assert decisions(case.desk, case.house.resident) == decided
    assert shown(pack, decided)[0].words == "" and shown(pack, {})[0].words == first.words
    case.purge()
    assert decisions(case.desk, case.house.resident) == {}


def test_data_and_paper_say_the_same_and_run_nothing(case: Case, tmp_path: Path) -> None:
    pack = a_pack(case)
    write_pack(case.desk, pack, {}, tmp_path / "pack", GIVEN, no_paper)
    lines = json.loads((tmp_path / "pack" / "file.json").read_text("utf-8"))["lines"]
    with (tmp_path / "pack" / "file.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(lines) > 20 and "=1+1" in {each["words"] for each in lines}
    on_paper = "".join(line for part in paper(case.desk, shown(pack, {})).parts for line in part.lines)
    assert all(each["words"] in on_paper for each in lines)
    assert not [row for row in rows if row["words"].startswith(("=", "+", "-", "@"))]
    assert (tmp_path / "pack").stat().st_mode & 0o077 == 0


def test_it_stands_in_the_log_and_only_ever_does(case: Case, tmp_path: Path) -> None:
    pack = a_pack(case)
    write_pack(case.desk, pack, {}, tmp_path / "pack", GIVEN, no_paper)
    row = handing_over.handed_over_rows(case.desk, case.house.resident)[0]
    assert (row.to_whom, row.by, row.how) == ("The person, in the office", "Ana Silva", "On paper")
    assert "taken out" in row.what and row.authority.startswith("The person asked")
    assert "was given to" in " ".join(each.words for each in trail.trail(case.desk, kind="out").rows)
    with pytest.raises(PackError):
        write_pack(case.desk, pack, {}, tmp_path / "pack", GIVEN, no_paper)
    assert len(handing_over.handed_over_rows(case.desk)) == 1


def test_without_an_entry_in_the_log_nothing_is_written(case: Case, tmp_path: Path) -> None:
    pack = a_pack(case)
    for wrong in (
        dataclasses.replace(GIVEN, to_whom=" "),
        dataclasses.replace(GIVEN, authority="court_order"),
        dataclasses.replace(GIVEN, given_on=LATER.replace(year=2022).date()),
    ):
        with pytest.raises(HandOverError):
            write_pack(case.desk, pack, {}, tmp_path / "pack", wrong, no_paper)
    nothing = {line.key: Proposal(Decision.TAKE_OUT, Why.SAFETY) for line in pack.lines}
    with pytest.raises(PackError):
        write_pack(case.desk, pack, nothing, tmp_path / "pack", GIVEN, no_paper)

    def broken(_paper: Paper, _path: Path) -> None:
        raise OSError(28, "full")

    with pytest.raises(Exception, match="drive is full"):
        write_pack(case.desk, pack, {}, tmp_path / "pack", GIVEN, broken)
    assert list(tmp_path.iterdir()) == [case.house.folder]
    assert handing_over.handed_over_rows(case.desk) == ()


def test_a_purge_leaves_in_the_log_to_whom_and_not_what(case: Case) -> None:
    court = NewHandOver(LATER.date(), "Family Court", "court_order", "CV21P00123", "Notes of Quillfeather", "paper")
    handing_over.hand_over(case.desk, case.house.resident, court)
    case.purge()
    [row] = handing_over.handed_over_rows(case.desk)
    assert (row.resident_id, row.to_whom, row.authority) == ("", "Family Court", "Court order, CV21P00123")
    assert row.what == "no longer kept" and case.hits == 0


def test_nobody_is_told_of_a_file_that_is_hidden_from_them(case: Case) -> None:
    handing_over.hand_over(case.desk, case.house.resident, GIVEN)
    hiding.hide(case.desk, "resident", case.house.resident, case.house.accounts["Sam Okoro"], "A cousin")
    case.desk.close()
    case.desk = case.house.open("Sam Okoro", LATER)
    assert handing_over.handed_over_rows(case.desk) == ()
    with pytest.raises(GoneError):
        look_through(case.desk, case.house.resident)
    with pytest.raises(GoneError):
        handing_over.hand_over(case.desk, case.house.resident, GIVEN)


def test_a_child_is_handed_what_is_recorded_of_them_alone(case: Case, tmp_path: Path) -> None:
    child = case.house.keys["child"]
    pack = look_through(case.desk, case.house.resident, child)
    assert {line.key.split(" ")[0] for line in pack.lines} >= {"child", "child_stay", "child_risk_assessment", "note"}
    assert not [line for line in pack.lines if line.key.startswith(("resident", "stay", "perpetrator"))]
    text = written(case, pack, {}, tmp_path / "pack")
    assert "wants her bear" in text and "Zephyrine" not in text and HIS not in text
    decide(case.desk, pack.about, {pack.lines[0].key: Proposal(Decision.TAKE_OUT, Why.SAFETY)})
    assert decisions(case.desk, case.house.resident) == {} and decisions(case.desk, child)
    case.purge()
    assert decisions(case.desk, child) == {}
