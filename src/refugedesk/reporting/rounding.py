"""Numbers as text, rounded half up on exact fractions, never by binary floating point."""

from __future__ import annotations

from fractions import Fraction

NO_BASE = "-"


def half_up(value: Fraction, decimals: int = 0) -> str:
    """The value as text with ``decimals`` digits, halves away from zero: 12.5 is 13; 1.25 is 1.3; -0.25 is -0.3."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    text = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return f"-{text}" if value < 0 and whole else text


def share(top: int, bottom: Fraction | int, decimals: int = 0, times: int = 100) -> str:
    """``times`` x top / bottom as text, half up; ``"-"`` of a zero bottom."""
    return NO_BASE if bottom == 0 else half_up(Fraction(times * top) / bottom, decimals)
