"""Reading a log as its head has it; what is read is checked against the head before it is given."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from aigaq.errors import IntegrityFailure, UnreadableInput
from aigaq.evidence.log.checkpoint import Checkpoint, open_checkpoint
from aigaq.evidence.log.files import read_file
from aigaq.evidence.log.hashes import check_root, stored_hashes
from aigaq.evidence.log.keyring import read_keys
from aigaq.evidence.log.layout import CHECKPOINT, KEYS, LARGEST_KEYS, PER_SHARD
from aigaq.evidence.log.merkle import check_consistency, check_inclusion, check_subtree, leaf_hash, root_hash
from aigaq.evidence.log.note import LARGEST, Verifier, open_note
from aigaq.evidence.log.shards import fewer, read_shard
from aigaq.evidence.log.stored import (
    Read,
    consistency_proof,
    inclusion_proof,
    out_of_range,
    stored_index,
    stored_root,
    subtree_proof,
)
from aigaq.evidence.log.tail import read_tail, tail_warnings
from aigaq.values import Message


class Reader:
    """A log in a folder, as it stood when it was opened.

    Reading needs no lock: nothing that was acknowledged is ever written again.

    Args:
        folder: The folder of the log.

    Raises:
        UnreadableInput: ``log.missing`` when there is no log; ``log.no-file``, ``log.file``, ``log.keys``,
            ``log.checkpoint``, ``note.form`` or ``note.verifier`` when ``keys`` or ``checkpoint`` is damaged.
        IntegrityFailure: ``note.signature`` or ``note.unknown`` when no key of the log signed its head.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._reload()

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self._head.origin

    @property
    def size(self) -> int:
        """Number of entries that the head covers."""
        return self._head.size

    @property
    def verifiers(self) -> tuple[Verifier, ...]:
        """The keys of the log."""
        return self._verifiers

    @property
    def note(self) -> bytes:
        """The head as the signed note that lies on disk; what a time stamp is made over."""
        return self._note

    def checkpoint(self) -> Checkpoint:
        """Return the head."""
        return self._head

    @property
    def signed_by(self) -> tuple[str, ...]:
        """The keys of the log that signed the head, by name and id."""
        return tuple(each.key for each in open_note(self._note, self._verifiers).signatures)

    @property
    def unacknowledged(self) -> int:
        """Complete entries behind the head, of whomever they are; no head will cover them."""
        return read_tail(self.folder, self.size).entries

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What stands behind the head, a sentence each; nothing acknowledged is touched by it."""
        return tail_warnings(read_tail(self.folder, self.size))

    def entry(self, at: int) -> bytes:
        """Return an entry, after proving that it is in the log that was signed; one file of entries is read.

        Raises:
            UsageError: ``log.range`` when there is no such entry.
            IntegrityFailure: ``log.changed`` when it is not the one that was added, ``log.fewer`` when it is gone,
                ``log.inclusion`` when the stored hashes do not give the head.
        """
        if not 0 <= at < self.size:
            raise out_of_range(at, self.size)
        with stored_hashes(self.folder, self._head) as read:
            line = self._lines(at // PER_SHARD)[at % PER_SHARD]
            leaf, proof = _leaf(line, at, read), inclusion_proof(at, size=self.size, read=read)
        check_inclusion(leaf, index=at, size=self.size, proof=proof, root=self._head.root)
        return line

    def entries(self) -> Iterator[bytes]:
        """Yield all entries that the head covers, after proving of each file that it is in the log that was signed.

        Raises:
            IntegrityFailure: ``log.changed``, ``log.fewer`` or ``log.subtree``; what came before holds.
        """
        with stored_hashes(self.folder, self._head) as read:
            for first in range(0, self.size, PER_SHARD):
                lines = self._lines(first // PER_SHARD)
                leaves = [_leaf(line, at, read) for at, line in enumerate(lines, first)]
                end = first + len(lines)
                proof = subtree_proof(first, end, size=self.size, read=read)
                check_subtree(
                    start=first,
                    end=end,
                    size=self.size,
                    subtree_root=root_hash(leaves),
                    root=self._head.root,
                    proof=proof,
                )
                yield from lines

    def root(self, size: int | None = None) -> bytes:
        """Return the root of the first ``size`` entries, checked against the head.

        Raises:
            UsageError: ``log.range`` when the log has fewer entries.
            IntegrityFailure: ``log.root`` or ``log.consistency`` when the stored hashes do not give the head.
        """
        with stored_hashes(self.folder, self._head) as read:
            return self._root(self._size(size), read)

    def inclusion(self, at: int, size: int | None = None) -> list[bytes]:
        """Return the proof that entry ``at`` is among the first ``size``; it was checked against the head.

        Raises:
            UsageError: ``log.range`` when there is no such entry or size.
            IntegrityFailure: The stored hashes do not give the head.
        """
        wanted = self._size(size)
        with stored_hashes(self.folder, self._head) as read:
            proof = inclusion_proof(at, size=wanted, read=read)
            leaf, root = read(stored_index(0, at)), self._root(wanted, read)
        check_inclusion(leaf, index=at, size=wanted, proof=proof, root=root)
        return proof

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Return the proof that the log of ``new`` entries goes on from that of ``old``; it was checked.

        Raises:
            UsageError: ``log.range`` when there are no such sizes.
            IntegrityFailure: The stored hashes do not give the head.
        """
        wanted = self._size(new)
        with stored_hashes(self.folder, self._head) as read:
            proof = consistency_proof(old, new=wanted, read=read)
            roots = self._root(old, read), self._root(wanted, read)
        if old:
            check_consistency(old=old, new=wanted, old_root=roots[0], new_root=roots[1], proof=proof)
        return proof

    def _reload(self) -> None:
        if not os.path.lexists(self.folder / CHECKPOINT):
            raise UnreadableInput(
                "log.missing",
                "There is no log here, or its file {name} is gone.",
                hint="Name the folder of the dossier; if the log was there, put the file back from a copy.",
                name=CHECKPOINT,
            )
        self._note = read_file(self.folder, CHECKPOINT, most=LARGEST)
        self._verifiers = read_keys(read_file(self.folder, KEYS, most=LARGEST_KEYS))
        self._head = open_checkpoint(self._note, self._verifiers)

    def _size(self, size: int | None) -> int:
        if size is not None and not 0 <= size <= self.size:
            raise out_of_range(size, self.size)
        return self.size if size is None else size

    def _root(self, size: int, read: Read) -> bytes:
        whole = stored_root(self.size, read)
        check_root(whole, self._head)
        root = stored_root(size, read)
        if size:
            proof = consistency_proof(size, new=self.size, read=read)
            check_consistency(old=size, new=self.size, old_root=root, new_root=whole, proof=proof)
        return root

    def _lines(self, number: int) -> Sequence[bytes]:
        """Return the acknowledged entries of a file."""
        wanted = min(PER_SHARD, self.size - number * PER_SHARD)
        lines = read_shard(self.folder, number).lines[:wanted]
        if len(lines) < wanted:
            raise fewer(number, wanted=wanted, found=len(lines))
        return lines


def _leaf(line: bytes, at: int, read: Read) -> bytes:
    """Return the hash of an entry, after holding it against the one that is stored."""
    leaf = leaf_hash(line)
    if leaf != read(stored_index(0, at)):
        raise IntegrityFailure(
            "log.changed",
            "Entry {at} of the log is not the one that was added.",
            hint="Verify the log: it says whether the entry or its hash was changed.",
            at=at,
        )
    return leaf
