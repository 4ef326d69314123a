"""Unpacks the part of an archive that lies under a folder of it: python unpack.py ARCHIVE UNDER TARGET."""

import sys
from pathlib import Path
from zipfile import ZipFile

archive, under, target = sys.argv[1], sys.argv[2], Path(sys.argv[3])
with ZipFile(archive) as opened:
    for name in opened.namelist():
        part = name.removeprefix(under)
        if not name.startswith(under) or not part or part.endswith("/"):
            continue
        path = (target / part).resolve()
        if target.resolve() not in path.parents:
            sys.exit(f"{name} would be unpacked outside its folder; nothing more was unpacked.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(opened.read(name))
