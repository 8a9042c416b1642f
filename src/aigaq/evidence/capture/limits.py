"""The bounds of one capture: of time, of size, of politeness."""

from __future__ import annotations

from typing import Final

from attrs import frozen

MIB: Final = 1024 * 1024


@frozen(kw_only=True)
class Limits:
    """What one look may cost.

    Args:
        connect: Seconds to find and reach the server, and to agree on encryption.
        read: Seconds without a single byte.
        total: Seconds for the whole look, redirects included; what drips slowly ends here.
        max_bytes: Bytes received in the whole look; what came is kept.
        max_decoded: Bytes of content after decompression; what was decompressed is counted.
        max_head: Bytes of one status line with its headers.
        max_hops: Redirects that are followed.
        pause: Seconds between two requests to one host.
        max_file: Bytes of a file that is imported.
        examine: Seconds to look for dates and a title in what came.
    """

    connect: float = 20.0
    read: float = 30.0
    total: float = 300.0
    max_bytes: int = 64 * MIB
    max_decoded: int = 256 * MIB
    max_head: int = 64 * 1024
    max_hops: int = 10
    pause: float = 1.0
    max_file: int = 512 * MIB
    examine: float = 20.0


LIMITS: Final = Limits()
