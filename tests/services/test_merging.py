"""Two files of one person are found, compared, made one and taken apart again, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desks import PASSPHRASE, a_desk
from interchange_folders import write_csv
from refugedesk.domain.fields import Answer
from refugedesk.domain.merging import Stands
from refugedesk.domain.records import ALL
from refugedesk.domain.spans import Period
from refugedesk.services import checks, forms, hiding, people, returns, shelf, stores, views
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import export_folder, import_folder
from refugedesk.services.merging import (
    ChildJoin,
    Join,
    MergeRefusedError,
    alike,
    compare,
    every_alike,
    file_now,
    keep_apart,
    look_before,
    make_one,
    merged_into,
    take_apart,
)
from refugedesk.services.roles import NotAllowedError, Role
from refugedesk.storage import merges
from refugedesk.storage.tables import METADATA, RECORDS
from refugedesk.storage.work import ChangedMeanwhileError
from two_files import BORN, TwoFiles, add, contents, two_files
from vaults import CHEAP


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open, on 12 April 2021."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def two(desk: Desk) -> TwoFiles:
    """Two files of one woman."""
    return two_files(desk)


def joined(two: TwoFiles, **stands: Stands) -> Join:
    """The two files made one, Noor and Nour being one child."""
    return Join(two.kept, two.gone, stands, (ChildJoin(two.kept_child, two.gone_child),))


def answers(desk: Desk, record: str, key: str) -> dict[str, object]:
    return dict(forms.open_draft(desk, record, key).answers)


def names(desk: Desk) -> list[str]:
    return [row.name for row in views.residents(desk, "all").rows]


def test_they_are_offered_by_birthday_and_sound_of_the_name(desk: Desk, two: TwoFiles) -> None:
    add(desk, "resident", first_name="Farah", last_name="Jafari", date_of_birth=date(1991, 5, 3))
    add(desk, "resident", first_name="Grace", last_name="Okoro", date_of_birth=BORN)
    [found] = alike(desk, two.kept)
    assert (found.id, found.name, found.born) == (two.gone, "Farrah Jaffari", "born 3 May 1990")
    assert found.why == "the same birthday, and a name that sounds alike"
    assert [{one.id, other.id} for one, other in every_alike(desk)] == [{two.kept, two.gone}]


def test_a_turned_birthday_or_a_missing_one_with_the_very_same_name_is_offered_too(desk: Desk) -> None:
    one = add(desk, "resident", first_name="Mina", last_name="Vale", date_of_birth=date(1990, 5, 3))
    add(desk, "resident", first_name="Mina", last_name="Vale", date_of_birth=date(1990, 3, 5))
    add(desk, "resident", first_name="mina", last_name="VALE")
    add(desk, "resident", first_name="Mina")
    assert [each.why for each in alike(desk, one)] == [
        "the same name, and a birthday is missing",
        "day and month of birth the other way round, and a name that sounds alike",
    ]


def test_two_people_of_a_like_name_are_not_offered_again(desk: Desk, two: TwoFiles) -> None:
    keep_apart(desk, two.gone, two.kept)
    assert (alike(desk, two.kept), alike(desk, two.gone), every_alike(desk)) == ((), (), ())


def test_what_differs_stands_side_by_side_with_what_is_usual(desk: Desk, two: TwoFiles) -> None:
    found = compare(desk, two.kept, two.gone)
    usual = {each.field.name: each.usual for each in found.person.differences}
    assert usual == {
        "first_name": Stands.KEPT,
        "last_name": Stands.KEPT,
        "allergies": Stands.BOTH,
        "fire_help": Stands.BOTH,
        "ethnicity": Stands.GONE,
    }
    [child] = found.children
    assert (child.kept_id, child.gone_id, child.is_likely) == (two.kept_child, two.gone_child, True)
    assert child.words == "Noor, born 2 Jan 2015"
    assert found.refusal == ""
    assert found.follows[0].startswith("1 stay, 1 child and 1 other record of the other file")


def test_one_file_is_left_with_everything_of_both(desk: Desk, two: TwoFiles) -> None:
    make_one(desk, joined(two, last_name=Stands.GONE))
    assert names(desk) == ["Farah Jaffari"]
    kept = answers(desk, "resident", two.kept)
    assert kept["allergies"] == "Penicillin; Nuts"
    assert kept["fire_help"] == ("woken", "carried")
    assert (kept["ethnicity"], kept["religion"], kept["first_language"]) == ("asian_other", "muslim", "Farsi")
    assert kept["known_as"] == "Farah Jafari, Farrah Jaffari"
    file = views.person(desk, two.kept)
    assert [stay.id for stay in file.stays] == [two.gone_stay, two.kept_stay]
    assert {child.child_id for stay in file.stays for child in stay.children} == {two.kept_child}
    assert [row.who for row in views.referrals(desk).rows if row.resident_id == two.kept] == ["Farrah"]
    assert {hit.resident_id for hit in views.search(desk, "farrah")} >= {two.kept}
    assert two.gone not in {hit.id for hit in views.search(desk, "farrah")}
    assert file_now(desk, two.gone) == two.kept


def test_returns_count_one_person_and_one_child(desk: Desk, two: TwoFiles, tmp_path: Path) -> None:
    import json

    def counted(name: str) -> tuple[int, int]:
        period = Period(date(2020, 1, 1), date(2021, 3, 31))
        returns.write_exact(desk, "commissioner", period, tmp_path / name, "to see", "nobody")
        tables = {table["id"]: table for table in json.loads((tmp_path / name).read_bytes())["tables"]}
        return tuple(tables[each]["base"] for each in ("people_supported", "children_supported"))

    assert counted("before.json") == (2, 2)
    make_one(desk, joined(two))
    assert counted("after.json") == (1, 1)


def test_the_record_of_changes_has_it_and_the_check_is_clean(desk: Desk, two: TwoFiles) -> None:
    key = make_one(desk, joined(two))
    assert "Made one with another file" in [each.field_label for each in views.history(desk, "resident", two.kept)]
    assert checks.check(desk).faults == ()
    take_apart(desk, key)
    said = [each.field_label for each in views.history(desk, "resident", two.kept)]
    assert "Taken apart from another file" in said
    assert "Put back" in [each.field_label for each in views.history(desk, "resident", two.gone)]
    assert checks.check(desk).faults == ()


def test_undoing_puts_everything_back(desk: Desk, two: TwoFiles) -> None:
    before = contents(desk)
    key = make_one(desk, joined(two))
    assert contents(desk) != before
    [row] = merged_into(desk, two.kept)
    assert (row.id, row.name, row.who) == (key, "Farrah Jaffari", "Ana Silva")
    assert look_before(desk, key).says == ("The file of Farrah Jaffari comes back, with what was in it.",)
    take_apart(desk, key)
    assert contents(desk) == before
    assert merged_into(desk, two.kept) == ()
    with pytest.raises(MergeRefusedError, match="apart already"):
        take_apart(desk, key)


DAY = date(2021, 1, 1)
ABOUT_A_CHILD: list[tuple[str, dict[str, Answer]]] = [
    ("note", {"on_day": DAY}),
    ("contact", {"on_day": DAY, "kind": "one_to_one"}),
    ("wait", {"what": "gp", "asked_on": DAY}),
    ("safeguarding", {"on_day": DAY, "concern_for": "child"}),
    ("child_risk_assessment", {"assessed_on": DAY}),
]
SIDES = st.sampled_from(list(Stands))
PEOPLE = st.fixed_dictionaries(
    {},
    optional={
        "first_name": st.sampled_from(["Farah", "Farrah"]),
        "known_as": st.sampled_from(["F", "Fifi, Farah Jafari"]),
        "ethnicity": st.sampled_from(["asian_other", "not_asked"]),
        "pregnant": st.sampled_from(["yes", "no"]),
        "baby_due_on": st.just(date(2021, 8, 1)),
        "fire_help": st.sampled_from([("woken",), ("carried", "woken"), ("none",)]),
        "notes": st.sampled_from(["Came by bus.", "Came by train."]),
        "income": st.sampled_from([(), ("universal_credit",)]),
    },
)


@settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    PEOPLE, PEOPLE, st.dictionaries(st.sampled_from(["first_name", "fire_help", "notes", "pregnant"]), SIDES), st.data()
)
def test_made_one_and_undone_is_as_it_was(desk: Desk, mine, theirs, stands, data) -> None:  # type: ignore[no-untyped-def]
    number = len(contents(desk)["resident"])
    kept, gone = (add(desk, "resident", **each) for each in (mine, theirs))
    references = data.draw(st.tuples(st.booleans(), st.booleans()))
    for key, named in zip((kept, gone), references, strict=True):
        if named:
            with desk.writing() as work:
                work.rename("resident", key, f"R{number}-{key}"[:64])
    children = []
    for owner, year in ((kept, 2019), (gone, 2020)):
        stay = add(desk, "stay", resident_id=owner, started_on=date(year, 1, 1), ended_on=date(year, 3, 1))
        child = add(desk, "child", resident_id=owner, first_name=data.draw(st.sampled_from(["Sami", "Sammy"])))
        children.append(child)
        add(desk, "child_stay", child_id=child, stay_id=stay)
        for record, given_too in data.draw(st.lists(st.sampled_from(ABOUT_A_CHILD), max_size=3)):
            in_stay = {} if record == "child_risk_assessment" else {"stay_id": stay}
            add(desk, record, child_id=child, **in_stay, **given_too)
        if data.draw(st.booleans()):
            shelf.keep(desk, forms.new_draft(desk, "perpetrator", resident_id=owner, name="K"))
            shelf.keep(desk, replace(forms.open_draft(desk, "resident", owner), typed={"date_of_birth": "3 fe"}))
    pairs = (ChildJoin(children[0], children[1]),) if data.draw(st.booleans()) else ()
    before = contents(desk)
    take_apart(desk, make_one(desk, Join(kept, gone, stands, pairs)))
    assert contents(desk) == before


def test_what_was_changed_since_stays_as_it_is_and_is_said(desk: Desk, two: TwoFiles) -> None:
    key = make_one(desk, joined(two))
    draft = forms.open_draft(desk, "resident", two.kept)
    draft.set("ethnicity", "white_british")
    forms.save(desk, draft)
    note = add(desk, "note", stay_id=two.gone_stay, child_id=two.kept_child, on_day=date(2021, 4, 1), fact="At school.")
    claim = add(desk, "benefit_claim", resident_id=two.kept, benefit="universal_credit")
    says = look_before(desk, key).says
    assert says[1:] == (
        "Ethnic group has been changed since, and stays as it is now.",
        "1 record written since stays with this file. Look whether it belongs to the other.",
    )
    take_apart(desk, key)
    assert answers(desk, "resident", two.kept)["ethnicity"] == "white_british"
    assert answers(desk, "resident", two.kept)["allergies"] == "Penicillin"
    assert answers(desk, "note", note)["child_id"] == two.gone_child
    assert answers(desk, "benefit_claim", claim)["resident_id"] == two.kept
    assert checks.check(desk).faults == ()


def test_undoing_is_refused_where_a_child_would_be_in_a_strangers_stay(desk: Desk, two: TwoFiles) -> None:
    other = add(desk, "child", resident_id=two.kept, first_name="Sami")
    key = make_one(desk, joined(two))
    add(desk, "child_stay", child_id=other, stay_id=two.gone_stay)
    before = contents(desk)
    with pytest.raises(MergeRefusedError, match="Sami has since been written into a stay"):
        take_apart(desk, key)
    assert contents(desk) == before


def test_what_was_done_last_is_undone_first(desk: Desk, two: TwoFiles) -> None:
    third = add(desk, "resident", first_name="Fara", last_name="Jafari", date_of_birth=BORN)
    before = contents(desk)
    first = make_one(desk, joined(two))
    second = make_one(desk, Join(two.kept, third))
    assert "later" in look_before(desk, first).refusal
    take_apart(desk, second)
    take_apart(desk, first)
    assert contents(desk) == before
    first = make_one(desk, joined(two))
    over = make_one(desk, Join(third, two.kept))
    assert file_now(desk, two.gone) == third
    assert "itself made one" in look_before(desk, first).refusal
    take_apart(desk, over)
    take_apart(desk, first)
    assert contents(desk) == before


def test_stays_that_share_a_night_are_refused_with_a_sentence(desk: Desk, two: TwoFiles) -> None:
    add(desk, "stay", resident_id=two.kept, started_on=date(2021, 3, 10))
    refusal = compare(desk, two.kept, two.gone).refusal
    assert refusal.startswith("Both files have a stay on the same nights: since 10 Mar 2021, and since 1 Mar 2021.")
    before = contents(desk)
    with pytest.raises(MergeRefusedError, match="same nights"):
        make_one(desk, joined(two))
    assert contents(desk) == before


def test_nothing_is_made_one_behind_somebodys_back(desk: Desk, two: TwoFiles) -> None:
    found = compare(desk, two.kept, two.gone)
    draft = forms.open_draft(desk, "resident", two.gone)
    draft.set("diet", "No pork")
    forms.save(desk, draft)
    with pytest.raises(ChangedMeanwhileError):
        make_one(desk, replace(joined(two), versions=(found.kept.version, found.gone.version)))


def test_only_who_changes_records_may(desk: Desk, two: TwoFiles) -> None:
    desk.user = replace(desk.user, role=Role.READ_ONLY)
    for act in (lambda: make_one(desk, joined(two)), lambda: compare(desk, two.kept, two.gone)):
        with pytest.raises(NotAllowedError):
            act()


@pytest.mark.parametrize(
    ("mine", "theirs", "stands", "earlier"), [(None, "R17", "R17", ""), ("R1", "R17", "R1", "R17")]
)
def test_an_imported_id_is_kept_and_refused_when_it_comes_again(
    desk: Desk, tmp_path: Path, mine: str | None, theirs: str, stands: str, earlier: str
) -> None:
    two = two_files(desk, mine, theirs)
    make_one(desk, joined(two))
    export_folder(desk, tmp_path / "out", "to look")
    assert f"\n{stands}," in (tmp_path / "out" / "residents.csv").read_text("utf-8")
    kept_ids = (tmp_path / "out" / "earlier_ids.csv").read_text("utf-8")
    assert f"{stands},,{earlier or two.kept}" in kept_ids
    again = {"residents": [{"resident_id": earlier or two.kept, "first_name": "Farrah"}]}
    [fault] = import_folder(desk, write_csv(tmp_path / "again", again)).faults
    assert fault.problem == f"The store already has this id: its file was made one with {stands}."
    later = {
        "stays": [
            {"stay_id": "S77", "resident_id": earlier or two.kept, "started_on": "2019-01-01", "ended_on": "2019-02-01"}
        ]
    }
    assert import_folder(desk, write_csv(tmp_path / "later", later)).faults == ()
    assert len(views.person(desk, two.kept).stays) == 3


def test_an_export_with_earlier_ids_is_the_same_after_another_import(desk: Desk, tmp_path: Path) -> None:
    two = two_files(desk, "R1")
    make_one(desk, joined(two))
    export_folder(desk, tmp_path / "one", "to move")
    other = a_desk(tmp_path / "other")
    assert import_folder(other, tmp_path / "one").faults == ()
    export_folder(other, tmp_path / "two", "to compare")
    other.close()
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


def seen_by_robin(desk: Desk) -> tuple[set[str], Desk]:
    """Whom Robin sees in the list; and the store as Ana opens it again."""
    desk.close()
    robin = stores.open_store(desk.folder, "Robin Vale", PASSPHRASE, desk.clock, CHEAP)
    seen = {row.id for row in views.residents(robin, "all").rows}
    assert [each.id for key in seen for each in alike(robin, key)] == []
    robin.close()
    return seen, stores.open_store(desk.folder, "Ana Silva", PASSPHRASE, desk.clock, CHEAP)


def a_team(desk: Desk) -> str:
    """Robin, and another manager; Robin's account."""
    people.add_user(desk, "Jo Bright", Role.MANAGER, PASSPHRASE, CHEAP)
    return people.add_user(desk, "Robin Vale", Role.KEYWORKER, PASSPHRASE, CHEAP).id


