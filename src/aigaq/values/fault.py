"""What the operating system says when a file cannot be used, as a sentence that can be shown in another language."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from aigaq.values.message import Message

_SAID: Final[Mapping[int, Message]] = {
    errno.ENOENT: Message("no such file or directory"),
    errno.EACCES: Message("permission denied"),
    errno.EPERM: Message("operation not permitted"),
    errno.EISDIR: Message("it is a folder, not a file"),
    errno.ENOTDIR: Message("not a directory"),
    errno.EEXIST: Message("file exists"),
    errno.ENOSPC: Message("no space left on device"),
    errno.EROFS: Message("read-only file system"),
    errno.ENAMETOOLONG: Message("file name too long"),
    errno.ELOOP: Message("too many levels of symbolic links"),
}


def why(fault: OSError) -> str:
    """Return what the system says, as a message where it is a usual thing, else in the system's own words.

    >>> why(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'no such file or directory'
    >>> why(OSError(errno.EIO, "Input/output error")), why(OSError())
    ('input/output error', 'unknown fault')
    """
    known = _SAID.get(fault.errno) if fault.errno is not None else None
    return known or (fault.strerror.lower() if fault.strerror else Message("unknown fault"))
