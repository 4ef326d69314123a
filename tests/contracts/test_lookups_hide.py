"""Every lookup there is, asked about a file by somebody it is hidden from: nothing of it comes back."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import product
from typing import Any, Final

import pytest
from sqlalchemy import Connection

from desks import NOON
from refugedesk.domain.records import ALL
from refugedesk.domain.rhythm import Rhythm
from refugedesk.services import hiding
from refugedesk.services.desk import Desk
from refugedesk.storage import lookups
from refugedesk.storage.lookups.alike import Born
from refugedesk.storage.lookups.labels import PLAIN
from refugedesk.storage.lookups.trail import Wanted
from refugedesk.storage.sight import hideable
from sightings import MARKER, House, a_house

TODAY: Final = NOON.date()
LONG_AGO: Final = TODAY - timedelta(days=800)
SHOWN_AT_LEAST: Final = 30
"""So many lookups show something of the file to others: else they were asked nothing."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = a_house(tmp_path_factory.mktemp("house") / "store")
    ana = house.open("Ana Silva", NOON)
    hiding.hide(ana, "resident", house.resident, house.accounts["Sam Okoro"], "A cousin")
    ana.close()
    return house


def every_lookup() -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public functions of the lookups that are handed a connection."""
    for module in pkgutil.iter_modules(lookups.__path__, f"{lookups.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, function in vars(loaded).items():
            is_own = inspect.isfunction(function) and function.__module__ == module.name and not name.startswith("_")
            if is_own and "connection" in inspect.signature(function).parameters:
                yield f"{module.name.rpartition('.')[2]}.{name}", function


def _choices(house: House) -> dict[str, list[object]]:
    """What each argument may be, by its name; a new name of an argument needs a line here."""
    hidden = [key for record, key in house.keys.items() if record in hideable()]
    days: list[object] = [TODAY]
    return {
        "resident": [house.resident],
        "stay": [house.stay],
        "stays": [[house.stay]],
        "referral": [house.referral],
        "child": [house.keys["child"]],
        "unit": [house.unit],
        "session": [house.keys["group_session"]],
        "key": list(hidden),
        "keys": [hidden],
        "record": [*PLAIN],
        "record_id": [record for record in ALL if record in hideable()],
        "owner": ["stay_id", "resident_id", "child_id", "goal_id", "referral_id"],
        "of": [[("note", "stay_id"), ("contact", "stay_id"), ("child", "resident_id")]],
        "field": ["first_name", "known_as", "origin_ward", "worker"],
        "prefix": ["", "Q"],
        "chip": ["all", "incomplete"],
        "typed": ["", MARKER],
        "name": [MARKER],
        "codelist": ["sex"],
        "own": [Born("", "Mina", None, None, None)],
        **{name: [house.resident, house.keys["child"]] for name in ("one", "other")},
        "wanted": [Wanted(), Wanted((house.resident,))],
        "before": [None],
        "limit": [500],
        "most": [500],
        "but": [""],
        "without": [""],
        "rhythm": [vars(Rhythm())],
        "today": days,
        "night": days,
        "until": [TODAY + timedelta(days=700)],
        **{name: [LONG_AGO] for name in ("first", "since", "left_since")},
        "last": days,
    }


def _answers(house: House, function: Callable[..., Any], connection: Connection) -> Iterator[tuple[str, str]]:
    """(what was given, what came back) for every sensible way to ask."""
    choices = _choices(house)
    names = [name for name in inspect.signature(function).parameters if name != "connection"]
    assert set(names) <= set(choices), f"say in _choices what {set(names) - set(choices)} may be"
    for given in product(*(choices[name] for name in names)):
        asked = dict(zip(names, given, strict=True))
        if "owner" in asked and not _has(asked["record_id"], asked["owner"]):
            continue
        yield repr(given), repr(function(connection, **asked))


def _has(record: object, owner: object) -> bool:
    return owner in {field.name for field in ALL[str(record)].fields}


def _traces(house: House, desk: Desk, function: Callable[..., Any]) -> bool:
    hidden = [key for record, key in house.keys.items() if record in hideable()]
    with desk.reading() as connection:
        return any(
            MARKER in found or any(key in found for key in hidden if key not in given)
            for given, found in _answers(house, function, connection)
        )


def test_no_lookup_shows_anything_of_a_hidden_file(house: House) -> None:
    sam = house.open("Sam Okoro", NOON)
    traces = {name for name, function in every_lookup() if _traces(house, sam, function)}
    sam.close()
    assert traces == set()
    ana = house.open("Ana Silva", NOON)
    shown = {name for name, function in every_lookup() if _traces(house, ana, function)}
    ana.close()
    assert len(shown) >= SHOWN_AT_LEAST, sorted(shown)


def test_no_lookup_names_a_table_of_the_store_outright() -> None:
    """Naming ``main.`` is the one way round the views; a text of SQL could."""
    sources = [inspect.getsource(importlib.import_module(function.__module__)) for _, function in every_lookup()]
    assert not [source for source in sources if re.search(r"\bmain\.|schema_translate_map", source)]
