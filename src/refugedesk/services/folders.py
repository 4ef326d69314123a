"""Where a store lives and what is in a folder. Light to import: asked before anything is unlocked."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path

from refugedesk.domain.store_files import DATABASE, HOME_VARIABLE, KEY_FILE, LOCK_FILE

NEUTRAL_NAME = "Desk"


class StoreState(StrEnum):
    """What is in a folder."""

    ABSENT = "absent"
    STORE = "store"
    OTHER = "other"


def default_folder() -> Path:
    """Where a store lives unless somebody chooses otherwise; the name says nothing about what it holds."""
    if os.environ.get(HOME_VARIABLE):
        return Path(os.environ[HOME_VARIABLE]) / "store"
    return _data_folder() / NEUTRAL_NAME / "store"


def _data_folder() -> Path:
    """Where this computer's user keeps what programs need; on Linux without a library that a start would wait for."""
    if sys.platform == "linux":
        named = os.environ.get("XDG_DATA_HOME", "").strip()
        return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"
    import platformdirs

    return Path(platformdirs.user_data_dir())


def state_of(folder: Path) -> StoreState:
    """Whether a folder holds a store, nothing, or something else."""
    if not folder.exists():
        return StoreState.ABSENT
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else {folder.name}
    if names & {KEY_FILE, DATABASE}:
        return StoreState.STORE
    return StoreState.OTHER if names - {LOCK_FILE} else StoreState.ABSENT
