"""What has left the house before, as a new return must be protected beside it, and what has been corrected since."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.names import NOT_WARDS
from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.services.counting import Wards, counted, facts
from refugedesk.services.desk import Desk
from refugedesk.services.release_ledger import content_of, counts_from_text, protected_releases
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_period
from refugedesk.storage.releases import Release

if TYPE_CHECKING:
    from refugedesk.reporting.over_time import Earlier
    from refugedesk.reporting.relations import Knowledge
    from refugedesk.reporting.tables import CountReturn, Place, SafeReturn, Shape


@dataclass(frozen=True)
class ChangeRow:
    """A figure that the records have been corrected away from, for the manager's eyes only."""

    table: str
    line: str
    released: int
    now: int
    was_shown: bool


class ChangedSinceError(CorrectableError):
    """The records of a released period have been corrected, and nobody has asked for a revision."""

    def __init__(self, message: str, changes: tuple[ChangeRow, ...]) -> None:
        super().__init__(message)
        self.changes = changes


def concerning(desk: Desk, period: Period) -> list[tuple[Release, Earlier]]:
    """The protected returns that have to do with a period, oldest first, each content once."""
    desk.require(Action.MAKE_RETURN)
    from refugedesk.reporting.over_time import concerning as chosen

    each_once = {release.content: release for release in protected_releases(desk)}
    found = list(each_once.values())[::-1]
    near = chosen(period, [Period(each.period_first, each.period_last) for each in found])
    return [(found[at], _read(desk, found[at])) for at in near]


def _read(desk: Desk, release: Release) -> Earlier:
    from refugedesk.reporting.attack import Published
    from refugedesk.reporting.over_time import Earlier
    from refugedesk.reporting.policies import policy
    from refugedesk.reporting.readers.json_file import from_json
    from refugedesk.reporting.spec import shapes

    period, wards = Period(release.period_first, release.period_last), _wards_then(release.content)
    counts, spec = counted(desk, release.definition, period, wards)
    then = shapes(spec, facts(desk, wards), period)
    read = from_json(release.content.encode(), then)
    now = truth_of(counts)
    kept = counts_from_text(release.counts) if release.counts else {**now, **read.shown}
    published = Published(then, read.shown, read.derived, policy(release.policy))
    knowledge = spec.knowledge(then, period)
    return Earlier(read.heading, published, knowledge, release.content, kept, now)


def as_released(release: SafeReturn, knowledge: Knowledge, counts: Mapping[Place, int]) -> Earlier:
    """A return that is about to leave the house, as one that has."""
    from refugedesk.reporting.attack import Published
    from refugedesk.reporting.over_time import Earlier

    return Earlier(release.heading, Published.release(release), knowledge, content_of(release), counts, counts)


def _wards_then(content: str) -> Wards | None:
    """The wards the service had when a return was released: they are rows of it."""
    tables = {table["id"]: table for table in json.loads(content)["tables"]}
    if "origin_ward" not in tables:
        return None
    rows = tables["origin_ward"]["rows"]
    return tuple((row["code"], row["label"]) for row in rows if row["code"] not in NOT_WARDS)


def truth_of(counts: CountReturn) -> dict[Place, int]:
    """Every exact count of a return."""
    return {place: count for table in counts.tables for place, count in table.counts.items()}


def same_return(
    earlier: Sequence[tuple[Release, Earlier]], definition_id: str, period: Period, policy_id: str
) -> tuple[Release, Earlier] | None:
    """The newest release of just this return."""
    wanted = (definition_id, period.first, period.last, policy_id)
    same = [
        (release, each)
        for release, each in earlier
        if (release.definition, release.period_first, release.period_last, release.policy) == wanted
    ]
    return same[-1] if same else None


def changes(earlier: Earlier) -> tuple[ChangeRow, ...]:
    """Every figure of an earlier return that the records have been corrected away from."""
    found = []
    for shape in earlier.published.shapes:
        for place in shape.places():
            then, now = earlier.then.get(place, 0), earlier.now.get(place, 0)
            if then != now:
                found.append(ChangeRow(shape.title, _line(shape, place), then, now, place in earlier.published.shown))
    return tuple(found)


def _line(shape: Shape, place: Place) -> str:
    rows, columns = ({line.code: line.label for line in lines} for lines in (shape.rows, shape.columns))
    words = [labels[code] for labels, code in ((rows, place.row), (columns, place.column)) if code]
    return ", ".join(words) or tr("All")


def changed_since(earlier: Earlier, rows: tuple[ChangeRow, ...]) -> ChangedSinceError:
    """Why the return cannot simply be made again, and what may be done."""
    period = say_period(earlier.heading.period)
    return ChangedSinceError(
        tr(
            "The return of {period} has left the house, and {rows} of its figures have changed "
            "since, because records of those days were corrected. A second file beside the first "
            "would show the difference, and that can be a single person. Nothing was written. Send "
            "the earlier figures again, or issue a formal revision, which is protected beside the "
            "first; a longer period, or exact figures to a recipient who may have them, are other "
            "ways.",
            period=period,
            rows=len(rows),
        ),
        rows,
    )
