"""The three stores that are photographed: a new one, the demo, and a house where everything is as long as can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from desks import PASSPHRASE
from refugedesk.demo.making import USER, make_demo
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer, Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.domain.rules import Surroundings
from refugedesk.services import stores, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.storage.work import Work
from refugedesk.ui.pages.file_lists import OF_PERSON, OF_STAY
from refugedesk.ui.pages.house import NAMES as HOUSE_LISTS
from vaults import CHEAP

NOW: Final = datetime(2026, 11, 24, 2, 5, tzinfo=UTC)
TODAY: Final = NOW.date()
CLOCK: Final = FixedClock(NOW)
UNITS, ENTRIES, CHILDREN = 40, 6, 12
LONG_NAME: Final = ("Maria-Fernanda Guadalupe", "de la Santísima Trinidad Villanueva")
WARD: Final = "Sutton-on-the-Forest with Easingwold, Huby and Crayke (North)"
AUTHORITY: Final = "Bournemouth, Christchurch and Poole with the Isle of Purbeck"
SENTENCE: Final = "She said that she slept well and that the children asked about school; we agreed to ring again. "
SHORT: Final = "She rang the school."
LINE: Final = (SENTENCE * 3)[:190]
NOTE: Final = SENTENCE * 278
"""Some 5,000 words."""


def empty(folder: Path) -> Desk:
    """A new store with one manager and nothing else."""
    return _new(folder / "store")


def usual(folder: Path) -> Desk:
    """The demo, with a file that has a little in every section."""
    demo = make_demo(folder / "demo", CLOCK, CHEAP)
    desk = stores.open_store(demo.store, USER, demo.passphrase, CLOCK, CHEAP)
    found = fullest(desk)
    with desk.writing() as work:
        _fill_house(work, 1, (SHORT, SHORT))
        if found is not None and found.stay_id is not None:
            _fill_file(work, found.id, found.stay_id, 1, (SHORT, SHORT))
    return desk


def overfull(folder: Path) -> Desk:
    """40 units, each with a household; the first with the longest name, 12 children and notes of 5,000 words."""
    desk = _new(folder / "store")
    with desk.writing() as work:
        _fill_house(work, ENTRIES, (LINE, NOTE))
        for number in range(UNITS):
            unit = work.add("unit", _unit(number))
            stay = _household(work, number, unit)
            if not number:
                _fill_file(work, *stay, ENTRIES, (LINE, NOTE))
    return desk


STATES: Final[Mapping[str, Callable[[Path], Desk]]] = MappingProxyType(
    {"empty": empty, "usual": usual, "overfull": overfull}
)


def fullest(desk: Desk) -> views.ResidentRow | None:
    """Whoever is here with the most children; None in a house without anybody."""
    return max(views.residents(desk).rows, key=lambda row: row.children, default=None)


def brimming(record: str, words: tuple[str, str], **links: Answer) -> dict[str, Answer]:
    """An answer to every question of a form; the short and the long texts as given."""
    draft = Draft(ALL[record], Surroundings(TODAY), dict(links))
    for field in ALL[record].fields:
        if field.name not in links:
            draft.set(field.name, _answer(field, words))
    return draft.to_save()


def _answer(field: Field, words: tuple[str, str]) -> Answer:
    codes = [code.code for code in field.codes.codes if not code.stands_alone] if field.codes else []
    longest = max(codes, key=lambda code: len(field.codes.label(code)) if field.codes else 0, default=None)
    answers: dict[Kind, Answer] = {
        Kind.TEXT: words[0][: field.longest].strip(),
        Kind.LONG_TEXT: words[1][: field.longest].strip(),
        Kind.DAY: TODAY,
        Kind.TIME: "03:15",
        Kind.WHOLE_NUMBER: min(field.largest, 3),
        Kind.CHOICE: longest,
        Kind.CHOICES: tuple(codes),
        Kind.LINK: None,
    }
    return answers[field.kind]


def _new(folder: Path) -> Desk:
    name, authority = "Haven of Saint Winifred and All Angels Refuge", "Coventry"
    return stores.create_store(folder, name, authority, "Ana Silva", PASSPHRASE, CLOCK, CHEAP)[0]


def _unit(number: int) -> dict[str, Answer]:
    name = f"Flat {number + 1}, the Old Convent of the Sisters, second floor left" if number % 4 == 0 else ""
    given: dict[str, Answer] = {"name": name or f"Room {number + 1}", "open_from": date(2020, 1, 1), "open_to": None}
    return brimming("unit", (LINE, NOTE), **given)


def _household(work: Work, number: int, unit: str) -> tuple[str, str]:
    """A referral, and the resident and the stay that came of it."""
    start = TODAY - timedelta(days=3 * number)
    first, last = LONG_NAME if number % 5 == 0 else (f"Person{number}", "Okonkwo-Featherstonehaugh")
    where: dict[str, Answer] = {"origin_authority": AUTHORITY, "origin_ward": WARD}
    call: dict[str, Answer] = {"received_on": start, "known_as": f"{first} {last}", "outcome": "accepted", **where}
    referral = work.add("referral", brimming("referral", (LINE, NOTE), **call))
    named: dict[str, Answer] = {"first_name": first, "last_name": last, "date_of_birth": date(1984, 2, 29)}
    resident = work.add("resident", brimming("resident", (LINE, NOTE), **named))
    links: dict[str, Answer] = {
        "resident_id": resident,
        "referral_id": referral,
        "started_on": start,
        "ended_on": None,
        **where,
    }
    stay = work.add("stay", brimming("stay", (LINE, NOTE), **links))
    work.add("placement", {"stay_id": stay, "unit_id": unit, "from_on": start, "to_on": None})
    for place in range(CHILDREN if not number else number % 4):
        _child(work, resident, stay, f"{first} {place + 1}"[:60])
    return resident, stay


def _child(work: Work, resident: str, stay: str, name: str) -> None:
    given: dict[str, Answer] = {"resident_id": resident, "first_name": name, "date_of_birth": date(2018, 5, 6)}
    child = work.add("child", brimming("child", (LINE, NOTE), **given))
    work.add("child_stay", brimming("child_stay", (LINE, NOTE), child_id=child, stay_id=stay, in_refuge="yes"))


def _fill_file(work: Work, resident: str, stay: str, number: int, words: tuple[str, str]) -> None:
    """So many records in each list of a file."""
    for section in (*OF_PERSON, *OF_STAY):
        for each in section.lists:
            owner = resident if each.owner == "resident_id" else stay
            for _ in range(number):
                key = _add(work, each.record, words, {each.owner: owner})
                if each.record == "goal":
                    _add(work, "plan_action", words, {"goal_id": key})


def _fill_house(work: Work, number: int, words: tuple[str, str]) -> None:
    """So many records in each list of the house; the service itself is only one."""
    for record in HOUSE_LISTS:
        if record not in ("hold", "void"):
            for _ in range(1 if record == "service_detail" else number):
                _add(work, record, words, {})


def _add(work: Work, record: str, words: tuple[str, str], links: Mapping[str, Answer]) -> str:
    """One brimming record, and whatever it cannot be without: a session has a group."""
    given = dict(links)
    for field in ALL[record].fields:
        if field.kind is Kind.LINK and field.is_required and field.name not in given:
            given[field.name] = _add(work, field.links_to, words, {})
    return work.add(record, brimming(record, words, **given))
