"""The people who may open the store, and their ways in."""

from __future__ import annotations

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.names import same_name
from refugedesk.domain.words import tr
from refugedesk.security import vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.services.desk import Desk, UserRow
from refugedesk.services.progress import Progress
from refugedesk.services.rekeying import change_key, waiting_for, waiting_words
from refugedesk.services.roles import Action, Role, may
from refugedesk.storage import accounts


class AccountError(CorrectableError):
    """Somebody cannot be added or removed."""


def users(desk: Desk) -> tuple[UserRow, ...]:
    """Everybody who may or might open the store, by name."""
    with desk.reading() as connection:
        found = accounts.accounts(connection)
    return tuple(UserRow(each.id, each.name, Role(each.role), each.is_active) for each in found)


def add_user(desk: Desk, name: str, role: Role, passphrase: str, floor: Derivation = FLOOR) -> UserRow:
    """Gives somebody a way in of their own. They should choose the passphrase themselves.

    Raises:
        AccountError: somebody of that name can open the store already, or the role is not theirs to give.
        WeakPassphraseError, UserNameError
    """
    desk.require(Action.KEEP_PEOPLE)
    if may(role, Action.READ) and not desk.may(Action.READ):
        raise AccountError(tr("Only a manager gives a way in to somebody who sees records. Ask one of them to do it."))
    name = " ".join(name.split())
    if any(same_name(each.name) == same_name(name) and each.is_active for each in users(desk)):
        raise AccountError(
            tr("{name} can open the store already. Choose another name, such as one with a surname.", name=name)
        )
    if vault.has_user(desk.folder, desk.key, name, floor):
        vault.set_passphrase(desk.folder, desk.key, name, passphrase, floor=floor)
    else:
        vault.add_user(desk.folder, desk.key, name, passphrase, floor=floor)
    with desk.writing() as work:
        key = accounts.add_account(work.connection, name, role.value)
        work.note("add_user", "account", key, role=role.value)
    return UserRow(key, name, role)


def remove_user(desk: Desk, user_id: str, floor: Derivation = FLOOR, progress: Progress | None = None) -> str:
    """Takes away somebody's way in, at once, and puts the store under a new key. What they recorded stays.

    Returns: what has to be done before the key can be changed; empty where it was.

    Raises:
        AccountError: it is oneself, or the last manager.
    """
    desk.require(Action.KEEP_PEOPLE)
    everybody = {each.id: each for each in users(desk) if each.is_active}
    leaver = everybody.get(user_id)
    if leaver is None:
        raise AccountError(tr("This person cannot open the store any more. Nothing was changed."))
    if leaver.id == desk.user.id:
        raise AccountError(tr("You cannot remove yourself. Ask another manager to do it."))
    if leaver.role is Role.MANAGER and [each.role for each in everybody.values()].count(Role.MANAGER) == 1:
        raise AccountError(tr("The last manager cannot be removed. Add another manager first."))
    with desk.writing() as work:
        accounts.retire(work.connection, user_id)
        work.note("remove_user", "account", user_id)
        if vault.has_user(desk.folder, desk.key, leaver.name, floor):
            vault.remove_user(desk.folder, desk.key, leaver.name, floor)
    if names := waiting_for(desk, floor):
        return waiting_words(names)
    change_key(desk, progress, floor)
    return ""


def change_passphrase(desk: Desk, old: str, new: str, floor: Derivation = FLOOR) -> None:
    """Puts a new passphrase in place of the old one of the person at the desk.

    Raises:
        WrongPassphraseError, WeakPassphraseError
    """
    vault.change_passphrase(desk.folder, desk.user.name, old, new, floor=floor)
    with desk.writing() as work:
        work.note("change_passphrase", "account", desk.user.id)


def new_recovery_key(desk: Desk, floor: Derivation = FLOOR) -> str:
    """A new recovery key, to be printed; the old one opens nothing from now on."""
    desk.require(Action.KEEP_PEOPLE)
    made = vault.new_recovery_key(desk.folder, desk.key, floor=floor)
    with desk.writing() as work:
        work.note("new_recovery_key")
    return made.printed
