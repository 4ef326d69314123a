#!/usr/bin/env bash
# Walks through the guide with nothing but the guide and the package, in a fresh Debian root without Python: from the file
# and its SHA-256 to a protected return and a backup of it, in the program's real window. See walk.py.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
tools=()
for tool in Xvfb:xvfb openbox:openbox xdotool:xdotool xclip:xclip import:imagemagick; do
  command -v "${tool%%:*}" >/dev/null || tools+=("${tool##*:}")
done
[ ${#tools[@]} -eq 0 ] || DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${tools[@]}" >/dev/null
. installer/linux/fresh-root.sh
echo "== the guide, walked through in a fresh root without Python"
fresh_root "$PWD/build/linux/walk"
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
rm -rf build/linux/walk-pictures
python3 installer/linux/walk.py --root "$root" --package "dist/refugedesk_${version}_amd64.deb" --sums dist/SHA256SUMS \
  --pictures build/linux/walk-pictures
echo "The pictures are in build/linux/walk-pictures."
