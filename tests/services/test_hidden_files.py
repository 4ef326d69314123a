"""A file that is hidden from a worker leaves no trace for them; everybody else goes on as before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE
from refugedesk.domain.records import ALL
from refugedesk.domain.spans import Period
from refugedesk.services import backups, board, checks, forms, guard, hiding, papers, returns, shelf, stores, views
from refugedesk.services.arrivals import arrive, start_arrival
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import export_folder, import_folder
from refugedesk.services.roles import NotAllowedError
from refugedesk.storage.sight import hideable
from refugedesk.storage.work import GoneError
from sightings import MARKER, House, a_house
from vaults import CHEAP


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = a_house(tmp_path_factory.mktemp("house") / "store")
    ana = house.open("Ana Silva", NOON)
    hiding.hide(ana, "resident", house.resident, house.accounts["Sam Okoro"], "Her brother-in-law is Sam's cousin")
    ana.close()
    return house


@pytest.fixture
def sam(house: House) -> Iterator[Desk]:
    desk = house.open("Sam Okoro", NOON)
    yield desk
    desk.close()


@pytest.fixture
def robin(house: House) -> Iterator[Desk]:
    desk = house.open("Robin Field", NOON)
    yield desk
    desk.close()


def test_no_record_that_belongs_to_the_file_can_be_opened_saved_or_taken_out(house: House, sam: Desk) -> None:
    belonging = {record: key for record, key in house.keys.items() if record in hideable()}
    assert len(belonging) == len(hideable()), sorted(hideable() - set(belonging))
    for record, key in belonging.items():
        with pytest.raises(GoneError):
            forms.open_draft(sam, record, key)
        with pytest.raises(GoneError):
            forms.remove(sam, record, key)
        with pytest.raises(GoneError), sam.writing() as work:
            work.save(record, key, {}, 1)
        assert views.history(sam, record, key) == ()


def test_nothing_new_can_be_hung_on_the_file(house: House, sam: Desk) -> None:
    draft = forms.new_draft(sam, "task", what="Look", stay_id=house.stay, due_on=sam.today)
    with pytest.raises(GoneError):
        forms.save(sam, draft)


def test_no_table_shows_a_row_of_it(house: House, sam: Desk) -> None:
    """Whatever is asked: every column of every table, as a lookup of next year may ask it."""
    with sam.reading() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_words%' "
            "AND name NOT IN ('audit_value')"
        ).scalars()
        rows = {name: connection.exec_driver_sql(" ".join(("SELECT * FROM", name))).all() for name in tables}
    traces = {
        name
        for name, found in rows.items()
        for row in found
        if MARKER in repr(row) or any(key in repr(row) for record, key in house.keys.items() if record in hideable())
    }
    assert traces == set()
    with sam.whole() as connection:
        assert MARKER in repr(connection.exec_driver_sql("SELECT * FROM main.resident").all())


def test_lists_search_board_home_papers_and_due_show_nothing(house: House, sam: Desk) -> None:
    shown = (
        views.residents(sam, "all"),
        views.referrals(sam),
        views.search(sam, MARKER),
        views.search(sam, "Quilfether"),
        views.tonight(sam),
        views.units(sam),
        board.board(sam, sam.today, 14),
        papers.make_paper(sam, "roll_call"),
        papers.make_paper(sam, "handover"),
        forms.suggestions(sam, ALL["resident"].field("last_name"), "Q"),
        forms.suggestions(sam, ALL["stay"].field("origin_ward"), "Q"),
        shelf.kept(sam),
        guard.warnings(sam, MARKER, MARKER),
    )
    for each in shown:
        assert MARKER not in repr(each)
        assert house.resident not in repr(each) and house.stay not in repr(each) and house.referral not in repr(each)
    assert views.residents(sam, "all").total == 1
    assert views.residents(sam, "all", MARKER).total == 0
    with pytest.raises(GoneError):
        views.person(sam, house.resident)
    assert views.alerts(sam, house.resident, house.stay) == ()


def test_the_unit_says_in_use_and_a_roll_call_counts_everybody(house: House) -> None:
    robin = house.open("Robin Field", NOON)
    for_robin = papers.make_paper(robin, "roll_call").parts[0]
    robin.close()
    sam = house.open("Sam Okoro", NOON)
    cards = {card.name: card for card in views.tonight(sam).units}
    assert (cards["Room 1"].state, cards["Room 1"].who, cards["Room 1"].resident_id) == ("In use", "", None)
    assert views.tonight(sam).in_use == 2
    [row] = [row for row in board.board(sam, sam.today, 1) if row.name == "Room 1"]
    assert [(span.kind, span.words, span.resident_id) for span in row.spans if span.kind == "occupied"] == [
        ("occupied", "in use", None)
    ]
    for_sam = papers.make_paper(sam, "roll_call").parts[0]
    sam.close()
    assert for_sam.heading == for_robin.heading
    assert for_sam.table and for_robin.table
    assert [(row[0], row[3]) for row in for_sam.table.rows] == [(row[0], row[3]) for row in for_robin.table.rows]
    assert papers.NOT_NAMED in for_sam.lines


def test_the_guard_warns_of_those_who_are_hidden_and_names_nobody(house: House, sam: Desk) -> None:
    assert guard.warnings(sam, MARKER, None) != ()


def test_a_return_counts_everybody_whoever_makes_it(house: House, sam: Desk, tmp_path: Path) -> None:
    file = tmp_path / "exact.json"
    returns.write_exact(sam, "commissioner", Period(sam.today, sam.today), file, "to look", "nobody")
    flow = json.loads(file.read_text(encoding="utf-8"))["tables"][0]
    assert flow["measures"]["started"] == 2
    assert MARKER not in file.read_text(encoding="utf-8")


def test_an_export_leaves_it_out(house: House, sam: Desk, tmp_path: Path) -> None:
    report = export_folder(sam, tmp_path / "out", "moving on", ("known_as",))
    text = "".join(file.read_text(encoding="utf-8") for file in report.folder.iterdir())
    assert MARKER not in text and house.resident not in text


def test_everybody_else_sees_it(house: House, robin: Desk) -> None:
    assert views.person(robin, house.resident).name.startswith(MARKER)
    assert any(hit.resident_id == house.resident for hit in views.search(robin, MARKER))


def test_two_must_still_see_it_and_one_of_them_a_manager(house: House) -> None:
    ana = house.open("Ana Silva", NOON + timedelta(hours=1))
    with pytest.raises(hiding.HidingError, match="yourself"):
        hiding.hide(ana, "resident", house.resident, ana.user.id, "No")
    with pytest.raises(hiding.HidingError, match="why"):
        hiding.hide(ana, "resident", house.resident, house.accounts["Wen Li"], "  ")
    made = hiding.hide(ana, "resident", house.resident, house.accounts["Wen Li"], "Trying")
    ana.close()
    robin = house.open("Robin Field", NOON + timedelta(hours=1))
    with pytest.raises(hiding.HidingError, match="two people"):
        hiding.hide(robin, "resident", house.resident, _ana(robin), "x")
    hiding.lift(robin, made)
    with pytest.raises(hiding.HidingError, match="manager"):
        hiding.hide(robin, "resident", house.resident, _ana(robin), "x")
    robin.close()


def _ana(desk: Desk) -> str:
    return next(each.id for each in hiding.colleagues(desk, "resident", "") if each.name == "Ana Silva")


def test_only_a_manager_or_the_key_worker_hides(house: House) -> None:
    wen = house.open("Wen Li", NOON)
    assert not hiding.may_hide(wen, "resident", house.resident)
    with pytest.raises(hiding.HidingError):
        hiding.hide(wen, "resident", house.resident, house.accounts["Robin Field"], "x")
    wen.close()
    ola = house.open("Ola Reed", NOON)
    with pytest.raises(NotAllowedError):
        hiding.hide(ola, "resident", house.resident, house.accounts["Robin Field"], "x")
    ola.close()


def test_a_draft_of_it_that_was_kept_before_is_gone_and_comes_back(tmp_path: Path) -> None:
    house = a_house(tmp_path / "store")
    sam = house.open("Sam Okoro", NOON)
    shelf.keep(sam, forms.new_draft(sam, "task", what="Ring her solicitor", stay_id=house.stay))
    shelf.keep(sam, forms.open_draft(sam, "resident", house.resident))
    assert len(shelf.kept(sam)) == 2
    sam.close()
    ana = house.open("Ana Silva", NOON)
    made = hiding.hide(ana, "resident", house.resident, house.accounts["Sam Okoro"], "A cousin")
    ana.close()
    sam = house.open("Sam Okoro", NOON)
    assert shelf.kept(sam) == ()
    sam.close()
    ana = house.open("Ana Silva", NOON)
    hiding.lift(ana, made)
    ana.close()
    sam = house.open("Sam Okoro", NOON)
    assert len(shelf.kept(sam)) == 2
    sam.close()


def test_an_import_does_not_say_that_the_store_has_it_already(tmp_path: Path) -> None:
    house, files = a_house(tmp_path / "store"), tmp_path / "files"
    files.mkdir()
    (files / "residents.csv").write_text("resident_id,first_name\nR1,Zaynab\n", encoding="utf-8")
    ana = house.open("Ana Silva", NOON)
    assert import_folder(ana, files).is_saved
    [hit] = views.search(ana, "Zaynab")
    hiding.hide(ana, "resident", hit.id, house.accounts["Sam Okoro"], "A cousin")
    assert not import_folder(ana, files).is_saved
    ana.close()
    sam = house.open("Sam Okoro", NOON)
    report = import_folder(sam, files)
    assert (report.is_saved, report.faults, report.warnings) == (True, (), ())
    assert len(views.search(sam, "Zaynab")) == 1
    sam.close()
    ana = house.open("Ana Silva", NOON)
    assert len(views.search(ana, "Zaynab")) == 2
    assert checks.check(ana).faults == ()
    ana.close()


def test_who_knows_whom_hides_the_file_and_only_some_may_say_so_of_others(tmp_path: Path) -> None:
    house = a_house(tmp_path / "store")
    wen = house.open("Wen Li", NOON)
    staff = forms.save(wen, forms.new_draft(wen, "staff", name="Sam Okoro")).id
    with pytest.raises(hiding.HidingError, match="Only a manager"):
        forms.save(wen, forms.new_draft(wen, "conflict", resident_id=house.resident, staff_id=staff))
    own = forms.save(wen, forms.new_draft(wen, "staff", name="wen  LI")).id
    forms.save(wen, forms.new_draft(wen, "conflict", resident_id=house.resident, staff_id=own))
    with pytest.raises(GoneError):
        views.person(wen, house.resident)
    wen.close()
    robin = house.open("Robin Field", NOON)
    forms.save(robin, forms.new_draft(robin, "conflict", resident_id=house.resident, staff_id=staff))
    robin.close()
    sam = house.open("Sam Okoro", NOON)
    assert views.search(sam, MARKER) == ()
    sam.close()


def test_a_referral_is_hidden_before_there_is_a_file_and_the_file_with_it_from_its_first_day(tmp_path: Path) -> None:
    house = a_house(tmp_path / "store")
    ana = house.open("Ana Silva", NOON)
    draft = forms.new_draft(ana, "referral", known_as="Zaynab", received_on=ana.today)
    referral = forms.save(ana, draft).id
    hiding.hide(ana, "referral", referral, house.accounts["Sam Okoro"], "A cousin")
    arrive(ana, start_arrival(ana, referral))
    ana.close()
    sam = house.open("Sam Okoro", NOON)
    assert views.search(sam, "Zaynab") == ()
    assert "Zaynab" not in repr((views.residents(sam, "all"), views.referrals(sam), views.tonight(sam)))
    sam.close()


def test_a_check_and_a_backup_by_them_are_of_the_whole_store(house: House, sam: Desk, tmp_path: Path) -> None:
    assert checks.check(sam).faults == ()
    backups.backup(sam, tmp_path / "copy.rdbackup")
    sam.close()
    backups.restore(tmp_path / "copy.rdbackup", tmp_path / "back", "Robin Field", PASSPHRASE, CHEAP)
    robin = stores.open_store(tmp_path / "back", "Robin Field", PASSPHRASE, FixedClock(NOON), CHEAP)
    assert views.person(robin, house.resident).name.startswith(MARKER)
    robin.close()
