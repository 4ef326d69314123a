"""The service of a store and the people who may open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, select, update

from refugedesk.domain.errors import OutOfOurHandsError
from refugedesk.domain.names import same_name, slug
from refugedesk.domain.presence import Presence
from refugedesk.domain.words import tr
from refugedesk.storage.engine import for_writing
from refugedesk.storage.tables import ACCOUNT, SERVICE, WARD
from refugedesk.storage.tables.schema import new_key


class NoAccountError(OutOfOurHandsError):
    """The key file lets somebody in of whom the records know nothing: one of the two is older than the other."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The passphrase is right, but the records know nobody of this name. The key file and the records "
                "may come from different days. Nothing was changed. Open the store as somebody else, or restore a "
                "backup."
            )
        )


@dataclass(frozen=True)
class Account:
    """Somebody who may open the store."""

    id: str
    name: str
    role: str
    is_active: bool


@dataclass(frozen=True)
class Service:
    """The one service of the store; wards as (code, name), by name."""

    name: str
    home_authority: str
    wards: tuple[tuple[str, str], ...]


def found(engine: Engine, service_name: str, home_authority: str, user_name: str, role: str) -> None:
    """Writes the service and its first person into a new store."""
    with for_writing(engine).begin() as connection:
        connection.execute(
            insert(SERVICE).values(id=new_key(), name=service_name, home_authority=home_authority, chain=new_key())
        )
        add_account(connection, user_name, role)


def add_account(connection: Connection, name: str, role: str) -> str:
    """Adds somebody, or brings back somebody of that name; the account's key."""
    known = _find(connection, name)
    if known:
        connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == known.id).values(role=role, is_active=True))
        return known.id
    key = new_key()
    connection.execute(insert(ACCOUNT).values(id=key, name=name, role=role, is_active=True))
    return key


def retire(connection: Connection, key: str) -> None:
    """Marks somebody as no longer here; the name stays for the record of changes."""
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == key).values(is_active=False))


def account(connection: Connection, name: str) -> Account:
    """The active account of that name, in any case."""
    found = _find(connection, name)
    if found is None or not found.is_active:
        raise NoAccountError
    return found


def accounts(connection: Connection) -> list[Account]:
    """Everybody, those who have left included, by name."""
    rows = connection.execute(select(ACCOUNT).order_by(ACCOUNT.c.name))
    return [Account(row.id, row.name, row.role, row.is_active) for row in rows]


def presence(connection: Connection, key: str) -> Presence:
    """When the person of that account was last here."""
    row = connection.execute(select(ACCOUNT.c.here_at, ACCOUNT.c.here_before_at).where(ACCOUNT.c.id == key)).one()
    return Presence(*(datetime.fromisoformat(each) if each else None for each in row))


def keep_presence(connection: Connection, key: str, of: Presence) -> None:
    """Writes down when the person of that account was last here."""
    here, before = (each and each.astimezone(UTC).isoformat(timespec="microseconds") for each in vars(of).values())
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == key).values(here_at=here, here_before_at=before))


def service(connection: Connection) -> Service:
    """The service the store belongs to."""
    row = connection.execute(select(SERVICE.c.name, SERVICE.c.home_authority)).one()
    wards = connection.execute(select(WARD.c.code, WARD.c.name).order_by(func.lower(WARD.c.name), WARD.c.code))
    return Service(row.name, row.home_authority, tuple((ward.code, ward.name) for ward in wards))


def add_wards(connection: Connection, names: list[str]) -> None:
    """Adds wards of the home authority that are not known yet; names that make the same code are one ward."""
    known = set(connection.execute(select(WARD.c.code)).scalars())
    new = {slug(name): " ".join(name.split()) for name in sorted(names, reverse=True) if slug(name)}
    rows = [{"code": code, "name": name} for code, name in new.items() if code not in known]
    if rows:
        connection.execute(insert(WARD), rows)


def _find(connection: Connection, name: str) -> Account | None:
    wanted = same_name(name)
    return next((each for each in accounts(connection) if same_name(each.name) == wanted), None)
