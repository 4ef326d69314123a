"""What is left to do for purges when a store is opened: an older copy is purged again, a cut-off one is finished."""

from __future__ import annotations

from contextlib import suppress

from refugedesk.domain.errors import OutOfOurHandsError
from refugedesk.services.desk import Desk
from refugedesk.storage.purging import purged
from refugedesk.storage.purging.parts import file_parts, is_there
from refugedesk.storage.purging.taking import clean, needs_cleaning, take


def settle_purges(desk: Desk) -> int:
    """Purges again what the list beside the records names and an older copy brought back; how many files.

    Whoever opens the store, it is done: nobody decides it anew.
    """
    listed = purged.read_list(desk.folder)
    with desk.whole() as connection:
        again = purged.to_purge_again(connection, listed)
        is_unclean, known = needs_cleaning(connection), purged.on_list(connection)
    for record, key, scope in again:
        with desk.writing() as work:
            if is_there(work.connection, record, key):  # it may have gone with another
                take(work, file_parts(work.connection, record, key, scope), scope)
                work.note("purge_again", record, key, scope=scope.value)
    if again or is_unclean:
        clean_now(desk)
    elif known.keys() - listed.keys():
        _write_list(desk)
    return len(again)


def clean_now(desk: Desk) -> bool:
    """Writes the file of the records anew without what was purged; False where the disk did not allow it now."""
    _write_list(desk)
    try:
        with desk.alone():
            desk.let_go()
            try:
                clean(desk.folder, desk.key)
            finally:
                desk.take_up(desk.key)
    except OutOfOurHandsError:
        return False
    return True


def _write_list(desk: Desk) -> None:
    with desk.whole() as connection:
        listed = purged.on_list(connection)
    with suppress(OutOfOurHandsError):  # the next unlocking writes it
        purged.write_list(desk.folder, listed)
