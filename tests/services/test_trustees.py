"""Trustees' shares of a real store: who gets in by them, who does not, and what a crash leaves."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE, a_desk
from kills import kill_after
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import KEY_FILE, REFUSALS, DiskFullError
from refugedesk.security import vault
from refugedesk.security.errors import DamagedKeyFileError, LastUserError, SharesError, UserNameError, WrongSharesError
from refugedesk.security.shares import Share, join_shares, make_shares
from refugedesk.security.trustees import open_way_with_shares
from refugedesk.services import people, rekeying, stores, trail, trustees
from refugedesk.services.by_shares import open_with_shares, who_can_open
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from vaults import CHEAP

NEW = "quite another passphrase 77"
CLOCK = FixedClock(NOON)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path / "store")
    yield made
    made.close()


def a_set(desk: Desk, needed: int = 2, made: int = 3) -> tuple[Share, ...]:
    new = trustees.make(desk, needed, made)
    trustees.give_out(desk, new, CHEAP)
    return new.shares


def opens(folder: Path, shares: tuple[Share, ...]) -> bool:
    try:
        open_way_with_shares(folder, join_shares(shares), CHEAP)
    except (SharesError, WrongSharesError):
        return False
    return True


def test_any_two_of_three_open_the_store_and_give_a_new_passphrase(desk: Desk) -> None:
    shares, folder = a_set(desk), desk.folder
    desk.close()
    for pair in combinations(shares, 2):
        assert who_can_open(folder, pair, CLOCK, CHEAP) == ("Ana Silva",)
        again = open_with_shares(folder, pair, "Ana Silva", NEW, CLOCK, CHEAP)
        assert again.user.name == "Ana Silva"
        again.close()
    stores.open_store(folder, "Ana Silva", NEW, CLOCK, CHEAP).close()
    assert all(not opens(folder, (alone,)) for alone in shares)


@pytest.mark.parametrize(("needed", "made"), [(2, 3), (3, 5), (5, 9)])
def test_every_subset_that_is_enough_opens_and_no_smaller_one(desk: Desk, needed: int, made: int) -> None:
    shares = a_set(desk, needed, made)
    subsets = [each for number in range(1, made + 1) for each in combinations(shares, number)]
    opened = [each for each in subsets if opens(desk.folder, each)]
    assert opened == [each for each in subsets if len(each) >= needed]
    print(f"{needed} of {made}: {len(opened)} subsets open, {len(subsets) - len(opened)} do not")


def test_a_new_set_ends_the_one_before(desk: Desk) -> None:
    old, new = a_set(desk), a_set(desk)
    assert not any(opens(desk.folder, pair) for pair in combinations(old, 2))
    assert all(opens(desk.folder, pair) for pair in combinations(new, 2))
    desk.close()
    with pytest.raises(WrongSharesError, match="newer sheets"):
        open_with_shares(desk.folder, old[:2], "Ana Silva", NEW, CLOCK, CHEAP)
    with pytest.raises(SharesError, match="different sets"):
        open_with_shares(desk.folder, (old[0], new[1]), "Ana Silva", NEW, CLOCK, CHEAP)
    stores.open_store(desk.folder, "Ana Silva", PASSPHRASE, CLOCK, CHEAP).close()


def test_a_set_that_was_made_and_never_given_out_opens_nothing(desk: Desk) -> None:
    before = (desk.folder / KEY_FILE).read_bytes()
    new = trustees.make(desk, 2, 3)
    assert (desk.folder / KEY_FILE).read_bytes() == before
    assert not opens(desk.folder, new.shares)
    assert trustees.standing(desk) is None


def test_the_shares_of_another_store_open_nothing(desk: Desk, tmp_path: Path) -> None:
    other = a_desk(tmp_path / "other")
    a_set(desk)
    assert not opens(desk.folder, a_set(other))
    other.close()


def test_a_thousand_wrong_sets_open_nothing_and_change_nothing(desk: Desk) -> None:
    a_set(desk)
    before = (desk.folder / KEY_FILE).read_bytes()
    chance, tried, opened, said = random.Random(39), 0, 0, set()
    for _ in range(1_000):
        shares = make_shares(chance.choice((2, 3)), 3)[1]
        try:
            open_way_with_shares(desk.folder, join_shares(shares), CHEAP)
            opened += 1
        except WrongSharesError as error:
            said.add(str(error))
        tried += 1
    print(f"{tried} wrong sets: {opened} opened, {len(said)} sentence")
    assert (tried, opened, len(said)) == (1_000, 0, 1)
    assert (desk.folder / KEY_FILE).read_bytes() == before


def test_wrong_shares_at_the_unlock_window_are_counted_and_told_at_the_next_unlock(desk: Desk) -> None:
    a_set(desk)
    desk.close()
    with pytest.raises(WrongSharesError):
        who_can_open(desk.folder, make_shares(2, 3)[1], CLOCK, CHEAP)
    assert (desk.folder / REFUSALS).exists()
    again = stores.open_store(desk.folder, "Ana Silva", PASSPHRASE, CLOCK, CHEAP)
    said = [row.words for row in trail.trail(again, kind="unlocks").rows]
    again.close()
    assert any("after" in words for words in said), said


def test_a_name_that_nobody_has_is_refused_and_the_store_is_free_again(desk: Desk) -> None:
    shares = a_set(desk)
    desk.close()
    with pytest.raises(UserNameError):
        open_with_shares(desk.folder, shares, "Nobody Here", NEW, CLOCK, CHEAP)
    open_with_shares(desk.folder, shares, "ana silva", NEW, CLOCK, CHEAP).close()


def test_managers_are_named_first_and_leavers_not_at_all(desk: Desk) -> None:
    people.add_user(desk, "Aa Worker", Role.KEYWORKER, PASSPHRASE, CHEAP)
    gone = people.add_user(desk, "Bo Gone", Role.KEYWORKER, PASSPHRASE, CHEAP)
    people.remove_user(desk, gone.id, CHEAP)
    shares = a_set(desk)
    desk.close()
    assert who_can_open(desk.folder, shares, CLOCK, CHEAP) == ("Ana Silva", "Aa Worker")


def test_shares_open_the_store_after_its_key_was_changed(desk: Desk) -> None:
    shares = a_set(desk)
    rekeying.change_key(desk, floor=CHEAP)
    assert opens(desk.folder, shares)
    assert trustees.standing(desk) is not None


def test_the_last_person_cannot_be_taken_away_although_there_are_shares(desk: Desk) -> None:
    a_set(desk)
    with pytest.raises(LastUserError):
        vault.remove_user(desk.folder, desk.key, "Ana Silva", CHEAP)


def test_shares_can_be_taken_away(desk: Desk) -> None:
    shares = a_set(desk)
    trustees.end(desk, CHEAP)
    assert not opens(desk.folder, shares)
    assert trustees.standing(desk) is None


def test_a_drill_opens_nothing_changes_nothing_of_the_way_in_and_writes_its_day_down(desk: Desk) -> None:
    shares = a_set(desk)
    before = (desk.folder / KEY_FILE).read_bytes()
    standing = trustees.standing(desk)
    assert standing is not None
    assert (standing.set_name, standing.needed, standing.made) == (shares[0].set_name, 2, 3)
    assert (standing.made_on, standing.tried_on) == (NOON.date(), None)
    assert trustees.try_out(desk, shares[1:], CHEAP) == NOON.date()
    tried = trustees.standing(desk)
    assert tried is not None
    assert tried.tried_on == NOON.date()
    assert not tried.is_to_be_tried(NOON.date() + timedelta(days=182))
    assert tried.is_to_be_tried(NOON.date() + timedelta(days=183))
    assert (desk.folder / KEY_FILE).read_bytes() == before


def test_a_drill_with_old_sheets_says_so_and_is_not_written_down(desk: Desk) -> None:
    old = a_set(desk)
    a_set(desk)
    with pytest.raises(WrongSharesError):
        trustees.try_out(desk, old, CHEAP)
    standing = trustees.standing(desk)
    assert standing is not None
    assert standing.tried_on is None


def test_a_key_file_that_somebody_changed_is_not_opened_by_shares(desk: Desk) -> None:
    shares = a_set(desk)
    whole = bytearray((desk.folder / KEY_FILE).read_bytes())
    for place in range(0, len(whole), 97):
        changed = bytearray(whole)
        changed[place] ^= 1
        (desk.folder / KEY_FILE).write_bytes(changed)
        with pytest.raises(DamagedKeyFileError):
            open_way_with_shares(desk.folder, join_shares(shares), CHEAP)
    (desk.folder / KEY_FILE).write_bytes(whole)


def test_a_slot_that_was_put_in_by_somebody_else_is_noticed(desk: Desk, tmp_path: Path) -> None:
    """The key file of a store of the thief's own beside our records: its shares fit it, and open nothing of ours."""
    other = a_desk(tmp_path / "other")
    theirs = a_set(other)
    mine = (desk.folder / KEY_FILE).read_bytes()
    (desk.folder / KEY_FILE).write_bytes((other.folder / KEY_FILE).read_bytes())
    other.close()
    desk.close()
    with pytest.raises(RefugeDeskError):
        open_with_shares(desk.folder, theirs, "Ana Silva", NEW, CLOCK, CHEAP)
    (desk.folder / KEY_FILE).write_bytes(mine)
    stores.open_store(desk.folder, "Ana Silva", PASSPHRASE, CLOCK, CHEAP).close()


