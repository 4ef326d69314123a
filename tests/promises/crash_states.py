"""What may be on a disk after the power fails, given every change a program asked for.

A file's new bytes are sure once the file was synced, a name once its folder was. Whatever was not may be there or not:
all of it, none, any writes without the others, and of a write any sectors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from promises.watched_disk import Call, Watch

SECTOR = 512
NAMES = frozenset({"open", "link", "unlink", "mkdir"})


@dataclass
class Disk:
    """Files and folders by node; ``names`` of a folder by its node. Sure things first, then what waits for a sync."""

    contents: dict[int, bytes] = field(default_factory=dict)
    names: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})
    writes: dict[int, list[Call]] = field(default_factory=dict)
    moves: list[Call] = field(default_factory=list)

    @classmethod
    def of(cls, root: Path, watch: Watch) -> Disk:
        """A disk that holds what is under ``root`` now, all of it sure; to be made before the work begins."""
        disk = cls()
        for path, node in sorted(watch.nodes.items()):
            here = Path(path)
            if node:
                disk.names[watch.place(path)[0]][here.name] = node
            if here.is_dir():
                disk.names.setdefault(node, {})
            else:
                disk.contents[node] = here.read_bytes()
        return disk

    def take(self, call: Call) -> None:
        """One more change, as unsure as it is."""
        if call.kind in NAMES:
            self.moves.append(call)
        elif call.kind in ("write", "cut"):
            self.writes.setdefault(call.node, []).append(call)
        elif call.kind == "sync":
            for write in self.writes.pop(call.node, ()):
                self.contents[call.node] = _written(self.contents.get(call.node, b""), write)
            for move in [each for each in self.moves if call.node in _folders(each)]:
                self.moves.remove(move)
                _move(self.names, move)

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits for a sync."""
        return not self.moves and not any(self.writes.values())

    def states(self, chance: Random, random_states: int) -> Iterator[dict[str, bytes]]:
        """What may be there: nothing that was unsure, all of it, only names, only bytes, and so many random parts."""
        if self.is_settled:
            yield self.state([], {})
            return
        yield self.state([], {})
        yield self.state(self.moves, self.writes)
        yield self.state(self.moves, {})
        yield self.state([], self.writes)
        for _ in range(random_states):
            moves = self.moves[: chance.randint(0, len(self.moves))]
            yield self.state(moves, {node: _part(chance, calls) for node, calls in self.writes.items()})

    def state(self, moves: list[Call], writes: dict[int, list[Call]]) -> dict[str, bytes]:
        """Path -> bytes, with these of the unsure changes; a folder ends in a stroke."""
        names = {folder: dict(inside) for folder, inside in self.names.items()}
        for move in moves:
            _move(names, move)
        contents = dict(self.contents)
        for node, calls in writes.items():
            for call in calls:
                contents[node] = _written(contents.get(node, b""), call)
        return dict(_walk(names, contents, 0, ""))


def _folders(move: Call) -> tuple[int, ...]:
    return (move.folder, *((move.was[0],) if move.was else ()))


def _move(names: dict[int, dict[str, int]], move: Call) -> None:
    if move.kind == "unlink":
        names[move.folder].pop(move.name, None)
        return
    if move.was:
        names[move.was[0]].pop(move.was[1], None)
    if move.kind == "mkdir":
        names.setdefault(move.node, {})
    names.setdefault(move.folder, {})[move.name] = move.node


def _written(before: bytes, call: Call) -> bytes:
    if call.kind == "cut":
        return before[: call.offset].ljust(call.offset, b"\0")
    end = call.offset + len(call.data)
    return before[: call.offset].ljust(call.offset, b"\0") + call.data + before[end:]


def _part(chance: Random, calls: list[Call]) -> list[Call]:
    """Some of the changes: a beginning, any of them, or any sectors of any of them."""
    way = chance.randrange(3)
    if way == 0:
        return calls[: chance.randint(0, len(calls))]
    keep = chance.choice((0.1, 0.5, 0.9))
    if way == 1:
        return [call for call in calls if chance.random() < keep]
    return [piece for call in calls for piece in _pieces(call) if chance.random() < keep]


def _pieces(call: Call) -> Iterator[Call]:
    if call.kind == "cut":
        yield call
        return
    start = 0
    while start < len(call.data):
        step = SECTOR - (call.offset + start) % SECTOR
        yield Call("write", call.node, offset=call.offset + start, data=call.data[start : start + step])
        start += step


def _walk(
    names: dict[int, dict[str, int]], contents: dict[int, bytes], folder: int, above: str
) -> Iterator[tuple[str, bytes]]:
    for name, node in names.get(folder, {}).items():
        if node in names:
            yield f"{above}{name}/", b""
            yield from _walk(names, contents, node, f"{above}{name}/")
        else:
            yield above + name, contents.get(node, b"")


def lay(state: dict[str, bytes], place: Path) -> None:
    """Puts a state of the disk into an empty folder."""
    for name, content in state.items():
        if name.endswith("/"):
            (place / name).mkdir(mode=0o700)
        else:
            (place / name).write_bytes(content)
