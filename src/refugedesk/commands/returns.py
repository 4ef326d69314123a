"""``return`` and ``returns``: the numbers that may leave the house."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from refugedesk.commands.opening import Person, for_person, opened
from refugedesk.commands.progress import shown
from refugedesk.commands.setting import Setting
from refugedesk.domain.spans import Period, PeriodError

POLICIES: Final = "threshold-5 (usual), threshold-5-strict, threshold-10, withhold-7-round-5 or round-10."
OWN: Final = "own"
"""Begins the names of the returns that a service has put together itself."""
FILE_KINDS: Final = (".xlsx", ".pdf", ".json", ".csv")


class DayWord(click.ParamType[date]):
    """A day as year-month-day."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; the words are wrong where it is none."""
        if isinstance(value, date):
            return value
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
                raise ValueError
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is not a day; write it as year-month-day, like 2020-04-01.", param, ctx)


@click.command("returns")
def returns_command() -> None:
    """List the returns that can be made, with their tables."""
    from refugedesk.services.returns import definitions

    for definition in definitions():
        click.echo(f"{definition.id} {definition.version}: {definition.title}")
        for table in definition.tables:
            click.echo(f"  {table}")


@click.command("return")
@click.argument("store", type=click.Path(path_type=Path))
@click.option("--definition", metavar="ID", required=True, help="Which return; refugedesk returns lists them.")
@click.option("--from", "first", metavar="DAY", type=DayWord(), required=True, help="The first day, like 2020-04-01.")
@click.option("--to", "last", metavar="DAY", type=DayWord(), required=True, help="The last day; it counts.")
@click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), required=True, help=".xlsx, .pdf, .json or .csv"
)
@click.option("--policy", "policy_id", metavar="ID", default="threshold-5", help="How it is protected: " + POLICIES)
@click.option("--revise", is_flag=True, help="Records of a released period were corrected: make a formal revision.")
@click.option("--reissue", is_flag=True, help="Records of a released period were corrected: the earlier figures again.")
@click.option("--exact", is_flag=True, help="Withhold nothing. For a manager, with a reason and a recipient.")
@click.option("--reason", metavar="TEXT", default="", help="Why exact figures are needed; it is written down.")
@click.option("--recipient", metavar="TEXT", default="", help="Who gets the return; it is written down.")
@for_person
def return_command(setting: Setting, person: Person, **words: Any) -> None:
    """Make a return of STORE, protected so that nobody can be worked out from it."""
    from refugedesk.app import return_pdf
    from refugedesk.services.returns import offered, prepare, write, write_exact

    wanted = Wanted(**words)
    wanted.check()
    with opened(setting, wanted.store, person) as desk:
        wanted.check_definition([each.id for each in offered(desk)])
        if wanted.exact:
            write_exact(
                desk, wanted.definition, wanted.period, wanted.out, wanted.reason, wanted.recipient, pdf=return_pdf
            )
            click.echo(f"Wrote {wanted.out}, with nothing withheld: keep it as safe as the records themselves.")
            return
        with shown("Counting and protecting") as progress:
            ways = {"reissue": wanted.reissue, "revise": wanted.revise}
            prepared = prepare(desk, wanted.definition, wanted.period, progress, wanted.policy_id, **ways)
        write(desk, prepared, wanted.out, wanted.recipient, pdf=return_pdf)
    revision = prepared.release.heading.revision
    number = f" It is revision {revision}." if revision and not prepared.is_again else ""
    click.echo(f"Wrote {wanted.out}.{number} {prepared.summary.in_words}")


@dataclass(frozen=True)
class Wanted:
    """What the words of a return say, by the names of its options."""

    store: Path
    definition: str
    first: date
    last: date
    out: Path
    policy_id: str
    revise: bool
    reissue: bool
    exact: bool
    reason: str
    recipient: str

    @property
    def period(self) -> Period:
        """The days that are asked for; the words are wrong where the last is before the first."""
        try:
            return Period(self.first, self.last)
        except PeriodError as error:
            raise click.BadParameter(str(error), param_hint="--to") from None

    def check(self) -> None:
        """Raises click.UsageError where the words do not go together."""
        from refugedesk.services.returns import definitions, policies

        if self.policy_id not in policies():
            problem = f"there is no way of protecting called {self.policy_id}; there is {', '.join(policies())}."
            raise click.BadParameter(problem, param_hint="--policy")
        if not self.definition.startswith(OWN):  # the store alone knows its own
            self.check_definition([each.id for each in definitions()])
        if self.out.suffix not in FILE_KINDS:
            raise click.BadParameter(
                f"the name of the file ends in one of {', '.join(FILE_KINDS)}.", param_hint="--out"
            )
        if self.exact and not (self.reason.strip() and self.recipient.strip()):
            raise click.UsageError("--exact needs --reason TEXT and --recipient TEXT; both are written down.")
        if self.revise + self.reissue + self.exact > 1:
            raise click.UsageError("--revise, --reissue and --exact are three different things; give one of them.")
        if self.reason and not self.exact:
            raise click.UsageError("--reason is for --exact; a protected return needs none.")
        _ = self.period

    def check_definition(self, known: list[str]) -> None:
        """Raises click.BadParameter where there is no such return, of the product's or of the store's own."""
        if self.definition not in known:
            problem = f"there is no return {self.definition}; there is {', '.join(known)}."
            raise click.BadParameter(problem, param_hint="--definition")
