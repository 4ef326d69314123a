"""Whom a record is about: the person whose file it is in, or the referral before there is one."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from refugedesk.domain.fields import Answers
from refugedesk.domain.records import ALL
from refugedesk.storage.tables import RECORDS

OWNERS = (
    ("resident_id", "resident"),
    ("stay_id", "stay"),
    ("child_id", "child"),
    ("goal_id", "goal"),
    ("referral_id", "referral"),
)
"""The links that lead to a file, the surest first, and what they name."""


@dataclass
class Subjects:
    """Follows links to the file a record is in; remembers the way, since many records belong to one stay."""

    connection: Connection
    _known: dict[str, str | None] = field(default_factory=dict)

    def of(self, record: str, key: str, answers: Answers | None = None) -> str | None:
        """The key of the resident or the referral, or None for what is about nobody.

        Args: answers: the record's own, where they are at hand; otherwise they are fetched.
        """
        if record not in ALL or not key:
            return None
        if record in ("resident", "referral"):
            return key
        if answers is None:
            if key not in self._known:
                self._known[key] = self._follow(self._fetched(record, key))
            return self._known[key]
        return self._follow(answers)

    def _follow(self, answers: Answers) -> str | None:
        for name, record in OWNERS:
            owner = answers.get(name)
            if isinstance(owner, str) and owner:
                return self.of(record, owner)
        return None

    def _fetched(self, record: str, key: str) -> Answers:
        table = RECORDS[record]
        names = [name for name, _ in OWNERS if name in table.c]
        if not names:
            return {}
        row = self.connection.execute(select(*(table.c[name] for name in names)).where(table.c.id == key)).first()
        return dict(zip(names, row, strict=True)) if row else {}
