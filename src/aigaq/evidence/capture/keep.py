"""Where captures lie: whole or not at all, and on the disk before anyone is told of them."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from aigaq.errors import Refused
from aigaq.evidence.capture.capture import Warc
from aigaq.values import why

CAPTURES: Final = "captures"
SUFFIX: Final = ".warc.gz"
PART: Final = ".part"
"""Ends the name of a file that is still being written."""

_CHUNK: Final = 1024 * 1024


def keep(dossier: Path, write: Callable[[BinaryIO], None], *, at: datetime) -> Warc:
    """Write one WARC file, put it on the disk, give it its name, and return what an entry says of it.

    Args:
        dossier: Folder of the dossier.
        write: Writes the file.
        at: When the look began: it gives the folder and the first half of the name.

    Raises:
        Refused: ``capture.disk``; nothing is left behind then.
    """
    with _told():
        folder = _folder(dossier, at)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".aigaq-", suffix=PART)
        try:
            with os.fdopen(handle, "w+b") as file:
                write(cast(BinaryIO, file))
                file.flush()
                os.fsync(file.fileno())
                sha256, size = _measure(file)
            Path(name).chmod(0o644)
            path = _free(folder, at, sha256)
            Path(name).replace(path)
            sync(folder)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return Warc(path.relative_to(dossier).as_posix(), sha256, size)


@contextmanager
def scratch(dossier: Path, *, at: datetime) -> Iterator[BinaryIO]:
    """Yield a file without a name beside the captures: small things stay in memory, nothing outlives the process."""
    with _told(), tempfile.SpooledTemporaryFile(max_size=_CHUNK, dir=str(_folder(dossier, at))) as file:
        yield cast(BinaryIO, file)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise Refused(
            "capture.disk",
            "A capture cannot be written: {reason}.",
            hint="Make room on the disk, or see who may write to the folder captures of the dossier.",
            reason=why(fault),
        ) from None


def _folder(dossier: Path, at: datetime) -> Path:
    folder = dossier / CAPTURES / f"{at:%Y-%m}"
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync(folder.parent)
        sync(dossier)
    return folder


def _free(folder: Path, at: datetime, sha256: str) -> Path:
    """Return a name that no file has: the moment and the first digits of its hash, more of them where needed."""
    names = (folder / f"{at:%Y%m%dT%H%M%SZ}-{sha256[:digits]}{SUFFIX}" for digits in range(8, len(sha256) + 1))
    return next(path for path in names if not path.exists())


def _measure(file: IO[bytes]) -> tuple[str, int]:
    file.seek(0)
    hashed = hashlib.sha256()
    while piece := file.read(_CHUNK):
        hashed.update(piece)
    return hashed.hexdigest(), file.tell()


def sync(folder: Path) -> None:
    """Put the names in a folder on the disk, on systems that can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
