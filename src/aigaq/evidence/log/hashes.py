"""The stored hashes of a log: read from the file ``hashes``, or made again from the entries where it falls short."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from aigaq.errors import IntegrityFailure, UnreadableInput
from aigaq.evidence.log.checkpoint import Checkpoint
from aigaq.evidence.log.files import open_file, unreadable
from aigaq.evidence.log.layout import HASHES
from aigaq.evidence.log.merkle import HASH_BYTES, leaf_hash
from aigaq.evidence.log.shards import read_entries
from aigaq.evidence.log.stored import Edge, Read, stored_count
from aigaq.values import Message, why


@contextmanager
def stored_hashes(folder: Path, head: Checkpoint) -> Iterator[Read]:
    """Give what reads the stored hashes of a log at its head.

    Where the file is missing or too short, they are made from all entries, in memory, and checked against the head.

    Raises:
        IntegrityFailure: ``log.root`` when the entries do not give the head.
        UnreadableInput: ``log.file`` when a file cannot be read.
    """
    if missing(folder, head.size):
        made = rebuilt(folder, head)
        yield lambda at: made[at * HASH_BYTES : (at + 1) * HASH_BYTES]
        return
    with open_file(folder, HASHES, buffering=0) as file:
        yield _reader(file)


def missing(folder: Path, size: int) -> bool:
    """Return whether the file does not hold all hashes of a log of ``size`` entries."""
    try:
        with open_file(folder, HASHES) as file:
            return os.fstat(file.fileno()).st_size < stored_count(size) * HASH_BYTES
    except UnreadableInput as fault:
        if fault.code == "log.no-file":
            return True
        raise


def rebuilt(folder: Path, head: Checkpoint) -> bytes:
    """Return what the file ``hashes`` holds at the head, made from the entries.

    Raises:
        IntegrityFailure: ``log.root`` when the entries do not give the head, ``log.fewer`` when some are missing.
        UnreadableInput: ``log.file`` when a file cannot be read.
    """
    edge, made = Edge(), bytearray()
    for entry in read_entries(folder, head.size):
        made += b"".join(edge.add(leaf_hash(entry)))
    check_root(edge.root, head)
    return bytes(made)


def check_root(root: bytes, head: Checkpoint) -> None:
    """Check that a root is the one of the head.

    Raises:
        IntegrityFailure: ``log.root``.
    """
    if root != head.root:
        raise IntegrityFailure(
            "log.root",
            "The log of {size} entries is not the one that its checkpoint was signed for.",
            hint="Verify the log: it says which entries were changed.",
            size=head.size,
        )


def _reader(file: BinaryIO) -> Read:
    def read(at: int) -> bytes:
        try:
            file.seek(at * HASH_BYTES)
            found = file.read(HASH_BYTES)
        except OSError as fault:
            raise unreadable(HASHES, why(fault)) from None
        if len(found) != HASH_BYTES:
            raise unreadable(HASHES, Message("it ends too early"))
        return found

    return read
