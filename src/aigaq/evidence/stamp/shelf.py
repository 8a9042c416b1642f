"""Where stamps lie: beside the log, in ``stamps/`` and ``authorities/``.

::

stamps/00000012.checkpoint   the checkpoint of 12 entries, the very bytes that were stamped
stamps/00000012.tsq          the request for it
stamps/00000012-NAME.tsr     the response of an authority, as it came
authorities/NAME.pem         the certificates of that authority, as the person gave them
stamps/SHA256SUMS            the hash of each of these files
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from attrs import frozen

from aigaq.errors import Refused, UsageError
from aigaq.evidence.log.checkpoint import Checkpoint
from aigaq.evidence.log.disk import DISK
from aigaq.evidence.log.files import read_file
from aigaq.evidence.log.lock import locked
from aigaq.evidence.stamp.authority import Authority
from aigaq.evidence.stamp.check import Stamp, check, read_response
from aigaq.evidence.stamp.request import request
from aigaq.evidence.stamp.sums import SUMS, read_sums, sha256, write_sums
from aigaq.evidence.stamp.token import MOST
from aigaq.values import why

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
STAMP = re.compile(r"([0-9]{8,19})-([a-z0-9][a-z0-9-]{0,39})\.tsr", re.ASCII)
CHECKPOINT = re.compile(r"stamps/([0-9]{8,19})\.checkpoint", re.ASCII)
STAMPS, AUTHORITIES, NEW = "stamps", "authorities", ".new"


@frozen
class Kept:
    """A stamp that lies there, unread.

    Args:
        size: Number of entries of the checkpoint it is on.
        name: Name that the person gave the authority.
    """

    size: int
    name: str

    @property
    def file(self) -> str:
        """The response, from the folder of the log."""
        return f"{STAMPS}/{self.size:08}-{self.name}.tsr"

    @property
    def checkpoint(self) -> str:
        """The checkpoint that was stamped."""
        return checkpoint_name(self.size)

    @property
    def request(self) -> str:
        """The request for it; it need not be there."""
        return request_name(self.size)

    @property
    def authority(self) -> str:
        """The certificates of the authority."""
        return f"{AUTHORITIES}/{self.name}.pem"


def checkpoint_name(size: int) -> str:
    """Return where the checkpoint of a size lies that was, or is to be, stamped."""
    return f"{STAMPS}/{size:08}.checkpoint"


def request_name(size: int) -> str:
    """Return where the request for it lies."""
    return f"{STAMPS}/{size:08}.tsq"


@frozen
class Shelf:
    """The stamps of a log.

    Args:
        folder: The folder of the log.
    """

    folder: Path

    def read(self, name: str) -> bytes:
        """Return a file of the shelf.

        Raises:
            UnreadableInput: ``log.no-file`` or ``log.file``.
        """
        return read_file(self.folder, name, most=MOST)

    def has(self, name: str) -> bool:
        """Return True if there is such a file."""
        return os.path.lexists(self.folder / name)

    def names(self) -> list[str]:
        """Return the names of all files that lie there, the list of them left out."""
        found = []
        for part in (STAMPS, AUTHORITIES):
            if (self.folder / part).is_dir():
                found += [f"{part}/{path.name}" for path in (self.folder / part).iterdir()]
        return sorted(set(found) - {SUMS})

    def stamps(self) -> list[Kept]:
        """Return the stamps that lie there, the oldest first."""
        names = self.names()
        matches = [STAMP.fullmatch(name.removeprefix(f"{STAMPS}/")) for name in names]
        found = {Kept(int(match[1]), match[2]) for match in matches if match}
        return sorted((kept for kept in found if kept.file in names), key=lambda kept: kept.file)

    def sums(self) -> dict[str, str]:
        """Return the list of the files with their hashes; empty when there is none.

        Raises:
            UnreadableInput: ``stamp.sums``, or the file cannot be read.
        """
        return read_sums(self.read(SUMS)) if self.has(SUMS) else {}

    def ask(self, note: bytes, head: Checkpoint) -> bytes:
        """Return the request to stamp a checkpoint, and keep both: the response will be about these bytes.

        Asked again at the same size, it gives the same request: one request may go to several authorities.

        Raises:
            Refused: ``stamp.empty`` when the log has no entries; ``log.busy`` or ``stamp.write``.
        """
        if head.size == 0:
            raise Refused(
                "stamp.empty",
                "The log has no entries yet, so there is nothing to stamp.",
                hint="Capture something first.",
            )
        checkpoint, asked = checkpoint_name(head.size), request_name(head.size)
        if not {checkpoint, asked} <= self.sums().keys():
            self._write({checkpoint: note, asked: request(note)})
        return self.read(asked)

    def keep(self, response: bytes, *, name: str, authority: Authority | None = None) -> tuple[Kept, Stamp]:
        """Check a response, and keep it with the certificates of its authority.

        Args:
            response: The response as it came.
            name: Short name for the authority.
            authority: Its certificates; those kept under this name when None.

        Raises:
            UsageError: ``stamp.name``; ``stamp.no-authority`` when there are no certificates.
            Refused: ``stamp.unknown`` when it is about no checkpoint of this log, ``stamp.already``,
                ``stamp.other-authority``, ``stamp.write``.
            IntegrityFailure: The stamp does not hold; see ``check``.
        """
        known = self._authority(name, authority)
        kept = Kept(self._size(response), name)
        data = self.read(kept.checkpoint)
        asked = self.read(kept.request) if self.has(kept.request) else None
        stamp = check(response, data=data, authorities=[known], request=asked)
        if self.has(kept.file) and self.read(kept.file) != response:
            raise Refused(
                "stamp.already",
                "{name} has already stamped the checkpoint of {size} entries.",
                hint="One stamp of an authority is enough; a new one comes when the log has grown.",
                name=name,
                size=kept.size,
            )
        self._write({kept.authority: known.pem(), kept.file: response, kept.checkpoint: data})
        return kept, stamp

    def _authority(self, name: str, given: Authority | None) -> Authority:
        if not NAME.fullmatch(name):
            raise UsageError(
                "stamp.name",
                "«{name}» cannot be the short name of an authority.",
                hint="Take 1 to 40 small Latin letters, digits and hyphens.",
                name=name[:40],
            )
        file = Kept(0, name).authority
        if not self.has(file):
            if given is None:
                raise UsageError(
                    "stamp.no-authority",
                    "There are no certificates of {name} yet.",
                    hint="Give its root certificate with --authority; get it from the authority itself.",
                    name=name,
                )
            return given
        kept = Authority.read(self.read(file))
        if given is not None and given != kept:
            raise Refused(
                "stamp.other-authority",
                "Other certificates are kept under the name {name}.",
                hint="Give the stamp another name with --name.",
                name=name,
            )
        return kept

    def _size(self, response: bytes) -> int:
        """Return the size of the checkpoint that a response is about."""
        algorithm, digest = read_response(response).info.imprint
        for match in map(CHECKPOINT.fullmatch, self.names()):
            if match and hashlib.new(algorithm, self.read(match[0])).digest() == digest:
                return int(match[1])
        raise Refused(
            "stamp.unknown",
            "The stamp is about no checkpoint of this dossier.",
            hint="It must answer a request made with aigaq evidence stamp DOSSIER --request FILE.",
        )

    def _write(self, files: dict[str, bytes]) -> None:
        """Write files and then the list, each whole or not at all."""
        try:
            with locked(self.folder):
                for part in (STAMPS, AUTHORITIES):
                    DISK.make(self.folder / part)
                old = self.sums()
                sums = old | {name: sha256(data) for name, data in files.items()}
                for name, data in (*([] if old else [(SUMS, b"")]), *files.items(), (SUMS, write_sums(sums))):
                    DISK.replace(self.folder / name, data, by=self.folder / (name + NEW))
        except OSError as fault:
            raise Refused(
                "stamp.write",
                "The stamp cannot be written: {reason}.",
                hint="Make room, or ask for the right to write there; then do it again.",
                reason=why(fault),
            ) from None
