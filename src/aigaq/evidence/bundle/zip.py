"""ZIP archives that are the same on every machine: no times, no compression, no trace of the system."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can state; it stands for "not stated"."""

SUMS = "SHA256SUMS"
_CHUNK = 1 << 20
_READABLE = 0o644 << 16


@frozen
class File:
    """A file of an archive.

    Args:
        name: Its name.
        data: Its bytes, or where they lie.
    """

    name: str
    data: bytes | Path

    def pieces(self) -> Iterator[bytes]:
        """Yield its bytes, a piece at a time."""
        if isinstance(self.data, bytes):
            yield self.data
            return
        with self.data.open("rb") as file:
            while piece := file.read(_CHUNK):
                yield piece


def pack(out: BinaryIO, files: Sequence[File]) -> tuple[str, ...]:
    """Write an archive of files, with a list of their hashes as ``sha256sum`` writes it; return their names."""
    sums = "".join(f"{_sha256(file)}  {file.name}\n" for file in sorted(files, key=lambda file: file.name))
    listed = [*files[:2], File(SUMS, sums.encode()), *files[2:]]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for file in listed:
            entry = zipfile.ZipInfo(file.name, EPOCH)
            entry.create_system, entry.external_attr = 3, _READABLE
            with archive.open(entry, "w", force_zip64=True) as member:
                for piece in file.pieces():
                    member.write(piece)
    return tuple(file.name for file in listed)


def _sha256(file: File) -> str:
    digest = hashlib.sha256()
    for piece in file.pieces():
        digest.update(piece)
    return digest.hexdigest()
