"""Returns: counted, protected, written, read back, attacked, and written down in the ledger."""

from __future__ import annotations

from refugedesk.services.earlier_releases import ChangedSinceError
from refugedesk.services.preparing import Prepared, Summary, prepare, prepare_beside
from refugedesk.services.release_ledger import ReleasedRow, Written, released
from refugedesk.services.return_files import (
    PreparedTooEarlyError,
    check_still_beside,
    with_narrative,
    write,
    write_exact,
)
from refugedesk.services.return_offers import DefinitionRow, PeriodChoice, definitions, offered, periods, policies

__all__ = [
    "ChangedSinceError",
    "DefinitionRow",
    "PeriodChoice",
    "Prepared",
    "PreparedTooEarlyError",
    "ReleasedRow",
    "Summary",
    "Written",
    "check_still_beside",
    "definitions",
    "offered",
    "periods",
    "policies",
    "prepare",
    "prepare_beside",
    "released",
    "with_narrative",
    "write",
    "write_exact",
]
