#!/usr/bin/env bash
# Sets up everything RefugeDesk needs on Debian or Ubuntu with only Python, git and make: the system
# libraries that Qt wants (or the one line that installs them), then .venv with the locked versions.
set -euo pipefail
cd "$(dirname "$0")/../.."

libraries=(
  libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 libx11-6
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0
  libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libcups2
)
python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "RefugeDesk needs Python 3.11 or later; $("$python" --version) was found. Set PYTHON to a newer one." >&2
  exit 1
fi
"$python" -c 'import ensurepip, venv' 2>/dev/null || libraries+=(python3-venv)

missing=()
if command -v dpkg-query >/dev/null; then
  for library in "${libraries[@]}"; do
    # Ubuntu 24.04 renamed some libraries with the ending t64.
    if ! { dpkg-query -W -f='${db:Status-Abbrev}\n' "$library" "${library}t64" 2>/dev/null || true; } | grep -q '^ii'; then
      missing+=("$library")
    fi
  done
fi
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -eq 0 ]; then
    as_root=()
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo)
  else
    echo "Some system libraries are missing. Ask somebody with the right to run this line, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

stamp=.venv/.set-up-from
now=$(cat pyproject.toml uv.lock installer/linux/set-up.sh | sha256sum)
if [ -x .venv/bin/refugedesk ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
  exit 0
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install -q --disable-pip-version-check uv==0.13.9
.venv/bin/uv sync -q --frozen --inexact --python .venv/bin/python
echo "$now" > "$stamp"
