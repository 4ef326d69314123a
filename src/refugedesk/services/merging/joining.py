"""Making two files one, in one transaction: what named the one that goes names the kept one, and how to undo it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer, Answers
from refugedesk.domain.merging import Stands, merged
from refugedesk.domain.names import same_name
from refugedesk.domain.records import ALL
from refugedesk.domain.rules import Surroundings
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.hiding import require_known_leave_enough
from refugedesk.services.merging.comparing import overlap
from refugedesk.services.roles import Action
from refugedesk.storage import merges
from refugedesk.storage.answers import to_plain
from refugedesk.storage.hidings import hidden_from
from refugedesk.storage.lookups import alike as lookups
from refugedesk.storage.merges import Gone, Kept, Moved, Undoing
from refugedesk.storage.work import ChangedMeanwhileError, Stored, Work, as_text, changes_between

BETWEEN_NAMES = ", "


class MergeRefusedError(CorrectableError):
    """The two files cannot be made one as they stand, or not be taken apart. Nothing was changed."""


@dataclass(frozen=True)
class ChildJoin:
    """A child of the file that goes who is a child of the kept one, and which answers stand."""

    kept_id: str
    gone_id: str
    stands: Mapping[str, Stands] = field(default_factory=dict)


@dataclass(frozen=True)
class Join:
    """What was decided: which file is kept, which answers stand, which children are one.

    versions: of the kept file and the other as they were compared; empty where nobody compared them.
    """

    kept_id: str
    gone_id: str
    stands: Mapping[str, Stands] = field(default_factory=dict)
    children: tuple[ChildJoin, ...] = ()
    versions: tuple[int, ...] = ()


def make_one(desk: Desk, join: Join) -> str:
    """Makes the two files one; the key by which it is undone.

    Raises:
        MergeRefusedError: two stays share a night, or an answer that was chosen does not fit. Nothing was changed.
        HidingError: too few would see the file. ChangedMeanwhileError, GoneError
    """
    desk.require(Action.RECORD)
    with desk.writing() as work:
        kept, gone = work.load("resident", join.kept_id), work.load("resident", join.gone_id)
        _check(work, join, kept, gone)
        joining = _Joining(work, desk, {join.gone_id: join.kept_id, **{c.gone_id: c.kept_id for c in join.children}})
        for child in join.children:
            here, there = work.load("child", child.kept_id), work.load("child", child.gone_id)
            joining.join(here, there, merged(here.record, here.answers, there.answers, child.stands))
        answers = merged(kept.record, kept.answers, gone.answers, join.stands)
        joining.join(kept, gone, with_other_names(answers, kept.answers, gone.answers))
        return joining.finish(join)


def with_other_names(answers: Mapping[str, Answer], *files: Answers) -> dict[str, Answer]:
    """The answers with each full name that does not stand among the names the person is also known by."""
    stands, known = _full(answers), answers.get("known_as")
    names = [known] if isinstance(known, str) else []
    for each in map(_full, files):
        if each and same_name(each) not in {same_name(stands), *(same_name(name) for name in names)}:
            names.append(each)
    text = BETWEEN_NAMES.join(names)
    fits = len(text) <= ALL["resident"].field("known_as").longest
    return {**answers, "known_as": (text or None) if fits else known}


def _full(answers: Answers) -> str:
    return " ".join(str(answers[name]) for name in ("first_name", "last_name") if answers.get(name))


def _check(work: Work, join: Join, kept: Stored, gone: Stored) -> None:
    if join.kept_id == join.gone_id:
        raise MergeRefusedError(tr("This is one file already. Nothing was changed."))
    if join.versions and join.versions != (kept.version, gone.version):
        raise ChangedMeanwhileError(
            tr("One of the two files was changed while they were compared. Nothing was changed. Compare them again.")
        )
    spans = (lookups.stays(work.connection, each) for each in (join.kept_id, join.gone_id))
    if refusal := overlap(*spans):
        raise MergeRefusedError(refusal)
    if any(lookups.share_a_stay(work.connection, child.kept_id, child.gone_id) for child in join.children):
        raise MergeRefusedError(tr("The two children are in one stay together, so they are two. Nothing was changed."))
    mine, theirs = ({each.id for each in lookups.children(work.connection, key)} for key in (kept.id, gone.id))
    is_theirs = all(child.kept_id in mine and child.gone_id in theirs for child in join.children)
    if not is_theirs or len({child.kept_id for child in join.children}) < len(join.children):
        raise MergeRefusedError(
            tr("The children are not as they were compared. Nothing was changed. Compare them again.")
        )


@dataclass
class _Joining:
    """What has been done so far, so that it can be undone."""

    work: Work
    desk: Desk
    pairs: Mapping[str, str]
    gone: list[Gone] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    earlier: list[tuple[str, str, str]] = field(default_factory=list)

    def join(self, kept: Stored, gone: Stored, answers: Mapping[str, Answer]) -> None:
        """Makes one record of two: the links, the ids, the answers."""
        record, after = kept.record.id, self._fitting(kept, answers)
        self._point(record, kept.id, gone.id)
        self.work.remove(record, gone.id)
        takes_id = gone.reference is not None and kept.reference is None
        if takes_id:
            self.work.rename(record, kept.id, gone.reference)
        self.earlier.append((record, kept.id, kept.id if takes_id else gone.reference or gone.id))
        changes = changes_between(kept.record, kept.answers, after)
        self.work.save(record, kept.id, after, self.work.load(record, kept.id).version)
        plain = {name: to_plain(gone.answers.get(name)) for name in gone.answers}
        self.gone.append(Gone(record, gone.id, gone.reference, gone.version, plain))
        self.kept.append(Kept(record, kept.id, kept.reference, takes_id, changes))  # type: ignore[arg-type]

    def finish(self, join: Join) -> str:
        """Writes down the ids, the half-typed, who sees it, and the deed itself."""
        connection, by, at = self.work.connection, self.desk.user.id, as_text(self.desk.now)
        drafts = merges.move_drafts(connection, self.pairs)
        ids = tuple(self._keep_id(*earlier, join.kept_id) for earlier in self.earlier)
        hidings = [
            *merges.hide_alike(connection, join.gone_id, join.kept_id, at, by),
            *merges.hide_alike(connection, join.kept_id, join.gone_id, at, by),
        ]
        openings = merges.move_openings(connection, join.gone_id, join.kept_id)
        if hidden_from(connection, "resident", join.kept_id):
            require_known_leave_enough(self.work, join.kept_id)
        done = (tuple(self.gone), tuple(self.kept), tuple(self.moved), self.pairs, ids, drafts)
        undoing = Undoing(*done, tuple(hidings), tuple(openings))
        key = merges.write_down(connection, join.kept_id, join.gone_id, undoing, at, by)
        self.work.note("merge", "resident", join.kept_id, other=join.gone_id)
        return key

    def _fitting(self, kept: Stored, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """The answers as a form would save them; refused where one of them is wrong."""
        draft = Draft(kept.record, Surroundings(self.desk.today), dict(answers))
        if wrong := draft.wrong():
            raise MergeRefusedError(tr("{text} Choose the other answer. Nothing was changed.", text=wrong[0].text))
        return draft.to_save()

    def _point(self, record: str, kept: str, gone: str) -> None:
        for form, key, link in merges.naming(self.work.connection, record, gone):
            stored = self.work.load(form, key)
            self.work.save(form, key, {**stored.answers, link: kept}, stored.version)
            self.moved.append(Moved(form, key, link, gone, kept))

    def _keep_id(self, record: str, kept: str, earlier: str, resident: str) -> str:
        """An earlier id of the kept file, so that an import that brings it again is refused."""
        child = kept if record == "child" else None
        return self.work.add("earlier_id", {"resident_id": resident, "child_id": child, "earlier_id": earlier})
