"""What the log costs: appends at several sizes, an examination, a proof; beside the plain way of doing it."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from attrs import frozen

from aigaq.evidence.log import Log, Signer, check_inclusion, examine, leaf_hash, root_hash, sign
from aigaq.evidence.log.checkpoint import Checkpoint
from aigaq.evidence.log.disk import DISK, Disk
from aigaq.evidence.log.layout import PER_SHARD, shard_path
from bench.clock import timed
from bench.killed import Toll, toll
from bench.pairs import ROOT

PAGE = ROOT / "docs" / "methods" / "log.md"
SIZES = (100, 1_000, 10_000)
ENTRY = 600
"""Bytes of an entry: what a capture takes."""

BATCH = 100
RUNS = 30
ROUNDS = 500
_IO = Path("/proc/self/io")
_SIGNER = Signer("example.org/bench", bytes(32))


class Hasty(Disk):
    """A disk that is not waited for: what is left is the work itself."""

    def flush(self, handle: int) -> None:
        """Do nothing."""


@frozen
class Cost:
    """What one append to a log of ``size`` entries costs; medians.

    Args:
        size: Entries before.
        seconds: Time, until all of it is on disk.
        work: Time without waiting for the disk.
        read: Bytes read, beside those of the last file of entries; None where the system does not count them.
        last: Bytes of the last file of entries, which is read once.
        written: Bytes written.
        plain: Time of the plain way: read every entry, compute the whole tree, wait for the disk twice.
    """

    size: int
    seconds: float
    work: float
    read: int | None
    last: int
    written: int | None
    plain: float


@frozen
class Found:
    """All that was measured.

    Args:
        costs: Appends at several sizes.
        one_by_one: Seconds to append all entries one by one.
        batched: Seconds in batches.
        examined: Seconds to examine the whole log.
        proved: Seconds for a proof of inclusion and its check.
        entry: Seconds to read one entry and hold it against its hash.
        killed: What 500 kills left.
    """

    costs: tuple[Cost, ...]
    one_by_one: float
    batched: float
    examined: float
    proved: float
    entry: float
    killed: Toll


def page(machine: str) -> str:
    """Return what it costs as Markdown."""
    return table(costs(), machine)


def table(found: Found, machine: str) -> str:
    """Return what was measured as Markdown."""
    size = found.costs[-1].size
    head = (
        "| entries in the log | one append | without waiting for the disk | bytes of the last file read |"
        " other bytes read | bytes written | plain way |"
    )
    rows = [
        f"| {cost.size:,} | {_ms(cost.seconds)} | {_ms(cost.work)} | {cost.last:,} | {_count(cost.read)} |"
        f" {_count(cost.written)} | {_ms(cost.plain)} |"
        for cost in found.costs
    ]
    told = (
        f"Measured on: {machine}. Entries of {ENTRY} bytes; medians of {RUNS} appends. The plain way reads every "
        "entry, computes the whole tree, and writes the entry and a signed checkpoint."
    )
    return "\n".join([told, "", head, "|" + " ---: |" * 7, *rows, "", *_whole(found, size)])


def _whole(found: Found, size: int) -> list[str]:
    killed = found.killed
    return [
        f"| with {size:,} entries | |",
        "| --- | ---: |",
        f"| all appended one by one, each safe on disk before the next | {found.one_by_one:.1f} s |",
        f"| all appended in batches of {BATCH} | {found.batched:.2f} s |",
        f"| examining the whole log | {_ms(found.examined)} |",
        f"| a proof that an entry is in the log, made and checked | {_ms(found.proved)} |",
        f"| one entry, read and held against its hash | {_ms(found.entry)} |",
        "",
        "| `kill -9` of a process that does nothing but append | |",
        "| --- | ---: |",
        f"| kills | {killed.rounds:,} |",
        f"| entries acknowledged before them | {killed.acknowledged:,} |",
        f"| of these lost or changed | {len(killed.lost)} |",
        f"| faults that examinations found | {len(killed.faults)} |",
        f"| kills that left complete entries behind the checkpoint | {killed.beyond} |",
        f"| kills that left a torn line | {killed.torn} |",
        f"| kills that left a file half written | {killed.unfinished} |",
    ]


def costs(*, sizes: tuple[int, ...] = SIZES, runs: int = RUNS, rounds: int = ROUNDS) -> Found:
    """Return what logs of these sizes cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one_by_one, batched = (_filled(folder / str(step), sizes[-1], step) for step in (1, BATCH))
        each = tuple(_cost(folder / f"of{size}", size, runs) for size in sizes)
        log = Log.open(folder / "1")
        examined, verdict = timed(lambda: examine(log.folder))
        if verdict.faults:
            raise AssertionError(verdict.faults)
        places = Random(7).sample(range(log.size), min(runs, log.size))
        proved = median(timed(lambda at=at: _prove(log, at))[0] for at in places)  # type: ignore[misc]
        entry = median(timed(lambda at=at: log.entry(at))[0] for at in places)  # type: ignore[misc]
    return Found(each, one_by_one, batched, examined, proved, entry, toll(rounds))


