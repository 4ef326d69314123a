"""Another key for the whole store, so that a copy of the key file kept from before opens nothing that comes after.

The order makes a crash harmless at any point. The copy under the new key is whole before anybody is given that key;
everybody who stays has both keys before the copy takes the records' place; only then is the old key let go.
"""

from __future__ import annotations

from pathlib import Path

from refugedesk.domain.errors import CorrectableError, RefugeDeskError
from refugedesk.domain.words import listed, tr
from refugedesk.security import key_change
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.keys import Key
from refugedesk.security.slots import Opened
from refugedesk.services.desk import Desk
from refugedesk.services.progress import Progress, silently
from refugedesk.services.roles import Action
from refugedesk.storage import accounts, recrypt
from refugedesk.storage.errors import DamagedDatabaseError

STEPS = 4


class KeyChangeError(CorrectableError):
    """The key cannot be changed yet; nothing was changed."""


def waiting_for(desk: Desk, floor: Derivation = FLOOR) -> tuple[str, ...]:
    """Who has to unlock once before the key can be changed; "" for the recovery key, of which a new one is needed."""
    desk.require(Action.KEEP_PEOPLE)
    return key_change.waiting(desk.folder, desk.key, _staying(desk), floor)


def change_key(desk: Desk, progress: Progress | None = None, floor: Derivation = FLOOR) -> None:
    """Puts the whole store under a new key; everybody who can open it goes on with their own passphrase.

    Raises:
        KeyChangeError: somebody has to unlock once first. RecryptError, DiskFullError, ReadOnlyFolderError, DriveError
    """
    desk.require(Action.KEEP_PEOPLE)
    tell = progress or silently
    if names := waiting_for(desk, floor):
        raise KeyChangeError(waiting_words(names))
    with desk.alone():  # what would be saved after the copy was made would be lost
        _change(desk, Key.fresh(), tell, floor)


def _change(desk: Desk, new_key: Key, tell: Progress, floor: Derivation) -> None:
    try:
        with desk.writing() as work:
            work.note("change_key")
        recrypt.make_copy(desk.folder, desk.key, new_key)
        tell(1, STEPS)
        key_change.begin_change(desk.folder, desk.key, new_key, _staying(desk), floor)
    except RefugeDeskError:
        recrypt.drop_copy(desk.folder)
        new_key.wipe()
        raise
    tell(2, STEPS)
    _put_in_place(desk, new_key, floor)
    tell(STEPS, STEPS)


def _put_in_place(desk: Desk, new_key: Key, floor: Derivation) -> None:
    old_key = desk.key
    desk.let_go()
    try:
        key = _key_after_placing(desk.folder, old_key, new_key)
    finally:
        desk.take_up(old_key if recrypt.opens(desk.folder, old_key) else new_key)
    if key is old_key:
        key_change.abandon_change(desk.folder, old_key, floor)
        recrypt.drop_copy(desk.folder)
        raise recrypt.RecryptError
    recrypt.mark_anew(desk.folder, new_key)
    key_change.finish_change(desk.folder, old_key, new_key, floor)
    recrypt.drop_copy(desk.folder)  # its journal, which keeps the name it had
    old_key.wipe()


def _key_after_placing(folder: Path, old_key: Key, new_key: Key) -> Key:
    """The key the records are under afterwards. An error may come before they are in place, or after."""
    try:
        recrypt.put_in_place(folder)
    except RefugeDeskError:
        return old_key if recrypt.opens(folder, old_key) else new_key
    return new_key


def settle(folder: Path, opened: Opened, floor: Derivation = FLOOR) -> Key:
    """The key the records are under: what a crash while it was changed left half done is brought to one end or back."""
    key, new_key = opened.key, opened.next_key
    if new_key is None:
        recrypt.drop_copy(folder)
        return key
    if recrypt.opens(folder, key):
        key_change.abandon_change(folder, key, floor)
        recrypt.drop_copy(folder)
        return key
    if not recrypt.opens(folder, new_key):
        raise DamagedDatabaseError
    recrypt.mark_anew(folder, new_key)
    key_change.finish_change(folder, key, new_key, floor)
    recrypt.drop_copy(folder)
    return new_key


def waiting_words(names: tuple[str, ...]) -> str:
    """What has to be done before the key can be changed."""
    people = [name for name in names if name]
    parts = [tr("{people} must unlock the store once", people=listed(people))] if people else []
    parts += [tr("a new recovery key must be made and printed")] if "" in names else []
    return tr(
        "Before the key of the store can be changed, {what}. Then change it under Settings, People.",
        what=listed(parts),
    )


def _staying(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        return [each.name for each in accounts.accounts(connection) if each.is_active]
