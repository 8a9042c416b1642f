"""Everything that a log does to a disk, each step flushed before the next."""

from __future__ import annotations

import os
from pathlib import Path


class Disk:
    """The disk that a log lies on. ``put`` and ``flush`` are the only steps that can be half done."""

    def write(self, path: Path, data: bytes, *, at: int = 0) -> None:
        """Write ``data`` into a file from the byte ``at`` on, and flush it; the file is made if need be."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o666)
        try:
            done = 0
            while done < len(data):
                done += self.put(handle, data[done:], at=at + done)
            self.flush(handle)
        finally:
            os.close(handle)

    def cut(self, path: Path, length: int) -> None:
        """Cut a file to ``length`` bytes and flush it."""
        handle = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            self.trim(handle, length)
            self.flush(handle)
        finally:
            os.close(handle)

    def replace(self, path: Path, data: bytes, *, by: Path) -> None:
        """Give the file ``path`` new contents at one stroke; they are written to the file ``by`` first."""
        self.write_whole(by, data)
        self.move(by, path)
        self.flush_folder(path.parent)

    def write_whole(self, path: Path, data: bytes) -> None:
        """Write a file that holds ``data`` and nothing else, and flush it."""
        self.write(path, data)
        self.cut(path, len(data))

    def move(self, path: Path, to: Path) -> None:
        """Give a file the name of another one, which it takes the place of."""
        path.replace(to)

    def make(self, folder: Path) -> None:
        """Make a folder, and flush the one that it lies in."""
        folder.mkdir(exist_ok=True)
        self.flush_folder(folder.parent)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink(missing_ok=True)

    def flush_folder(self, folder: Path) -> None:
        """Flush the names of the files of a folder."""
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self.flush(handle)
        finally:
            os.close(handle)

    def put(self, handle: int, data: bytes, *, at: int) -> int:
        """Write what goes in at one call and return how much that was."""
        return os.pwrite(handle, data, at)

    def trim(self, handle: int, length: int) -> None:
        """Cut an open file."""
        os.ftruncate(handle, length)

    def flush(self, handle: int) -> None:
        """Wait until the disk holds what was written."""
        os.fsync(handle)


DISK = Disk()
