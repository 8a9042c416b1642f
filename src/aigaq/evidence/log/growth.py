"""Adding entries to a log, in an order that survives an end at any moment: entries, hashes, checkpoint.

Until the new checkpoint has its name, the log is the old one, and what lies behind it was never acknowledged. After
that it is the new one. What stands behind the checkpoint before an append was never acknowledged, and may be anybody's:
it is kept in the folder ``torn``, complete entries like a torn line, and no head that is signed covers it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from aigaq.evidence.log.checkpoint import Checkpoint
from aigaq.evidence.log.disk import Disk
from aigaq.evidence.log.hashes import check_root, missing, rebuilt, stored_hashes
from aigaq.evidence.log.layout import CHECKPOINT, HASHES, KEYS, NEW, PER_SHARD, TORN, shard_path
from aigaq.evidence.log.merkle import HASH_BYTES, leaf_hash
from aigaq.evidence.log.stored import Edge, stored_count
from aigaq.evidence.log.tail import Rest, Tail, read_tail

Undo = Callable[[], None]
Head = Callable[[int, bytes], bytes]
"""Gives the signed checkpoint for a size and a root."""


def grow(folder: Path, head: Checkpoint, *, entries: Sequence[bytes], sign: Head, disk: Disk) -> None:
    """Add entries behind those of ``head``, whose writer's lock is held, and write the checkpoint that ``sign`` gives.

    When a write fails, what was written of these entries is taken back, and the log is as it was.

    Raises:
        IntegrityFailure: ``log.fewer``, ``log.gap`` or ``log.root`` when the log is damaged; nothing is written.
        UnreadableInput: ``log.file`` when a file of it cannot be read.
        OSError: The disk does not take it.
    """
    tail = read_tail(folder, head.size)
    edge = _edge(folder, head, disk)
    _clear(folder, tail, disk)
    hashes = [each for entry in entries for each in edge.add(leaf_hash(entry))]
    note = sign(edge.size, edge.root)
    undo: list[Undo] = []
    try:
        for number, data, length in _pieces(entries, head.size, tail):
            _append(shard_path(folder, number), data, length, disk=disk, undo=undo)
        _append(folder / HASHES, b"".join(hashes), stored_count(head.size) * HASH_BYTES, disk=disk, undo=undo)
        disk.write_whole(folder / (CHECKPOINT + NEW), note)
        disk.move(folder / (CHECKPOINT + NEW), folder / CHECKPOINT)
    except OSError:
        _take_back(folder, note, disk=disk, undo=undo)
        raise
    disk.flush_folder(folder)


def _edge(folder: Path, head: Checkpoint, disk: Disk) -> Edge:
    """Return the edge of the tree at the head; the file ``hashes`` is made again where it falls short."""
    if missing(folder, head.size):
        disk.replace(folder / HASHES, rebuilt(folder, head), by=folder / (HASHES + NEW))
    with stored_hashes(folder, head) as read:
        edge = Edge.of(head.size, read)
    check_root(edge.root, head)
    return edge


def _clear(folder: Path, tail: Tail, disk: Disk) -> None:
    """Set aside what stands behind the acknowledged entries, and remove files that were never finished."""
    for name in (HASHES, KEYS):
        disk.remove(folder / (name + NEW))
    if not tail.rests:
        return
    disk.make(folder / TORN)
    for rest in tail.rests:
        disk.write_whole(_free(folder / TORN, rest), rest.data)
    disk.flush_folder(folder / TORN)
    for rest in reversed(tail.rests):
        _cut_off(folder, rest, disk)


def _cut_off(folder: Path, rest: Rest, disk: Disk) -> None:
    """Take what was set aside out of its file of entries; a file that holds nothing else goes."""
    path = shard_path(folder, rest.number)
    if rest.length:
        disk.cut(path, rest.length)
    else:
        disk.remove(path)
        disk.flush_folder(path.parent)


def _free(folder: Path, rest: Rest) -> Path:
    """Return the path for what is set aside: a new one, or the one at which it already was in part."""
    name, number = f"{rest.number * PER_SHARD + rest.count:08}", 1
    path = folder / name
    while os.path.lexists(path) and not _holds_part(path, rest.data):
        number += 1
        path = folder / f"{name}-{number}"
    return path


def _holds_part(path: Path, data: bytes) -> bool:
    """Tell whether a file is the beginning of ``data``."""
    ordinary = stat.S_ISREG(path.lstat().st_mode) and path.stat().st_size <= len(data)
    return ordinary and data.startswith(path.read_bytes())


def _pieces(entries: Sequence[bytes], size: int, tail: Tail) -> Iterator[tuple[int, bytes, int]]:
    """Yield for each file that the entries go in: its number, what is added, and at which byte."""
    first = size // PER_SHARD
    numbered = enumerate(entries, size)
    for number, group in groupby(numbered, key=lambda each: each[0] // PER_SHARD):
        yield number, b"".join(entry + b"\n" for _, entry in group), tail.length if number == first else 0


def _append(path: Path, data: bytes, length: int, *, disk: Disk, undo: list[Undo]) -> None:
    """Write ``data`` behind the first ``length`` bytes of a file, which has nothing else behind them afterwards."""
    new = not path.exists()
    undo.append(lambda: disk.remove(path) if new else disk.cut(path, length))
    if not new and path.stat().st_size > length:
        disk.cut(path, length)
    disk.write(path, data, at=length)
    if new:
        disk.flush_folder(path.parent)


def _take_back(folder: Path, note: bytes, *, disk: Disk, undo: list[Undo]) -> None:
    """Remove what was written, unless the new checkpoint stands in its place all the same, or may stand there."""
    stands = True
    with suppress(OSError):
        stands = (folder / CHECKPOINT).read_bytes() == note
    with suppress(OSError):
        disk.remove(folder / (CHECKPOINT + NEW))
    for step in [] if stands else reversed(undo):
        with suppress(OSError):
            step()
