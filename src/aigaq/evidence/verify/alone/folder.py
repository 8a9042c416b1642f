"""The files of a bundle: which there are, that each is as it was packed, and reading them within bounds."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from aigaq.evidence.verify.alone.words import Fault, Message

SUMS = "SHA256SUMS"
SUM = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)")
OF_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What operating systems leave in a folder that was looked at."""

NONE = "-"
"""Stands where a hash would, and equals none."""

SCRIPT = "verify.py"
CODE = (".py", ".pyc", ".pyo", ".pyd", ".pyw", ".so", ".dll", ".dylib", ".pth", ".egg", ".whl")
"""How the names of files end that Python can run, or load."""

SMALL = 16 << 20
"""A file that is read as a whole has no more bytes."""


def names(folder: Path) -> list[str]:
    """Return the names of all files, and of links, in a folder and below it; links are not followed."""
    found = []
    for path, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(path) / name).is_symlink()]
        there = [name for name in (*files, *links) if name not in OF_SYSTEMS]
        found += [(Path(path) / name).relative_to(folder).as_posix() for name in there]
    return sorted(found)


def read(folder: Path, name: str) -> bytes:
    """Return a small file.

    Raises:
        Fault: It is not there, is a link, or is not small.
    """
    path = folder / name
    try:
        if not path.is_symlink() and path.is_file() and path.stat().st_size <= SMALL:
            return path.read_bytes()
    except OSError:
        pass
    raise Fault(Message("{name} is not there, or cannot be read.", name=name))


def sha256(folder: Path, name: str) -> str:
    """Return the hash of a file of any size; "-", which is no hash, when it is not there or is a link."""
    digest, path = hashlib.sha256(), folder / name
    if path.is_symlink() or not path.is_file():
        return NONE
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def damages(folder: Path) -> list[Message]:
    """Return what is wrong with the files: changed, missing, added."""
    found: list[Message] = []
    packed: dict[str, str] = {}
    for line in read(folder, SUMS).decode("utf-8", "replace").splitlines():
        match = SUM.fullmatch(line)
        if match is None or ".." in match[2].split("/"):
            raise Fault(Message("{name} is not written as it should be.", name=SUMS))
        packed[match[2]] = match[1]
    there = set(names(folder)) - {SUMS}
    for name in sorted(packed.keys() | there):
        if name != SCRIPT and name.lower().endswith(CODE):
            found.append(Message("{name} is a program, and a bundle has none but {script}.", name=name, script=SCRIPT))
        elif name not in packed:
            found.append(Message("{name} was not packed with the rest.", name=name))
        elif name not in there:
            found.append(Message("{name} is missing.", name=name))
        elif sha256(folder, name) != packed[name]:
            found.append(Message("{name} is not as it was packed.", name=name))
    return found
