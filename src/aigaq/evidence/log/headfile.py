"""The last head that a key signed, kept beside the key: what tells that an older copy of the log was put back."""

from __future__ import annotations

import os
from pathlib import Path

from aigaq.errors import AigaqError, Refused, UnreadableInput
from aigaq.evidence.log.checkpoint import Checkpoint, read_checkpoint
from aigaq.evidence.log.files import read_file
from aigaq.evidence.log.keyfile import key_file
from aigaq.evidence.log.layout import NEW
from aigaq.evidence.log.note import LARGEST, read_note
from aigaq.values import why

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def head_file(name: str) -> str:
    """Return the name of the file that the last head of a key is kept in.

    >>> head_file("dossier/3f2a9c1b00d4e5f6")
    'dossier+3f2a9c1b00d4e5f6.head'
    """
    return key_file(name).removesuffix(".key") + ".head"


def load_head(folder: Path, name: str) -> Checkpoint | None:
    """Return the head that is kept in ``folder`` for the key of that name; None when there is none yet.

    Raises:
        UnreadableInput: ``keys.head-file`` when it cannot be read or is no head of a log.
    """
    if not os.path.lexists(folder / head_file(name)):
        return None
    try:
        return read_checkpoint(read_note(read_file(folder, head_file(name), most=LARGEST)).text)
    except AigaqError:
        raise UnreadableInput(
            "keys.head-file",
            "The file {file} in the folder of the keys is no head of a log, or cannot be read.",
            hint="Verify the dossier against a head that you kept elsewhere; if it holds, move {file} out of the "
            "folder of the keys.",
            file=head_file(name),
        ) from None


def save_head(note: bytes, *, folder: Path, name: str) -> None:
    """Keep the head ``note`` for the key of that name, at one stroke and for its owner alone.

    A head of a larger log that is kept already stays: somebody else appended in between.

    Raises:
        UnreadableInput: ``keys.head-file`` when what is kept cannot be read.
        Refused: ``keys.head-save`` when it cannot be written.
    """
    kept = load_head(folder, name)
    if kept and kept.size > read_checkpoint(read_note(note).text).size:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(folder / head_file(name), note)
    except OSError as fault:
        raise Refused(
            "keys.head-save",
            "The head of the log cannot be kept beside the key: {reason}.",
            hint="Make room in the folder of the keys, or ask for the right to write there.",
            reason=why(fault),
        ) from None


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(path.name + NEW)
    handle = os.open(new, _FLAGS, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, 0o600)
        file.write(data)
        file.flush()
        os.fsync(handle)
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
