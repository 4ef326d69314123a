"""Taking two files apart again: everything goes back where it was, and what has changed since stays as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from refugedesk.domain.fields import Answer, Kind
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.merging.joining import MergeRefusedError
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of, full_name, local_instant
from refugedesk.storage import accounts, merges
from refugedesk.storage.answers import Plain, from_plain, to_plain
from refugedesk.storage.merges import Gone, Kept, MergeLine, Undoing
from refugedesk.storage.work import GoneError, Stored, Work, as_text, load

NO_LONGER = noted("What is needed to take the two files apart is no longer kept. Nothing was changed.")
LATER_FIRST = noted("This file was made one with another later. Undo that first: what was done last is undone first.")
KNOWN_SINCE = noted(
    "Somebody of the team has since been written down as knowing this person, and does not see the file. Undoing could "
    "show it to them. Take that out first, undo, and write it down again in each file it is true of."
)
ELSEWHERE = noted("This file was itself made one with another since. Undo that first, from the history of that file.")


@dataclass(frozen=True)
class MergedRow:
    """A file that this one was made one with: whose, when, by whom."""

    id: str
    name: str
    at: datetime
    who: str


@dataclass(frozen=True)
class Parted:
    """What undoing does, in sentences; refusal: why it cannot be done, empty where it can."""

    says: tuple[str, ...] = ()
    refusal: str = ""


def merged_into(desk: Desk, resident_id: str) -> tuple[MergedRow, ...]:
    """The files that were made one with this one, the newest first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        names = {each.id: each.name for each in accounts.accounts(connection)}
        found = merges.standing(connection, kept=resident_id)
    return tuple(MergedRow(m.id, _name(m), local_instant(m.made_at), names.get(m.made_by, "")) for m in found)


def file_now(desk: Desk, resident_id: str) -> str:
    """The file that holds what this one held: itself, unless it was made one with another."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        while into := merges.standing(connection, gone=resident_id):
            resident_id = into[0].kept_id
    return resident_id


def look_before(desk: Desk, merge_id: str) -> Parted:
    """What undoing would do; nothing is changed."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        return _Parting.of(connection, merge_id).says()


def take_apart(desk: Desk, merge_id: str) -> Parted:
    """Takes the two files apart.

    Raises:
        MergeRefusedError: something would be lost or would not fit; nothing was changed.
    """
    desk.require(Action.RECORD)
    said = look_before(desk, merge_id)
    if said.refusal:
        raise MergeRefusedError(said.refusal)
    with desk.writing() as work:
        parting = _Parting.of(work.connection, merge_id)
        parting.do(work, as_text(desk.now), desk.user.id)
        merges.mark_undone(work.connection, merge_id, as_text(desk.now))
        work.note("undo_merge", "resident", parting.line.kept_id, other=parting.line.gone_id)
    return said


def _name(line: MergeLine) -> str:
    if not line.content:
        return tr("a file that is no longer kept")
    gone = next(each for each in Undoing.of(line.content).gone if each.record == "resident")
    first, last = gone.answers.get("first_name"), gone.answers.get("last_name")
    return full_name(first if isinstance(first, str) else None, last if isinstance(last, str) else None)


