#!/usr/bin/env bash
# Tries the built Linux packages where nothing else is: a fresh Debian root without Python. Needs root's rights, debootstrap,
# and Debian's packages. The .deb is installed, put to work, updated, taken out; the tarball is unpacked and put to work.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
root=$top/build/linux/root
. installer/linux/fresh-root.sh
fresh_root "$root"
rm -rf build/linux/trial*

echo "== the .deb, in a fresh root without Python"
cp "dist/refugedesk_${version}_amd64.deb" "$root/root/"
inside env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get install -q -y --no-install-recommends "/root/refugedesk_${version}_amd64.deb" >/dev/null
versions=$top/build/linux/versions
rm -rf "$versions"; mkdir -p "$versions"
PYTHONPATH=src:tests .venv/bin/python installer/other_versions.py "$versions" "Robin Demo" "seven quiet lamps by the river"
cp -a build/linux/dist/bare "$root/root/bare"
there="chroot $root env -i HOME=/root PATH=/usr/bin:/bin LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen"
try() {
  python3 installer/smoke.py --program "$there $1" --root "$root" --case tests/cases/city-refuge --work "$root/$2" "${@:3}"
}
try /usr/bin/refugedesk trial-deb --source "$top/.venv/bin/refugedesk" --versions "$versions" --bare "$there /root/bare/bare"
rm -rf "$root/trial-deb-source"

echo "== a newer package over it, and taken out: the store stays"
rm -rf build/linux/newer
dpkg-deb -R "dist/refugedesk_${version}_amd64.deb" build/linux/newer
sed -i "s/^Version: .*/Version: $version+later/" build/linux/newer/DEBIAN/control
touch build/linux/newer/opt/refugedesk/only-in-the-newer
dpkg-deb --root-owner-group -Zgzip -z1 -b build/linux/newer "$root/root/newer.deb" >/dev/null
inside dpkg -i /root/newer.deb >/dev/null
[ -e "$root/opt/refugedesk/only-in-the-newer" ] || { echo "The newer package did not go over the older one." >&2; exit 1; }
inside sh -c "printf 'seven quiet lamps by the river\n' > /root/passphrase"
inside refugedesk check /trial-deb/store --user "Robin Demo" --passphrase-file /root/passphrase
before=$(cd "$root/trial-deb/store" && sha256sum ./* | sha256sum)
inside dpkg -r refugedesk >/dev/null
[ "$before" = "$(cd "$root/trial-deb/store" && sha256sum ./* | sha256sum)" ] || { echo "The store was touched." >&2; exit 1; }
[ ! -e "$root/opt/refugedesk" ] || { echo "Something of the program stayed behind:" >&2; find "$root/opt/refugedesk" | head >&2; exit 1; }
echo "  kept     the store's files are the same bytes; nothing of the program is left"

echo "== the tarball, in the same root"
mkdir -p "$root/opt"
tar -xzf "dist/refugedesk-$version-linux-x86_64.tar.gz" -C "$root/opt"
inside /opt/refugedesk/menu.sh "Notes"
grep -q '^Name=Notes$' "$root/root/.local/share/applications/desk-local.desktop"
try /opt/refugedesk/refugedesk trial-tar
inside /opt/refugedesk/menu.sh --remove
[ ! -e "$root/root/.local/share/applications/desk-local.desktop" ]
echo "The Linux packages work."
