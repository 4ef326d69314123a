# To be sourced: `fresh_root DIR` makes DIR a fresh Debian root without Python, mounts what programs want there, and takes
# the mounts off when the script ends. Needs root's rights and debootstrap. The root as it came is kept in build/linux.
fresh_root() {
  root=$1
  local kept=build/linux/root.fresh
  command -v debootstrap >/dev/null || apt-get install -q -y --no-install-recommends debootstrap >/dev/null
  if [ ! -d "$kept" ]; then
    rm -rf build/linux/root.part
    mkdir -p build/linux
    debootstrap --variant=minbase bookworm build/linux/root.part http://deb.debian.org/debian >/dev/null
    mv build/linux/root.part "$kept"
  fi
  trap leave_root EXIT
  leave_root
  rm -rf "$root"
  cp -a "$kept" "$root"
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  mount -t devpts devpts "$root/dev/pts"
  cp /etc/resolv.conf "$root/etc/"
  ! inside sh -c 'command -v python3' || { echo "There is a Python in the fresh root; the trial would show nothing." >&2; exit 1; }
  inside apt-get update -q >/dev/null
}
leave_root() { umount -q "$root/tmp/.X11-unix" "$root/proc" "$root/dev/pts" "$root/dev" 2>/dev/null || true; }
inside() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"; }
