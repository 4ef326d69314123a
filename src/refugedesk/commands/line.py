"""The command line as a whole: which words there are, and how their errors become a sentence and a status."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import click

from refugedesk.commands.demo import demo
from refugedesk.commands.interchange import export_command, import_command
from refugedesk.commands.returns import return_command, returns_command
from refugedesk.commands.setting import Setting
from refugedesk.commands.stores import backup_command, check_command, new, restore_command
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.fault_log import write_down

DONE, NOT_DONE, WRONG_WORDS = 0, 1, 2


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    commands=[
        demo,
        new,
        import_command,
        export_command,
        return_command,
        returns_command,
        check_command,
        backup_command,
        restore_command,
    ],
    epilog="With no words RefugeDesk opens its window.",
)
@click.version_option(package_name="refugedesk", message="RefugeDesk %(version)s")
def line() -> None:
    """RefugeDesk keeps a refuge's records on this computer, encrypted, and makes its returns."""


def run(words: Sequence[str], setting: Setting | None = None) -> int:
    """Does what the words say and gives the exit status; what went wrong is one sentence on standard error."""
    try:
        status = line.main(list(words), prog_name="refugedesk", standalone_mode=False, obj=setting or Setting())
    except click.UsageError as error:
        error.show()
        return WRONG_WORDS
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped. What was under way was not finished.")
    except RefugeDeskError as error:
        return _say(str(error))
    except BrokenPipeError:
        return NOT_DONE
    except Exception as error:
        # Whatever else comes is a fault in the program: said as one, and written down without anybody's answers.
        return _say(f"This is a fault in RefugeDesk, and what was asked was not done. {write_down(error)}")
    return status if isinstance(status, int) else DONE


def run_in_terminal(words: Sequence[str]) -> int:
    """As ``run``, in a process of its own: new files are private, memory is kept from other programs."""
    from refugedesk.security.hardening import harden_process

    harden_process()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # An old console may lack a letter of a name: it is written out instead of ending the command.
            stream.reconfigure(errors="backslashreplace")
    return run(words)


def _say(sentence: str) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return NOT_DONE
