"""Writing files down: whole or not at all, so that an interruption leaves no half of a table."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from aigaq.errors import Refused
from aigaq.values import why

_T = TypeVar("_T")


def save(contents: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write ``contents`` into ``folder`` and return the paths.

    Raises:
        Refused: ``save.failed``: the folder cannot be written to, or the disk is full; files already there are as they
            were.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return [_bytes(folder / name, data) for name, data in contents.items()]


def save_whole(path: Path, write: Callable[[BinaryIO], _T]) -> _T:
    """Write one new file through ``write`` and return what that returns; it is there once it is whole.

    Raises:
        Refused: ``save.exists`` when something of that name is there already, which stays as it is; ``save.failed``,
            see `save`.
    """
    if os.path.lexists(path):
        raise _exists(path)
    with _told(path.parent):
        return _whole(path, write, put=_put_new)


def _exists(path: Path) -> Refused:
    return Refused(
        "save.exists",
        "{name} is there already; it is not overwritten.",
        hint="Choose another name, or move that file away first.",
        name=path.name or str(path),
    )


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise Refused(
            "save.failed",
            "{folder} cannot be written to: {reason}.",
            hint="Choose another folder, or make room.",
            folder=folder.name or str(folder),
            reason=why(fault),
        ) from None


def _bytes(path: Path, data: bytes) -> Path:
    _whole(path, lambda file: file.write(data))
    return path


def _replace(made: Path, path: Path) -> None:
    made.replace(path)


def _put_new(made: Path, path: Path) -> None:
    """Give a file its name unless another has it meanwhile; where there are no links, that is looked up before."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        raise _exists(path) from None
    except OSError:
        if os.path.lexists(path):
            raise _exists(path) from None
        made.replace(path)
    made.unlink(missing_ok=True)


def _whole(path: Path, write: Callable[[BinaryIO], _T], *, put: Callable[[Path, Path], None] = _replace) -> _T:
    """Write a file under another name and rename it, which no reader can catch half done."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".aigaq-")
    try:
        with os.fdopen(handle, "w+b") as file:
            made = write(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        put(Path(name), path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return made
