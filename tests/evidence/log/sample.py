"""A key, a clock and logs for the tests; nothing random."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from aigaq.evidence.log import Log, Signer
from tests.evidence.log.disks import Quick

ORIGIN = "dossier/0011223344556677"
SIGNER = Signer(ORIGIN, bytes(range(32)))
SECOND = Signer(ORIGIN, bytes(range(32, 64)))
STRANGER = Signer(ORIGIN, bytes(range(64, 96)))
QUICK = Quick()


def clock() -> datetime:
    return datetime(2025, 11, 16, 10, 15, tzinfo=UTC)


def entries(count: int, *, first: int = 0) -> list[bytes]:
    return [b'{"n":%d,"of":"\xd1\x82\xd0\xb5\xd1\x81\xd1\x82"}' % number for number in range(first, first + count)]


def made(folder: Path, *batches: Sequence[bytes]) -> Log:
    """Return a new log with these batches of entries."""
    log = Log.create(folder, origin=ORIGIN, signer=SIGNER, clock=clock, disk=QUICK)
    for batch in batches:
        log.append(batch, signer=SIGNER, clock=clock)
    return log


def copied(folder: Path, to: Path) -> Path:
    """Return a fresh copy of a log's folder."""
    if to.exists():
        shutil.rmtree(to)
    shutil.copytree(folder, to)
    return to


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
