#!/bin/sh
# Puts the program into this user's menu under a name of their choice, or takes it out again.
#   sh menu.sh "Desk"      the name that will stand in the menu
#   sh menu.sh --remove    takes the entry out; the records stay where they are
set -eu
here=$(cd "$(dirname "$0")" && pwd)
entry="${XDG_DATA_HOME:-$HOME/.local/share}/applications/desk-local.desktop"
if [ "${1:-}" = "--remove" ]; then
  rm -f "$entry"
  echo "The entry is out of the menu. The records were not touched: they are in ${XDG_DATA_HOME:-$HOME/.local/share}/Desk."
  exit 0
fi
name=$(printf '%s' "${1:-Desk}" | tr -d '\n\r' | cut -c1-40)
mkdir -p "$(dirname "$entry")"
cat > "$entry" <<END
[Desktop Entry]
Type=Application
Name=$name
Exec="$here/refugedesk"
Icon=$here/desk.svg
Terminal=false
Categories=Office;
END
echo "It stands in the menu as: $name"
