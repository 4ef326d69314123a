"""``import`` and ``export``: the interchange folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refugedesk.commands.opening import Person, for_person, opened
from refugedesk.commands.progress import shown
from refugedesk.commands.setting import Setting
from refugedesk.domain.errors import CorrectableError

if TYPE_CHECKING:
    from refugedesk.services.interchange import ImportReport


class FaultsFoundError(CorrectableError):
    """The folder has faults, so nothing of it was imported."""


@click.command("import")
@click.argument("store", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--check", "check_only", is_flag=True, help="Only say what is the matter with the folder.")
@for_person
def import_command(setting: Setting, person: Person, store: Path, folder: Path, check_only: bool) -> None:
    """Import an interchange folder (or an .xlsx with the same sheets) into STORE, all or nothing."""
    from refugedesk.services.interchange import import_folder

    with opened(setting, store, person) as desk, shown("Importing") as progress:
        report = import_folder(desk, folder, check_only, progress)
    _print(report)


def _print(report: ImportReport) -> None:
    for fault in report.faults:
        click.echo(str(fault))
    for warning in report.warnings:
        click.echo(f"Warning: {warning}")
    if report.faults:
        number = f"more than {len(report.faults)}" if report.is_cut_short else str(len(report.faults))
        faults = "fault" if number == "1" else "faults"
        raise FaultsFoundError(f"{number} {faults} found, so nothing was imported. Correct the files and try again.")
    for name, count in report.counts.items():
        click.echo(f"{name}: {count}")
    click.echo("Imported." if report.is_saved else "No faults. Nothing was imported: this was only a check.")


@click.command("export")
@click.argument("store", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--reason", metavar="TEXT", required=True, help="Why; it is written down in the store.")
@click.option(
    "--include",
    metavar="FIELD",
    multiple=True,
    help="Write this restricted field too, NAME or FORM.NAME; may come again.",
)
@click.option("--yes", is_flag=True, help="Do not ask whether it is meant.")
@for_person
def export_command(
    setting: Setting,
    person: Person,
    store: Path,
    folder: Path,
    reason: str,
    include: tuple[str, ...],
    yes: bool,
) -> None:
    """Write every record of STORE, unprotected, into FOLDER as an interchange folder."""
    from refugedesk.services.interchange import export_folder

    with opened(setting, store, person) as desk:
        if not yes and sys.stdin.isatty():
            click.confirm("This writes every record, names included, without encryption. Go on?", abort=True, err=True)
        with shown("Exporting") as progress:
            report = export_folder(desk, folder, reason, include, progress)
    for name, count in report.counts.items():
        click.echo(f"{name}: {count}")
    click.echo(f"Exported to {report.folder}. Nothing in it is encrypted: keep it safe, and delete it when done.")