def entry(number: int) -> bytes:
    """Return an entry."""
    return b'{"n":%d,"text":"' % number + b"x" * ENTRY + b'"}'


def _filled(folder: Path, size: int, step: int) -> float:
    """Fill a new log in steps and return the seconds that it took."""
    log = Log.create(folder, origin=_SIGNER.name, signer=_SIGNER)

    def fill() -> None:
        for first in range(0, size, step):
            log.append([entry(first + at) for at in range(step)], signer=_SIGNER, clock=_now)

    return timed(fill)[0]


def _cost(folder: Path, size: int, runs: int) -> Cost:
    Log.create(folder, origin=_SIGNER.name, signer=_SIGNER)
    Log.open(folder).append([entry(at) for at in range(size)], signer=_SIGNER, clock=_now)
    plain = median(timed(lambda: _plain(folder, size))[0] for _ in range(3))
    work = _appends(folder, Hasty(), runs)[0]
    seconds, last, read, written = _appends(folder, DISK, runs)
    counted = _IO.exists()
    return Cost(size, seconds, work, read - last if counted else None, last, written if counted else None, plain)


def _appends(folder: Path, disk: Disk, runs: int) -> tuple[float, int, int, int]:
    """Return seconds, bytes of the last file of entries, bytes read in all and bytes written; medians of ``runs``."""
    log = Log.open(folder, disk=disk)
    found = []
    for _ in range(runs):
        path = shard_path(folder, log.size // PER_SHARD)
        last, before = path.stat().st_size if path.exists() else 0, _counted()
        seconds, _head = timed(lambda: log.append([entry(0)], signer=_SIGNER, clock=_now))
        read, written = (now - then for now, then in zip(_counted(), before, strict=True))
        found.append((seconds, last, read, written))
    seconds, *counts = (median(column) for column in zip(*found, strict=True))
    last, read, written = map(int, counts)
    return seconds, last, read, written


def _counted() -> tuple[int, int]:
    """Return the bytes that this process has read and written, as the system counts them."""
    if not _IO.exists():
        return 0, 0
    read, written = (int(line.split()[1]) for line in _IO.read_text().splitlines()[:2])
    return read, written


def _plain(folder: Path, size: int) -> None:
    """Append an entry in the plain way, in a file beside the log."""
    data = b"".join(path.read_bytes() for path in sorted((folder / "entries").iterdir()))
    leaves = [leaf_hash(line) for line in data.split(b"\n")[:-1]]
    leaves.append(leaf_hash(entry(size)))
    DISK.write(folder.parent / "plain", entry(size) + b"\n")
    note = sign(Checkpoint(_SIGNER.name, len(leaves), root_hash(leaves)).text, _SIGNER)
    DISK.replace(folder.parent / "plain.checkpoint", note, by=folder.parent / "plain.new")


def _prove(log: Log, at: int) -> None:
    proof, data = log.inclusion(at), log.entry(at)
    check_inclusion(leaf_hash(data), index=at, size=log.size, proof=proof, root=log.checkpoint().root)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def _count(number: int | None) -> str:
    return "–" if number is None else f"{number:,}"


def _now() -> datetime:
    return datetime.now(UTC)
