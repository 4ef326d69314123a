from __future__ import annotations

from pathlib import Path

import pytest

from refugedesk.storage.errors import SharedPlaceError
from refugedesk.storage.places import network_mount, require_private_place

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:26 / /run/user/1000 rw - tmpfs tmpfs rw
40 22 0:45 / /mnt/team\040drive rw,relatime shared:9 - cifs //server/team rw
41 40 8:17 / /mnt/team\040drive/stick rw - vfat /dev/sdb1 rw
42 22 0:50 / /home/jo/far rw - fuse.sshfs jo@far:/ rw
"""


@pytest.mark.parametrize(
    ("folder", "is_far"),
    [
        ("/home/jo/store", False),
        ("/mnt/team drive", True),
        ("/mnt/team drive/refuge/store", True),
        ("/mnt/team drive/stick/store", False),
        ("/mnt/team drives/store", False),
        ("/home/jo/far/away", True),
    ],
)
def test_the_nearest_mount_decides_what_is_a_network_drive(folder: str, is_far: bool) -> None:
    assert network_mount(Path(folder), MOUNTS) is is_far


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - Harbour House", "Dropbox", "Google Drive", "Nextcloud"])
def test_a_synchronised_folder_is_refused_with_what_to_do_instead(tmp_path: Path, name: str) -> None:
    with pytest.raises(SharedPlaceError, match="not synchronised"):
        require_private_place(tmp_path / name / "documents" / "store")


def test_a_folder_that_a_program_marked_as_synchronised_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    with pytest.raises(SharedPlaceError):
        require_private_place(tmp_path / "shared" / "store")


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(SharedPlaceError):
        require_private_place(tmp_path / "plain" / "store")


def test_an_ordinary_folder_will_do(tmp_path: Path) -> None:
    require_private_place(tmp_path / "store")
    require_private_place(tmp_path / "the dropbox and onedriver papers")
