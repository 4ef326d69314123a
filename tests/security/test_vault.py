"""The vault as a whole: who gets in, who does not, and what each of them is told."""

from __future__ import annotations

import base64
import os
import random
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kills import kill_after
from refugedesk.domain.store_files import (
    DATABASE,
    KEY_FILE,
    LOCK_FILE,
    DiskFullError,
    FolderNotEmptyError,
    NewerStoreError,
    NotAStoreError,
    ReadOnlyFolderError,
)
from refugedesk.security import vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import (
    DamagedKeyFileError,
    LastUserError,
    MissingKeyFileError,
    UntrustedKeyFileError,
    UserNameError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from refugedesk.security.keys import Key
from refugedesk.security.recovery import RecoveryKey, read_recovery_key
from vaults import CHEAP, OTHER_PASSPHRASE, PASSPHRASE, USER, a_vault

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def opens(folder: Path, user: str, passphrase: str) -> bool:
    try:
        vault.unlock(folder, user, passphrase, CHEAP)
    except WrongPassphraseError:
        return False
    return True


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_passphrase_and_the_recovery_key_give_the_same_key(folder: Path) -> None:
    key, recovery_key = a_vault(folder)
    assert vault.unlock(folder, USER, PASSPHRASE, CHEAP).raw == key.raw
    typed = recovery_key.printed.lower().replace("-", " ").replace("0", "o")
    assert vault.unlock_with_recovery(folder, read_recovery_key(typed), CHEAP).raw == key.raw


def test_every_store_has_a_key_and_an_identity_of_its_own(tmp_path: Path) -> None:
    one, two = a_vault(tmp_path / "one")[0], a_vault(tmp_path / "two")[0]
    assert one.raw != two.raw
    assert vault.store_id(tmp_path / "one", CHEAP) != vault.store_id(tmp_path / "two", CHEAP)


@pytest.mark.parametrize("typed", ["jo bright", "  JO   BRIGHT ", "Ｊｏ Ｂｒｉｇｈｔ"])
def test_a_name_is_known_however_it_is_typed(folder: Path, typed: str) -> None:
    a_vault(folder)
    assert opens(folder, typed, PASSPHRASE)


def test_wrong_names_and_passphrases_never_open_and_change_nothing(folder: Path) -> None:
    a_vault(folder)
    before = (folder / KEY_FILE).read_bytes()
    sentences = set()
    wrong = [(USER, PASSPHRASE[:place] + PASSPHRASE[place + 1 :]) for place in range(len(PASSPHRASE))]
    wrong += [(USER, f"wrong guess number {number}") for number in range(300)]
    wrong += [(f"somebody {number}", PASSPHRASE) for number in range(100)]
    wrong += [(USER, ""), (USER, PASSPHRASE.upper()), (USER, PASSPHRASE + "x"), (USER, "\ud800" * 20)]
    for user, passphrase in wrong:
        with pytest.raises(WrongPassphraseError) as refused:
            vault.unlock(folder, user, passphrase, CHEAP)
        sentences.add(str(refused.value))
    assert len(sentences) == 1
    assert (folder / KEY_FILE).read_bytes() == before
    assert names_in(folder) == [KEY_FILE]


def test_an_unknown_name_costs_as_many_derivations_as_a_wrong_passphrase(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = a_vault(folder)
    vault.add_user(folder, key, "Sam Field", OTHER_PASSPHRASE, Derivation(16, 1, 1), CHEAP)
    done: list[Derivation] = []
    derive = Derivation.derive

    def counted(self: Derivation, secret: bytes, salt: bytes) -> bytearray:
        done.append(self)
        return derive(self, secret, salt)

    monkeypatch.setattr(Derivation, "derive", counted)
    costs = []
    for user in (USER, "Sam Field", "nobody at all"):
        done.clear()
        assert not opens(folder, user, "not the passphrase")
        costs.append(tuple(done))
    assert len(set(costs)) == 1
    assert len(costs[0]) == 2


def test_every_one_of_two_hundred_characters_counts(folder: Path) -> None:
    long = "".join(chr(ord("a") + number * 7 % 26) for number in range(150)) + "पानी" * 12 + "zq"
    assert len(long) == 200
    vault.create(folder, USER, long, CHEAP)
    assert opens(folder, USER, long)
    assert not opens(folder, USER, long[:-1] + "r")
    assert not opens(folder, USER, long[:-1])
    assert not opens(folder, USER, "b" + long[1:])


def test_letters_encoded_in_another_way_are_the_same_passphrase(folder: Path) -> None:
    vault.create(folder, USER, "caf\u00e9 \u212bngstr\u00f6m n\u00famero ocho", CHEAP)
    assert opens(folder, USER, " cafe\u0301 A\u030angstro\u0308m nu\u0301mero\u00a0ocho\n")
    assert not opens(folder, USER, "cafe angstrom numero ocho")


def test_changing_a_passphrase_ends_the_old_one(folder: Path) -> None:
    key, _ = a_vault(folder)
    vault.change_passphrase(folder, USER, PASSPHRASE, OTHER_PASSPHRASE, floor=CHEAP)
    assert not opens(folder, USER, PASSPHRASE)
    assert vault.unlock(folder, USER, OTHER_PASSPHRASE, CHEAP).raw == key.raw


def test_a_passphrase_is_not_changed_by_somebody_who_does_not_know_it(folder: Path) -> None:
    a_vault(folder)
    before = (folder / KEY_FILE).read_bytes()
    with pytest.raises(WrongPassphraseError):
        vault.change_passphrase(folder, USER, "never was the one", OTHER_PASSPHRASE, floor=CHEAP)
    assert (folder / KEY_FILE).read_bytes() == before


def test_a_weak_passphrase_is_refused_wherever_one_is_set(folder: Path, tmp_path: Path) -> None:
    key, recovery_key = a_vault(folder)
    attempts: list[Callable[[], object]] = [
        lambda: vault.create(tmp_path / "new", USER, "short", CHEAP),
        lambda: vault.add_user(folder, key, "Sam", "password12345678", floor=CHEAP),
        lambda: vault.set_passphrase(folder, key, USER, "Jo Bright Jo Bright 1", floor=CHEAP),
        lambda: vault.change_passphrase(folder, USER, PASSPHRASE, "aaaaaaaaaaaaaaaaaa", floor=CHEAP),
        lambda: vault.reset_passphrase(folder, recovery_key, USER, "qwertyuiopasdfgh", floor=CHEAP),
    ]
    for attempt in attempts:
        with pytest.raises(WeakPassphraseError):
            attempt()
    assert opens(folder, USER, PASSPHRASE)
    assert not (tmp_path / "new").exists()


def test_each_user_opens_with_their_own_passphrase_only(folder: Path) -> None:
    key, _ = a_vault(folder)
    vault.add_user(folder, key, "Sam Field", OTHER_PASSPHRASE, floor=CHEAP)
    assert vault.unlock(folder, "Sam Field", OTHER_PASSPHRASE, CHEAP).raw == key.raw
    assert not opens(folder, "Sam Field", PASSPHRASE)
    assert not opens(folder, USER, OTHER_PASSPHRASE)
    with pytest.raises(UserNameError):
        vault.add_user(folder, key, "sam  FIELD", "another good one entirely", floor=CHEAP)


def test_a_leaver_has_no_way_in_and_the_others_keep_theirs(folder: Path) -> None:
    key, _ = a_vault(folder)
    vault.add_user(folder, key, "Sam Field", OTHER_PASSPHRASE, floor=CHEAP)
    vault.remove_user(folder, key, USER, CHEAP)
    assert not opens(folder, USER, PASSPHRASE)
    assert opens(folder, "Sam Field", OTHER_PASSPHRASE)
    assert not vault.has_user(folder, key, USER, CHEAP)
    assert vault.has_user(folder, key, "Sam Field", CHEAP)


def test_the_last_user_cannot_be_removed(folder: Path) -> None:
    key, _ = a_vault(folder)
    with pytest.raises(LastUserError):
        vault.remove_user(folder, key, USER, CHEAP)
    assert opens(folder, USER, PASSPHRASE)


def test_somebody_who_is_not_there_cannot_be_changed_or_removed(folder: Path) -> None:
    key, recovery_key = a_vault(folder)
    for attempt in (
        lambda: vault.remove_user(folder, key, "Nobody", CHEAP),
        lambda: vault.set_passphrase(folder, key, "Nobody", OTHER_PASSPHRASE, floor=CHEAP),
        lambda: vault.reset_passphrase(folder, recovery_key, "Nobody", OTHER_PASSPHRASE, floor=CHEAP),
    ):
        with pytest.raises(UserNameError):
            attempt()


@pytest.mark.parametrize("name", ["", "   ", "\u00a0"])
def test_a_user_has_a_name(folder: Path, name: str) -> None:
    with pytest.raises(UserNameError):
        vault.create(folder, name, PASSPHRASE, CHEAP)
    assert not folder.exists()


def test_nobody_can_take_the_name_of_the_recovery_key(folder: Path) -> None:
    key, recovery_key = a_vault(folder)
    vault.add_user(folder, key, "recovery", OTHER_PASSPHRASE, floor=CHEAP)
    assert vault.unlock_with_recovery(folder, recovery_key, CHEAP).raw == key.raw
    assert opens(folder, "recovery", OTHER_PASSPHRASE)


def test_the_recovery_key_gives_a_new_passphrase(folder: Path) -> None:
    key, recovery_key = a_vault(folder)
    assert vault.reset_passphrase(folder, recovery_key, USER, OTHER_PASSPHRASE, floor=CHEAP).raw == key.raw
    assert opens(folder, USER, OTHER_PASSPHRASE)
    assert not opens(folder, USER, PASSPHRASE)


def test_a_new_recovery_key_ends_the_old_one(folder: Path) -> None:
    key, old = a_vault(folder)
    new = vault.new_recovery_key(folder, key, floor=CHEAP)
    assert vault.unlock_with_recovery(folder, new, CHEAP).raw == key.raw
    for wrong in (old, RecoveryKey.fresh()):
        with pytest.raises(WrongRecoveryKeyError):
            vault.unlock_with_recovery(folder, wrong, CHEAP)


def test_neither_the_key_nor_a_secret_nor_a_name_stands_in_the_file(folder: Path) -> None:
    key, recovery_key = a_vault(folder)
    text = (folder / KEY_FILE).read_bytes()
    decoded = text + b"".join(bytes.fromhex(part) for part in _hex_strings(text))
    secrets = [bytes(key.raw), recovery_key.secret, PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-le")]
    for secret in secrets:
        for form in (secret, secret.hex().encode(), base64.b64encode(secret)):
            assert form not in decoded
            assert form.upper() not in decoded
    for word in (b"bright", b"recovery", b"refuge", recovery_key.printed.encode(), b"kettle"):
        assert word not in decoded.lower()


def _hex_strings(text: bytes) -> list[str]:
    strings = text.decode("ascii").split('"')[1::2]
    found = [each for each in strings if len(each) >= 24 and set(each) <= set("0123456789abcdef")]
    assert len(found) >= 9
    return found


def test_two_stores_mark_the_same_name_differently(tmp_path: Path) -> None:
    tags = []
    for name in ("one", "two"):
        a_vault(tmp_path / name)
        tags += [set(_hex_strings((tmp_path / name / KEY_FILE).read_bytes()))]
    assert not tags[0] & tags[1]


def test_a_slot_from_another_store_opens_nothing(tmp_path: Path) -> None:
    a_vault(tmp_path / "one")
    a_vault(tmp_path / "two")
    from refugedesk.security.header import parse
    from refugedesk.security.slots import open_slot, person

    one, two = (parse((tmp_path / name / KEY_FILE).read_bytes()) for name in ("one", "two"))
    secret = PASSPHRASE.encode()
    assert open_slot(one.slots, one.store_id, person(USER), secret)
    assert open_slot(one.slots, two.store_id, person(USER), secret) is None
    assert open_slot(one.slots, one.store_id, person("Sam"), secret) is None


@posix_only
def test_only_the_owner_may_read_the_folder_and_the_key_file(folder: Path) -> None:
    before = os.umask(0)
    try:
        a_vault(folder)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600


def test_a_store_is_made_in_an_empty_folder_only(folder: Path) -> None:
    folder.mkdir()
    (folder / LOCK_FILE).touch()
    a_vault(folder)
    with pytest.raises(FolderNotEmptyError):
        a_vault(folder)
    assert opens(folder, USER, PASSPHRASE)
    file = folder.with_name("a file")
    file.write_text("a letter")
    with pytest.raises(FolderNotEmptyError):
        a_vault(file)
    assert file.read_text() == "a letter"


def test_a_missing_key_file_is_told_apart_from_a_folder_that_is_no_store(folder: Path) -> None:
    with pytest.raises(NotAStoreError):
        vault.unlock(folder, USER, PASSPHRASE, CHEAP)
    folder.mkdir()
    with pytest.raises(NotAStoreError):
        vault.unlock(folder, USER, PASSPHRASE, CHEAP)
    (folder / DATABASE).touch()
    with pytest.raises(MissingKeyFileError):
        vault.unlock(folder, USER, PASSPHRASE, CHEAP)


def test_a_weaker_derivation_than_the_floor_is_not_trusted(folder: Path) -> None:
    a_vault(folder)
    with pytest.raises(UntrustedKeyFileError):
        vault.unlock(folder, USER, PASSPHRASE)
    with pytest.raises(UntrustedKeyFileError):
        vault.unlock(folder, USER, PASSPHRASE, Derivation(9, 1, 1))


def test_a_real_store_opens_at_the_floor(folder: Path) -> None:
    key, _ = vault.create(folder, USER, PASSPHRASE, FLOOR)
    assert vault.unlock(folder, USER, PASSPHRASE).raw == key.raw


def test_a_new_slot_is_as_hard_as_the_hardest_unless_told_otherwise(folder: Path) -> None:
    key, _ = vault.create(folder, USER, PASSPHRASE, Derivation(16, 2, 1))
    vault.add_user(folder, key, "Sam", OTHER_PASSPHRASE, floor=CHEAP)
    floor = Derivation(16, 2, 1)
    assert vault.unlock(folder, "Sam", OTHER_PASSPHRASE, floor).raw == key.raw


def test_unlocking_never_needs_more_than_a_few_derivations(folder: Path) -> None:
    key, _ = a_vault(folder)
    for number in range(8):
        vault.add_user(folder, key, f"Person {number}", OTHER_PASSPHRASE, Derivation(16 + number, 1, 1), CHEAP)
    from refugedesk.security.header import MOST_DERIVATIONS, parse

    assert len(parse((folder / KEY_FILE).read_bytes()).derivations()) == MOST_DERIVATIONS
    assert all(opens(folder, f"Person {number}", OTHER_PASSPHRASE) for number in range(8))


def test_the_key_of_another_store_changes_nothing(folder: Path) -> None:
    a_vault(folder)
    before = (folder / KEY_FILE).read_bytes()
    with pytest.raises(DamagedKeyFileError):
        vault.add_user(folder, Key.fresh(), "Sam", OTHER_PASSPHRASE, floor=CHEAP)
    assert (folder / KEY_FILE).read_bytes() == before


@posix_only
def test_a_folder_that_cannot_be_written_to_leaves_the_old_way_in(folder: Path) -> None:
    a_vault(folder)
    assert exit_status_of(lambda: _is_refused_in_a_read_only_folder(folder)) == 0
    folder.chmod(0o700)
    assert opens(folder, USER, PASSPHRASE)
    assert names_in(folder) == [KEY_FILE]


def _is_refused_in_a_read_only_folder(folder: Path) -> bool:
    folder.chmod(0o500)
    os.chdir(folder)  # pytest's own folders above are closed to everybody else
    if os.geteuid() == 0:  # the administrator may write everywhere
        for path in (folder, folder / KEY_FILE):
            os.chown(path, 65534, 65534)
        os.setuid(65534)
    try:
        vault.change_passphrase(Path(), USER, PASSPHRASE, OTHER_PASSPHRASE, floor=CHEAP)
    except ReadOnlyFolderError:
        return True
    return False


@posix_only
def test_a_full_disk_leaves_the_old_way_in(folder: Path) -> None:
    a_vault(folder)
    assert exit_status_of(lambda: _is_refused_on_a_full_disk(folder)) == 0
    assert opens(folder, USER, PASSPHRASE)
    assert names_in(folder) == [KEY_FILE]


def _is_refused_on_a_full_disk(folder: Path) -> bool:
    """A limit on the size of files stands in for the disk."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    try:
        vault.change_passphrase(folder, USER, PASSPHRASE, OTHER_PASSPHRASE, floor=CHEAP)
    except DiskFullError:
        return True
    return False


def exit_status_of(succeeds: Callable[[], bool]) -> int:
    """0 if ``succeeds`` did so in a process of its own, which may spoil what belongs to the process."""
    child = os.fork()
    if child == 0:
        status = 2
        try:
            status = 0 if succeeds() else 1
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@posix_only
def test_a_kill_at_any_moment_leaves_one_whole_way_in(folder: Path) -> None:
    """A child changes the passphrase back and forth until it is killed; one of the two must open."""
    a_vault(folder)
    rng = random.Random(40)
    ends = set()
    pair = [PASSPHRASE, OTHER_PASSPHRASE]

    def change() -> None:
        vault.change_passphrase(folder, USER, pair[0], pair[1], floor=CHEAP)
        pair.reverse()

    for _ in range(40):
        if not opens(folder, USER, pair[0]):
            pair.reverse()
        kill_after(rng.randint(1, 2), change, rng)
        ways_in = (opens(folder, USER, PASSPHRASE), opens(folder, USER, OTHER_PASSPHRASE))
        assert sum(ways_in) == 1
        ends.add(ways_in)
    assert len(ends) == 2


def test_an_unfinished_write_does_not_stand_in_the_way(folder: Path) -> None:
    key, _ = a_vault(folder)
    (folder / (KEY_FILE + ".new")).write_bytes(b"half of a")
    vault.add_user(folder, key, "Sam", OTHER_PASSPHRASE, floor=CHEAP)
    assert names_in(folder) == [KEY_FILE]


def test_every_flipped_bit_in_the_key_file_is_noticed(folder: Path) -> None:
    a_vault(folder)
    whole = (folder / KEY_FILE).read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        (folder / KEY_FILE).write_bytes(changed)
        with pytest.raises(DamagedKeyFileError):
            vault.unlock(folder, USER, PASSPHRASE, CHEAP)


def test_a_key_file_cut_short_or_grown_is_noticed(folder: Path) -> None:
    a_vault(folder)
    whole = (folder / KEY_FILE).read_bytes()
    pieces = [whole[:length] for length in range(0, len(whole), 37)]
    for text in [*pieces, whole + b"\n", whole * 2, b"[" * 100_000, b"{}", b"null", b"\xff\xfe", bytes(2_000_000)]:
        (folder / KEY_FILE).write_bytes(text)
        with pytest.raises(DamagedKeyFileError):
            vault.unlock(folder, USER, PASSPHRASE, CHEAP)


def test_a_newer_format_is_told_apart_from_damage(folder: Path) -> None:
    a_vault(folder)
    _rewrite(folder, lambda body: body.update(format=3, something="new"))
    with pytest.raises(NewerStoreError):
        vault.unlock(folder, USER, PASSPHRASE, CHEAP)


def test_a_greedy_key_file_does_not_get_the_memory(folder: Path) -> None:
    a_vault(folder)
    _rewrite(folder, lambda body: body["slots"][0]["derivation"].update(memory_kib=2**31 - 1))
    with pytest.raises(UntrustedKeyFileError):
        vault.unlock(folder, USER, PASSPHRASE, CHEAP)


@pytest.mark.parametrize("number", [0, -1, 1.5, "64", None, True, 10**30])
def test_a_derivation_that_is_none_is_refused(folder: Path, number: object) -> None:
    a_vault(folder)
    _rewrite(folder, lambda body: body["slots"][0]["derivation"].update(passes=number))
    with pytest.raises((DamagedKeyFileError, UntrustedKeyFileError)):
        vault.unlock(folder, USER, PASSPHRASE, CHEAP)


def test_a_slot_taken_out_by_somebody_without_the_key_is_noticed(folder: Path) -> None:
    key, _ = a_vault(folder)
    vault.add_user(folder, key, "Sam", OTHER_PASSPHRASE, floor=CHEAP)
    before = (folder / KEY_FILE).read_bytes()
    noticed = 0
    for place in range(3):
        (folder / KEY_FILE).write_bytes(before)
        _rewrite(folder, lambda body, place=place: body["slots"].pop(place))
        try:
            vault.unlock(folder, USER, PASSPHRASE, CHEAP)
        except DamagedKeyFileError:
            noticed += 1
        except WrongPassphraseError:
            pass  # it was this user's own slot
    assert noticed == 2


def _rewrite(folder: Path, change: Callable[..., object]) -> None:
    """Change the key file as somebody could who knows its format but not the key."""
    import hashlib
    import json

    body = json.loads((folder / KEY_FILE).read_bytes())
    del body["checksum"]
    change(body)

    def text() -> bytes:
        return json.dumps(body, indent=1, sort_keys=True).encode() + b"\n"

    body["checksum"] = hashlib.sha256(text()).hexdigest()
    (folder / KEY_FILE).write_bytes(text())
