"""One pass over the entries and the stored hashes of a log, side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from typing import BinaryIO

from aigaq.evidence.log import faults
from aigaq.evidence.log.faults import Fault, by_file
from aigaq.evidence.log.files import unreadable
from aigaq.evidence.log.layout import HASHES
from aigaq.evidence.log.merkle import EMPTY_ROOT, HASH_BYTES
from aigaq.evidence.log.spans import Spans
from aigaq.evidence.log.stored import Edge, stored_count
from aigaq.values import why


class Walk:
    """Two trees grown side by side: from the entries, and from the leaf hashes that are stored.

    Whichever of them has the root of the checkpoint says where the fault lies when entry and hash differ. Where an
    entry is missing, its stored hash stands in for it.

    Args:
        hashes: The file of stored hashes.
        size: Number of entries that the checkpoint covers.
        wanted: Sizes whose roots are asked for.
    """

    def __init__(self, hashes: BinaryIO, *, size: int, wanted: Collection[int]) -> None:
        self.size = size
        self.roots = {0: EMPTY_ROOT}
        """The roots from the entries at the sizes asked for, and at ``size``."""
        self.stored_root = EMPTY_ROOT if size == 0 else b""
        """The root from the stored leaf hashes; empty where they end too early."""
        self._hashes = hashes
        self._wanted = frozenset(wanted) | {size}
        self._edge, self._stored = Edge(), Edge()
        self._differ, self._unlike, self._broken = Spans(), Spans(), Spans()
        self._behind = bytearray()
        self._unreadable = ""

    def over(self, leaves: Iterable[tuple[int, bytes | None]]) -> None:
        """Go over the entries, in order."""
        for at, leaf in leaves:
            stored = self._next(at) if at < self.size else []
            if stored and leaf and leaf != stored[0]:
                self._differ.add(at)
            if at == self._edge.size and (leaf or stored):
                self._grow(at, leaf or stored[0], stored)
            if at == self._stored.size and stored:
                self._compare(at, stored)

    def _next(self, at: int) -> list[bytes]:
        """Return the stored hashes that entry ``at`` completed; none where the file ends before the last of them."""
        first, end = stored_count(at), stored_count(at + 1)
        if self._hashes.tell() != first * HASH_BYTES:
            self._hashes.seek(first * HASH_BYTES)
        data = self._read((end - first) * HASH_BYTES)
        whole = len(data) == (end - first) * HASH_BYTES
        return [data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)] if whole else []

    def _read(self, count: int) -> bytes:
        try:
            return self._hashes.read(count)
        except OSError as fault:
            self._unreadable = why(fault)
            return b""

    def _grow(self, at: int, leaf: bytes, stored: list[bytes]) -> None:
        made = self._edge.add(leaf)
        if at >= self.size:
            self._behind += b"".join(made)
        for place, (one, other) in enumerate(zip(made, stored or made, strict=True), stored_count(at)):
            if one != other:
                self._unlike.add(place)
        if at + 1 in self._wanted:
            self.roots[at + 1] = self._edge.root

    def _compare(self, at: int, stored: list[bytes]) -> None:
        for place, (one, other) in enumerate(zip(self._stored.add(stored[0]), stored, strict=True), stored_count(at)):
            if one != other:
                self._broken.add(place)
        if at + 1 == self.size:
            self.stored_root = self._stored.root

    def faults(self, root: bytes | None) -> list[Fault]:
        """Return what differs, and where the fault lies by the ``root`` of the checkpoint; None when it is unknown."""
        if root is not None and self.roots.get(self.size) == root:
            return [faults.hash_changed(run) for run in self._unlike.runs]
        guilty = self.stored_root == root
        named = faults.changed if guilty else faults.differs
        found = [named(part) for run in self._differ.runs for part in by_file(run)]
        found += [faults.hash_changed(run) for run in self._broken.runs]
        unexplained = root is not None and not guilty and self.size in self.roots
        return [*found, faults.root(self.size)] if unexplained else found

    def length_faults(self, length: int) -> list[Fault]:
        """Return whether the file of hashes, of ``length`` bytes, is too short or too long.

        Behind the hashes of the checkpoint it may hold those of entries that were never acknowledged, in part.
        """
        if self._unreadable:
            return [faults.unreadable(HASHES, unreadable(HASHES, self._unreadable))]
        due = stored_count(self.size) * HASH_BYTES
        if length < due:
            return [faults.hashes_short(due - length)]
        self._hashes.seek(due)
        behind = self._read(len(self._behind) + 1)
        return [] if self._behind.startswith(behind) else [faults.hashes_rest(length - due)]


def covered(length: int) -> int:
    """Return how many entries have all their hashes in a file of ``length`` bytes.

    >>> [covered(32 * n) for n in (0, 1, 2, 3, 4, 6, 7)]
    [0, 1, 1, 2, 3, 3, 4]
    """
    return bisect_right(range(length), length // HASH_BYTES, key=stored_count) - 1 if length >= HASH_BYTES else 0
