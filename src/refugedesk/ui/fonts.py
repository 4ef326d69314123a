"""The typefaces that ship with the program: one for text, and one for each script that names come in."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from refugedesk.ui.resources import resource
from refugedesk.ui.tokens import BODY_PT

TEXT_FACE = "Inter"


def load_fonts() -> QFont:
    """The font of the program, with its fallbacks behind it. Needs a QGuiApplication."""
    families: list[str] = []
    for file in sorted(resource("fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += [name for name in QFontDatabase.applicationFontFamilies(number) if name not in families]
    font = QFont()
    font.setFamilies([TEXT_FACE, *(name for name in families if name != TEXT_FACE)])
    font.setPointSizeF(BODY_PT)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, so that they stand under each other."""
    result = QFont(font)
    result.setFeature(QFont.Tag.fromString("tnum"), 1)
    return result


def semibold(font: QFont) -> QFont:
    """The same font, weight 600."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result
