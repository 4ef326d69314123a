"""``demo``: an invented refuge to try everything with."""

from __future__ import annotations

import os
import subprocess  # nosec B404 - our own program alone
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refugedesk.commands.setting import Setting
from refugedesk.supervisor import has_screen, supervise, window_command

if TYPE_CHECKING:
    from refugedesk.demo.making import Demo


@click.command("demo")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    help="Where to make it; a number is added where something is there already. [demo]",
)
@click.option("--no-window", is_flag=True, help="Do not open the window.")
@click.pass_obj
def demo(setting: Setting, folder: Path, no_window: bool) -> None:
    """Make a store of invented people, with two years of a refuge of 13 rooms and 41 flats, and a return of it."""
    from refugedesk.demo.making import make_demo

    click.echo("Making an invented refuge; this takes a few seconds.")
    made = make_demo(folder, setting.clock, setting.derivation)
    _say_what(made)
    if no_window:
        return
    if has_screen():
        _open_window(made)
    else:
        _take_pictures(made)


def _say_what(made: Demo) -> None:
    stays, calls = made.counts["stays"], made.counts["referrals"]
    click.echo(f"Folder:      {made.folder.resolve()}")
    click.echo(f"Store:       {made.store.resolve()} ({stays} stays, {calls} referrals; nobody in it exists)")
    click.echo(f"Return:      {made.returns[0].resolve()} and .json ({made.period.first} to {made.period.last})")
    click.echo(f"Your name:   {made.user}")
    click.echo(f"Passphrase:  {made.passphrase}")


def _open_window(made: Demo) -> None:
    click.echo("Opening the window; close it to come back here.")
    supervise(window_command(["--window", str(made.store.resolve())]))


def _take_pictures(made: Demo) -> None:
    """Pictures of the window instead of the window, in a process of its own: without them the demo is still whole."""
    command = window_command(["--pictures", str(made.store.resolve()), str(made.pictures.resolve())])
    typed = f"{made.user}\n{made.passphrase}\n"
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, input=typed, text=True, env=surroundings, capture_output=True, check=False)  # noqa: S603  # nosec B603 - our own program, no shell
    pictures = sorted(made.pictures.glob("*.png")) if made.pictures.is_dir() else []
    if done.returncode == 0 and pictures:
        click.echo(f"Pictures:    {made.pictures.resolve()} ({len(pictures)}; there is no display to open a window on)")
    else:
        click.echo("There is no display, and no pictures of the window could be made; the rest is whole.", err=True)
