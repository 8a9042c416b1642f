"""The entries of a log read for an examination: the hash of each, and what is wrong with the files they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from aigaq.errors import AigaqError
from aigaq.evidence.log import faults
from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.layout import ENTRIES, PER_SHARD, shard_name
from aigaq.evidence.log.merkle import leaf_hash
from aigaq.evidence.log.shards import Shard, good, length, read_shard
from aigaq.evidence.log.spans import Spans
from aigaq.evidence.log.tail import torn, unacknowledged


class Leaves:
    """The leaf hashes of a log, place by place, one file in memory at a time.

    Iterating yields the place and the hash of each entry, None where the entry is missing. Places of which nothing
    is known are left out. After that, the attributes say what was found.

    Args:
        folder: The folder of the log.
        shards: Numbers of the files of entries that are there.
        size: Number of entries that the checkpoint covers.
        known: Number of entries whose hashes are stored: missing ones up to there are yielded.
    """

    def __init__(self, folder: Path, *, shards: Collection[int], size: int, known: int) -> None:
        self.unacknowledged = 0
        self._faults: list[Fault] = []
        self._missing = Spans()
        self._torn: tuple[int, int] | None = None
        self._folder, self._shards, self._size = folder, frozenset(shards), size
        self._numbers = sorted(self._shards | set(range(-(-min(known, size) // PER_SHARD))))
        self._next = 0
        self._open: int | None = size // PER_SHARD

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with the files of entries."""
        return [*self._faults, *map(faults.absent, self._missing.runs)]

    @property
    def warnings(self) -> list[Fault]:
        """What an interrupted append left behind the entries."""
        found = []
        if self.unacknowledged:
            found.append(Fault("unacknowledged", ENTRIES, unacknowledged(self.unacknowledged)))
        if self._torn:
            number, rest = self._torn
            found.append(Fault("torn", shard_name(number), torn(rest, number)))
        return found

    def __iter__(self) -> Iterator[tuple[int, bytes | None]]:
        for number in self._numbers:
            first = number * PER_SHARD
            self._skip_to(first)
            shard = self._read(number)
            wanted = min(max(self._size - first, 0), PER_SHARD)
            yield from self._covered(shard.lines, first, wanted)
            yield from self._behind(shard, number, wanted)
        self._skip_to(self._size)

    def _skip_to(self, first: int) -> None:
        """Note the entries before ``first`` of which there is neither file nor hash."""
        if self._next < min(first, self._size):
            self._missing.add(self._next, min(first, self._size) - 1)
        self._next = first + PER_SHARD

    def _read(self, number: int) -> Shard:
        if number not in self._shards:
            return Shard()
        try:
            return read_shard(self._folder, number)
        except AigaqError as error:
            self._faults.append(faults.unreadable(shard_name(number), error))
            return Shard()

    def _covered(self, lines: Sequence[bytes], first: int, wanted: int) -> Iterator[tuple[int, bytes | None]]:
        """Yield the entries of a file that the checkpoint covers."""
        for place in range(wanted):
            yield first + place, leaf_hash(lines[place]) if place < len(lines) else None
        if len(lines) < wanted:
            self._missing.add(first + len(lines), first + wanted - 1)

    def _behind(self, shard: Shard, number: int, wanted: int) -> Iterator[tuple[int, bytes]]:
        """Yield complete entries behind those that the checkpoint covers, and note what else there is."""
        end = min(wanted, len(shard.lines))
        if number == self._open and end == wanted:
            end += good(shard.lines[wanted:PER_SHARD])
            for at in range(wanted, end):
                yield number * PER_SHARD + at, leaf_hash(shard.lines[at])
            self.unacknowledged += end - wanted
            self._note_rest(shard, number, end=end, torn=end < PER_SHARD)
            self._open = number + 1 if end == PER_SHARD else None
        elif number * PER_SHARD >= self._size:
            self._faults.append(faults.foreign(shard_name(number)))
        else:
            self._note_rest(shard, number, end=end, torn=False)
            self._open = None if number == self._open else self._open

    def _note_rest(self, shard: Shard, number: int, *, end: int, torn: bool) -> None:
        rest = length(shard.lines[end:]) + len(shard.rest)
        if rest and torn:
            self._torn = number, rest
        elif rest:
            self._faults.append(faults.entries_rest(number, rest))
