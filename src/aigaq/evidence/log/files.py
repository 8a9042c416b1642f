"""Reading the files of a log: ordinary files only, and never more than they may hold."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from aigaq.errors import UnreadableInput
from aigaq.values import Message, why

_READ = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
    _READ |= getattr(os, _flag, 0)


def open_file(folder: Path, name: str, *, buffering: int = -1) -> BinaryIO:
    """Open a file of the log for reading; a link, a pipe or a folder of its name is not opened.

    Args:
        folder: The folder of the log.
        name: Name of the file in it; errors call it so.
        buffering: Bytes to read ahead; 0 for none.

    Raises:
        UnreadableInput: ``log.no-file`` when there is none, ``log.file`` when it cannot be read.
    """
    try:
        handle = os.open(folder / name, _READ)
    except FileNotFoundError:
        raise UnreadableInput(
            "log.no-file",
            "The log has no file {name}.",
            hint="Put it back from a copy of the dossier, then verify the log.",
            name=name,
        ) from None
    except OSError as fault:
        raise unreadable(name, why(fault)) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise unreadable(name, Message("not an ordinary file"))
    return os.fdopen(handle, "rb", buffering)


def read_file(folder: Path, name: str, *, most: int) -> bytes:
    """Return the bytes of a file of the log.

    Raises:
        UnreadableInput: ``log.no-file`` when there is none, ``log.file`` when it cannot be read or has more than
            ``most`` bytes.
    """
    with open_file(folder, name) as file:
        try:
            data = file.read(most + 1)
        except OSError as fault:
            raise unreadable(name, why(fault)) from None
    if len(data) > most:
        raise unreadable(name, Message("larger than it can be"))
    return data


def unreadable(name: str, reason: str) -> UnreadableInput:
    """Return the error for a file of the log that is there and cannot be read."""
    return UnreadableInput(
        "log.file",
        "The file {name} of the log cannot be read: {reason}.",
        hint="Put it back from a copy of the dossier, then verify the log.",
        name=name,
        reason=reason,
    )
