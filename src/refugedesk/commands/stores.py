"""``new``, ``check``, ``backup`` and ``restore``: the store as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from refugedesk.commands.opening import Person, for_person, opened
from refugedesk.commands.progress import shown
from refugedesk.commands.setting import Setting
from refugedesk.domain.errors import OutOfOurHandsError


class DamageFoundError(OutOfOurHandsError):
    """The check of the store found something."""


@click.command("new")
@click.argument("store", type=click.Path(path_type=Path))
@click.option("--service", metavar="NAME", required=True, help="What the service is called in its returns.")
@click.option("--home-authority", metavar="NAME", required=True, help="The council area the service stands in.")
@for_person
def new(setting: Setting, person: Person, store: Path, service: str, home_authority: str) -> None:
    """Make an empty store in the folder STORE. You become its manager; the recovery key is shown once."""
    from refugedesk.services.stores import create_store

    name, passphrase = person.asked_name("Your name"), person.asked_passphrase(is_new=True)
    desk, recovery_key = create_store(
        store, service, home_authority, name, passphrase, setting.clock, setting.derivation
    )
    desk.close()
    click.echo(f"Made a store in {store}. Its manager is {name}.")
    click.echo("The recovery key opens it when a passphrase is lost. It is shown this once: write it down on paper.")
    click.echo(recovery_key)


@click.command("check")
@click.argument("store", type=click.Path(path_type=Path))
@for_person
def check_command(setting: Setting, person: Person, store: Path) -> None:
    """Check that the file of STORE and every record in it are as they were written."""
    from refugedesk.services.checks import check

    with opened(setting, store, person) as desk, shown("Checking") as progress:
        report = check(desk, progress)
    for fault in report.faults:
        click.echo(str(fault))
    if report.faults:
        raise DamageFoundError(
            "The store is damaged; nothing was changed. Restore the latest backup into a new folder."
        )
    click.echo(f"The store is whole; {report.counted} records are as they were last saved.")


@click.command("backup")
@click.argument("store", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
@for_person
def backup_command(setting: Setting, person: Person, store: Path, file: Path) -> None:
    """Copy STORE, encrypted, into the new FILE, and prove the copy by reading it back."""
    from refugedesk.services.backups import backup

    with opened(setting, store, person) as desk:
        backup(desk, file)
    click.echo(f"Backed up to {file}, and read back. It opens with the same passphrases.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("store", type=click.Path(path_type=Path))
@for_person
def restore_command(setting: Setting, person: Person, file: Path, store: Path) -> None:
    """Make the new folder STORE from the backup FILE. Nothing that is there already is overwritten."""
    from refugedesk.security.derivation import FLOOR
    from refugedesk.services.backups import restore

    restore(file, store, person.asked_name(), person.asked_passphrase(), setting.derivation or FLOOR)
    click.echo(f"Restored to {store}.")
