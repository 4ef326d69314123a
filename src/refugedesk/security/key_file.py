"""The key file on the disk: read and judged, changed as a whole, written as a whole."""

from __future__ import annotations

from pathlib import Path

from refugedesk.domain.store_files import DATABASE, KEY_FILE, DriveError, NotAStoreError
from refugedesk.domain.whole_file import write_whole
from refugedesk.domain.words import tr
from refugedesk.security.derivation import CEILING, Derivation
from refugedesk.security.errors import DamagedKeyFileError, MissingKeyFileError, UntrustedKeyFileError, UserNameError
from refugedesk.security.header import MOST_DERIVATIONS, Header, parse, render
from refugedesk.security.keys import Key
from refugedesk.security.slots import Opened, Slot, make_slot, open_slot, person


def opened_by(header: Header, whose: str, secret: bytes) -> Opened | None:
    """What the secret opens, once the file is known to be the store's own; None where it opens nothing."""
    found = open_slot(header.slots, header.store_id, whose, secret)
    if found is None:
        return None
    is_ours = header.is_sealed_by(found.key) and (found.pin is None or header.is_pinned_by(found.pin))
    if not is_ours:
        raise DamagedKeyFileError
    return found


def put(folder: Path, key: Key, whose: str, secret: bytes, derivation: Derivation | None, floor: Derivation) -> None:
    """A fresh slot for ``whose``, in place of the one there was; None means as hard as the hardest in use."""
    write(folder, with_fresh(read_sealed(folder, key, floor), key, whose, secret, derivation))


def with_fresh(header: Header, key: Key, whose: str, secret: bytes, derivation: Derivation | None) -> Header:
    """The header that ``put`` writes."""
    known = header.derivations()
    if derivation is None or (derivation not in known and len(known) == MOST_DERIVATIONS):
        derivation = max(known, key=lambda each: each.cost)
    return with_way(header, key, whose, secret, derivation)


def with_way(header: Header, key: Key, whose: str, secret: bytes, derivation: Derivation) -> Header:
    """The header with a fresh slot for ``whose``; one of the first format gets a pin."""
    pin = header.pin_of(key)
    if pin is None:
        pin = Key.fresh()
        header = header.with_pin(pin, key)
    old = header.slot_of(whose, key)
    if old is not None:
        header = header.without_slot(old.tag, key)
    return header.with_slot(make_slot(key, pin, header.store_id, whose, secret, derivation), key)


def require_user(folder: Path, key: Key, user: str, floor: Derivation) -> tuple[Header, Slot]:
    """The file and the slot of ``user``. UserNameError where nobody of this name can open the store."""
    header = read_sealed(folder, key, floor)
    slot = header.slot_of(person(user), key)
    if slot is None:
        raise UserNameError(tr("Nobody with this name can open the store. Check how the name is spelt."))
    return header, slot


def read_sealed(folder: Path, key: Key, floor: Derivation) -> Header:
    """The file, which the holder of the key left as it is. DamagedKeyFileError, and as for ``read``."""
    header = read(folder, floor)
    if not header.is_sealed_by(key):
        raise DamagedKeyFileError
    return header


def read(folder: Path, floor: Derivation) -> Header:
    """The file, whole and asking for no derivation that RefugeDesk would not choose.

    Raises:
        NotAStoreError, MissingKeyFileError, DamagedKeyFileError, UntrustedKeyFileError, NewerStoreError, DriveError
    """
    try:
        header = parse((folder / KEY_FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise (MissingKeyFileError if (folder / DATABASE).exists() else NotAStoreError)() from error
    except OSError as error:
        raise DriveError from error
    if not all(each.lies_between(floor, CEILING) for each in header.derivations()):
        raise UntrustedKeyFileError
    return header


def write(folder: Path, header: Header) -> None:
    """The file in place of the one there was, or the one there was left whole."""
    write_whole(folder / KEY_FILE, render(header))
