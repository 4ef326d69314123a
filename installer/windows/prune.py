"""Takes out of a Windows folder what RefugeDesk never loads: python prune.py PROGRAM."""

import shutil
import sys
from pathlib import Path

program = Path(sys.argv[1])
packages = program / "Lib" / "site-packages"
qt = packages / "PySide6"

QT_PARTS = ("Core", "Gui", "Widgets", "PrintSupport", "Svg")
QT_KEPT = {f"Qt6{part}.dll" for part in QT_PARTS} | {f"Qt{part}.pyd" for part in QT_PARTS}
QT_BESIDE = {"__init__.py", "_config.py", "_git_pyside_version.py", "pyside6.abi3.dll", "py.typed", "support"}
PLUGINS = {"platforms", "styles", "iconengines", "imageformats"}
IMAGE_FORMATS = {"qjpeg.dll", "qsvg.dll", "qico.dll"}
PLATFORMS = {"qwindows.dll", "qoffscreen.dll", "qminimal.dll"}
WITHOUT = ("tests", "test", "__pycache__", "include", "testing")
PYTHON = ("winsound.pyd", "_ssl.pyd", "libssl-3.dll", "_sqlite3.pyd", "sqlite3.dll")
NOT_OURS = ("olefile/olefile2.py", "olefile/doc")  # written for Python 2, which ours cannot even compile; its handbook
KEEPS_TESTING = ("numpy", "pandas")


def drop(path: Path) -> None:
    """Takes a file or a folder out."""
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


for entry in qt.iterdir():
    name = entry.name
    wanted = (
        name in QT_KEPT
        or name in QT_BESIDE
        or name == "plugins"
        or name.lower().startswith(("msvcp", "vcruntime", "concrt"))
    )
    if not wanted:
        drop(entry)
for kind in (qt / "plugins").iterdir():
    if kind.name not in PLUGINS:
        drop(kind)
for kept, folder in ((IMAGE_FORMATS, "imageformats"), (PLATFORMS, "platforms")):
    for entry in (qt / "plugins" / folder).iterdir():
        if entry.name not in kept:
            drop(entry)
for package in packages.iterdir():
    if not package.is_dir() or package.name.endswith(".dist-info"):
        continue
    for entry in sorted(package.rglob("*"), key=lambda path: len(path.parts)):
        unused = entry.name in WITHOUT and not (entry.name == "testing" and package.name in KEEPS_TESTING)
        if entry.exists() and entry.is_dir() and unused:
            drop(entry)
    for pattern in ("*.pyi", "*.lib", "*.pxd", "*.c", "*.h", "*.hpp", "*.cpp", "*.pdb"):
        for entry in package.rglob(pattern):
            entry.unlink()
for told in ("RECORD", "direct_url.json", "uv_cache.json", "INSTALLER", "REQUESTED"):  # where and when it was built
    for entry in packages.glob(f"*.dist-info/{told}"):
        entry.unlink()
for name in NOT_OURS:
    drop(packages / name)
drop(packages / "bin")
for name in PYTHON:
    drop(program / name)
