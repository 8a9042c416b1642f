"""The import of a file that a person saved: kept as it is, in one WARC file, and never run or shown."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from aigaq.errors import UnreadableInput
from aigaq.evidence.capture.capture import Capture, How, Outcome
from aigaq.evidence.capture.headers import bare
from aigaq.evidence.capture.keep import keep, scratch
from aigaq.evidence.capture.plain import plain
from aigaq.evidence.capture.stated import HEAD, examine, kind_of, media_by
from aigaq.evidence.capture.terms import Terms
from aigaq.evidence.capture.warc import Record
from aigaq.evidence.capture.write import write_taken
from aigaq.values import Message, why

_CHUNK: Final = 1024 * 1024
_OPEN: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def take(path: Path, dossier: Path, *, terms: Terms) -> Capture:
    """Keep a file in ``dossier``.

    Args:
        path: The file: HTML, PDF, DOCX, MHTML, WACZ, WARC, or any other.
        dossier: Folder of the dossier; the WARC file goes into ``captures/`` in it.
        terms: The bounds and the clock.

    Raises:
        UnreadableInput: ``capture.file`` or ``capture.file-too-large``.
        Refused: ``capture.disk``, when the copy cannot be written.
    """
    name, started = bare(path.name) or "file", terms.now()
    source = _open(path, name)
    with os.fdopen(source, "rb") as file, scratch(dossier, at=started) as copy:
        sha256, size = _copy(file, copy, name=name, most=terms.limits.max_file)
        copy.seek(0)
        kind = kind_of(copy.read(HEAD), name=name)
        media, urn = media_by(kind, name=name), f"urn:sha256:{sha256}"
        found = examine(copy, kind, seconds=terms.limits.examine)
        record = Record(kind="resource", date=started, media=media, block=copy, length=size, uri=urn)
        warc = keep(dossier, lambda out: write_taken(out, copy, record=record, terms=terms), at=started)
    return Capture(
        asked=name,
        how=How.IMPORTED,
        outcome=Outcome.HELD,
        final=urn,
        started=started,
        ended=terms.now(),
        clock=terms.state(),
        client=terms.client,
        media=media,
        name=name,
        bytes=size,
        sha256=sha256,
        title=found.title,
        warc=warc,
        stated=found.stated,
    )


def check_file(path: Path) -> None:
    """Check that a file can be imported, as far as that can be told before it is read.

    Raises:
        UnreadableInput: ``capture.file``.
    """
    os.close(_open(path, bare(path.name) or plain(path.name or str(path))))


def _open(path: Path, name: str) -> int:
    """Open a file; nothing that only looks like one, such as a pipe, is waited for."""
    try:
        handle = os.open(path, _OPEN)
    except OSError as fault:
        raise _unreadable(name, why(fault)) from None
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        folder = stat.S_ISDIR(mode)
        raise _unreadable(name, Message("it is a folder, not a file" if folder else "not an ordinary file"))
    return handle


def _unreadable(name: str, reason: str) -> UnreadableInput:
    return UnreadableInput(
        "capture.file",
        "{name} cannot be imported: {reason}.",
        hint="Give a file that you can open, or a URL that begins with https:// or http://.",
        name=name,
        reason=reason,
    )


def _copy(file: BinaryIO, copy: BinaryIO, *, name: str, most: int) -> tuple[str, int]:
    """Copy a file once and hash what was copied: what changes meanwhile does not matter."""
    hashed, size = hashlib.sha256(), 0
    while piece := file.read(_CHUNK):
        size += len(piece)
        if size > most:
            raise UnreadableInput(
                "capture.file-too-large",
                "{name} has more than {most} bytes, which is the most that is imported.",
                hint="Import the documents in it one by one.",
                name=name,
                most=most,
            )
        hashed.update(piece)
        copy.write(piece)
    return hashed.hexdigest(), size
