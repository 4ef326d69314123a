"""What a service has chosen for itself, by name, as JSON."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, insert, select

from refugedesk.storage.tables import RECORDS, SETTING


def chosen(connection: Connection, name: str) -> dict[str, object]:
    """What was chosen under a name; empty where nothing was."""
    content = connection.execute(select(SETTING.c.content).where(SETTING.c.name == name)).scalar()
    found = json.loads(content) if content else {}
    return found if isinstance(found, dict) else {}


def choose(connection: Connection, name: str, content: dict[str, object]) -> None:
    """Puts a choice in the place of the one before."""
    connection.execute(delete(SETTING).where(SETTING.c.name == name))
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    connection.execute(insert(SETTING).values(name=name, content=text))


def own_code_keys(connection: Connection) -> dict[tuple[str, str], str]:
    """(list, code) -> the key of the record of a service's own answer."""
    c = RECORDS["own_code"].c
    return {(row[0], row[1]): row[2] for row in connection.execute(select(c.codelist, c.code, c.id))}
