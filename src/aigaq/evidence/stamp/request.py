"""Requests for time stamps (RFC 3161 section 2.4.1)."""

from __future__ import annotations

from aigaq.errors import UnreadableInput
from aigaq.evidence.stamp.der import Malformed
from aigaq.evidence.stamp.token import Request, read_request


def request(data: bytes) -> bytes:
    """Return a TimeStampReq for ``data``: its SHA-256, a fresh random number, the certificate asked for.

    >>> from hashlib import sha256
    >>> asked = read_asked(request(b"a checkpoint"))
    >>> asked.imprint == ("sha256", sha256(b"a checkpoint").digest()), asked.nonce is not None
    (True, True)
    """
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    builder = TimestampRequestBuilder(data, HashAlgorithm.SHA256, nonce=True, cert_req=True)
    return builder.build().as_bytes()


def read_asked(data: bytes) -> Request:
    """Return what a request asks for.

    Raises:
        UnreadableInput: It is no request.
    """
    try:
        return read_request(data)
    except Malformed:
        raise UnreadableInput(
            "stamp.request",
            "The request is none in the form of RFC 3161.",
            hint="Make a new one: aigaq evidence stamp DOSSIER --request FILE.",
        ) from None
