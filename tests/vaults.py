"""Real vaults and databases for tests, with a key derivation that takes no time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from refugedesk.security import vault
from refugedesk.security.derivation import Derivation
from refugedesk.security.keys import Key
from refugedesk.security.recovery import RecoveryKey

CHEAP: Final = Derivation(memory_kib=8, passes=1, lanes=1)
USER: Final = "Jo Bright"
PASSPHRASE: Final = "kettle violin marmalade tax"
OTHER_PASSPHRASE: Final = "orange lamp teapot river"


def a_vault(folder: Path) -> tuple[Key, RecoveryKey]:
    """The keys of a new vault in ``folder``, which USER opens with PASSPHRASE."""
    return vault.create(folder, USER, PASSPHRASE, CHEAP)


def unkeyed(path: Path) -> dbapi2.Connection:
    """An ordinary, unencrypted database, to compare with."""
    return dbapi2.connect(str(path), isolation_level=None)
