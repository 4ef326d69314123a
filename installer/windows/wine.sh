#!/usr/bin/env bash
# Runs a Windows program under Wine, in a prefix of this project's own that is made when it is first needed:
#   bash wine.sh PROGRAM WORDS...
# Nothing is shown, unless ON_SCREEN names a screen of X.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
export WINEPREFIX=$top/build/windows/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY
[ -z "${ON_SCREEN:-}" ] || export DISPLAY=$ON_SCREEN
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
if [ ! -x "$wine" ]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends wine64 wine >/dev/null
  wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
fi
if [ ! -e "$WINEPREFIX/.ready" ]; then
  mkdir -p "$(dirname "$WINEPREFIX")"
  "$wine" wineboot -i >/dev/null 2>&1
  "$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1
  system=$WINEPREFIX/drive_c/windows/system32
  x86_64-w64-mingw32-gcc -O2 -s -shared -DICU "$here/stand-ins.c" -o "$system/icuuc.dll"
  x86_64-w64-mingw32-gcc -O2 -s -shared "$here/stand-ins.c" -ladvapi32 -o "$system/bcryptprimitives.dll"
  touch "$WINEPREFIX/.ready"
fi
# CPython wants pipes for its standard input, output and error there; a file or /dev/null stops it before it starts.
run() { { "$wine" "$@" 2>&1 1>&3 3>&- | cat 1>&2; } 3>&1 | cat; }
if [ -p /dev/stdin ]; then
  run "$@"
else
  run "$@" < <(:)
fi
