"""An open store and who is at it: what every service is handed first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from refugedesk.domain.fields import Record
from refugedesk.security.keys import Key
from refugedesk.services.clock import Clock
from refugedesk.services.roles import Action, Role, may, require, restricted_level
from refugedesk.storage.commit_mark import put_mark
from refugedesk.storage.engine import for_writing
from refugedesk.storage.lock import StoreLock
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.sight import WHOLE, Sight
from refugedesk.storage.work import Work, unit_of_work

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


@dataclass(frozen=True)
class UserRow:
    """Somebody who may open the store."""

    id: str
    name: str
    role: Role
    is_active: bool = True


@dataclass(frozen=True)
class ServiceRow:
    """The service the store belongs to; wards as (code, name)."""

    name: str
    home_authority: str
    wards: tuple[tuple[str, str], ...] = ()


@dataclass
class Desk:
    """An open store. ``close`` gives back the lock and overwrites the key.

    sight: what the person at the desk may see; everything that is read through ``reading`` passes it. truth: the
    engine without it. warning: why the records may not be the newest; empty where they are.
    """

    folder: Path
    engine: Engine
    key: Key
    lock: StoreLock
    user: UserRow
    service: ServiceRow
    clock: Clock
    is_open: bool = True
    warning: str = ""
    sight: Sight = field(init=False)
    truth: Engine = field(init=False)

    def __post_init__(self) -> None:
        self.sight = Sight(self.user.id, self.user.name, restricted_level(self.user.role))
        self.truth = self.engine.execution_options(schema_translate_map=dict(WHOLE))

    @property
    def now(self) -> datetime:
        """This instant, with its zone."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.clock.now().date()

    @property
    def in_force(self) -> InForce:
        """The forms and lists as this service has them."""
        with self.reading() as connection:
            return in_force(connection)

    @property
    def forms(self) -> Mapping[str, Record]:
        """The forms as this service has them, by their id."""
        return self.in_force.forms

    def may(self, action: Action) -> bool:
        """Whether the person at the desk may do it."""
        return may(self.user.role, action)

    def require(self, action: Action) -> None:
        """Raises NotAllowedError where the person at the desk may not do it."""
        require(self.user.role, action)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store, as far as the person at the desk may; it changes nothing."""
        with self.engine.connect() as connection, connection.begin(), self.sight.over(connection):
            yield connection

    @contextmanager
    def whole(self) -> Iterator[Connection]:
        """A connection that sees everything: for totals, fire and checks, never for what shows a person."""
        with self.truth.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """One transaction, in the name of the person at the desk; what it came to is marked beside the records."""
        with unit_of_work(self.truth, self.sight, self.now) as work:
            yield work
        if work.trail.reach:
            with suppress(OSError):  # the change is saved; a mark that lies behind does no harm
                put_mark(self.folder, self.key, *work.trail.reach)

    def keeping(self) -> AbstractContextManager[Connection]:
        """A transaction that is no deed, such as a draft that is kept: nothing is written down of it."""
        return for_writing(self.truth).begin()

    def close(self) -> None:
        """Closes the store; doing it twice is harmless."""
        if self.is_open:
            self.is_open = False
            self.engine.dispose()
            self.key.wipe()
            self.lock.release()
