"""Where in memory a running program looks up the functions of the C library: Linux only.

Every module of a program holds tables of addresses that the loader filled in. ``exchange`` puts other addresses there.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Collection, Iterator, Mapping
from ctypes import POINTER, c_char_p, c_int, c_int64, c_size_t, c_uint, c_uint64, c_void_p
from typing import Any, Final

_POINTERS: Final = {1, 6, 7, 257, 1025, 1026}
"""The kinds of relocation, of both machines, that hold the address of a function."""
_DYNAMIC, _STRINGS, _SYMBOLS, _RELA, _RELA_SIZE, _JUMPS, _JUMPS_SIZE = 2, 5, 6, 7, 8, 23, 2


class _Entry(ctypes.Structure):
    _fields_ = (("tag", c_int64), ("value", c_uint64))


class _Relocation(ctypes.Structure):
    _fields_ = (("offset", c_uint64), ("info", c_uint64), ("addend", c_int64))


class _Header(ctypes.Structure):
    _fields_ = (("kind", c_uint), ("flags", c_uint), *((name, c_uint64) for name in "abcdef"))


class _Module(ctypes.Structure):
    _fields_ = (("base", c_uint64), ("name", c_char_p), ("headers", POINTER(_Header)), ("count", ctypes.c_uint16))


def places_of(names: Collection[str], modules: tuple[str, ...]) -> dict[int, str]:
    """Every place that holds the address of one of these functions, in the modules with one of those parts in a name.

    Each place can be written to afterwards.
    """
    libc, page = ctypes.CDLL(None), os.sysconf("SC_PAGE_SIZE")
    found = {}
    for base, tags in _modules(libc, modules):
        for place, name in _lookups(base, tags):
            if name in names:
                libc.mprotect(c_void_p(place & ~(page - 1)), c_size_t(page), c_int(3))
                found[place] = name
    return found


def exchange(addresses: Mapping[int, int]) -> dict[int, int]:
    """Puts addresses into places; what was there before, to be put back."""
    before = {place: int(c_uint64.from_address(place).value) for place in addresses}
    for place, address in addresses.items():
        c_uint64.from_address(place).value = address
    return before


def _modules(libc: ctypes.CDLL, modules: tuple[str, ...]) -> Iterator[tuple[int, dict[int, int]]]:
    """Where the modules stand in memory, and what their dynamic sections say."""
    found: list[tuple[int, int]] = []

    def look(module: Any, _size: int, _data: Any) -> int:
        about = module.contents
        name = (about.name or b"").decode() or sys.executable
        if any(part in name for part in modules):
            for number in range(about.count):
                if about.headers[number].kind == _DYNAMIC:
                    found.append((about.base, about.base + about.headers[number].b))
        return 0

    libc.dl_iterate_phdr(ctypes.CFUNCTYPE(c_int, POINTER(_Module), c_size_t, c_void_p)(look), None)
    for base, place in found:
        yield base, _tags(place)


def _tags(place: int) -> dict[int, int]:
    """What a dynamic section says: tag -> value."""
    tags = {}
    while (entry := _Entry.from_address(place)).tag:
        tags[entry.tag] = entry.value
        place += ctypes.sizeof(_Entry)
    return tags


def _lookups(base: int, tags: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Every place that holds the address of a function of another module, with the function's name."""
    for table, size in ((_RELA, _RELA_SIZE), (_JUMPS, _JUMPS_SIZE)):
        for number in range(tags.get(size, 0) // ctypes.sizeof(_Relocation)):
            each = _Relocation.from_address(tags[table] + number * ctypes.sizeof(_Relocation))
            if each.info & 0xFFFFFFFF in _POINTERS and each.info >> 32:
                symbol = tags[_SYMBOLS] + 24 * (each.info >> 32)
                is_elsewhere = ctypes.c_uint16.from_address(symbol + 6).value == 0
                if is_elsewhere:
                    where = tags[_STRINGS] + c_uint.from_address(symbol).value
                    yield base + each.offset, ctypes.string_at(where).decode()
