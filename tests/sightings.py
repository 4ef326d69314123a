"""A store in which one household is hidden: everything recorded of it says MARKER, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from desks import PASSPHRASE, a_desk, a_stay, a_unit, resident_of
from refugedesk.domain.fields import Answer, Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.services import forms, people, stores
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from refugedesk.storage.sight import hideable
from vaults import CHEAP

MARKER = "Quillfeather"
TEAM = {
    "Robin Field": Role.KEYWORKER,
    "Sam Okoro": Role.MANAGER,
    "Wen Li": Role.KEYWORKER,
    "Ola Reed": Role.READ_ONLY,
    "Dee Marsh": Role.ADMINISTRATOR,
}
"""Robin is the key worker of the hidden household, Wen of the other one; it is Sam they are hidden from."""


@dataclass
class House:
    """The store: who can open it, and what is in it. keys: a record of every form that belongs to the household."""

    folder: Path
    accounts: dict[str, str]
    resident: str
    stay: str
    referral: str
    unit: str
    other_resident: str
    other_stay: str
    keys: dict[str, str] = field(default_factory=dict)

    def open(self, name: str, at: datetime) -> Desk:
        """The store as somebody opens it."""
        return stores.open_store(self.folder, name, PASSPHRASE, FixedClock(at), CHEAP)


def a_house(folder: Path) -> House:
    """Two households in two rooms; of the first there is a record of every form there is."""
    desk = a_desk(folder)
    accounts = {name: people.add_user(desk, name, role, PASSPHRASE, CHEAP).id for name, role in TEAM.items()}
    first, second = a_unit(desk, "Room 1"), a_unit(desk, "Room 2")
    referral = _saved(desk, "referral", {"outcome": "accepted"})
    stay = a_stay(desk, MARKER, first, (MARKER,))
    other = a_stay(desk, "Mina", second)
    house = House(folder, accounts, resident_of(desk, stay), stay, referral, first, resident_of(desk, other), other)
    for key, worker, names in ((stay, "Robin Field", referral), (other, "Wen Li", None)):
        draft = forms.open_draft(desk, "stay", key)
        draft.set("key_worker", worker)
        draft.set("referral_id", names)
        forms.save(desk, draft)
    _one_of_everything(desk, house)
    desk.close()
    return house


def _one_of_everything(desk: Desk, house: House) -> None:
    with desk.reading() as connection:
        child = connection.exec_driver_sql("SELECT id FROM child").scalar_one()
        within = connection.exec_driver_sql("SELECT id FROM child_stay").scalar_one()
        placement = connection.exec_driver_sql("SELECT id FROM placement WHERE stay_id = ?", (house.stay,)).scalar_one()
    house.keys = {"resident": house.resident, "stay": house.stay, "referral": house.referral, "child": child}
    house.keys |= {"unit": house.unit, "child_stay": within, "placement": placement}
    for record in ("staff", "activity_group", "group_session"):
        house.keys[record] = _saved(desk, record, house.keys, word="Plain")
    for record in ALL:
        if record in hideable() and record not in house.keys:
            house.keys[record] = _saved(desk, record, house.keys)
    for record in ("resident", "stay", "child", "child_stay"):
        _filled(desk, record, house.keys[record])


def _saved(desk: Desk, record: str, links: dict[str, str], word: str = MARKER) -> str:
    given = {name: links[name] for name in ("outcome",) if name in links and record == "referral"}
    draft = forms.new_draft(desk, record, **given)
    for each in _asked(draft):
        if each.name not in ("corrects", "repeat_of") and each.name not in given:
            draft.set(each.name, _answer(desk, each, links, word))
    forms.look_around(desk, draft)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def _asked(draft: forms.Draft) -> Iterator[Field]:
    return (each for each in draft.record.fields if draft.is_shown(each.name) and each.worked_out is None)


def _filled(desk: Desk, record: str, key: str) -> None:
    """Every question of a record that is there already and has no answer yet gets one."""
    draft = forms.open_draft(desk, record, key)
    if record == "stay":
        draft.set("police_reported", "yes")
    for each in _asked(draft):
        if draft.answers.get(each.name) in (None, ()) and each.kind is not Kind.LINK and "ended_on" not in each.name:
            draft.set(each.name, _answer(desk, each, {}, MARKER))
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    forms.save(desk, draft)


def _answer(desk: Desk, of: Field, links: dict[str, str], word: str) -> Answer:
    if of.kind is Kind.LINK:
        return links.get(of.links_to)
    if of.codes is not None:
        answers = [code.code for code in of.codes.answers if not code.stands_alone]
        return (answers[0],) if of.kind is Kind.CHOICES else answers[0]
    plain: dict[Kind, Answer] = {
        Kind.DAY: date(1990, 1, 2) if "birth" in of.name else desk.today,
        Kind.TIME: "14:05",
        Kind.WHOLE_NUMBER: 7,
        Kind.TEXT: word[: of.longest],
        Kind.LONG_TEXT: word,
    }
    return plain[of.kind]


def tomorrow(desk: Desk) -> date:
    """The day after the desk's."""
    return desk.today + timedelta(days=1)