def test_whoever_must_not_see_one_of_the_files_sees_neither_afterwards(desk: Desk, two: TwoFiles) -> None:
    hiding.hide(desk, "resident", two.gone, a_team(desk), "a cousin")
    before = contents(desk)
    key = make_one(desk, joined(two))
    seen, desk = seen_by_robin(desk)
    assert seen == set()
    take_apart(desk, key)
    assert contents(desk) == before
    seen, desk = seen_by_robin(desk)
    assert seen == {two.kept}
    desk.close()


def test_a_file_hidden_since_stays_hidden_when_the_two_are_apart(desk: Desk, two: TwoFiles) -> None:
    robin = a_team(desk)
    key = make_one(desk, joined(two))
    hiding.hide(desk, "resident", two.kept, robin, "a cousin")
    take_apart(desk, key)
    seen, desk = seen_by_robin(desk)
    assert seen == set()
    desk.close()


KNOWN_OTHERWISE = {
    ("draft", "record_id"): "move_drafts points it at the kept file or puts it away",
    ("search_entry", "record_id"): "goes and comes with its record",
    ("audit_entry", "record_id"): "history stays with what was done",
    ("audit_entry", "user_id"): "an account",
    ("draft", "user_id"): "an account",
    ("release", "revises"): "another release",
    ("merge", "kept_id"): "the merge itself",
    ("merge", "gone_id"): "the merge itself",
    ("merge", "made_by"): "an account",
    ("release", "made_by"): "an account",
    (
        "audit_entry",
        "subject_id",
    ): "history stays; both files are hidden alike",
    ("hiding", "record_id"): "hide_alike hides the other file, too",
    ("hiding", "account_id"): "an account",
    ("hiding", "made_by"): "an account",
    ("hiding", "lifted_by"): "an account",
    ("emergency_opening", "resident_id"): "move_openings moves it along",
    ("emergency_opening", "account_id"): "an account",
    ("emergency_opening", "seen_by"): "an account",
    (
        "retention_hold",
        "record_id",
    ): "asked by every key of the file",
    ("retention_hold", "made_by"): "an account",
    ("retention_hold", "lifted_by"): "an account",
    ("purge", "record_id"): "asked for anew, as the file is another one now",
    ("purge", "asked_by"): "an account",
    ("purge", "confirmed_by"): "an account",
    ("handed_over", "record_id"): "listed by every key of the file",
    ("handed_over", "made_by"): "an account",
}


def test_every_column_that_can_name_a_person_or_a_child_is_known() -> None:
    """A new table that names a resident or a child moves with a merge, or somebody has thought about it here."""
    links = {(record, field) for target in merges.PEOPLE for record, field in merges.links_to(target)}
    for table in METADATA.sorted_tables:
        for column in table.c:
            targets = {key.column.table.name for key in column.foreign_keys}
            if targets & set(merges.PEOPLE):
                assert (table.name, column.name) in links, f"{table.name}.{column.name} would be left behind"
            elif not targets and not column.primary_key and getattr(column.type, "length", 0) == 36:
                assert column.name == "chain" or (table.name, column.name) in KNOWN_OTHERWISE, (
                    f"{table.name}.{column.name}"
                )
    assert {record for record, _ in links} <= set(RECORDS) == set(ALL)
