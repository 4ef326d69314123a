"""Records read within one transaction, each once, and what they are called in lists of things found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from refugedesk.domain.record_words import line_of
from refugedesk.domain.words import tr
from refugedesk.services.wording import full_name, say_day
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.work import Stored, load


class Shelf:
    """Records read within one transaction, each once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.rules: InForce = in_force(connection)
        self._read: dict[tuple[str, str], Stored] = {}

    def load(self, record: str, key: str) -> Stored:
        """The record of that key; GoneError where it is not in the store."""
        if (record, key) not in self._read:
            self._read[record, key] = load(self._connection, record, key, self.rules)
        return self._read[record, key]


def link_of(stored: Stored, name: str) -> str | None:
    """The key that a link of the record holds; None where it is blank."""
    answer = stored.answers.get(name)
    return answer if isinstance(answer, str) else None


def file_of(shelf: Shelf, stored: Stored) -> str | None:
    """The person whose file the record is in, by way of the stay, the child or the goal where it names one."""
    if stored.record.id == "resident":
        return stored.id
    if resident := link_of(stored, "resident_id"):
        return resident
    for name, record in (("stay_id", "stay"), ("child_id", "child"), ("goal_id", "goal")):
        if owner := link_of(stored, name):
            return file_of(shelf, shelf.load(record, owner))
    return None


def words_of(shelf: Shelf, stored: Stored) -> tuple[str, str]:
    """What a hit is called, and what tells it from others."""
    said = {name: answer for name, answer in stored.answers.items() if isinstance(answer, str)}
    days = {name: answer for name, answer in stored.answers.items() if isinstance(answer, date)}
    title = tr(stored.record.title)
    if stored.record.id == "resident":
        return full_name(said.get("first_name"), said.get("last_name")), _born(days.get("date_of_birth"))
    if stored.record.id == "child":
        return full_name(said.get("first_name"), said.get("last_name")), _child(shelf, stored, days)
    if stored.record.id == "referral":
        came = tr("came in on {day}", day=say_day(days.get("received_on")))
        return said.get("known_as") or stored.reference or title, tr("Referral, {came}", came=came)
    if stored.record.id == "unit":
        return said.get("name", title), title
    parent, line = file_of(shelf, stored), line_of(stored.record, stored.answers)
    dated = (
        tr("{title} of {day}", title=title, day=say_day(days[stored.record.dated_by]))
        if stored.record.dated_by in days
        else title
    )
    if parent is None:
        return line, dated
    whose = words_of(shelf, shelf.load("resident", parent))[0]
    return whose, dated if line in (title, "") or stored.record.id == "stay" else f"{dated}: {line}"


def _child(shelf: Shelf, stored: Stored, days: Mapping[str, date]) -> str:
    """Whose child it is, and the birthday."""
    parent = link_of(stored, "resident_id")
    whose = (
        tr("Child of {words_of}", words_of=words_of(shelf, shelf.load("resident", parent))[0])
        if parent
        else tr("Child")
    )
    return f"{whose}, {_born(days.get('date_of_birth'))}".rstrip(", ")


def _born(day: date | None) -> str:
    return tr("born {day}", day=say_day(day)) if day else ""
