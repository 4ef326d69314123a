"""What a purge takes and leaves, in sentences for whoever asks for it and whoever confirms it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from refugedesk.domain.records import ALL
from refugedesk.domain.words import counted, listed, noted, tr
from refugedesk.services.wording import count_of
from refugedesk.storage.purging.parts import Scope
from refugedesk.storage.purging.taking import Taken

MOST_FORMS: Final = 6
FIRST: Final = ("resident", "stay", "child", "referral")
LEAVES: Final = {
    Scope.WHOLE: noted(
        "Nothing of the file is left. Returns of those days will count one household fewer when they are "
        "made again; what has left the house stays as it was."
    ),
    Scope.FIGURES_STAY: noted(
        "What returns count stays, without a name: days, codes, sex, date of birth, area. Returns of "
        "those days stay the same. Names, notes, plans and everything else go, the children's too."
    ),
    Scope.ADULT_FIGURES_STAY: noted(
        "The children's files stay as they are, and what returns count. The adult's names, "
        "notes, plans and everything else go."
    ),
}
KEPT: Final = noted(
    "What stays: that somebody purged a file, when and why; the protected returns that were written, and their exact "
    "counts, without which later returns would not be safe; to whom something of the file was given, under what "
    "authority and when."
)
OUT_OF_REACH: Final = noted(
    "Out of reach: backups that are not plugged in, paper, files that were handed over, and other people's files that "
    "mention this person. An older backup is purged by itself when it is brought back, if the file purged.list lies "
    "beside it; one from another place is not. Destroy old backups."
)


def sentences(taken: Taken, scope: Scope) -> tuple[str, ...]:
    """What goes, in numbers; what is left; what is kept; what cannot be reached."""
    return (
        tr("It takes {what}.", what=listed(_parts(taken))),
        tr(LEAVES[scope]),
        *_shared(taken),
        tr(KEPT),
        tr(OUT_OF_REACH),
    )


def _parts(taken: Taken) -> Iterator[str]:
    yield f"{count_of(sum(taken.records.values()), 'record')} ({_forms(taken.records)})"
    if taken.left:
        yield count_of(taken.left, "record but for its figures", "records but for their figures")
    if taken.drafts:
        yield count_of(taken.drafts, "half-typed form")
    if taken.values:
        yield counted(
            taken.values,
            "%n earlier version in the record of changes",
            "%n earlier versions in the record of changes",
        )
    if taken.merges:
        yield count_of(taken.merges, "copy from files that were made one", "copies from files that were made one")
    if taken.releases:
        yield count_of(taken.releases, "release of exact figures", "releases of exact figures")


def _forms(records: dict[str, int]) -> str:
    most = sorted(records.items(), key=lambda pair: (pair[0] not in FIRST, -pair[1], list(ALL).index(pair[0])))
    told = [f"{tr(ALL[name].title).lower()}: {number}" for name, number in most[:MOST_FORMS]]
    rest = sum(number for _, number in most[MOST_FORMS:])
    return ", ".join([*told, *([tr("others: {rest}", rest=rest)] if rest else [])]) or tr("none")


def _shared(taken: Taken) -> tuple[str, ...]:
    if not taken.shared:
        return ()
    return (
        counted(
            taken.shared,
            "%n referral is somebody else's, too, and left as it is.",
            "%n referrals are somebody else's, too, and left as they are.",
        ),
    )
