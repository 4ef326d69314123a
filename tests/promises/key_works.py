"""Works on who and what opens the store: another key for all of it, and trustees' shares made and ended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

from desks import NOON, PASSPHRASE
from promises.works import USER, Deed, Looks, Tell, Work, a_place, a_template, at_desk
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import LOCK_FILE
from refugedesk.security import trustees as ways
from refugedesk.security import vault
from refugedesk.security.errors import WrongSharesError
from refugedesk.security.shares import Share, make_shares
from refugedesk.services import rekeying, trustees
from refugedesk.services.desk import Desk
from refugedesk.storage import recrypt
from refugedesk.storage.schema_steps import NEWEST
from vaults import CHEAP


def _changing_key(place: Path) -> AbstractContextManager[Deed]:
    return at_desk(place, lambda desk: lambda: rekeying.change_key(desk, floor=CHEAP))


def _under_a_key(place: Path, tell: Tell) -> Looks:
    """What the records hold and whether they are under another key, as whoever opens the store next finds them."""
    with _aside(place) as store:
        try:
            key = rekeying.settle(store, vault.open_way(store, USER, PASSPHRASE, CHEAP), CHEAP)
            found = tell(store)
        except RefugeDeskError as error:
            return type(error).__name__, ""
        if left := [each.name for each in store.glob(f"{recrypt.COPY}*")]:
            return f"left behind: {left[0]}", ""
        if vault.open_way(store, USER, PASSPHRASE, CHEAP).next_key is not None:
            return "two keys are left", ""
        return found, "the old key" if bytes(key.raw) == _first_key() else "another key"


@contextmanager
def _aside(place: Path) -> Iterator[Path]:
    """A copy to look at, since looking brings to its end what was cut short."""
    aside = a_place()
    try:
        shutil.copytree(place / "store", aside / "store", ignore=shutil.ignore_patterns(LOCK_FILE))
        yield aside / "store"
    finally:
        shutil.rmtree(aside)


@cache
def _first_key() -> bytes:
    return bytes(vault.unlock(a_template(NEWEST) / "store", USER, PASSPHRASE, CHEAP).raw)


@cache
def _a_set() -> tuple[bytes, tuple[Share, ...]]:
    """A set of shares, the same in every place."""
    return make_shares(2, 3)


def _new_set() -> trustees.NewShares:
    return trustees.NewShares(*_a_set(), NOON.date())


def _giving_out(place: Path) -> AbstractContextManager[Deed]:
    new = _new_set()
    return at_desk(place, lambda desk: lambda: trustees.give_out(desk, new, CHEAP))


def _ending(place: Path) -> AbstractContextManager[Deed]:
    new = _new_set()

    def deed(desk: Desk) -> Deed:
        trustees.give_out(desk, new, CHEAP)
        return lambda: trustees.end(desk, CHEAP)

    return at_desk(place, deed)


def _by_shares(place: Path, tell: Tell) -> Looks:
    """What the store holds, where it is written down first; and whether the shares open it."""
    store = place / "store"
    try:
        ways.open_way_with_shares(store, _a_set()[0], CHEAP)
        opens = "the shares open it"
    except WrongSharesError:
        opens = "the shares open nothing"
    except RefugeDeskError as error:
        opens = type(error).__name__
    return tell(store), opens


KEY_WORKS: Mapping[str, Work] = {
    work.name: work
    for work in (
        Work("change of the key", _changing_key, _under_a_key),
        Work("shares made", _giving_out, _by_shares),
        Work("shares ended", _ending, _by_shares),
    )
}
