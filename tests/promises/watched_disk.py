"""The disk as a program sees it, watched and made to fail: Linux only.

The places in memory where the database and Python look up the C library's ``open``, ``write``, ``fsync`` and so on are
pointed at functions here. So the real program runs, with its real database and no compiler, and every change it makes
under one folder passes through: it is written down, and can be refused with an error of the test's choosing.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_char_p, c_int, c_int64, c_size_t, c_ssize_t, c_uint, c_void_p
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from promises.memory_lookups import exchange, places_of

WATCHABLE: Final = sys.platform == "linux" and os.uname().machine in ("x86_64", "aarch64")
_PROGRAMS: Final = ("_sqlite3.", "libpython", "python3", "/python")


@dataclass(frozen=True)
class Call:
    """One change that was asked of the disk.

    kind: open (of a new file), write, cut, sync, link, unlink, mkdir, rmdir; node: which file or folder, whatever its
    name; folder and name: where it gets or loses its name; was: where a renamed one stood before.
    """

    kind: str
    node: int = 0
    folder: int = 0
    name: str = ""
    was: tuple[int, str] | None = None
    offset: int = 0
    data: bytes = b""


Judge = Callable[[Call], int]
"""The error number with which a call fails, or 0 where it goes through."""


@dataclass
class Watch:
    """What happens under one folder. ``calls`` in order; node 0 is the folder itself."""

    root: str
    judge: Judge = lambda _call: 0
    calls: list[Call] = field(default_factory=list)
    nodes: dict[str, int] = field(default_factory=dict)
    handles: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nodes = {self.root: 0}
        for folder, folders, files in os.walk(self.root):
            for name in sorted((*folders, *files)):
                self.nodes[f"{folder}/{name}"] = len(self.nodes)
        self._count = len(self.nodes)
        for handle in Path("/proc/self/fd").iterdir():
            target = os.path.realpath(handle)
            if target in self.nodes:
                self.handles[int(handle.name)] = self.nodes[target]

    def fresh(self) -> int:
        """The number of a node that was not there before."""
        self._count += 1
        return self._count

    def inside(self, path: str) -> bool:
        """Whether a path is watched."""
        return path == self.root or path.startswith(self.root + "/")

    def ask(self, call: Call) -> int:
        """Writes a call down where it may go through; the error number otherwise."""
        error = self.judge(call)
        if not error:
            self.calls.append(call)
        return error

    def place(self, path: str) -> tuple[int, str]:
        """The folder's node and the name."""
        folder, _, name = path.rpartition("/")
        return self.nodes.get(folder, 0), name

    def move(self, source: str, target: str) -> None:
        """What stood under one name stands under another, with all that is in it."""
        for path in [each for each in self.nodes if each == target or each.startswith(target + "/")]:
            del self.nodes[path]
        for path in [each for each in self.nodes if each == source or each.startswith(source + "/")]:
            self.nodes[target + path[len(source) :]] = self.nodes.pop(path)


@contextmanager
def watched(root: Path, judge: Judge | None = None) -> Iterator[Watch]:
    """Watches all that this process changes under ``root`` for the length of the block."""
    watch = Watch(os.path.realpath(root))
    if judge:
        watch.judge = judge
    before = exchange(_ours())
    _watches.append(watch)
    try:
        yield watch
    finally:
        exchange(before)
        _watches.remove(watch)


_watches: list[Watch] = []
_callbacks: dict[str, Any] = {}
_real = ctypes.CDLL("libc.so.6", use_errno=True) if WATCHABLE else None
"""The library itself: what the program calls by these names may stand in a table of the program, and come back here."""


def _watch_of(path: str) -> Watch | None:
    return next((watch for watch in _watches if watch.inside(path)), None)


def _absolute(folder: int, name: bytes) -> str:
    path = os.fsdecode(name)
    if path.startswith("/"):
        return path if "/../" not in path and "//" not in path else os.path.normpath(path)
    start = str(Path.cwd()) if folder < 0 else str(Path(f"/proc/self/fd/{folder}").readlink())
    return os.path.normpath(f"{start}/{path}")


def _refused(error: int) -> int:
    ctypes.set_errno(error)
    return -1


def _open(name: bytes, flags: int, mode: int) -> int:
    return _openat(-100, name, flags, mode)


def _openat(folder: int, name: bytes, flags: int, mode: int) -> int:
    assert _real is not None
    path = _absolute(folder, name) if _watches else ""
    watch = _watch_of(path)
    is_new = watch is not None and bool(flags & os.O_CREAT) and not os.path.lexists(path)
    node = 0
    if watch is not None:
        node = watch.fresh() if is_new else watch.nodes.get(path, 0)
        where = watch.place(path)
        looks = Call("open" if is_new else "look", node, *where)
        error = watch.judge(looks)
        if error:
            return _refused(error)
    handle = int(_real.openat(c_int(folder), c_char_p(name), c_int(flags), c_uint(mode)))
    if watch is not None and handle >= 0:
        if is_new:
            watch.calls.append(looks)
            watch.nodes[path] = node
        watch.handles[handle] = node
        if flags & os.O_TRUNC and not is_new:
            watch.calls.append(Call("cut", node))
    return handle


def _close(handle: int) -> int:
    assert _real is not None
    for watch in _watches:
        watch.handles.pop(handle, None)
    return int(_real.close(c_int(handle)))


