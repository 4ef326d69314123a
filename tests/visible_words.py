"""Every text that a window shows: on it, under the mouse, and to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from refugedesk.domain.records import ALL
from refugedesk.services.desk import Desk
from refugedesk.storage.tables import RECORDS

WORD = re.compile(r"[A-Za-z]{2,}")
KEYS = frozenset(["Ctrl", "Shift", "Alt", "Esc", "Enter", "Return", "Tab"])
MOST_ROWS = 30
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def left_plain(window: QWidget, own: frozenset[str]) -> dict[str, list[str]]:
    """Text -> the words in it that no translation touched, those in ``own`` apart."""
    return {text: [word for word in WORD.findall(text) if word not in own] for text in dict.fromkeys(texts(window))}


def texts(window: QWidget, apart: tuple[type[QWidget], ...] = ()) -> Iterator[str]:
    """Every text, as often as it is shown; blank ones and bare figures left out, and all in widgets that are apart."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not isinstance(widget, apart):
            yield from (text for text in of_widget(widget) if any(letter.isalpha() for letter in text))


def of_widget(widget: QWidget) -> Iterator[str]:
    """What one widget says."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model(), has_head=isinstance(widget, QTableView))


def _of_model(model: QAbstractItemModel, *, has_head: bool) -> Iterator[str]:
    for column in range(model.columnCount(QModelIndex()) if has_head else 1):
        if has_head:
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(MOST_ROWS, model.rowCount(QModelIndex()))):
            at = model.index(row, column)
            yield from (
                str(model.data(at, role) or "") for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            )


def own_words(desk: Desk) -> frozenset[str]:
    """The words that stand in the records themselves, or name the keys of a keyboard."""
    held = {desk.service.name, desk.service.home_authority, desk.user.name, QApplication.applicationName()}
    with desk.reading() as connection:
        for record in ALL.values():
            for row in connection.execute(RECORDS[record.id].select()).mappings():
                held.update(
                    str(row[field.name]) for field in record.fields if field.codes is None and field.name in row
                )
    return KEYS | {word for text in held for word in WORD.findall(text)}
