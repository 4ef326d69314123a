"""Makes stores as another version of the program leaves them, for trying a built program against them.

    PYTHONPATH=src:tests python other_versions.py FOLDER USER PASSPHRASE

In FOLDER: ``older``, a store whose schema is some steps behind, and ``newer``, one that a later version has used.
"""

import sys
from pathlib import Path

from sqlalchemy import text

from promises.old_stores import make_old_store
from refugedesk.security.derivation import FLOOR
from refugedesk.services.stores import create_store
from refugedesk.storage.engine import for_writing
from refugedesk.storage.schema_steps import STEPS

LATER = "9999"
BEHIND = 4


def main() -> None:
    """Does it."""
    folder, user, passphrase = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    make_old_store(folder / "older", STEPS[-BEHIND], user, passphrase, FLOOR)
    desk, _ = create_store(folder / "newer", "City Refuge", "Coventry", user, passphrase)
    with for_writing(desk.truth).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": LATER})
    desk.close()


if __name__ == "__main__":
    main()
