"""A log on disk: entries that are only ever added, each head signed and bound to all entries before it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from aigaq.errors import Refused, UsageError
from aigaq.evidence.log.checkpoint import Checkpoint, time_line
from aigaq.evidence.log.disk import DISK, Disk
from aigaq.evidence.log.growth import grow
from aigaq.evidence.log.keyring import MOST_KEYS, write_keys
from aigaq.evidence.log.layout import CHECKPOINT, ENTRIES, HASHES, KEYS, NEW
from aigaq.evidence.log.lock import WAIT, locked
from aigaq.evidence.log.merkle import EMPTY_ROOT
from aigaq.evidence.log.note import Signer, Verifier, sign
from aigaq.evidence.log.reader import Reader
from aigaq.evidence.log.shards import Shard, check_entries, read_shard
from aigaq.values import why

Clock = Callable[[], datetime]
"""Gives the time, with its time zone."""


class Log(Reader):
    """A log in a folder, as it stood when it was opened or last appended to through this object.

    Entries are bytes without a newline; what they mean is not the business of the log.

    >>> import tempfile
    >>> from datetime import UTC
    >>> with tempfile.TemporaryDirectory() as name:
    ...     signer = Signer.new("example.org/log")
    ...     log = Log.create(Path(name) / "log", origin="example.org/log", signer=signer)
    ...     head = log.append([b"one", b"two"], signer=signer, clock=lambda: datetime(2025, 11, 16, tzinfo=UTC))
    ...     log.entry(1), head.size, head.time.isoformat(), len(log.inclusion(0))
    (b'two', 2, '2025-11-16T00:00:00+00:00', 1)
    """

    def __init__(self, folder: Path, *, disk: Disk = DISK, wait: float = WAIT) -> None:
        super().__init__(folder)
        self._disk = disk
        self._wait = wait

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        origin: str,
        signer: Signer,
        clock: Clock | None = None,
        disk: Disk = DISK,
        wait: float = WAIT,
    ) -> Log:
        """Make an empty log in ``folder`` and return it.

        Args:
            folder: Where it is to lie; made if need be, with a head for no entries.
            origin: Name of the log, which its keys have too.
            signer: The key that signs its first head, and the first of its ``keys``.
            clock: What gives the time of the first head; without it, that head states none.
            disk: The disk; the one of the machine.
            wait: Seconds to wait for another writer.

        Raises:
            UsageError: ``log.origin`` when the key has another name.
            Refused: ``log.exists`` when there is a log, ``log.write`` when it cannot be written, ``log.busy``.
        """
        _check_origin(signer.verifier, origin)
        note = sign(_head(origin, 0, EMPTY_ROOT, clock).text, signer)
        with _written():
            folder.mkdir(parents=True, exist_ok=True)
            with locked(folder, wait=wait):
                _check_new(folder)
                _lay(folder, write_keys([signer.verifier]), note, disk)
        return cls(folder, disk=disk, wait=wait)

    @classmethod
    def open(cls, folder: Path, *, disk: Disk = DISK, wait: float = WAIT) -> Log:
        """Return the log in ``folder``, after checking that one of its keys signed its head.

        Raises:
            UnreadableInput: ``log.missing`` when there is none; ``log.no-file``, ``log.file``, ``log.keys``,
                ``log.checkpoint``, ``note.form`` or ``note.verifier`` when ``keys`` or ``checkpoint`` is damaged.
            IntegrityFailure: ``note.signature`` or ``note.unknown`` when the head is not signed by a key of the log.
        """
        return cls(folder, disk=disk, wait=wait)

    def append(
        self,
        entries: Sequence[bytes],
        *,
        signer: Signer,
        clock: Clock,
        check: Callable[[Log], None] | None = None,
    ) -> Checkpoint:
        """Add entries and return the new head, which covers them, once all of it is safe on disk.

        With no entries, the head is signed again with the time of now. If it raises, the entries are not in the log;
        only when the disk fails at the very last step may they be, and the next ``open`` says so.

        Args:
            entries: What to add, in this order.
            signer: A key of the log.
            clock: What gives the time of the head.
            check: Called with the log as it stands, while nobody else can write; what it raises stops the append.

        Raises:
            Refused: ``log.entry`` for what cannot be an entry, ``log.signer`` for a key that is not of this log,
                ``log.busy`` when somebody else is writing, ``log.write`` when the disk does not take it.
            IntegrityFailure: ``log.root``, ``log.fewer`` or ``log.gap`` when the log is damaged; nothing is signed.
            UnreadableInput: A file of the log cannot be read.
        """
        check_entries(entries)
        with _written(), locked(self.folder, wait=self._wait):
            self._reload()
            self._check_signer(signer)
            if check:
                check(self)
            grow(
                self.folder,
                self._head,
                entries=entries,
                sign=lambda size, root: sign(_head(self.origin, size, root, clock).text, signer),
                disk=self._disk,
            )
            self._reload()
        return self._head

    def trust(self, verifier: Verifier) -> None:
        """Add a key whose signatures the log takes for its own; one that it has already changes nothing.

        Raises:
            UsageError: ``log.origin`` when it has another name than the log.
            Refused: ``log.many-keys``, ``log.busy`` or ``log.write``.
        """
        _check_origin(verifier, self.origin)
        with _written(), locked(self.folder, wait=self._wait):
            self._reload()
            if verifier in self._verifiers:
                return
            if len(self._verifiers) >= MOST_KEYS:
                raise Refused(
                    "log.many-keys",
                    "The log has {most} keys, and no more are read.",
                    hint="Let one of the people who have a key sign.",
                    most=MOST_KEYS,
                )
            data = write_keys([*self._verifiers, verifier])
            self._disk.replace(self.folder / KEYS, data, by=self.folder / (KEYS + NEW))
            self._reload()

    def _check_signer(self, signer: Signer) -> None:
        if signer.verifier not in self._verifiers:
            raise Refused(
                "log.signer",
                "The key {name} is not among the keys of this log.",
                hint="Use the key that belongs to it, or have its verifier key added by somebody who has one.",
                name=f"{signer.name}+{signer.id.hex()}",
            )


@contextmanager
def _written() -> Iterator[None]:
    """Turn what the disk says into an error of ours."""
    try:
        yield
    except OSError as fault:
        raise Refused(
            "log.write",
            "The log cannot be written to: {reason}.",
            hint="Make room, or ask for the right to write there; then do it again.",
            reason=why(fault),
        ) from None


def _lay(folder: Path, keys: bytes, note: bytes, disk: Disk) -> None:
    """Write the files of an empty log, the checkpoint last: until it stands there is no log."""
    disk.flush_folder(folder.parent)
    disk.make(folder / ENTRIES)
    for name, data in ((KEYS, keys), (HASHES, b""), (CHECKPOINT, note)):
        disk.replace(folder / name, data, by=folder / (name + NEW))


def _check_new(folder: Path) -> None:
    if os.path.lexists(folder / CHECKPOINT) or read_shard(folder, 0) != Shard():
        raise Refused(
            "log.exists",
            "There is a log already.",
            hint="Add to it, or make the new one in another folder.",
        )


def _check_origin(verifier: Verifier, origin: str) -> None:
    if verifier.name != origin:
        raise UsageError(
            "log.origin",
            "The key {name} is not one for the log {origin}: a key has the name of its log.",
            hint="Make a key of that name.",
            name=verifier.name,
            origin=origin,
        )


def _head(origin: str, size: int, root: bytes, clock: Clock | None) -> Checkpoint:
    return Checkpoint(origin, size, root, (time_line(clock()),) if clock else ())
