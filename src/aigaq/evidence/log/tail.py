"""What stands behind the last acknowledged entry; no head that this process signed covers it, and none will."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from aigaq.errors import IntegrityFailure
from aigaq.evidence.log.layout import PER_SHARD, shard_name
from aigaq.evidence.log.shards import Shard, fewer, good, length, read_shard
from aigaq.values import Message


@frozen
class Rest:
    """What stands in one file of entries behind the acknowledged ones.

    Args:
        number: The file.
        count: Acknowledged entries before it in that file.
        length: Their bytes.
        data: The bytes behind them.
    """

    number: int
    count: int
    length: int
    data: bytes


@frozen
class Tail:
    """What stands behind the acknowledged entries, and the place where the next entry goes.

    Args:
        entries: How many complete entries there are; an append was interrupted, or somebody else wrote them.
        torn: Bytes behind those that are no complete entry.
        last: The file in which they stand.
        rests: All of it, a file each, in their order.
        length: Bytes of acknowledged entries in the file in which the next entry goes.
    """

    entries: int
    torn: int
    last: int
    rests: tuple[Rest, ...]
    length: int


def read_tail(folder: Path, size: int) -> Tail:
    """Return what stands behind the first ``size`` entries; one file is read where nothing was interrupted.

    Raises:
        IntegrityFailure: ``log.fewer`` when entries are missing, ``log.gap`` when a file goes on behind one that is
            not full.
        UnreadableInput: ``log.file`` when a file cannot be read.
    """
    rests: list[Rest] = []
    entries = 0
    number, skip = divmod(size, PER_SHARD)
    while True:
        shard = read_shard(folder, number)
        if len(shard.lines) < skip:
            raise fewer(number, wanted=skip, found=len(shard.lines))
        rests.append(Rest(number, skip, length(shard.lines[:skip]), b"\n".join([*shard.lines[skip:], shard.rest])))
        count = skip + good(shard.lines[skip:PER_SHARD])
        entries += count - skip
        torn = length(shard.lines[count:]) + len(shard.rest)
        if torn or count < PER_SHARD:
            _check_end(folder, number)
            return Tail(entries, torn, number, tuple(rest for rest in rests if rest.data), rests[0].length)
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
    """Return a sentence for each thing that stands behind the acknowledged entries."""
    said = [unacknowledged(tail.entries)] if tail.entries else []
    return (*said, torn(tail.torn, tail.last)) if tail.torn else tuple(said)


def unacknowledged(n: int) -> Message:
    """Return the sentence on complete entries behind the checkpoint."""
    return Message(
        "Entries behind the checkpoint, never acknowledged: {n}. An append was interrupted, or somebody put them "
        "there, or an older checkpoint was put back; the next append sets them aside, and signs none of them.",
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
