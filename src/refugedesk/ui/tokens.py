"""The colours, sizes and spaces of the screen. Nothing else names a colour or a pixel. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refugedesk.domain.words import tr


class Theme(StrEnum):
    """How the screen may look; SYSTEM follows the computer's own light or dark setting."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

    @property
    def label(self) -> str:
        """The words in the settings."""
        return {
            Theme.SYSTEM: tr("As the computer"),
            Theme.LIGHT: tr("Light"),
            Theme.DARK: tr("Dark"),
            Theme.CONTRAST: tr("High contrast"),
        }[self]


@dataclass(frozen=True)
class Colours:
    """One palette, as #RRGGBB.

    paper: behind everything; surface: cards, fields and lists; ink and soft_ink: text on either; line: hairlines;
    edge: the border of a field; accent: links, focus and what is chosen; on_accent: text on accent; the *_soft ones
    lie under ink, each beside its strong one.
    """

    paper: str
    surface: str
    raised: str
    ink: str
    soft_ink: str
    faint_ink: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    danger: str
    danger_soft: str
    on_danger: str


LIGHT: Final = Colours(
    paper="#FBFAF8",
    surface="#FFFFFF",
    raised="#F3F1ED",
    ink="#1D2327",
    soft_ink="#5A6570",
    faint_ink="#8A939B",
    line="#E3E0DA",
    edge="#868F97",
    accent="#1F6F78",
    accent_strong="#185A62",
    on_accent="#FFFFFF",
    accent_soft="#E3F0F1",
    good="#2A7548",
    good_soft="#E6F2EA",
    caution="#8A5800",
    caution_soft="#FBF1DF",
    danger="#B3261E",
    danger_soft="#FBEAE8",
    on_danger="#FFFFFF",
)

DARK: Final = Colours(
    paper="#16191C",
    surface="#1E2327",
    raised="#262C31",
    ink="#ECEFF1",
    soft_ink="#A9B3BB",
    faint_ink="#78838C",
    line="#2E353B",
    edge="#75808A",
    accent="#6CC4CC",
    accent_strong="#8AD3DA",
    on_accent="#0E1B1D",
    accent_soft="#20383B",
    good="#7BCB9B",
    good_soft="#1D3327",
    caution="#E5B45C",
    caution_soft="#382D18",
    danger="#F28B82",
    danger_soft="#402422",
    on_danger="#2A0A07",
)

CONTRAST: Final = Colours(
    paper="#000000",
    surface="#000000",
    raised="#1A1A1A",
    ink="#FFFFFF",
    soft_ink="#E4E4E4",
    faint_ink="#B0B0B0",
    line="#7A7A7A",
    edge="#FFFFFF",
    accent="#FFE14D",
    accent_strong="#FFF0A0",
    on_accent="#000000",
    accent_soft="#3A3200",
    good="#7CF0A6",
    good_soft="#00290F",
    caution="#FFC46B",
    caution_soft="#332100",
    danger="#FF9C94",
    danger_soft="#3A0703",
    on_danger="#000000",
)

BODY_PT: Final = 10.5
SMALL_PT: Final = 9.5
SECTION_PT: Final = 13.0
TITLE_PT: Final = 18.0
FIGURE_PT: Final = 24.0

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
"""The spaces between things, in pixels."""

ROW_HEIGHT: Final = 32
LIST_ROW_HEIGHT: Final = 40
ENTRY_ROW_HEIGHT: Final = 52
BAR_HEIGHT: Final = 14
PLOT_HEIGHT: Final = 132
BUTTON_HEIGHT: Final = 34
RADIUS: Final = 6
ICON: Final = 18
BIG_ICON: Final = 36
FORM_WIDTH: Final = 640
ENTRY_WIDTH: Final = 460
SHARES_WIDTH: Final = 620
RAIL_WIDTH: Final = 196
SUB_RAIL_WIDTH: Final = 176
HELP_RAIL_WIDTH: Final = 276
LINE_HEIGHT_PERCENT: Final = 125
WIDE: Final = 1000
TABLE_HEIGHT: Final = 320
CARD_WIDTH: Final = 164
CARD_INSIDE: Final = 64
SIDE_WIDTH: Final = 360
WIDEST: Final = 16_777_215
SEARCH_WIDTH: Final = 300
FILTER_WIDTH: Final = 220
FOCUS_WIDTH: Final = 2
SMALLEST_WINDOW: Final = (1024, 640)
USUAL_WINDOW: Final = (1280, 800)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB from 0 to 1. Source: WCAG 2.2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PRINT_INK = "#000000"
"""What is printed is black on whatever the paper is, in every look of the screen."""
