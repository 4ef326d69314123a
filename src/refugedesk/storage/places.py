"""Where a store must not be: on a network drive, or in a folder that a program copies elsewhere.

Both break the promise that one program at a time has the store open, and the second sends the encrypted
records to a company's computers without anybody having decided so.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from refugedesk.domain.words import tr
from refugedesk.storage.errors import SharedPlaceError

_SYNCED_NAMES: Final = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "iclouddrive",
    "com~apple~clouddocs",
    "nextcloud",
    "owncloud",
    "box sync",
    "pcloud",
    "syncthing",
)
_SYNC_MARKERS: Final = (".dropbox", ".stfolder", ".sync", ".owncloudsync.log", ".nextcloudsync.log")
_NETWORK_KINDS: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "fuse.glusterfs", "davfs", "fuse.davfs2"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.google-drive-ocamlfuse"}
)


def require_private_place(folder: Path) -> None:
    """Do nothing if the folder is on a drive of this computer and nothing copies it elsewhere.

    Args:
        folder: a store, or where one is to be made; it need not be there yet.

    Raises:
        SharedPlaceError: what to do instead.
    """
    whole = Path(os.path.realpath(folder))
    if is_synced(whole):
        raise SharedPlaceError(
            tr(
                "This folder is copied to other computers by a synchronising program, which can mix up or lose "
                "records. Nothing was changed. Keep the store in a folder of this computer that is not synchronised, "
                "and make backups with RefugeDesk."
            )
        )
    if _is_on_network(whole):
        raise SharedPlaceError(
            tr(
                "This folder is on a network drive, where two computers could open the store at once and lose records. "
                "Nothing was changed. Keep the store on a drive of this computer or on an encrypted stick, "
                "and make backups with RefugeDesk."
            )
        )


def is_synced(folder: Path) -> bool:
    """Whether a program that copies folders to other computers has this one, as far as one can see."""
    names = [part.casefold() for part in folder.parts]
    if any(name == known or name.startswith(known + " ") for name in names for known in _SYNCED_NAMES):
        return True
    return any((parent / marker).exists() for parent in (folder, *folder.parents) for marker in _SYNC_MARKERS)


def mount_points(mounts: str) -> list[tuple[Path, str]]:
    """Where drives are mounted, each with the kind of its file system, by the text of ``/proc/self/mountinfo``."""
    found = []
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        found.append((Path(_unescaped(before.split(" ")[4])), after.split(" ")[0]))
    return found


def network_mount(folder: Path, mounts: str) -> bool:
    """Whether the mount nearest above ``folder`` is a network drive.

    Args:
        folder: an absolute path without links.
        mounts: the text of Linux's ``/proc/self/mountinfo``.
    """
    nearest, kind = Path("/"), ""
    for point, of_kind in mount_points(mounts):
        if (folder == point or point in folder.parents) and len(point.parts) >= len(nearest.parts):
            nearest, kind = point, of_kind
    return kind in _NETWORK_KINDS


def _unescaped(field: str) -> str:
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        field = field.replace(code, letter)
    return field


if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOTE = 4

    def _is_on_network(folder: Path) -> bool:
        if str(folder).startswith(("\\\\", "//")):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)

else:

    def _is_on_network(folder: Path) -> bool:
        mounts = Path("/proc/self/mountinfo")
        return mounts.exists() and network_mount(folder, mounts.read_text("utf-8", "replace"))
