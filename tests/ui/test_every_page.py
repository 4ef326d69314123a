"""What must hold on every page: reached by keyboard, named for screen readers, nothing cut without a way to read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from cut_words import cut_without_tip
from desks import a_desk, a_stay, a_unit
from page_windows import ChosenFiles, settle
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.settings import PANELS
from refugedesk.ui.style import Style

LONG = "Maria-Fernanda Guadalupe de la Santísima Trinidad Villanueva-Ortiz"
PLACES = [
    "home",
    "referrals",
    "residents",
    "units",
    "returns",
    "help",
    "settings",
    "search",
    "referral",
    "referral-stored",
    "arrival",
    "unit",
    "person",
    *("sight", "pick", "trail", "papers", "languages", "house"),
    *("board", "keeping", "handed_over", "own", "access", "purge"),
    *(f"settings-{each.name}" for each in PANELS),
]
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser, QAbstractItemView)
SIZES = [(1366, 768), (1280, 720)]


class Windows(QObject):
    """Writes down every window that opens, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(watched)
        return False


@pytest.fixture(scope="module")
def full_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A house of twenty units with households in half of them, one of a very long name."""
    desk = a_desk(tmp_path_factory.mktemp("full") / "store")
    for number in range(20):
        unit = a_unit(desk, f"Room {number + 1}")
        if number % 2:
            a_stay(desk, LONG if number == 1 else f"Person {number}", unit, children=("Sami", "Noor"))
        referral = forms.new_draft(desk, "referral", received_on=desk.today, known_as=f"Caller {number}")
        referral.set("origin_authority", "Kingston upon Hull and the East Riding of Yorkshire")
        referral.set("source", "national_helpline" if number % 2 else None)
        forms.save(desk, referral)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def shown(application: QApplication, full_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path_factory.mktemp("look") / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(full_desk, Style(application, settings), settings, ChosenFiles())
    window.resize(*SIZES[0])
    window.show()
    window.activateWindow()
    settle()
    yield window
    window.tasks.finish()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def go(window: MainWindow, place: str) -> None:
    """Opens a page by the name of its picture."""
    name, _, part = place.partition("-")
    where: dict[str, object] = {}
    if name == "settings" and part:
        where = {"panel": part}
    elif name == "search":
        where = {"text": "person"}
    elif name in ("sight", "purge"):
        where = {"record": "resident", "id": views.residents(window.desk, text="Maria").rows[0].id}
    elif name in ("person", "access"):
        where = {"resident_id": views.residents(window.desk, text="Maria").rows[0].id}
    elif place == "referral-stored":
        where = {"id": views.referrals(window.desk).rows[0].id}
    window.navigator.open(name, **where)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def controls(window: MainWindow) -> list[QWidget]:
    """Everything one can go to or click, as far as it is shown."""
    found: list[QWidget] = []
    for kind in CONTROLS:
        found += [each for each in window.findChildren(kind) if each.isVisible()]
    inner = {"qt_scrollarea_viewport", "qt_spinbox_lineedit"}
    return [each for each in dict.fromkeys(found) if each.objectName() not in inner and not each.size().isEmpty()]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    from PySide6.QtGui import QAccessible as Access

    return interface.text(Access.Text.Name).strip()


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_a_name_for_screen_readers(shown: MainWindow, place: str) -> None:
    go(shown, place)
    nameless = [each for each in controls(shown) if each.isEnabled() and not name_of(each)]
    assert [f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}" for each in nameless] == []


@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_every_control_and_comes_round(shown: MainWindow, place: str) -> None:
    go(shown, place)
    wanted = {each for each in controls(shown) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()}
    wanted -= set(shown.findChildren(QToolButton))
    wanted -= {each for each in shown.findChildren(QRadioButton) if not each.isChecked()}  # the arrows go to those
    seen = walk(shown)
    missed = [each for each in wanted if each not in seen and each.focusProxy() not in seen]
    assert [f"{type(each).__name__} {name_of(each)}" for each in missed] == []


@pytest.mark.parametrize("place", PLACES)
def test_tab_follows_the_eye(shown: MainWindow, place: str) -> None:
    """No step on the page goes up and to the left at once; going up is going to the next column."""
    go(shown, place)
    page = shown.navigator.page
    assert page is not None
    seen = walk(shown)
    for each in page.findChildren(QAbstractScrollArea):
        each.verticalScrollBar().setValue(0)  # what had the focus last has scrolled the first out of sight
    way = [(each, area(each, shown)) for each in seen if page.isAncestorOf(each)]
    backward = [
        f"{name_of(one)} to {name_of(other)}"
        for (one, here), (other, there) in pairwise(way)
        if there.bottom() < here.top() and there.right() < here.left()
    ]
    assert backward == []


@pytest.mark.parametrize("place", PLACES)
def test_one_button_at_most_is_what_comes_next(shown: MainWindow, place: str) -> None:
    go(shown, place)
    primary = [each for each in shown.findChildren(QPushButton, "primary") if each.isVisible()]
    assert [name_of(each) for each in primary][1:] == []


def area(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def walk(window: MainWindow) -> list[QWidget]:
    """Presses Tab until it comes round; every widget that had the focus, in order."""
    seen: list[QWidget] = []
    window.rail.items["home"].setFocus()
    for _ in range(200):
        here = QApplication.focusWidget()
        if here is None:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is window.rail.items["home"]:
            return seen
    raise AssertionError(f"Tab never came round; the last was {QApplication.focusWidget()}")


@pytest.mark.parametrize("place", PLACES)
def test_the_page_says_where_the_keyboard_is(shown: MainWindow, place: str) -> None:
    go(shown, place)
    here = QApplication.focusWidget()
    assert here is not None
    page = shown.navigator.page
    assert page is not None
    assert page.isAncestorOf(here) or here is shown.top.search


@pytest.mark.parametrize("place", PLACES)
def test_no_window_but_the_one_opens(shown: MainWindow, application: QApplication, place: str) -> None:
    watcher = Windows()
    application.installEventFilter(watcher)
    go(shown, place)
    application.removeEventFilter(watcher)
    assert watcher.opened == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_no_words_are_cut_without_a_tooltip(shown: MainWindow, place: str, size: tuple[int, int]) -> None:
    shown.resize(*size)
    go(shown, place)
    assert cut_without_tip(shown) == []


@pytest.mark.parametrize("place", ["referrals", "residents", "units"])
def test_a_cut_cell_shows_the_whole_on_hover(shown: MainWindow, place: str) -> None:
    from PySide6.QtWidgets import QToolTip

    go(shown, place)
    page = shown.navigator.page
    (table,) = (each for each in page.findChildren(QTableView) if each.isVisible())  # type: ignore[union-attr]
    model = table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if table.sizeHintForIndex(index).width() <= table.visualRect(index).width():
                continue
            at = table.visualRect(index).center()
            event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
            QApplication.sendEvent(table.viewport(), event)
            assert QToolTip.text() == model.data(index)
            QToolTip.hideText()


@pytest.mark.parametrize("place", PLACES)
def test_the_window_fits_the_smallest_screen(shown: MainWindow, place: str) -> None:
    go(shown, place)
    hint = shown.minimumSizeHint()
    assert (hint.width(), hint.height()) <= (1280, 720)
    assert hint.height() <= 720
