"""Merkle trees and their proofs, after RFC 6962 section 2.1 (the same tree as RFC 9162 section 2.1), with SHA-256.

A subtree is a run of leaves from ``start`` up to ``end`` that is a Merkle tree by itself: ``start`` is a multiple of
the least power of two that holds the run (draft-ietf-plants-merkle-tree-certs, section 4). One check, of a subtree
against a tree, is all that is needed: a leaf is a subtree, and so is the tree as it was before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from aigaq.errors import IntegrityFailure

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""

LARGEST = 2**64
"""No tree has so many leaves."""


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf: SHA-256 of a zero byte and its data (RFC 6962 section 2.1)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over the hashes of its two halves (RFC 6962 section 2.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_hash(leaf_hashes: Sequence[bytes]) -> bytes:
    """Return the root of the tree over ``leaf_hashes``, by the recursive definition of RFC 6962 section 2.1.

    >>> root_hash([]).hex()[:8], root_hash([leaf_hash(b"")]).hex()[:8]
    ('e3b0c442', '6e340b9c')
    """
    if len(leaf_hashes) < 2:
        return leaf_hashes[0] if leaf_hashes else EMPTY_ROOT
    half = split(len(leaf_hashes))
    return node_hash(root_hash(leaf_hashes[:half]), root_hash(leaf_hashes[half:]))


def split(size: int) -> int:
    """Return the largest power of two below ``size``: that many leaves stand in the left half.

    >>> [split(size) for size in (2, 3, 4, 5, 8, 9)]
    [1, 2, 2, 4, 4, 8]
    """
    return 1 << ((size - 1).bit_length() - 1)


def check_inclusion(leaf: bytes, *, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Check that a leaf stands at a place of a tree (RFC 9162 section 2.1.3.2).

    Args:
        leaf: The hash of the leaf, as ``leaf_hash`` gives it.
        index: Its place, from 0.
        size: Number of leaves of the tree.
        proof: The hashes beside its path, the lowest first.
        root: The root of the tree.

    Raises:
        IntegrityFailure: ``log.inclusion`` when it is not proved.

    >>> leaves = [leaf_hash(data) for data in (b"a", b"b", b"c")]
    >>> check_inclusion(leaves[2], index=2, size=3, proof=[node_hash(*leaves[:2])], root=root_hash(leaves))
    """
    is_hash = len(leaf) == HASH_BYTES
    if not is_hash or not _proved((index, index + 1), size=size, part=leaf, whole=root, proof=proof):
        raise IntegrityFailure(
            "log.inclusion",
            "It is not proved that entry {index} is in the log of {size} entries.",
            hint="Ask for the proof again; if it fails again, the log or the entry was changed.",
            index=index,
            size=size,
        )


def check_consistency(*, old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Check that a tree goes on from an older one, which it holds unchanged (RFC 9162 section 2.1.4.2).

    Args:
        old: Number of leaves of the older tree.
        new: Number of leaves of the newer one.
        old_root: The root of the older tree.
        new_root: The root of the newer one.
        proof: The hashes that join them.

    Raises:
        IntegrityFailure: ``log.consistency`` when it is not proved. A tree without leaves proves nothing of another.
    """
    empty = not proof and old_root == new_root == EMPTY_ROOT
    if not (empty if old == new == 0 else _proved((0, old), size=new, part=old_root, whole=new_root, proof=proof)):
        raise IntegrityFailure(
            "log.consistency",
            "It is not proved that the log of {new} entries goes on from the log of {old} entries.",
            hint="Keep both heads: together they can show that the log was rewritten.",
            old=old,
            new=new,
        )


def check_subtree(*, start: int, end: int, size: int, subtree_root: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    """Check that the leaves from ``start`` up to ``end`` of a tree have the root ``subtree_root``.

    Raises:
        IntegrityFailure: ``log.subtree`` when it is not proved, or when they are no tree by themselves.
    """
    empty = 0 <= start == end <= size and subtree_root == EMPTY_ROOT and not proof
    if not empty and not _proved((start, end), size=size, part=subtree_root, whole=root, proof=proof):
        raise IntegrityFailure(
            "log.subtree",
            "It is not proved that entries {start} up to {end} are in the log of {size} entries.",
            hint="Ask for the proof again; if it fails again, the log or the entries were changed.",
            start=start,
            end=end,
            size=size,
        )


def subtree(start: int, end: int) -> bool:
    """Return whether the leaves from ``start`` up to ``end`` are a Merkle tree by themselves.

    >>> subtree(4, 7), subtree(4, 9), subtree(0, 9)
    (True, False, True)
    """
    return 0 <= start < end and start % (1 << (end - start - 1).bit_length()) == 0


def _proved(run: tuple[int, int], *, size: int, part: bytes, whole: bytes, proof: Sequence[bytes]) -> bool:
    """Return whether a subtree with the root ``part`` lies at ``run`` of the tree with the root ``whole``."""
    if not subtree(*run) or not run[1] <= size < LARGEST or any(len(each) != HASH_BYTES for each in proof):
        return False
    rest = iter(proof)
    try:
        found = _climb(run, size=size, part=part, rest=rest)
    except StopIteration:
        return False
    return found == (part, whole) and next(rest, None) is None


def _climb(run: tuple[int, int], *, size: int, part: bytes | None, rest: Iterator[bytes]) -> tuple[bytes, bytes]:
    """Return the roots of the subtree at ``run`` and of the tree around it, taking hashes from ``rest``.

    ``part`` is the root of the subtree where nothing of it has been split off, else None.
    """
    start, end = run
    if run == (0, size):
        known = next(rest) if part is None else part
        return known, known
    half = split(size)
    if end <= half:
        inner, outer = _climb(run, size=half, part=part, rest=rest)
        return inner, node_hash(outer, next(rest))
    if start >= half:
        inner, outer = _climb((start - half, end - half), size=size - half, part=part, rest=rest)
        return inner, node_hash(next(rest), outer)
    inner, outer = _climb((0, end - half), size=size - half, part=None, rest=rest)
    left = next(rest)
    return node_hash(left, inner), node_hash(left, outer)
