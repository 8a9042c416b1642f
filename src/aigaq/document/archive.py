"""ZIP archives without a trace of when and where they were made."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can state; it stands for "not stated"."""


def pack(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of ``members``: same members, same bytes, on every machine.

    >>> pack({"a.txt": b"1"}) == pack({"a.txt": b"1"})
    True
    """
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return packed.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive that this program made, in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
