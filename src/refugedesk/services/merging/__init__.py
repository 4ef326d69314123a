"""Two files of one person: found, compared side by side, made one, and taken apart again."""

from refugedesk.services.merging.candidates import Alike, alike, every_alike, keep_apart
from refugedesk.services.merging.comparing import Comparison, Side, Together, compare
from refugedesk.services.merging.joining import ChildJoin, Join, MergeRefusedError, make_one
from refugedesk.services.merging.parting import MergedRow, Parted, file_now, look_before, merged_into, take_apart
from refugedesk.services.merging.picking import Pick, files_to_pick

__all__ = [
    "Alike",
    "ChildJoin",
    "Comparison",
    "Join",
    "MergeRefusedError",
    "MergedRow",
    "Parted",
    "Pick",
    "Side",
    "Together",
    "alike",
    "compare",
    "every_alike",
    "file_now",
    "files_to_pick",
    "keep_apart",
    "look_before",
    "make_one",
    "merged_into",
    "take_apart",
]
