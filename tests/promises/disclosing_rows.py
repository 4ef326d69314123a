"""R1 and R3: protected returns in the hands of somebody who knows what must be withheld, and nothing of the product."""

from __future__ import annotations

import tempfile
from pathlib import Path

from disclosing import a_random_return_is_right_and_safe, what_she_learns
from promises.rows import Row
from refugedesk.reporting.disclosure import CannotBeProtectedError
from small_refuges import SIZES, a_small_return


def outsiders(number: int, seed: int) -> Row:
    """So many small refuges; the small counts of which she can rule out a value from 1 to 4."""
    row = Row("R1", "small refuges' returns read by an outsider; small counts of which a value is ruled out")
    with tempfile.TemporaryDirectory() as place:
        for at in range(number):
            stays = SIZES[4 + at % (len(SIZES) - 4)]
            try:
                small, learnt = what_she_learns(a_small_return(stays, seed + at), Path(place) / f"{at}.json")
            except CannotBeProtectedError:
                row.add(1, 0, ())
            else:
                row.add(1, int(small > 0), (f"{stays} stays, seed {seed + at}: {each}" for each in learnt))
    return row


def random_stores(number: int, seed: int) -> Row:
    """So many random stores, each number shown beside a count by hand. Of 10,000 that were promised."""
    row = Row("R3", "random stores, shown numbers beside a count by hand; SHARE=100 takes all 10,000")
    for at in range(number):
        try:
            row.add(1, int(a_random_return_is_right_and_safe(seed + at)), ())
        except AssertionError as error:
            row.add(1, 1, [f"seed {seed + at}: {str(error).splitlines()[0] if str(error) else 'not safe'}"])
    return row
