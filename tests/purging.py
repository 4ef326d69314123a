"""A file that is to be purged, with all the traces a file leaves, and a search of the decrypted pages of the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desks import NOON, PASSPHRASE
from refugedesk.services import forms, hiding, purges, shelf
from refugedesk.services.desk import Desk
from refugedesk.services.merging.joining import Join, make_one
from refugedesk.services.purges import Purged
from refugedesk.storage.folder import database_of
from refugedesk.storage.purging.parts import Scope
from sightings import MARKER, House, a_house
from vaults import CHEAP

LATER: Final = NOON + timedelta(days=1)
PAGE: Final = 4096
RESERVED: Final = 80
IV: Final = 16
SALT: Final = 16
ADULT: Final = "Zephyrine"
"""What is said of the adult alone."""
COUNTED: Final = ("origin_authority", "origin_ward", "move_on_authority")


@dataclass
class Case:
    """A store with one household to be purged: it has left, was made one with another file, and is half typed."""

    house: House
    desk: Desk

    @property
    def hits(self) -> int:
        """How often the marker is found in the decrypted pages of the records."""
        return hits(self.desk)

    @property
    def hits_of_adult(self) -> int:
        """How often what is said of the adult alone is found there."""
        return hits(self.desk, ADULT)

    def purge(self, scope: Scope = Scope.WHOLE, record: str = "resident", key: str = "") -> Purged:
        """Asked for by the manager at the desk, confirmed by the other."""
        asked = purges.ask(self.desk, record, key or self.house.resident, scope, "It is time")
        return purges.confirm(self.desk, asked, "Sam Okoro", PASSPHRASE, CHEAP)


def a_case(folder: Path) -> Case:
    """The store, open, a day after the household left."""
    house = a_house(folder)
    desk = house.open("Ana Silva", LATER)
    leaving = forms.open_draft(desk, "stay", house.stay)
    leaving.set("ended_on", NOON.date())
    leaving.set("exit_reason", "moved_on")
    leaving.confirmed = {problem.rule for problem in leaving.unlikely()}
    forms.save(desk, leaving)
    _say_of_adult(desk, house)
    with desk.writing() as work:
        twin = work.add("resident", {"first_name": MARKER, "last_name": "Twin"})
    make_one(desk, Join(house.resident, twin))
    for record, key in (("resident", house.resident), ("note", house.keys["note"])):
        draft = forms.open_draft(desk, record, key) if record == "resident" else forms.new_draft(desk, record)
        draft.set("notes" if record == "resident" else "fact", f"{MARKER} half typed")
        if record == "note":
            draft.set("stay_id", house.stay)
        shelf.keep(desk, draft)
    hiding.hide(desk, "resident", house.resident, house.accounts["Robin Field"], f"A cousin of {MARKER}")
    return Case(house, desk)


def _say_of_adult(desk: Desk, house: House) -> None:
    """What is counted is a place, as in life; what is told of the adult has a word of its own."""
    for record, key, field in (
        ("resident", house.resident, "diet"),
        ("stay", house.stay, "notes"),
        ("referral", house.referral, "notes"),
    ):
        draft = forms.open_draft(desk, record, key)
        draft.set(field, ADULT)
        for each in COUNTED:
            if draft.answers.get(each):
                draft.set(each, "Coventry")
        draft.confirmed = {problem.rule for problem in draft.unlikely()}
        forms.save(desk, draft)


def decrypted_pages(database: Path, raw: bytes) -> bytes:
    """Every page of the file as it is under the seal, unused pages too."""
    sealed, found = database.read_bytes(), []
    for at in range(0, len(sealed), PAGE):
        page = sealed[at : at + PAGE]
        body, iv = page[SALT if at == 0 else 0 : -RESERVED], page[-RESERVED : IV - RESERVED]
        opened = Cipher(algorithms.AES(raw), modes.CBC(iv)).decryptor()
        found.append(opened.update(body) + opened.finalize())
    return b"".join(found)


def hits(desk: Desk, word: str = MARKER) -> int:
    """How often a word stands in the pages, in whatever case.

    Its end is looked for: an index leaves out the beginning that a word shares with the one before it.
    """
    pages = decrypted_pages(database_of(desk.folder), bytes(desk.key.raw)).lower()
    return pages.count(word[3:].lower().encode())
