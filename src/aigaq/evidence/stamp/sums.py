"""``SHA256SUMS`` beside the stamps: which files a person put there, and that each is as it was.

Much of a time stamp is not signed (certificates beside it, what the authority says in words), and one that is gone
leaves no trace in the log. This list, in the format of ``sha256sum -c``, names every file with its hash. It guards
against damage and loss; whoever tampers on purpose can write it anew, and then the signatures have to speak.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from aigaq.errors import UnreadableInput

SUMS = "stamps/SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  ((?:stamps|authorities)/[a-z0-9][a-z0-9.-]{0,80})", re.ASCII)


def read_sums(data: bytes) -> dict[str, str]:
    """Return the hash of each file, by its name.

    Raises:
        UnreadableInput: ``stamp.sums`` when it is not written as ``write_sums`` writes it.
    """
    found = [_LINE.fullmatch(line) for line in data.decode("utf-8", "replace").split("\n")[:-1]]
    sums = {match[2]: match[1] for match in found if match}
    if write_sums(sums) != data:
        raise UnreadableInput(
            "stamp.sums",
            "The list of the stamps is not written as it should be.",
            hint="Put {name} back from a copy of the dossier.",
            name=SUMS,
        )
    return sums


def write_sums(sums: Mapping[str, str]) -> bytes:
    """Return the list as it stands in the file.

    >>> write_sums({"stamps/00000001.tsq": "0" * 64}).split()[1]
    b'stamps/00000001.tsq'
    """
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()


def sha256(data: bytes) -> str:
    """Return the hash of a file as it stands in the list."""
    return hashlib.sha256(data).hexdigest()
