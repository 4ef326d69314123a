"""How the workbook looks: the product's colours and one type face, kept in one place."""

from __future__ import annotations

from typing import Any

from refugedesk.reporting.writers.grids import Look, Tone

INK, SOFT_INK, LINE = "#1D2327", "#5A6570", "#E3E0DA"
ACCENT, ACCENT_SOFT, DANGER, SURFACE = "#1F6F78", "#E3F0F1", "#B3261E", "#FFFFFF"
BAR_SECOND = "#8FB9BE"
FACE = "Calibri"

Properties = dict[str, Any]

BASE: Properties = {"font_name": FACE, "font_size": 10.5, "font_color": INK, "valign": "vcenter"}
_NUMBER: Properties = {"align": "right", "bottom": 1, "bottom_color": LINE}
_HEAD: Properties = {"bold": True, "font_color": ACCENT, "text_wrap": True, "valign": "bottom", "bottom": 1} | {
    "bottom_color": ACCENT
}

LOOKS: dict[Look, Properties] = {
    Look.TITLE: {"bold": True, "font_size": 13},
    Look.NOTE: {"font_size": 9.5, "font_color": SOFT_INK},
    Look.HEAD_LABEL: _HEAD | {"align": "left"},
    Look.HEAD: _HEAD | {"align": "right"},
    Look.LABEL: {"align": "left", "text_wrap": True, "bottom": 1, "bottom_color": LINE},
    Look.COUNT: _NUMBER | {"num_format": "#,##0"},
    Look.PERCENT: _NUMBER,
    Look.AVERAGE: _NUMBER,
    Look.DAYS: _NUMBER,
    Look.EMPTY: {"bottom": 1, "bottom_color": LINE},
}
TONES: dict[Tone, Properties] = {
    Tone.PLAIN: {},
    Tone.SIDE: {"font_color": SOFT_INK},
    Tone.MARGIN: {"bold": True, "bg_color": ACCENT_SOFT, "bottom_color": ACCENT_SOFT},
}
MARK: Properties = {"font_color": SOFT_INK, "bold": False}
"""What stands in a number's place: [c] for a withheld one, - for a share of nothing."""


def properties(look: Look, tone: Tone, number_format: str = "", is_mark: bool = False) -> Properties:
    """The properties of a cell, as XlsxWriter takes them."""
    number = {"num_format": number_format} if number_format else {}
    return BASE | LOOKS[look] | TONES[tone] | number | (MARK if is_mark else {})


def number_format(look: Look, text: str) -> str:
    """The format that shows a number with exactly the digits of its text: 25 % as 25%, 4.0 as 4.0."""
    decimals = len(text.partition(".")[2])
    digits = f"0.{'0' * decimals}" if decimals else "0"
    return f'{digits}"%"' if look is Look.PERCENT else digits


def decimals_of(number_format: str) -> int:
    """How many decimals such a format shows."""
    return len(number_format.rstrip('"%').partition(".")[2])
