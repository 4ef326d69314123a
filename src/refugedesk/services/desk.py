"""An open store and who is at it: what every service is handed first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Event, RLock
from typing import TYPE_CHECKING

from refugedesk.domain.fields import Record
from refugedesk.security.keys import Key
from refugedesk.services.clock import Clock
from refugedesk.services.presence import note_leaving
from refugedesk.services.roles import Action, Role, may, require, restricted_level
from refugedesk.storage.commit_mark import put_mark
from refugedesk.storage.connections import BUSY_MILLISECONDS
from refugedesk.storage.engine import for_writing, open_engine
from refugedesk.storage.errors import StoreBusyError
from refugedesk.storage.folder import database_of
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
    _writes: RLock = field(init=False, default_factory=RLock)
    _is_there: Event = field(init=False, default_factory=Event)

    def __post_init__(self) -> None:
        self.sight = Sight(self.user.id, self.user.name, restricted_level(self.user.role))
        self._look_through(self.engine)
        self._is_there.set()

    def _look_through(self, engine: Engine) -> None:
        self.engine = engine
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
        self._is_there.wait()
        with self.engine.connect() as connection, connection.begin(), self.sight.over(connection):
            yield connection

    @contextmanager
    def whole(self) -> Iterator[Connection]:
        """A connection that sees everything: for totals, fire and checks, never for what shows a person."""
        self._is_there.wait()
        with self.truth.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """One transaction, in the name of the person at the desk; what it came to is marked beside the records."""
        with self.alone():
            with unit_of_work(self.truth, self.sight, self.now) as work:
                yield work
            if work.trail.reach:
                with suppress(OSError):  # the change is saved; a mark that lies behind does no harm
                    put_mark(self.folder, self.key, *work.trail.reach)

    @contextmanager
    def keeping(self) -> Iterator[Connection]:
        """A transaction that is no deed, such as a draft that is kept: nothing is written down of it."""
        with self.alone(), for_writing(self.truth).begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While it lasts nobody else saves anything. StoreBusyError where somebody else is saving for too long."""
        if not self._writes.acquire(timeout=BUSY_MILLISECONDS / 1000):
            raise StoreBusyError
        try:
            yield
        finally:
            self._writes.release()

    def let_go(self) -> None:
        """Closes the file of the records, while another takes its place; who reads waits until ``take_up``."""
        self._is_there.clear()
        self.engine.dispose()

    def take_up(self, key: Key) -> None:
        """Opens the file of the records, under that key."""
        self.key = key
        try:
            self._look_through(open_engine(database_of(self.folder), key))
        finally:
            self._is_there.set()  # who waits gets the records, or what is wrong with them

    def close(self) -> None:
        """Closes the store; doing it twice is harmless."""
        if self.is_open:
            self.is_open = False
            self._note_leaving()
            self.engine.dispose()
            self.key.wipe()
            self.lock.release()

    def _note_leaving(self) -> None:
        """Writes down until when the person was here; whatever goes wrong with that must not keep a store open."""
        with suppress(Exception), self.keeping() as connection:
            note_leaving(connection, self.user.id, self.now)
