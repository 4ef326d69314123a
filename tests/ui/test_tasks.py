"""Work beside the window: results, sentences and bugs come back, and nothing outlives the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QThread
from PySide6.QtWidgets import QApplication, QWidget

from refugedesk.domain.errors import CorrectableError
from refugedesk.ui.tasks import FAULT, Progress, Tasks
from waiting import until


class WantedError(CorrectableError):
    """Something expected."""


@pytest.fixture
def tasks(application: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.finish()


def test_the_result_comes_back_in_the_threads_of_the_window(tasks: Tasks) -> None:
    seen: list[object] = []
    tasks.run(
        lambda _tell: threading.get_ident(), lambda ident: seen.extend((ident, QThread.currentThread())), seen.append
    )
    until(lambda: len(seen) == 2)
    assert seen[0] != threading.get_ident()
    assert seen[1] is QApplication.instance().thread()  # type: ignore[union-attr]


def test_an_expected_error_comes_back_as_its_sentence(tasks: Tasks) -> None:
    said: list[str] = []

    def fail(_tell: Progress) -> None:
        raise WantedError("The stick was pulled out.")

    tasks.run(fail, lambda _result: said.append("done"), said.append)
    until(lambda: bool(said))
    assert said == ["The stick was pulled out."]


def test_a_bug_is_handed_to_the_fault_panel_and_said_without_its_words(tasks: Tasks) -> None:
    said: list[str] = []
    bugs: list[BaseException] = []
    tasks.faulted.connect(bugs.append)

    def break_down(_tell: Progress) -> None:
        raise KeyError("Farah")

    tasks.run(break_down, lambda _result: None, said.append)
    until(lambda: bool(said and bugs))
    assert said == [FAULT]
    assert isinstance(bugs[0], KeyError)


def test_work_stops_where_it_next_says_what_it_is_doing(tasks: Tasks) -> None:
    said: list[str] = []
    going, stopped = threading.Event(), threading.Event()

    def count(tell: Progress) -> None:
        going.set()
        stopped.wait(2)
        tell("half way")

    running = tasks.run(count, lambda _result: said.append("done"), said.append)
    going.wait(2)
    running.cancel()
    stopped.set()
    until(lambda: bool(said))
    assert said == ["Stopped. Nothing was changed."]


def test_what_the_work_says_is_passed_on(tasks: Tasks) -> None:
    told: list[str] = []
    tasks.run(lambda tell: tell("1 of 2"), lambda _result: None, lambda _text: None, told.append)
    until(lambda: told == ["1 of 2"])


def test_nobody_is_told_once_the_page_is_gone(tasks: Tasks) -> None:
    page, said = QWidget(), []  # type: ignore[var-annotated]
    may_end = threading.Event()
    tasks.run(lambda _tell: may_end.wait(2), said.append, said.append, owner=page)
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    may_end.set()
    until(lambda: not tasks.is_busy)
    assert said == []


def test_finishing_waits_for_what_is_under_way(tasks: Tasks) -> None:
    ended = threading.Event()
    tasks.run(lambda _tell: ended.set(), lambda _result: None, lambda _text: None)
    tasks.finish()
    assert ended.is_set()


def test_one_can_lose_patience_with_what_does_not_stop(tasks: Tasks) -> None:
    may_end = threading.Event()
    tasks.run(lambda _tell: may_end.wait(5), lambda _result: None, lambda _text: None)
    assert not tasks.finish(0.05)
    may_end.set()
    assert tasks.finish()
