"""The file that a signing key is kept in: for its owner's eyes only, and never written over."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from aigaq.errors import Refused, UnreadableInput
from aigaq.values import why

_LONGEST = 4096
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def key_file(name: str) -> str:
    """Return the name of the file that a key is kept in; no two names of keys give the same.

    >>> key_file("dossier/3f2a9c1b00d4e5f6")
    'dossier+3f2a9c1b00d4e5f6.key'
    """
    return name.replace("/", "+") + ".key"


def save_key(text: str, *, folder: Path, name: str) -> Path:
    """Write the key ``text`` of that name into ``folder``, which is made if need be, and return the path.

    Raises:
        Refused: ``note.key-exists`` when there is a key of the name, ``note.key-save`` when it cannot be written.
    """
    path = folder / key_file(name)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_new(path, text.encode())
    except FileExistsError:
        raise Refused(
            "note.key-exists",
            "There is a signing key of the name {name}; it is not overwritten.",
            hint="Use that key, or move its file away first and keep it: without it nothing more can be signed.",
            name=name,
        ) from None
    except OSError as fault:
        raise Refused(
            "note.key-save",
            "The signing key cannot be written: {reason}.",
            hint="Choose another folder for keys, or make room.",
            reason=why(fault),
        ) from None
    return path


def load_key(folder: Path, name: str) -> str:
    """Return the text of the key of that name in ``folder``.

    Raises:
        UnreadableInput: ``note.key-missing`` when it is not there or cannot be opened.
        Refused: ``note.key-open`` when other people can read the file.
    """
    try:
        handle = os.open(folder / key_file(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as fault:
        raise UnreadableInput(
            "note.key-missing",
            "The signing key {name} cannot be opened: {reason}.",
            hint="Bring the key file {file} into your folder of keys, or name the folder that it lies in with the "
            "environment variable AIGAQ_KEYS. Without the key nothing can be added to the log; everything in it "
            "can be verified.",
            file=key_file(name),
            name=name,
            reason=why(fault),
        ) from None
    with os.fdopen(handle, "rb") as file:
        if os.fstat(handle).st_mode & _OTHERS:
            raise Refused(
                "note.key-open",
                "Other people can read the signing key {name}.",
                hint="Take that right from them (chmod 600), and make a new key if somebody may have read it.",
                name=name,
            )
        return file.read(_LONGEST).decode("utf-8", "replace")


def _write_new(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, 0o600)
            file.write(data)
            file.flush()
            os.fsync(handle)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
