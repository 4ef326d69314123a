"""Names typed into every text field are nowhere on the disk but in the encrypted store: the whole program, for real."""

from __future__ import annotations

import base64
import csv
import os
import subprocess
import sys
from pathlib import Path

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.records import ALL

MARK = "Zephyrine Quillfeather"
PASSPHRASE = "kettle violin marmalade tax"
GIVEN = {
    "units": {"unit_id": "U1", "accommodation_type": "refuge"},
    "referrals": {"referral_id": "F1", "received_on": "2020-01-01", "origin_authority": MARK},
    "residents": {"resident_id": "R1"},
    "stays": {"stay_id": "S1", "resident_id": "R1", "started_on": "2020-01-02", "origin_authority": MARK},
    "placements": {"stay_id": "S1", "unit_id": "U1", "from_on": "2020-01-02"},
    "children": {"child_id": "C1", "stay_id": "S1"},
}


def write_folder(folder: Path) -> int:
    """An interchange folder with the marker in every text field; how many there are."""
    folder.mkdir()
    marked = 0
    for name, given in GIVEN.items():
        fields = [each for record in ALL.values() if record.plural == name for each in record.fields if _is_text(each)]
        row = given | {each.name: MARK for each in fields}
        marked += len(fields)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, row)
            writer.writeheader()
            writer.writerow(row)
    return marked


def _is_text(field: Field) -> bool:
    return field.kind in (Kind.TEXT, Kind.LONG_TEXT) and field.longest >= len(MARK) and not field.is_secret


def test_no_name_is_found_outside_the_encrypted_store(tmp_path: Path) -> None:
    assert leaks_of_the_whole_program(tmp_path) == []


def leaks_of_the_whole_program(tmp_path: Path, beside: str = "", last: str = "check") -> list[str]:
    """The files that hold the marker or the passphrase after a run of everything up to the ``last`` command.

    Args: beside: a folder of modules put before ours.

    Raises:
        AssertionError: the program did not do its work.
    """
    world, records = tmp_path / "world", tmp_path / "records"
    world.mkdir()
    assert write_folder(records) >= 15
    places = (
        "HOME",
        "TMPDIR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR",
    )
    modules = os.pathsep.join(each for each in (beside, os.environ.get("PYTHONPATH", "")) if each)
    surroundings = {**os.environ, **dict.fromkeys(places, str(world)), "PYTHONPATH": modules}
    store, who = str(world / "store"), ("--user", "Jo Bright", "--passphrase-file", "-")
    period = ("--definition", "commissioner", "--from", "2020-01-01", "--to", "2020-03-31")
    for words in (
        ("new", store, "--service", "Refuge", "--home-authority", "Coventry"),
        ("import", store, str(records)),
        ("return", store, *period, "--out", str(world / "return.xlsx")),
        ("backup", store, str(world / "copy")),
        ("check", store),
    ):
        command = [sys.executable, "-m", "refugedesk", *words, *who]
        done = subprocess.run(
            command, input=f"{PASSPHRASE}\n", env=surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        if words[0] == last:
            break

    files = [path for path in world.rglob("*") if path.is_file()]
    made = {"records.db", "keys.json", "return.xlsx", "copy"} if last == "check" else {"records.db", "keys.json"}
    assert made <= {path.name for path in files}
    word = MARK.split(maxsplit=1)[0]
    forms = (word.encode(), word.encode("utf-16-le"), base64.b64encode(word.encode()).rstrip(b"="), PASSPHRASE.encode())
    return [path.name for path in files for form in forms if form in path.read_bytes()]
