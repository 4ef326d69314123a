"""A return of the service's own while it is being changed: its title and its tables, and what of it is kept."""

from __future__ import annotations

from typing import Any

from refugedesk.services.own_tables import Content, own_id

Entry = dict[str, Any]


class OwnDraft:
    """``kept`` is what the store has, empty for a new return."""

    def __init__(self, kept: Content) -> None:
        self.kept = kept
        self.title = str(kept.get("title", ""))
        self.tables: list[Entry] = [dict(entry) for entry in kept.get("tables", [])]

    @property
    def is_known(self) -> bool:
        """Whether the store has it."""
        return bool(self.kept)

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is kept."""
        was = [dict(entry) for entry in self.kept.get("tables", [])]
        return self.tables != was or self.title.strip() != str(self.kept.get("title", ""))

    def content(self, taken: frozenset[str] = frozenset()) -> Entry:
        """The return as it stands. taken: the names a new one may not have."""
        id = str(self.kept["id"]) if self.kept else own_id(self.title, taken)
        return {"id": id, "title": self.title.strip(), "tables": self.tables}

    def put(self, entry: Entry, at: int | None) -> None:
        """Puts a table at its place, or at the end; one that was built has a name from then on."""
        if "from" not in entry and "id" not in entry:
            taken = [str(each.get("id", each.get("table"))) for each in self.tables]
            entry = {"id": own_id(entry["title"], taken), **entry}
        if at is None:
            self.tables.append(entry)
        else:
            self.tables[at] = entry

    def move_up(self, at: int) -> None:
        """Moves a table before the one above it."""
        self.tables[at - 1], self.tables[at] = self.tables[at], self.tables[at - 1]

    def take_out(self, at: int) -> None:
        """Takes a table out of the return."""
        del self.tables[at]
