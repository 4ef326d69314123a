"""Puts the tokens on the screen: a palette and a style sheet over Fusion, following the computer's setting."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from refugedesk.ui import tokens
from refugedesk.ui.resources import resource
from refugedesk.ui.tokens import CONTRAST, DARK, LIGHT, Colours, Theme
from refugedesk.ui.translations import chosen

Group, Role = QPalette.ColorGroup, QPalette.ColorRole


class Style(QObject):
    """The look of the whole program: one of it, kept by the application.

    changed: other colours are in force; whoever painted something by hand paints it again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, settings: QSettings) -> None:
        super().__init__(application)
        self.colours: Colours = LIGHT
        self._application, self._settings = application, settings
        application.setStyle("fusion")
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self.put_on())
        self.put_on()

    @property
    def language(self) -> str:
        """The code of the language that was chosen."""
        return chosen(self._settings)

    def choose_language(self, code: str) -> None:
        """Remembers a choice; it is spoken from the next start on, or after locking."""
        self._settings.setValue("language", code)

    @property
    def theme(self) -> Theme:
        """What the person chose."""
        kept = str(self._settings.value("theme", Theme.SYSTEM.value))
        return Theme(kept) if kept in set(Theme) else Theme.SYSTEM

    def choose(self, theme: Theme) -> None:
        """Remembers a choice and shows it at once."""
        self._settings.setValue("theme", theme.value)
        self.put_on()

    def put_on(self) -> None:
        """Shows the chosen theme everywhere."""
        self.colours = colours_for(self.theme, self._application.styleHints().colorScheme())
        _in_force[:] = [self.colours]
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()


_in_force: list[Colours] = [LIGHT]


def colours() -> Colours:
    """The colours in force now, for what is painted by hand."""
    return _in_force[0]


def colours_for(theme: Theme, scheme: Qt.ColorScheme) -> Colours:
    """The palette of a theme, given whether the computer is set to dark."""
    if theme is Theme.SYSTEM:
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}[theme]


def palette(of: Colours) -> QPalette:
    """The colours as Qt's roles, in every group."""
    result = QPalette()
    for role, colour in _roles(of).items():
        result.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText, Role.PlaceholderText):
        result.setColor(Group.Disabled, role, QColor(of.faint_ink))
    result.setColor(Group.Disabled, Role.Base, QColor(of.paper))
    result.setColor(Group.Disabled, Role.Button, QColor(of.paper))
    result.setColor(Group.Disabled, Role.Highlight, QColor(of.line))
    return result


def _roles(of: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: of.paper,
        Role.WindowText: of.ink,
        Role.Base: of.surface,
        Role.AlternateBase: of.raised,
        Role.Text: of.ink,
        Role.PlaceholderText: of.soft_ink,
        Role.Button: of.surface,
        Role.ButtonText: of.ink,
        Role.BrightText: of.danger,
        Role.Highlight: of.accent_soft,
        Role.HighlightedText: of.ink,
        Role.Accent: of.accent,
        Role.Link: of.accent,
        Role.LinkVisited: of.accent,
        Role.ToolTipBase: of.ink,
        Role.ToolTipText: of.surface,
        Role.Light: of.surface,
        Role.Midlight: of.line,
        Role.Mid: of.line,
        Role.Dark: of.edge,
        Role.Shadow: of.line,
    }


def style_sheet(of: Colours) -> str:
    """The style sheet with the tokens put in."""
    text = resource("style", "window.qss").read_text("utf-8")
    return Template(text).substitute(asdict(of), **_sizes(), **_pictures(of))


def _sizes() -> dict[str, str]:
    points = ("BODY_PT", "SMALL_PT", "SECTION_PT", "TITLE_PT", "FIGURE_PT")
    pixels = ("XS", "S", "M", "L", "XL", "XXL", "ROW_HEIGHT", "RADIUS", "FOCUS_WIDTH", "CARD_INSIDE")
    lengths = {name.lower(): f"{getattr(tokens, name)}px" for name in pixels}
    return lengths | {name.lower(): f"{getattr(tokens, name)}pt" for name in points}


def _pictures(of: Colours) -> dict[str, str]:
    kind = {id(LIGHT): "light", id(DARK): "dark", id(CONTRAST): "contrast"}[id(of)]
    names = ("chevron", "tick", "dot")
    return {name: resource("style", f"{name}-{kind}.svg").as_posix() for name in names}
