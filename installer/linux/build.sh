#!/usr/bin/env bash
# Builds the Linux packages into dist/: a self-contained folder as .tar.gz, and a .deb of the same.
# The same commit gives the same bytes: one time for everything, sorted names, no owner.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONHASHSEED=0 TZ=UTC LC_ALL=C
work=$top/build/linux
rm -rf "$work/dist" "$work/work" "$work/deb"
mkdir -p "$work" dist

# An environment of its own with only what ships, and PyInstaller: one full of tools would be packed along.
[ -x "$work/environment/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/environment"
UV_PROJECT_ENVIRONMENT=$work/environment .venv/bin/uv sync -q --frozen --no-editable --reinstall-package refugedesk \
  --no-default-groups --group bundle --python "$work/environment/bin/python"
"$work/environment/bin/pyinstaller" --noconfirm --log-level ERROR --distpath "$work/dist" --workpath "$work/work" \
  installer/linux/refugedesk.spec
folder=$work/dist/refugedesk
cp installer/linux/menu.sh installer/desk.svg LICENSE SECURITY.md "$folder/"
"$work/environment/bin/python" installer/contents.py "$folder" --version "$version"

stamp=@$SOURCE_DATE_EPOCH
find "$folder" -exec touch -h -d "$stamp" {} +
chmod -R u=rwX,go=rX "$folder"
tarball=dist/refugedesk-$version-linux-x86_64.tar.gz
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="$stamp" -C "$work/dist" -cf - refugedesk | gzip -6n > "$tarball"

root=$work/deb
install -d "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/icons/hicolor/scalable/apps" \
  "$root/usr/share/doc/refugedesk"
cp -a "$folder" "$root/opt/refugedesk"
ln -s /opt/refugedesk/refugedesk "$root/usr/bin/refugedesk"
install -m 644 installer/linux/desk.desktop "$root/usr/share/applications/desk.desktop"
install -m 644 installer/desk.svg "$root/usr/share/icons/hicolor/scalable/apps/desk.svg"
install -m 644 LICENSE "$root/usr/share/doc/refugedesk/copyright"
size=$(du -sk "$root" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$size/" installer/linux/control > "$root/DEBIAN/control"
find "$root" -exec touch -h -d "$stamp" {} +
dpkg-deb --root-owner-group -Zxz -z6 --threads-max=2 -b "$root" "dist/refugedesk_${version}_amd64.deb" >/dev/null

files=$(find "$folder" -type f | wc -l)
echo "Folder:   $(du -sm "$folder" | cut -f1) MB in $files files"
for each in "$tarball" "dist/refugedesk_${version}_amd64.deb"; do
  echo "Package:  $each $(( $(stat -c %s "$each") / 1000000 )) MB"
done
python3 installer/start_time.py "$folder/refugedesk" "$work/dist/bare/bare"
