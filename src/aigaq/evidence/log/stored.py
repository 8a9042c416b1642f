"""The hashes of all complete subtrees, in the order in which they are completed, and proofs made from them.

The order is the one of ``golang.org/x/mod/sumdb/tlog``: leaf by leaf, its own hash, then those of the larger subtrees
that it completes. So nothing written is ever written again, one leaf more writes one hash and a half on average, and
every root and proof of every size is made from O(log n) of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from aigaq.errors import UsageError
from aigaq.evidence.log.merkle import EMPTY_ROOT, node_hash, split, subtree

Read = Callable[[int], bytes]
"""Gives the stored hash at a place."""


def stored_count(size: int) -> int:
    """Return how many hashes a tree of ``size`` leaves stores.

    >>> [stored_count(size) for size in range(6)]
    [0, 1, 3, 4, 7, 8]
    """
    return 2 * size - size.bit_count()


def stored_index(level: int, at: int) -> int:
    """Return where the hash of the subtree of leaves ``at << level`` up to ``(at + 1) << level`` is stored.

    >>> stored_index(0, 2), stored_index(2, 0)
    (3, 6)
    """
    last = ((at + 1) << level) - 1
    return stored_count(last) + level


class Edge:
    """The complete subtrees at the right edge of a tree, one for each bit of its size: all that growing it needs."""

    def __init__(self, peaks: Iterable[bytes] = (), *, size: int = 0) -> None:
        self._peaks = list(peaks)
        self.size = size

    @classmethod
    def of(cls, size: int, read: Read) -> Edge:
        """Return the edge of the first ``size`` leaves; at most log2(size) + 1 hashes are read."""
        return cls((read(stored_index(level, at)) for level, at in _complete(0, size)), size=size)

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        return _join(self._peaks)

    def add(self, leaf: bytes) -> list[bytes]:
        """Add the hash of a leaf and return what is to be stored: it, and the subtrees that it completes."""
        completed = [leaf]
        for _ in range((~self.size & (self.size + 1)).bit_length() - 1):
            completed.append(node_hash(self._peaks.pop(), completed[-1]))
        self._peaks.append(completed[-1])
        self.size += 1
        return completed


def stored_root(size: int, read: Read) -> bytes:
    """Return the root of the first ``size`` leaves, from O(log n) stored hashes."""
    return _root(0, size, read)


def inclusion_proof(at: int, *, size: int, read: Read) -> list[bytes]:
    """Return the proof that leaf ``at`` is in the tree of the first ``size`` leaves (RFC 6962 section 2.1.1).

    Raises:
        UsageError: ``log.range`` when there is no such leaf.
    """
    if not 0 <= at < size:
        raise out_of_range(at, size)
    return list(_beside((at, at + 1), tree=(0, size), whole=True, read=read))


def consistency_proof(old: int, *, new: int, read: Read) -> list[bytes]:
    """Return the proof that the tree of ``new`` leaves goes on from that of ``old`` (RFC 6962 section 2.1.2).

    The proof is empty when both are the same, and when the older one has no leaves, of which nothing can be proved.

    Raises:
        UsageError: ``log.range`` when ``old`` is no size up to ``new``.
    """
    if not 0 <= old <= new:
        raise out_of_range(old, new)
    return list(_beside((0, old), tree=(0, new), whole=True, read=read)) if old else []


def subtree_proof(start: int, end: int, *, size: int, read: Read) -> list[bytes]:
    """Return the proof that ``check_subtree`` wants for the leaves from ``start`` up to ``end``.

    Raises:
        UsageError: ``log.range`` when there are no such leaves.
        ValueError: They are no tree by themselves.
    """
    if not 0 <= start < end <= size:
        raise out_of_range(end, size)
    if not subtree(start, end):
        raise ValueError("these leaves are no tree by themselves")
    return list(_beside((start, end), tree=(0, size), whole=True, read=read))


def out_of_range(at: int, size: int) -> UsageError:
    """Return the error for an entry or a size that the log does not have."""
    return UsageError(
        "log.range",
        "{at} lies outside the log, which has {size} entries.",
        hint="Entries are numbered from 0.",
        at=at,
        size=size,
    )


def _beside(run: tuple[int, int], *, tree: tuple[int, int], whole: bool, read: Read) -> Iterable[bytes]:
    """Yield the hashes that lead from the subtree ``run`` to the root of ``tree``, both given by their leaves."""
    first, last = tree
    if run == tree:
        yield from () if whole else (_root(first, last, read),)
        return
    middle = first + split(last - first)
    left, right = (first, middle), (middle, last)
    if run[1] <= middle:
        yield from _beside(run, tree=left, whole=whole, read=read)
        yield _root(*right, read)
    elif run[0] >= middle:
        yield from _beside(run, tree=right, whole=whole, read=read)
        yield _root(*left, read)
    else:
        yield from _beside((middle, run[1]), tree=right, whole=False, read=read)
        yield _root(*left, read)


def _root(first: int, last: int, read: Read) -> bytes:
    return _join([read(stored_index(level, at)) for level, at in _complete(first, last)])


def _complete(first: int, last: int) -> Iterable[tuple[int, int]]:
    """Yield the complete subtrees, as level and place, that a subtree consists of; the largest first."""
    while first < last:
        level = (last - first).bit_length() - 1
        yield level, first >> level
        first += 1 << level


def _join(peaks: list[bytes]) -> bytes:
    return reduce(lambda right, left: node_hash(left, right), reversed(peaks)) if peaks else EMPTY_ROOT
