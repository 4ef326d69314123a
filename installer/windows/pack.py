"""Packs a folder for a stick, the same bytes each time: python pack.py FOLDER ARCHIVE SECONDS."""

import sys
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NOTE = "Where this file lies, records and settings are kept beside the program, in the folder records.\r\n"

folder, archive = Path(sys.argv[1]), Path(sys.argv[2])
moment = time.gmtime(int(sys.argv[3]))[:6]
archive.unlink(missing_ok=True)
with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=9) as made:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            entry = ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", moment)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            made.writestr(entry, path.read_bytes())
    made.writestr(ZipInfo(f"{folder.name}/portable.txt", moment), NOTE)
