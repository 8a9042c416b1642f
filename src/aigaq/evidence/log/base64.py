"""Base64 (RFC 4648 section 4) that has one way of writing each value, so that no byte of a signed file is free."""

from __future__ import annotations

import binascii


def to_base64(data: bytes) -> str:
    """Return ``data`` in base64, with padding.

    >>> to_base64(b"key")
    'a2V5'
    """
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def from_base64(text: str) -> bytes | None:
    """Return the bytes that ``text`` writes; None when ``to_base64`` would not write them so.

    >>> from_base64("a2V5"), from_base64("a2V6=="), from_base64("YR=="), from_base64("a2 V5")
    (b'key', None, None, None)
    """
    try:
        data = binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    except ValueError:
        return None
    return data if to_base64(data) == text else None