def test_a_kill_while_shares_are_renewed_leaves_one_whole_set_in_force(desk: Desk) -> None:
    """Ten times: the child renews again and again and is killed in the middle; the newest told or the next works."""
    folder, key, chance = desk.folder, desk.key, random.Random(7)
    sets = [trustees.make(desk, 2, 3) for _ in range(60)]
    trustees.give_out(desk, sets[0], CHEAP)
    at, renewed = 0, 0
    for _ in range(10):
        waiting = iter(sets[at + 1 :])

        def step(waiting: Iterator[trustees.NewShares] = waiting) -> None:
            from refugedesk.security.trustees import put_shares

            put_shares(folder, key, next(waiting).secret, floor=CHEAP).put_in_place()

        done = kill_after(3, step, chance)
        working = [number for number, each in enumerate(sets) if opens(folder, each.shares[:2])]
        assert working in ([at + done], [at + done + 1]), (at, done, working)
        vault.unlock(folder, "Ana Silva", PASSPHRASE, CHEAP)
        renewed, at = renewed + done, working[0]
    print(f"10 kills, {renewed} renewals acknowledged, one set in force after each")
    assert renewed >= 30


@pytest.mark.parametrize("where", ["refugedesk.storage.settings.choose", "refugedesk.security.trustees.write"])
def test_a_new_set_that_cannot_be_kept_leaves_the_old_one_in_force_and_all_that_is_known_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    old = a_set(desk)
    known = trustees.standing(desk)
    new = trustees.make(desk, 2, 3)

    def full(*_: object) -> None:
        raise DiskFullError

    for is_end in (False, True):
        with monkeypatch.context() as patched, pytest.raises(DiskFullError):
            patched.setattr(where, full)
            trustees.end(desk, CHEAP) if is_end else trustees.give_out(desk, new, CHEAP)
        assert opens(desk.folder, old)
        assert not opens(desk.folder, new.shares)
        assert trustees.standing(desk) == known
    trustees.try_out(desk, old, CHEAP)
    tried = trustees.standing(desk)
    assert tried is not None
    assert tried.tried_on == desk.today
    trustees.give_out(desk, new, CHEAP)
    newest = trustees.standing(desk)
    assert newest is not None
    assert (newest.set_name, newest.needed, newest.made) == (new.set_name, 2, 3)
