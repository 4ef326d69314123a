"""How far long work is: shown on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

CLEAR_LINE = "\r\x1b[K"


@contextmanager
def shown(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A function to be told how much is done, and of how much; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    click.echo(f"{what} …", err=True, nl=False)

    def tell(done: int, total: int) -> None:
        click.echo(f"{CLEAR_LINE}{what} … {100 * done // max(total, 1)} %", err=True, nl=False)

    try:
        yield tell
    finally:
        click.echo(CLEAR_LINE, err=True, nl=False)