def _of_handle(handle: int) -> tuple[Watch, int] | None:
    for watch in _watches:
        if handle in watch.handles:
            return watch, watch.handles[handle]
    return None


def _write(handle: int, data: int, size: int) -> int:
    assert _real is not None
    found = _of_handle(handle)
    if found:
        at = int(_real.lseek(c_int(handle), c_int64(0), c_int(os.SEEK_CUR)))
        error = found[0].ask(Call("write", found[1], offset=at, data=ctypes.string_at(data, size)))
        if error:
            return _refused(error)
    return int(_real.write(c_int(handle), c_void_p(data), c_size_t(size)))


def _pwrite(handle: int, data: int, size: int, offset: int) -> int:
    assert _real is not None
    found = _of_handle(handle)
    if found:
        error = found[0].ask(Call("write", found[1], offset=offset, data=ctypes.string_at(data, size)))
        if error:
            return _refused(error)
    return int(_real.pwrite64(c_int(handle), c_void_p(data), c_size_t(size), c_int64(offset)))


def _sync(handle: int) -> int:
    assert _real is not None
    found = _of_handle(handle)
    if found:
        error = found[0].ask(Call("sync", found[1]))
        if error:
            return _refused(error)
    return int(_real.fsync(c_int(handle)))


def _cut(handle: int, size: int) -> int:
    assert _real is not None
    found = _of_handle(handle)
    if found:
        error = found[0].ask(Call("cut", found[1], offset=size))
        if error:
            return _refused(error)
    return int(_real.ftruncate64(c_int(handle), c_int64(size)))


def _unlink(name: bytes) -> int:
    return _unlinkat(-100, name, 0)


def _unlinkat(folder: int, name: bytes, flags: int) -> int:
    assert _real is not None
    path = _absolute(folder, name) if _watches else ""
    watch = _watch_of(path)
    if watch is not None and path in watch.nodes:
        error = watch.ask(Call("unlink", watch.nodes[path], *watch.place(path)))
        if error:
            return _refused(error)
        del watch.nodes[path]
    return int(_real.unlinkat(c_int(folder), c_char_p(name), c_int(flags)))


def _rmdir(name: bytes) -> int:
    return _unlinkat(-100, name, 0x200)


def _rename(source: bytes, target: bytes) -> int:
    assert _real is not None
    one, other = (_absolute(-100, each) if _watches else "" for each in (source, target))
    watch = _watch_of(other)
    if watch is not None and one in watch.nodes:
        error = watch.ask(Call("link", watch.nodes[one], *watch.place(other), was=watch.place(one)))
        if error:
            return _refused(error)
        watch.move(one, other)
    return int(_real.rename(c_char_p(source), c_char_p(target)))


def _mkdir(name: bytes, mode: int) -> int:
    assert _real is not None
    path = _absolute(-100, name) if _watches else ""
    watch = _watch_of(path)
    if watch is not None and path not in watch.nodes:
        node = watch.fresh()
        error = watch.ask(Call("mkdir", node, *watch.place(path)))
        if error:
            return _refused(error)
        watch.nodes[path] = node
    return int(_real.mkdir(c_char_p(name), c_uint(mode)))


_FUNCTIONS: Final[dict[str, tuple[Callable[..., int], tuple[Any, ...]]]] = {
    "open": (_open, (c_int, c_char_p, c_int, c_uint)),
    "open64": (_open, (c_int, c_char_p, c_int, c_uint)),
    "openat": (_openat, (c_int, c_int, c_char_p, c_int, c_uint)),
    "openat64": (_openat, (c_int, c_int, c_char_p, c_int, c_uint)),
    "close": (_close, (c_int, c_int)),
    "write": (_write, (c_ssize_t, c_int, c_void_p, c_size_t)),
    "pwrite": (_pwrite, (c_ssize_t, c_int, c_void_p, c_size_t, c_int64)),
    "pwrite64": (_pwrite, (c_ssize_t, c_int, c_void_p, c_size_t, c_int64)),
    "fsync": (_sync, (c_int, c_int)),
    "fdatasync": (_sync, (c_int, c_int)),
    "ftruncate": (_cut, (c_int, c_int, c_int64)),
    "ftruncate64": (_cut, (c_int, c_int, c_int64)),
    "unlink": (_unlink, (c_int, c_char_p)),
    "unlinkat": (_unlinkat, (c_int, c_int, c_char_p, c_int)),
    "rename": (_rename, (c_int, c_char_p, c_char_p)),
    "mkdir": (_mkdir, (c_int, c_char_p, c_uint)),
    "rmdir": (_rmdir, (c_int, c_char_p)),
}


@cache
def _ours() -> dict[int, int]:
    """Place in memory -> the address of the function above that belongs there."""
    import sqlcipher3.dbapi2  # noqa: F401 - it must be in memory before its look-ups can be found

    for name, (function, kinds) in _FUNCTIONS.items():
        _callbacks[name] = ctypes.CFUNCTYPE(*kinds, use_errno=True)(function)
    addresses = {name: ctypes.cast(each, c_void_p).value or 0 for name, each in _callbacks.items()}
    return {place: addresses[name] for place, name in places_of(addresses, _PROGRAMS).items()}
