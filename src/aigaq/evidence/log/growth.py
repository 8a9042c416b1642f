"""Adding entries to a log, in an order that survives an end at any moment: entries, hashes, checkpoint.

Until the new checkpoint has its name, the log is the old one, and what lies behind it was never acknowledged. After
that it is the new one. What an interrupted append left is kept: complete entries become part of the log with the next
checkpoint, and a torn line is set aside in the folder ``torn`` first.
"""

from __future__ import annotations

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
from aigaq.evidence.log.tail import Tail, read_tail

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
    kept = head.size + len(tail.entries)
    hashes = [each for entry in (*tail.entries, *entries) for each in edge.add(leaf_hash(entry))]
    note = sign(edge.size, edge.root)
    undo: list[Undo] = []
    try:
        for number, data, length in _pieces(entries, kept, tail):
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
    """Set aside what is no complete entry, and remove files that were never finished."""
    for name in (HASHES, KEYS):
        disk.remove(folder / (name + NEW))
    if not tail.torn:
        return
    disk.make(folder / TORN)
    disk.write_whole(_free(folder / TORN, tail), tail.torn)
    disk.flush_folder(folder / TORN)
    disk.cut(shard_path(folder, tail.number), tail.length)


def _free(folder: Path, tail: Tail) -> Path:
    """Return the path for torn bytes: a new one, or the one at which they were already set aside in part."""
    name, number = f"{tail.number * PER_SHARD + tail.count:08}", 1
    path = folder / name
    while path.exists() and not tail.torn.startswith(path.read_bytes()):
        number += 1
        path = folder / f"{name}-{number}"
    return path


def _pieces(entries: Sequence[bytes], kept: int, tail: Tail) -> Iterator[tuple[int, bytes, int]]:
    """Yield for each file that the entries go in: its number, what is added, and at which byte."""
    numbered = enumerate(entries, kept)
    for number, group in groupby(numbered, key=lambda each: each[0] // PER_SHARD):
        yield number, b"".join(entry + b"\n" for _, entry in group), tail.length if number == tail.number else 0


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
