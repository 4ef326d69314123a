"""The pictures in the help pages, made from a small invented refuge: ``make help-pictures`` writes them anew."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final, cast

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from desks import a_stay, resident_of
from journeys.refuge import small_refuge
from page_windows import settle
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.referral_form import ReferralPage
from refugedesk.ui.pictures import SCREENS, SETTLING
from refugedesk.ui.program import application
from refugedesk.ui.resources import resource
from refugedesk.ui.tokens import Theme

SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
COLOURS: Final = 255
WIDTH: Final = 608
"""As wide as a line of help."""


@dataclass(frozen=True)
class Shown:
    """One picture: its name, how the window comes to it, and which part of the window is shown."""

    name: str
    go: Callable[[MainWindow], object]
    part: QRect


def main() -> int:
    """Writes the pictures; the exit status."""
    app, out = application(), resource("help") / "pictures"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, small_refuge(Path(folder), Theme.LIGHT, SCREENS[0].size) as hands:
        window = hands.window
        stay = _fill(window.desk)
        for each in _pictures(window.desk, stay):
            each.go(window)
            for _ in range(SETTLING):
                app.processEvents()
            _save(window, each, out)
            if window.navigator.page is not None:
                window.navigator.page.keep()
    return 0


def _pictures(desk: Desk, stay: str) -> list[Shown]:
    person: dict[str, object] = {"resident_id": resident_of(desk, stay), "stay_id": stay}

    def to(name: str, **where: object) -> Callable[[MainWindow], object]:
        return lambda window: window.navigator.open(name, **where)

    return [
        Shown("home", to("home"), QRect(212, 0, 1140, 480)),
        Shown("referral", _call, QRect(212, 330, 560, 330)),
        Shown("arrival", _arrival, QRect(726, 50, 600, 370)),
        Shown("person", to("person", **person, section="contacts"), QRect(212, 62, 1140, 440)),
        Shown("child", to("person", **person, section="children"), QRect(444, 200, 630, 300)),
        Shown("move-on", _move_on(person), QRect(444, 200, 630, 376)),
        Shown("board", to("board"), QRect(212, 50, 1140, 300)),
        Shown("house", to("house", panel="agency"), QRect(212, 50, 900, 330)),
        Shown("papers", to("papers", kind="roll_call"), QRect(212, 50, 1140, 420)),
        Shown("languages", to("languages", language="Tigrinya"), QRect(212, 50, 760, 480)),
        Shown("search", _search, QRect(212, 0, 1140, 300)),
    ]


def _fill(desk: Desk) -> str:
    """A household that is here, one that is held for, and whom the house knows; the stay."""
    units = {unit.name: unit.id for unit in views.units(desk)}
    stay = a_stay(desk, "Farah", units["Room 1"], ("Sami", "Lina"))
    came = forms.open_draft(desk, "stay", stay)
    came.set("started_on", desk.today - timedelta(days=2))
    forms.save(desk, came)
    _record(desk, "staff", name="Ruta Haile", role="key_worker", languages="Tigrinya, Amharic, English")
    _record(desk, "staff", name="Asha Begum", role="night_worker", languages="Bengali, English")
    known: dict[str, Answer] = {"languages": "Tigrinya, Arabic, Farsi", "telephone": "0800 000 000"}
    checked = desk.today - timedelta(days=20)
    _record(desk, "agency", name="Word for Word", kind="interpreting", checked_on=checked, **known)
    _record(desk, "agency", name="Council housing team", kind="council_housing", checked_on=checked)
    person = forms.open_draft(desk, "resident", resident_of(desk, stay))
    for name, answer in {"first_language": "Tigrinya", "interpreter_needed": "yes", "allergies": "Nuts"}.items():
        person.set(name, answer)
    forms.save(desk, person)
    for days, kind, minutes in ((0, "one_to_one", 50), (1, "call", 15)):
        on = desk.today - timedelta(days=days)
        _record(desk, "contact", stay_id=stay, on_day=on, kind=kind, minutes=minutes, worker="Ruta Haile")
    call = _record(desk, "referral", received_on=desk.today, source="police", children=2, outcome="accepted")
    until = desk.today + timedelta(days=2)
    _record(desk, "hold", unit_id=units["Room 2"], referral_id=call, held_on=desk.today, until_on=until)
    return stay


def _record(desk: Desk, record: str, **answers: Answer) -> str:
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def _call(window: MainWindow) -> None:
    window.navigator.open("referral")
    page = window.navigator.page
    if isinstance(page, ReferralPage):
        given: dict[str, Answer] = {"children": 3, "children_told": "8 f, 5 m, 2 f", "risk_level": "high"}
        for name, answer in {**given, "origin_authority": "Coventry", "origin_ward": "Foleshill"}.items():
            page.draft.set(name, answer)
        page.form.show_answers()


def _arrival(window: MainWindow) -> None:
    told: dict[str, Answer] = {"known_as": "Mina", "children": 2, "children_told": "6 f, 3 m", "risk_level": "medium"}
    call = _record(window.desk, "referral", received_on=window.desk.today, origin_authority="Leeds", **told)
    window.navigator.open("arrival", referral_id=call)


def _move_on(person: dict[str, object]) -> Callable[[MainWindow], object]:
    def go(window: MainWindow) -> None:
        window.navigator.open("person", **person)
        window.navigator.page.go_on_with_stay()  # type: ignore[union-attr]

    return go


def _search(window: MainWindow) -> None:
    window.navigator.open("home")
    window.searching.begin()
    window.top.search.setText("farah")
    window.top.search.looked_for.emit("farah")
    settle()


def _save(window: MainWindow, shown: Shown, out: Path) -> None:
    """Writes the part in few colours, no wider than a line of help."""
    picture = window.grab(shown.part).toImage()
    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, SMOOTH)
    path = out / f"{shown.name}.png"
    if not in_few_colours(picture).save(str(path)):
        raise OSError(f"The picture {path.name} could not be written.")


def in_few_colours(picture: QImage) -> QImage:
    """The picture with the 255 colours it has most of, every other one as the nearest of them."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), -1)[:, : plain.width()]
    colours, where, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-counts, kind="stable")[:COLOURS]]
    parts = [((each[:, None] >> shift) & 255).astype(np.int32) for each in (colours, kept) for shift in (0, 8, 16)]
    apart = sum((parts[at] - parts[at + 3].T) ** 2 for at in range(3))
    places = np.argmin(apart, axis=1).astype(np.uint8)[where].reshape(pixels.shape)
    result = QImage(plain.width(), plain.height(), QImage.Format.Format_Indexed8)
    result.setColorTable([int(colour) for colour in kept])
    for line in range(plain.height()):
        bits = np.frombuffer(cast("memoryview", result.scanLine(line)), np.uint8)
        bits[: plain.width()] = places[line]
    return result


if __name__ == "__main__":
    sys.exit(main())
