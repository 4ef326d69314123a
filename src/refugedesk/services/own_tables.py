"""What a service can put into a return of its own, in the words of the screen; and how that would look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from refugedesk.domain.names import slug
from refugedesk.domain.spans import Period
from refugedesk.domain.words import noted, tr
from refugedesk.services.counting import counted_by
from refugedesk.services.desk import Desk
from refugedesk.services.returns import Summary
from refugedesk.services.roles import Action

if TYPE_CHECKING:
    from refugedesk.reporting.disclosure import Reason
    from refugedesk.reporting.tables import Place, SafeReturn

LONGEST: Final = 40
MEASURES: Final = (("number", noted("Number and percent")), ("monthly_average", noted("Number and average a month")))

Content = Mapping[str, Any]
Named = tuple[str, str]
"""A code, and what it is called."""


@dataclass(frozen=True)
class SubjectRow:
    """Who can be counted, dated by what, and the questions that can be asked of them."""

    who: str
    dated_by: str
    words: str
    questions: tuple[Named, ...]


@dataclass(frozen=True)
class TakenRow:
    """A return of the product and the tables that can be taken from it."""

    id: str
    title: str
    tables: tuple[Named, ...]


@dataclass(frozen=True)
class Preview:
    """A return of the service's own as it would look, protected by itself."""

    release: SafeReturn
    reasons: Mapping[Place, Reason]
    summary: Summary


def subjects() -> tuple[SubjectRow, ...]:
    """Everybody who can be counted in a table of one's own."""
    from refugedesk.reporting.own_words import SUBJECTS, WORDS

    return tuple(
        SubjectRow(who, day, f"{of[:1].upper()}{of[1:]}", tuple((each, tr(WORDS[each])) for each in questions))
        for (who, day), (_, of, questions) in SUBJECTS.items()
    )


def tables_to_take() -> tuple[TakenRow, ...]:
    """Every table of the product's own returns."""
    from refugedesk.reporting.returns import definitions

    return tuple(
        TakenRow(spec.id, spec.title, tuple((table.id, table.title) for table in spec.tables)) for spec in definitions()
    )


def answers(who: str, dated_by: str, question: str) -> tuple[Named, ...]:
    """The answers that can be put in categories; none for months and wards, which are others in every return."""
    from refugedesk.reporting.own_returns import steady_lines
    from refugedesk.reporting.own_words import SUBJECTS

    _, _, questions = SUBJECTS[who, dated_by]
    return tuple((line.code, line.label) for line in steady_lines(questions[question]) if line.is_answer)


def rows_of(definition_id: str, table_id: str) -> tuple[Named, ...]:
    """The rows of a product's table that are always the same, for other words and another order."""
    from datetime import date

    from refugedesk.reporting.returns import definition
    from refugedesk.reporting.spec import ServiceFacts

    table = next(each for each in definition(definition_id).tables if each.id == table_id)
    periods = (Period(date(2020, 4, 1), date(2020, 6, 30)), Period(date(2021, 7, 1), date(2021, 9, 30)))
    services = (ServiceFacts("", ""), ServiceFacts("", "", (("a", "A"),)))
    one, other = (table.shape(service, period).rows for service, period in zip(services, periods, strict=True))
    return tuple((row.code, row.label) for row in one) if one == other else ()


def own_id(words: str, taken: Iterable[str], before: str = "own") -> str:
    """A name for a return or a table that nothing else has, from its title."""
    plain = re.sub(r"_+", "_", slug(words))[:LONGEST].strip("_")
    base = f"{before}_{plain}" if plain else before
    known = {*taken}
    return next(name for name in (base, *(f"{base}_{number}" for number in range(2, 1000))) if name not in known)


def preview(desk: Desk, content: Content, period: Period) -> Preview:
    """How the return would look, protected by itself. When it is prepared it is protected beside all earlier ones too.

    Raises: OwnReturnError, CannotBeProtectedError.
    """
    from refugedesk.reporting.disclosure import protect
    from refugedesk.reporting.own_returns import own_return
    from refugedesk.reporting.policies import DEFAULT

    desk.require(Action.MAKE_RETURN)
    spec = own_return(content)
    counts = counted_by(desk, spec, period)
    protection = protect(counts, spec.knowledge([table.shape for table in counts.tables], period), DEFAULT)
    return Preview(protection.release, protection.reasons, Summary.of(protection))
