"""Writing files down: whole or not at all, so that an interruption leaves no half of a table."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from aigaq.errors import Refused


def save(contents: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write ``contents`` into ``folder`` and return the paths.

    Each file is written under another name and then renamed, which no reader can catch half done.

    Raises:
        Refused: The folder cannot be written to, or the disk is full; files already there are as they were.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(folder / name, data) for name, data in contents.items()]
    except OSError as fault:
        raise Refused(
            "save.failed",
            "{folder} cannot be written to: {reason}.",
            hint="Choose another folder with --out, or make room.",
            folder=folder.name or str(folder),
            reason=(fault.strerror or "unknown fault").lower(),
        ) from None


def _write(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".aigaq-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
