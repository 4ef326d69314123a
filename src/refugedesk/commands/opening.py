"""How a command gets at a store: who it is, the passphrase, and the store given back at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import click

from refugedesk.commands.setting import Setting
from refugedesk.domain.errors import CorrectableError

if TYPE_CHECKING:
    from refugedesk.services.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])
FROM_STANDARD_INPUT: Final = "-"
LONGEST_LINE_BYTES: Final = 64 * 1024


class NoPassphraseError(CorrectableError):
    """The file that should hold the passphrase cannot be read, or its first line is empty."""


@dataclass(frozen=True)
class Person:
    """Who is at the terminal, as far as the words say."""

    name: str | None
    passphrase_file: str | None

    def asked_name(self, question: str = "Your name in this store") -> str:
        """The name; asked for only where nothing stands in for the keyboard."""
        if self.name is not None:
            return self.name
        if self.passphrase_file is not None:
            raise click.UsageError("With --passphrase-file nothing is asked, so --user NAME is needed too.")
        return str(click.prompt(question, err=True))

    def asked_passphrase(self, is_new: bool = False) -> str:
        """The passphrase, from the file or asked for without echo; a new one is asked for twice."""
        if self.passphrase_file is not None:
            return read_passphrase(self.passphrase_file)
        question = "A new passphrase, 15 characters or more" if is_new else "Passphrase"
        return str(click.prompt(question, hide_input=True, confirmation_prompt=is_new, err=True))


def for_person(command: Command) -> Command:
    """Adds --user and --passphrase-file to a command, which is handed its Setting and, by them, a Person."""

    @wraps(command)
    def with_person(setting: Setting, user: str | None, passphrase_file: str | None, **words: Any) -> object:
        return command(setting, Person(user, passphrase_file), **words)

    with_file = click.option(
        "--passphrase-file",
        metavar="FILE",
        help="Take the passphrase from the first line of FILE, or - for standard input, and ask nothing.",
    )
    with_user = click.option("--user", metavar="NAME", help="Who you are in the store.")
    told = click.pass_obj(cast("Callable[..., Any]", with_person))
    return cast("Command", with_user(with_file(told)))


@contextmanager
def opened(setting: Setting, store: Path, person: Person) -> Iterator[Desk]:
    """The store, open for the length of the block."""
    from refugedesk.security.derivation import FLOOR
    from refugedesk.services.stores import open_store

    name, passphrase = person.asked_name(), person.asked_passphrase()
    desk = open_store(store, name, passphrase, setting.clock, setting.derivation or FLOOR)
    try:
        yield desk
    finally:
        desk.close()


def read_passphrase(file: str) -> str:
    """The first line of the file without its line end. Blanks at its ends belong to the passphrase."""
    try:
        raw = _first_line(file)
        line = raw.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise NoPassphraseError("The passphrase file cannot be read. Check its name and who may read it.") from None
    if not line:
        raise NoPassphraseError("The first line of the passphrase file is empty. Write the passphrase there.")
    return line


def _first_line(file: str) -> bytes:
    if file == FROM_STANDARD_INPUT:
        return sys.stdin.buffer.readline(LONGEST_LINE_BYTES)
    with Path(file).open("rb") as opened_file:
        return opened_file.readline(LONGEST_LINE_BYTES)
