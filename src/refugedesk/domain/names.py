"""Names of places: when two are the same, and the code made from one."""

from __future__ import annotations

import hashlib
import re
import unicodedata

NOT_WARDS = frozenset({"outside", "ward_not_recorded", "not_recorded"})
"""Rows of a return that stand beside the wards: no ward's code may be one of them."""


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two names of an authority are the same: blanks around them and case are ignored."""
    return one is not None and other is not None and one.strip().casefold() == other.strip().casefold()


def same_name(name: str) -> str:
    """A person's name in the form in which two spellings of it compare equal: no case, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def slug(name: str) -> str:
    """A ward's code, never one of NOT_WARDS: small plain letters with _ between words; "St Michael's" is st_michaels.

    A name in another script becomes ward_ and some hexadecimal digits that its letters decide.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    code = re.sub(r"[^a-z0-9]+", "_", plain.replace("'", "")).strip("_")[:70]
    if not code:
        return f"ward_{hashlib.sha256(same_name(name).encode()).hexdigest()[:10]}" if name.strip() else ""
    return f"{code}_ward" if code in NOT_WARDS else code
