#!/usr/bin/env bash
# Tries the Windows packages under Wine: silent install, start, a new store, import, check, backup, every page, lock,
# update, uninstall; then the folder for a stick. numpy and highspy do not load under Wine 8, so returns are not tried here.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
wine="bash $top/installer/windows/wine.sh"
drive=$top/build/windows/wine/drive_c
$wine cmd /c ver >/dev/null
rm -rf "$drive/RD" build/windows/trial* build/windows/stick
user=$(basename "$(find "$drive/users" -mindepth 1 -maxdepth 1 -type d ! -name Public | head -1)")
menu="$drive/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

# Wine's management service crashes whoever asks it what Windows this is; Python does without where it has no way to ask.
without_wmi() { mv "$1/_wmi.pyd" "$1/_wmi.pyd.not-under-wine"; }

echo "== silent install"
$wine "dist/desk-setup-$version.exe" /S /NAME=Notes '/D=C:\RD'
[ -e "$drive/RD/Desk.exe" ] || { echo "Nothing was installed." >&2; exit 1; }
[ -e "$menu/Notes.lnk" ] || { echo "It is not in the menu under the name that was chosen." >&2; exit 1; }
echo "  menu     $(basename "$(ls "$menu"/*.lnk)")"
without_wmi "$drive/RD/program"
versions=$top/build/windows/versions
rm -rf "$versions"; mkdir -p "$versions"
PYTHONPATH=src:tests .venv/bin/python installer/other_versions.py "$versions" "Robin Demo" "seven quiet lamps by the river"
bare="$wine C:/RD/program/python.exe -c \"from PySide6.QtWidgets import QApplication, QWidget; a = QApplication(['', '-platform', 'offscreen']); w = QWidget(); w.show(); a.processEvents(); w.grab(); import os; os._exit(0)\""
python3 installer/smoke.py --program "$wine C:/RD/desk-cli.exe" --case tests/cases/city-refuge --work "$top/build/windows/trial" \
  --versions "$versions" --bare "$bare" --no-returns

echo "== installed again over itself, as an update is, then uninstall: the records stay"
records=$drive/users/$user/AppData/Local/Desk
mkdir -p "$records/store"
cp build/windows/trial/store/* "$records/store/"
touch "$drive/RD/program/left-from-before.txt"
$wine "dist/desk-setup-$version.exe" /S '/D=C:\RD'
without_wmi "$drive/RD/program"
$wine C:/RD/desk-cli.exe check "$records/store" --user "Robin Demo" --passphrase-file build/windows/trial/passphrase
before=$(cd "$records" && find . -type f -exec sha256sum {} + | sort | sha256sum)
[ ! -e "$drive/RD/program/left-from-before.txt" ] || { echo "An update leaves the older program's files behind." >&2; exit 1; }
$wine "$drive/RD/uninstall.exe" /S '_?=C:\RD'
[ ! -e "$drive/RD/program" ] && [ ! -e "$menu/Notes.lnk" ] || { echo "Something of the program stayed behind." >&2; exit 1; }
[ "$before" = "$(cd "$records" && find . -type f -exec sha256sum {} + | sort | sha256sum)" ] || { echo "The records were touched." >&2; exit 1; }
rm -rf "$records"
echo "  kept     the records are the same bytes; the program and its menu entry are gone"

echo "== the folder for a stick"
mkdir -p build/windows/stick
.venv/bin/python -m zipfile -e "dist/desk-portable-$version.zip" build/windows/stick
without_wmi build/windows/stick/Desk/program
$wine "build/windows/stick/Desk/desk-cli.exe" --version
echo "The Windows packages work under Wine. Never tried here: real Windows, a screen reader, a printer, SmartScreen."
