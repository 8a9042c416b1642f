"""The entries of a log on disk, in files of 256 lines, and what stands behind the last one that was acknowledged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from aigaq.errors import IntegrityFailure, Refused
from aigaq.evidence.log.files import read_file
from aigaq.evidence.log.layout import LARGEST_SHARD, LONGEST_ENTRY, PER_SHARD, shard_name, shard_path


@frozen
class Shard:
    """One file of entries.

    Args:
        lines: Its complete lines, without their newlines.
        rest: The bytes behind the last newline.
    """

    lines: Sequence[bytes] = ()
    rest: bytes = b""


def check_entries(entries: Iterable[bytes]) -> None:
    """Refuse what cannot be an entry.

    Raises:
        Refused: ``log.entry`` for one that is empty, holds a newline or is larger than 1 MiB.
    """
    for at, entry in enumerate(entries):
        if not is_entry(entry) or b"\n" in entry:
            raise Refused(
                "log.entry",
                "Entry {at} of those to be added has {bytes} bytes and cannot be kept as one line.",
                hint="An entry is one line, not empty, of {most} bytes at most.",
                at=at,
                bytes=len(entry),
                most=LONGEST_ENTRY,
            )


def is_entry(line: bytes) -> bool:
    """Return whether a line may be an entry."""
    return 0 < len(line) <= LONGEST_ENTRY


def good(lines: Sequence[bytes]) -> int:
    """Return how many lines there are before the first that cannot be an entry."""
    return next((at for at, line in enumerate(lines) if not is_entry(line)), len(lines))


def length(lines: Sequence[bytes]) -> int:
    """Return the bytes of lines, each with its newline."""
    return sum(map(len, lines)) + len(lines)


def read_shard(folder: Path, number: int) -> Shard:
    """Return a file of entries; an empty one when it is not there.

    Raises:
        UnreadableInput: ``log.file`` when it cannot be read.
    """
    if not shard_path(folder, number).is_symlink() and not shard_path(folder, number).exists():
        return Shard()
    *lines, rest = read_file(folder, shard_name(number), most=LARGEST_SHARD).split(b"\n")
    return Shard(lines, rest)


def read_entries(folder: Path, size: int) -> Iterator[bytes]:
    """Yield the first ``size`` entries, one file at a time.

    Raises:
        IntegrityFailure: ``log.fewer`` when they are not all there.
        UnreadableInput: ``log.file`` when a file cannot be read.
    """
    for first in range(0, size, PER_SHARD):
        wanted = min(PER_SHARD, size - first)
        lines = read_shard(folder, first // PER_SHARD).lines
        if len(lines) < wanted:
            raise fewer(first // PER_SHARD, wanted=wanted, found=len(lines))
        yield from lines[:wanted]


def fewer(number: int, *, wanted: int, found: int) -> IntegrityFailure:
    """Return the error for entries that are missing from a file."""
    return IntegrityFailure(
        "log.fewer",
        "The file {name} of the log has {found} entries where {wanted} belong.",
        hint="Verify the log, and put the file back from a copy of the dossier.",
        name=shard_name(number),
        found=found,
        wanted=wanted,
    )
