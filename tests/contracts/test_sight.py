"""What a person may see is asked by the connection; the few places that go round it are named here, with why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from refugedesk.storage.sight import BESIDE
from refugedesk.storage.tables import CHOICES, METADATA, RECORDS

SERVICES: Final = Path(__file__).parents[2] / "src" / "refugedesk" / "services"
WHOLE: Final = {
    "desk.py": "makes it",
    "backups.py": "compares a copy with everything",
    "board.py": "a unit that is held says so, without a name",
    "case_stories.py": "whom a story could be about: facts without names, and only whether they are enough",
    "checks.py": "looks at every record and shows none",
    "forms.py": "days and counts around a record, for its checks",
    "backing_up.py": "whether anything was recorded since the last backup, and when",
    "rehearsing.py": "how many records there are, beside those in a backup",
    "thinning.py": "a setting, and when something was purged last",
    "guard.py": "warns of somebody in the house, without a name",
    "hiding.py": "from whom a file is hidden, asked before its reader is",
    "purges.py": "all that goes with a file that could be seen, in numbers; from whom it is hidden",
    "purging_again.py": "digests of keys; what was decided is done again",
    "papers.py": "a roll-call counts everybody, without a name",
    "reconciling.py": "totals",
    "counting.py": "totals",
    "quarter.py": "totals count everybody, as a return does",
    "tonight.py": "a unit that is kept free says so, without for whom",
    "unseen.py": "which units are in use",
}
"""The services that read the whole truth."""
WRITES: Final = {
    "lines.py": "the address of the house, so that it is in nothing that is handed over",
    "handing_over.py": "an entry about a file that was just loaded",
    "agreed.py": "a setting",
    "backup_places.py": "a setting",
    "arrivals.py": "open placements of a stay that was just loaded; the checks of a draft",
    "board.py": "a setting",
    "carried.py": "the holds for a referral that was just loaded",
    "candidates.py": "a setting",
    "due.py": "a setting",
    "emergency.py": "an opening of a file that was just loaded",
    "forms.py": "the checks of a draft; placements of a stay that was just saved; links to a record that was loaded",
    "hiding.py": "a hiding of a file that was just loaded",
    "holds.py": "a hold on a file that was just loaded",
    "retention.py": "a setting",
    "importing.py": "wards",
    "joining.py": "what names two files that were just loaded",
    "own_rules.py": "settings, and how often a service's own answer was given",
    "own_definitions.py": "a setting",
    "parting.py": "what names a file whose merge could be seen",
    "people.py": "accounts",
    "purges.py": "all that goes with a file that was just loaded",
    "purging_again.py": "what was decided is done again",
    "told.py": "the children of a referral that was just loaded or saved",
    "release_ledger.py": "a release",
    "opening.py": "when somebody came",
    "trustees.py": "a setting",
}
"""The services that speak to the connection of a transaction, which knows the whole truth."""


def _attributes(*names: str) -> Iterator[tuple[str, str]]:
    for path in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in names:
                yield path.name, ast.unparse(node)


def test_only_those_that_say_why_read_the_whole_truth() -> None:
    found = {name for name, words in _attributes("whole", "truth", "engine") if words.startswith(("desk.", "self."))}
    assert found == set(WHOLE)


def test_only_those_that_say_why_read_within_a_transaction() -> None:
    assert {name for name, words in _attributes("connection") if words == "work.connection"} == set(WRITES)


TELLS_OF_NOBODY: Final = {
    "account": "who works here",
    "audit_value": "read through its entry alone",
    "purged": "digests of random keys",
    "release": "totals",
    "service": "the service itself",
    "setting": "what the service has chosen",
    "ward": "names of places",
}
"""The tables every row of which everybody who reads may read, and why."""


def test_every_table_is_looked_at_through_the_sight_or_says_why_not() -> None:
    looked_at = {*RECORDS, *(table.name for table in CHOICES.values()), *BESIDE}
    assert set(METADATA.tables) == looked_at | set(TELLS_OF_NOBODY)
