"""The content of a capture again, read from its WARC file and checked."""

from __future__ import annotations

import hashlib
import os
import stat
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from aigaq.errors import IntegrityFailure, Refused
from aigaq.evidence.capture.body import Body
from aigaq.evidence.capture.capture import Capture, How, Outcome, Warc
from aigaq.evidence.capture.warc import records

_CHUNK: Final = 1024 * 1024
_LONGEST: Final = 255
_READ: Final = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


def content(dossier: Path, capture: Capture) -> bytes:
    """Return the decoded content that a capture names.

    Args:
        dossier: Folder of the dossier.
        capture: What an entry of its log says.

    Raises:
        IntegrityFailure: ``capture.changed``, when the file or its content is not what the entry says;
            ``capture.lost``, when the file is not there.
        Refused: ``capture.no-content``, when the capture holds none.
    """
    if capture.warc is None or not capture.sha256:
        raise Refused(
            "capture.no-content",
            "This look failed, so that there is no content to read.",
            hint="Look again, or take another capture of the page.",
        )
    with open_checked(dossier, capture.warc) as file:
        found = b"".join(_last(file, capture))
    if hashlib.sha256(found).hexdigest() != capture.sha256 or len(found) != capture.bytes:
        raise changed(capture.warc)
    return found


def open_checked(dossier: Path, warc: Warc) -> BinaryIO:
    """Return a WARC file, open at its beginning, whose size and hash are those of the entry.

    Raises:
        IntegrityFailure: ``capture.lost`` or ``capture.changed``.
    """
    try:
        handle = os.open(_inside(dossier, warc), _READ)
    except OSError:
        raise IntegrityFailure(
            "capture.lost",
            "{file} is not there, although the log holds its hash.",
            hint="Put it back from a copy of the dossier.",
            file=warc.file,
        ) from None
    file = os.fdopen(handle, "rb") if stat.S_ISREG(os.fstat(handle).st_mode) else None
    if file is None:
        os.close(handle)
        raise changed(warc)
    return _checked(file, warc)


def _checked(file: BinaryIO, warc: Warc) -> BinaryIO:
    hashed, size = hashlib.sha256(), 0
    while size <= warc.bytes and (piece := file.read(_CHUNK)):
        hashed.update(piece)
        size += len(piece)
    if size != warc.bytes or hashed.hexdigest() != warc.sha256:
        file.close()
        raise changed(warc)
    file.seek(0)
    return file


def changed(warc: Warc) -> IntegrityFailure:
    """Return the error for a file that is not what its entry says."""
    return IntegrityFailure(
        "capture.changed",
        "{file} is not what the log says it is.",
        hint="Put it back from a copy of the dossier; do not use it as it is.",
        file=warc.file[:_LONGEST],
    )


def _inside(dossier: Path, warc: Warc) -> Path:
    """Return the path of a file; an entry that leads out of the dossier leads nowhere."""
    parts = warc.file.split("/")
    usable = len(warc.file) <= _LONGEST and warc.file.isprintable()
    if not usable or parts[0] != "captures" or any(part in {"", ".", ".."} or "\\" in part for part in parts):
        raise changed(warc)
    return dossier.joinpath(*parts)


def _last(file: BinaryIO, capture: Capture) -> list[bytes]:
    """Return the pieces of the content: of the imported file, or of the last response."""
    wanted = "resource" if capture.how is How.IMPORTED else "response"
    block = b""
    try:
        for record in records(file):
            if record.rec_type == wanted:
                block = record.raw_stream.read()
    except ValueError:
        return []
    if capture.how is How.IMPORTED:
        return [block]
    most = capture.bytes if capture.outcome is Outcome.TRUNCATED else capture.bytes + 1
    body = Body(most)
    return list(body.pieces(BytesIO(block)))
