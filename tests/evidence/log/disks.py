"""Disks that fail, and disks that forget what was not flushed when the power goes."""

from __future__ import annotations

import os
from pathlib import Path

from aigaq.evidence.log.disk import Disk


class Killed(BaseException):
    """The process ends here; nothing of it runs any more."""


class Quick(Disk):
    """A disk that takes no time to flush."""

    def flush(self, handle: int) -> None:
        """Do nothing: no test cuts the power of this machine."""


class Failing(Quick):
    """A disk on which the step number ``at`` fails, half done where it is a write.

    Args:
        at: The step that fails; None to count only.
        fault: What is raised there.
        lasting: True when every step after it fails as well.
    """

    def __init__(self, at: int | None, fault: BaseException, *, lasting: bool = False) -> None:
        self.steps = 0
        self.at, self.fault, self.lasting = at, fault, lasting

    def _step(self) -> bool:
        """Return whether this step fails."""
        self.steps += 1
        return self.at is not None and (self.steps > self.at if self.lasting else self.steps == self.at + 1)

    def _fail_or_go(self) -> None:
        if self._step():
            raise self.fault

    def put(self, handle: int, data: bytes, *, at: int) -> int:
        if self._step():
            super().put(handle, data[: len(data) // 2], at=at)
            raise self.fault
        return super().put(handle, data, at=at)

    def trim(self, handle: int, length: int) -> None:
        self._fail_or_go()
        super().trim(handle, length)

    def flush(self, handle: int) -> None:
        self._fail_or_go()

    def move(self, path: Path, to: Path) -> None:
        self._fail_or_go()
        super().move(path, to)

    def make(self, folder: Path) -> None:
        self._fail_or_go()
        super().make(folder)

    def remove(self, path: Path) -> None:
        self._fail_or_go()
        super().remove(path)


class Small(Failing):
    """A disk that takes a few bytes at a time."""

    def put(self, handle: int, data: bytes, *, at: int) -> int:
        return super().put(handle, data[:7], at=at)


class Forgetful(Failing):
    """A disk that keeps, when the power goes, only what was flushed.

    Args:
        at: The step at which the power goes.
        folder: The folder whose files it keeps, as they lie there now.
        names: True where names reach the disk at once, whatever is flushed.
    """

    def __init__(self, at: int | None, folder: Path, *, names: bool) -> None:
        super().__init__(at, Killed(), lasting=True)
        self._folder = folder
        self._names = names
        self._flushed = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        self.image = dict(self._flushed)

    def flush(self, handle: int) -> None:
        super().flush(handle)
        path = self._path(handle)
        if path.is_dir():
            self._keep_names(path)
            return
        self._flushed[path] = path.read_bytes()
        if self._names or path in self.image:
            self.image[path] = self._flushed[path]

    def move(self, path: Path, to: Path) -> None:
        super().move(path, to)
        self._flushed[to] = self._flushed.pop(path, b"")
        if self._names:
            self.image.pop(path, None)
            self.image[to] = self._flushed[to]

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._flushed.pop(path, None)

    def _keep_names(self, folder: Path) -> None:
        there = {path for path in folder.iterdir() if path.is_file()}
        elsewhere = {path: data for path, data in self.image.items() if path.parent != folder}
        self.image = elsewhere | {path: self._flushed.get(path, b"") for path in there}

    def _path(self, handle: int) -> Path:
        wanted = os.fstat(handle)
        return next(path for path in (self._folder, *self._folder.rglob("*")) if os.path.samestat(path.stat(), wanted))