@dataclass(frozen=True)
class _Parting:
    """One merge about to be undone, and the store as it is now."""

    connection: Connection
    line: MergeLine
    undoing: Undoing
    refusal: str = ""

    @classmethod
    def of(cls, connection: Connection, merge_id: str) -> _Parting:
        """The merge of that key; MergeRefusedError where it is undone already."""
        found = merges.standing(connection, key=merge_id)
        if not found:
            raise MergeRefusedError(tr("The two files are apart already. Nothing was changed."))
        [line] = found
        newer = merges.standing(connection, kept=line.kept_id)
        refusal = "" if line.content else tr(NO_LONGER)
        refusal = refusal or (tr(ELSEWHERE) if merges.standing(connection, gone=line.kept_id) else "")
        refusal = refusal or (tr(LATER_FIRST) if newer[0].id != line.id else "")
        return cls(connection, line, Undoing.of(line.content) if line.content else Undoing(), refusal)

    def says(self) -> Parted:
        """What it would do."""
        refusal = self.refusal or next(self._in_the_way(), "")
        return Parted((), refusal) if refusal else Parted(tuple(self._sentences()))

    def do(self, work: Work, at: str, by: str) -> None:
        """Does it, in an order in which no record names one that is not there."""
        for key in self.undoing.earlier_ids:
            if self._now("earlier_id", key) is not None:
                work.remove("earlier_id", key)
        for kept in self.undoing.kept:
            if kept.took_reference:
                work.rename(kept.record, kept.id, kept.reference)
        for gone in sorted(self.undoing.gone, key=lambda each: each.record, reverse=True):
            work.put_back(Stored(ALL[gone.record], gone.id, gone.reference, gone.version, _answers(gone)))
        for record, key, link, back in (*self._going_back(), *self._following()):
            stored = work.load(record, key)
            work.save(record, key, {**stored.answers, link: back}, stored.version)
        for kept in self.undoing.kept:
            stored = work.load(kept.record, kept.id)
            work.save(kept.record, kept.id, {**stored.answers, **self._restored(kept, stored)}, stored.version)
        merges.drafts_back(work.connection, self.undoing.drafts, self.undoing.pairs)
        merges.hide_alike(work.connection, self.line.kept_id, self.line.gone_id, at, by, since=self.line.id)
        merges.unhide(work.connection, self.undoing.hidings)
        merges.move_openings(work.connection, self.line.kept_id, self.line.gone_id, self.undoing.openings)

    def _going_back(self) -> Iterator[tuple[str, str, str, str]]:
        """(record, key, link, the one it named before) for what still names the kept record."""
        for moved in self.undoing.moved:
            now = self._now(moved.record, moved.id)
            if now is not None and now.answers.get(moved.link) == moved.kept:
                yield moved.record, moved.id, moved.link, moved.gone

    def _following(self) -> Iterator[tuple[str, str, str, str]]:
        """What was written since in a stay that goes back, about a child who is two children again: it goes along."""
        back = {kept: gone for gone, kept in self.undoing.pairs.items()}
        for form, key, link, child in self._written_since():
            if child in back:
                yield form, key, link, back[child]

    def _written_since(self) -> list[tuple[str, str, str, str]]:
        """(record, key, link, child) of records since the merge that name a stay that goes back and a child."""
        stays = [moved.id for moved in self.undoing.moved if moved.record == "stay"]
        found = merges.about_children(self.connection, stays)
        return [each for each in found if self._is_later(each[1])]

    def _is_later(self, key: str) -> bool:
        """Whether a record was made after the merge: keys are in the order of time."""
        return key > self.line.id

    def _in_the_way(self) -> Iterator[str]:
        """Why it cannot be undone as things stand now."""
        known = merges.naming(self.connection, "resident", self.line.kept_id)
        if any(record == "conflict" and self._is_later(key) for record, key, _ in known):
            yield tr(KNOWN_SINCE)
        returning = {moved.id for moved in self.undoing.moved if moved.record == "child"}
        for _, _, _, child in self._written_since():
            now = self._now("child", child)
            if now is not None and child not in returning and child not in self.undoing.pairs.values():
                name = full_name(_text(now, "first_name"), _text(now, "last_name"))
                yield (
                    tr(
                        "{name} has since been written into a stay that belongs to the other file. Take that out "
                        "of the stay, or move it to a stay of this file, and undo again. Nothing was changed.",
                        name=name,
                    )
                )

    def _sentences(self) -> Iterator[str]:
        yield tr("The file of {name} comes back, with what was in it.", name=_name(self.line))
        going = {(record, key) for record, key, _, _ in self._going_back()}
        lost = len({(moved.record, moved.id) for moved in self.undoing.moved} - going)
        if lost:
            yield tr(
                "{records} of it, taken out or given to somebody else since: that stays so.",
                records=count_of(lost, "record"),
            )
        for label in self._changed_since():
            yield tr("{label} has been changed since, and stays as it is now.", label=label)
        if new := self._new_since():
            yield tr(
                "{records} written since stays with this file. Look whether it belongs to the other.",
                records=count_of(new, "record"),
            )

    def _changed_since(self) -> Iterator[str]:
        for kept in self.undoing.kept:
            now = self._now(kept.record, kept.id)
            record = ALL[kept.record]
            for name, (_, after) in kept.changes.items():
                if now is not None and not _is(now, name, after):
                    yield record.field(name).label

    def _restored(self, kept: Kept, now: Stored) -> Mapping[str, Answer]:
        """The answers as they were before, of those that are still as the merge left them."""
        return {
            name: from_plain(now.record.field(name).kind, before)
            for name, (before, after) in kept.changes.items()
            if _is(now, name, after)
        }

    def _new_since(self) -> int:
        """How many records were made since that name the kept file or a kept child."""
        named = {
            (record, key)
            for each in self.undoing.kept
            for record, key, _ in merges.naming(self.connection, each.record, each.id)
        }
        going = {(record, key) for record, key, _, _ in self._following()}
        return sum(self._is_later(key) for _, key in named - going)

    def _now(self, record: str, key: str) -> Stored | None:
        try:
            return load(self.connection, record, key)
        except GoneError:
            return None


def _answers(gone: Gone) -> dict[str, Answer]:
    return {field.name: from_plain(field.kind, gone.answers.get(field.name)) for field in ALL[gone.record].fields}


def _is(now: Stored, name: str, plain: Plain) -> bool:
    """Whether an answer is still the one that was written then."""
    answer = to_plain(now.answers.get(name))
    return (answer or None) == (plain or None) if now.record.field(name).kind is Kind.CHOICES else answer == plain


def _text(of: Stored, name: str) -> str | None:
    answer = of.answers.get(name)
    return answer if isinstance(answer, str) else None
