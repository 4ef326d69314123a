"""The window before a store is open, step by step, on a key derivation that costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from desks import PASSPHRASE
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.pages.first_run import FirstRunPage
from refugedesk.ui.pages.unlock import UnlockPage
from waiting import until

Show = Callable[[EntryWindow], object]


def entry_scenes(nowhere: Path) -> Iterator[tuple[str, Show]]:
    """Each picture's name and how the window comes to show it, in order; a store is made in ``nowhere``."""
    yield "first-run-1", lambda window: window.first_run(nowhere)
    yield "first-run-1-problems", lambda window: _steps(window).go_on()
    yield "first-run-2", _to_you
    yield "first-run-2-problems", _short_passphrase
    yield "first-run-3", _to_key
    yield "first-run-4", lambda window: _steps(window).go_on()
    yield "first-run-4-problems", _wrong_key
    yield "unlock", _close_and_lock
    yield "unlock-blank", lambda window: _unlock(window, "", "")
    yield "unlock-wrong", lambda window: _unlock(window, "Ana Silva", "not this one at all")
    yield "unlock-no-store", lambda window: window.unlock(nowhere.parent)
    yield "recover", lambda window: window.recover(nowhere)
    yield "restore", lambda window: window.restore(nowhere)


def _unlock(window: EntryWindow, name: str, passphrase: str) -> None:
    page = window.page
    assert isinstance(page, UnlockPage)
    page._name.setText(name)
    page._passphrase.setText(passphrase)
    page.unlock()
    until(lambda: not window.tasks.is_busy)


def _steps(window: EntryWindow) -> FirstRunPage:
    assert isinstance(window.page, FirstRunPage)
    return window.page


def _to_you(window: EntryWindow) -> None:
    page = _steps(window)
    page.service._name.setText("Haven of Saint Winifred and All Angels Refuge")
    page.service._authority.setText("Bournemouth, Christchurch and Poole")
    page.go_on()


def _short_passphrase(window: EntryWindow) -> None:
    page = _steps(window)
    page.you.passphrase.type("too short")
    page.go_on()


def _to_key(window: EntryWindow) -> None:
    page = _steps(window)
    page.you._name.setText("Ana Silva")
    page.you.passphrase.type(PASSPHRASE)
    page.go_on()
    until(lambda: page.steps[page.at] is page.key, 30)


def _wrong_key(window: EntryWindow) -> None:
    page = _steps(window)
    page.proof._typed.setText("AAAA BBBB CCCC")
    page.go_on()


def _close_and_lock(window: EntryWindow) -> None:
    """The store that the steps have made, locked."""
    page = _steps(window)
    assert page._desk is not None
    page._desk.close()
    window.unlock(page.service.folder)
