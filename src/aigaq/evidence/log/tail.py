"""What stands behind the last acknowledged entry: what an append left that was interrupted."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from aigaq.errors import IntegrityFailure
from aigaq.evidence.log.layout import PER_SHARD, shard_name
from aigaq.evidence.log.shards import Shard, fewer, good, length, read_shard
from aigaq.values import Message


@frozen
class Tail:
    """What stands behind the acknowledged entries, and the place where the next entry goes.

    Args:
        entries: Complete entries; an append was interrupted after it wrote them.
        torn: What follows them and is no complete entry.
        number: The file in which the next entry goes.
        count: Lines of that file before that place.
        length: Bytes of that file before that place.
    """

    entries: tuple[bytes, ...]
    torn: bytes
    number: int
    count: int
    length: int


def read_tail(folder: Path, size: int) -> Tail:
    """Return what stands behind the first ``size`` entries; one file is read where nothing was interrupted.

    Raises:
        IntegrityFailure: ``log.fewer`` when entries are missing, ``log.gap`` when a file goes on behind one that is
            not full.
        UnreadableInput: ``log.file`` when a file cannot be read.
    """
    entries: list[bytes] = []
    number, skip = divmod(size, PER_SHARD)
    while True:
        shard = read_shard(folder, number)
        if len(shard.lines) < skip:
            raise fewer(number, wanted=skip, found=len(shard.lines))
        count = skip + good(shard.lines[skip:PER_SHARD])
        entries += shard.lines[skip:count]
        torn = b"\n".join([*shard.lines[count:], shard.rest])
        if torn or count < PER_SHARD:
            _check_end(folder, number)
            return Tail(tuple(entries), torn, number, count, length(shard.lines[:count]))
        number, skip = number + 1, 0


def _check_end(folder: Path, number: int) -> None:
    if read_shard(folder, number + 1) != Shard():
        raise IntegrityFailure(
            "log.gap",
            "The file {name} of the log is not full, and yet another one follows.",
            hint="Verify the log, and put the file back from a copy of the dossier.",
            name=shard_name(number),
        )


def tail_warnings(tail: Tail) -> tuple[Message, ...]:
    """Return a sentence for each thing that an interrupted append left behind."""
    said = [unacknowledged(len(tail.entries))] if tail.entries else []
    return (*said, torn(len(tail.torn), tail.number)) if tail.torn else tuple(said)


def unacknowledged(n: int) -> Message:
    """Return the sentence on complete entries behind the checkpoint."""
    return Message(
        "Entries behind the checkpoint, never acknowledged because an append was interrupted: {n}. "
        "The next checkpoint covers them.",
        n=n,
    )


def torn(rest: int, number: int) -> Message:
    """Return the sentence on what is no complete entry."""
    return Message(
        "An append was interrupted: {bytes} bytes at the end of {name} are no complete entry. "
        "The next append sets them aside.",
        bytes=rest,
        name=shard_name(number),
    )
