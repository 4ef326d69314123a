"""The order in which units stand everywhere: as people count, with the homes that are made safe after the rooms."""

from __future__ import annotations

Counted = tuple[tuple[int, int, str], ...]


def unit_order(name: str, accommodation_type: str) -> tuple[bool, Counted]:
    """What units are sorted by: Room 2 before Room 10, and whoever is kept safe at home after those in the house."""
    return accommodation_type == "sanctuary", as_counted(name)


def as_counted(name: str) -> Counted:
    """A name by which names stand in the order people count in, capitals or not."""
    pieces = [""]
    for letter in name.casefold():
        if pieces[-1] and pieces[-1][-1].isdecimal() == letter.isdecimal():
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return tuple((0, int(each), "") if each.isdecimal() else (1, 0, each) for each in pieces if each)
