"""What a time stamp says, read from its bytes without judging it.

Sources: RFC 3161 section 2.4 (TimeStampReq, TimeStampResp, TSTInfo), RFC 5652 section 5 (SignedData), RFC 5816 and
RFC 5035 (signing-certificate-v2). Whether the signature holds, and whose it is, is for others to say.

Only the standard library is used, and of it only what Python 3.9 has: this text is also a part of the script in a
bundle.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from aigaq.evidence.stamp.der import (
    INTEGER,
    OCTETS,
    OID,
    SEQUENCE,
    SET,
    Element,
    Malformed,
    integer,
    moment,
    octets,
    oid,
    one,
)

SIGNED_DATA, TST_INFO = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"
BOOLEAN, TRUE = 0x01, Element(0x01, b"\x01\x01\xff", b"\xff")
NULL = b"\x05\x00"
HASHES = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
"""The hashes that count, by their object identifiers."""

SIGNATURES = {
    "1.2.840.113549.1.1.1": ("RSA", ""),
    "1.2.840.113549.1.1.11": ("RSA", "sha256"),
    "1.2.840.113549.1.1.12": ("RSA", "sha384"),
    "1.2.840.113549.1.1.13": ("RSA", "sha512"),
    "1.2.840.10045.4.3.2": ("EC", "sha256"),
    "1.2.840.10045.4.3.3": ("EC", "sha384"),
    "1.2.840.10045.4.3.4": ("EC", "sha512"),
}
"""The signatures that count: the kind of key, and the hash; where it is empty, that of the signer's digest."""

MOST = 1 << 20
"""A response of more bytes is none."""

MOST_CERTIFICATES = 16
"""A token with more is none."""


class Info(NamedTuple):
    """TSTInfo: what the authority states."""

    policy: str
    imprint: tuple[str, bytes]
    serial: int
    time: datetime
    accuracy: timedelta | None
    nonce: int | None


class Signer(NamedTuple):
    """SignerInfo: who signed, and what exactly."""

    issuer: bytes
    serial: int
    digest: str
    attributes: dict[str, Element]
    signed: bytes
    algorithm: str
    signature: bytes


class Token(NamedTuple):
    """A time stamp token: what is stated, the certificates beside it, and who signed."""

    content: bytes
    info: Info
    certificates: tuple[bytes, ...]
    signer: Signer


class Request(NamedTuple):
    """TimeStampReq: the hash that is to be stamped, and the number that must come back."""

    imprint: tuple[str, bytes]
    nonce: int | None


def read_token(response: bytes) -> tuple[int, Token | None]:
    """Return the status of a TimeStampResp, and its token if there is one.

    Raises:
        Malformed: These bytes are no such response.
    """
    if len(response) > MOST:
        raise Malformed("a response is not as long as this")
    parts = one(response).parts()
    if not 1 <= len(parts) <= 2 or parts[0].tag != SEQUENCE:
        raise Malformed("a response holds a status and a token")
    status = integer(_first(parts[0].parts(), "a status"))
    return status, _signed_data(parts[1]) if len(parts) == 2 else None


def read_request(data: bytes) -> Request:
    """Return what a TimeStampReq asks for.

    Raises:
        Malformed: These bytes are no such request.
    """
    parts = one(data[:MOST]).parts()
    if len(parts) < 2 or integer(parts[0]) != 1:
        raise Malformed("a request has version 1 and a hash")
    rest = {part.tag: part for part in parts[2:]}
    known = rest.keys() <= {OID, INTEGER, BOOLEAN} and list(rest) == [part.tag for part in parts[2:]]
    if not known or rest.get(BOOLEAN, TRUE) != TRUE:
        raise Malformed("a request is longer than it should be")
    return Request(_imprint(parts[1]), integer(rest[INTEGER]) if INTEGER in rest else None)


def certificate_hash(signer: Signer) -> tuple[str, bytes]:
    """Return the hash of the certificate that the signature names as its own, and which hash it is.

    Raises:
        Malformed: It names none. RFC 3161 section 2.4.1 demands that it does.
    """
    newer, older = signer.attributes.get(SIGNING_CERTIFICATE_V2), signer.attributes.get(SIGNING_CERTIFICATE)
    named = newer or older
    if named is None:
        raise Malformed("the signature does not say which certificate it was made with")
    parts = _first(_first(_value(named).parts(), "a list").parts(), "a certificate").parts()
    if newer and parts and parts[0].tag == SEQUENCE:
        return _hash(parts[0]), octets(_first(parts[1:], "a hash"))
    return "sha256" if newer else "sha1", octets(_first(parts, "a hash"))


def _signed_data(element: Element) -> Token:
    kind, content = _two(element)
    if oid(kind) != SIGNED_DATA or content.tag != 0xA0:
        raise Malformed("the token is not signed data")
    parts = one(content.content).parts()
    if len(parts) < 4 or integer(parts[0]) not in (3, 5) or {parts[1].tag, parts[-1].tag} != {SET}:
        raise Malformed("the signed data is incomplete")
    kind, inner = _two(parts[2])
    if oid(kind) != TST_INFO or inner.tag != 0xA0:
        raise Malformed("what is signed is no time stamp")
    stated = octets(one(inner.content, OCTETS))
    beside = [tuple(inside.whole for inside in part.parts()) for part in parts[3:-1] if part.tag == 0xA0]
    signers = parts[-1].parts()
    if len(signers) != 1 or len(beside) > 1 or len(beside[:1] and beside[0]) > MOST_CERTIFICATES:
        raise Malformed("a token has one signer, and its certificates once")
    signer = _signer(signers[0])
    if signer.digest not in [HASHES.get(_algorithm(part)) for part in parts[1].parts()]:
        raise Malformed("the hash that was signed is not announced")
    return Token(stated, _info(stated), beside[0] if beside else (), signer)


def _info(stated: bytes) -> Info:
    parts = one(stated).parts()
    if len(parts) < 5 or integer(parts[0]) != 1:
        raise Malformed("the statement is incomplete")
    rest = {part.tag: part for part in parts[5:]}
    if len(rest) != len(parts) - 5:
        raise Malformed("something is stated twice")
    accuracy, nonce = rest.get(SEQUENCE), rest.get(INTEGER)
    return Info(
        policy=oid(parts[1]),
        imprint=_imprint(parts[2]),
        serial=integer(parts[3]),
        time=moment(parts[4]),
        accuracy=_accuracy(accuracy) if accuracy else None,
        nonce=integer(nonce) if nonce else None,
    )


def _signer(element: Element) -> Signer:
    parts = element.parts()
    if element.tag != SEQUENCE or len(parts) < 6 or integer(parts[0]) != 1 or parts[3].tag != 0xA0:
        raise Malformed("the signer is not named by issuer and number, or signed no attributes")
    issuer, serial = _two(parts[1])
    attributes: dict[str, Element] = {}
    for attribute in parts[3].parts():
        kind, values = _two(attribute)
        if values.tag != SET or attributes.setdefault(oid(kind), values) is not values:
            raise Malformed("an attribute is signed twice, or is none")
    return Signer(
        issuer=issuer.whole,
        serial=integer(serial),
        digest=_hash(parts[2]),
        attributes=attributes,
        signed=bytes([SET]) + parts[3].whole[1:],
        algorithm=_algorithm(parts[4]),
        signature=octets(parts[5]),
    )


def _algorithm(element: Element) -> str:
    parts = element.parts()
    if element.tag != SEQUENCE or not 1 <= len(parts) <= 2 or [part.whole for part in parts[1:]] not in ([], [NULL]):
        raise Malformed("an algorithm without parameters was expected")
    return oid(parts[0])


def _hash(element: Element) -> str:
    named = _algorithm(element)
    if named not in HASHES:
        raise Malformed("a hash is neither SHA-256, SHA-384 nor SHA-512")
    return HASHES[named]


def _imprint(element: Element) -> tuple[str, bytes]:
    algorithm, value = _two(element)
    return _hash(algorithm), octets(value)


def _accuracy(element: Element) -> timedelta:
    units = {INTEGER: ("seconds", 0, 10**9), 0x80: ("milliseconds", 1, 999), 0x81: ("microseconds", 1, 999)}
    values = {}
    for part in element.parts():
        unit, least, most = units.get(part.tag, ("", 0, 0))
        if not unit or unit in values or not least <= integer(part, part.tag) <= most:
            raise Malformed("an accuracy is seconds, milliseconds and microseconds")
        values[unit] = integer(part, part.tag)
    return timedelta(**values)


def value(signer: Signer, attribute: str) -> Element:
    """Return the one value of a signed attribute.

    Raises:
        Malformed: It is not signed, or has several.
    """
    if attribute not in signer.attributes:
        raise Malformed("the signature lacks an attribute that it must have")
    return _value(signer.attributes[attribute])


def _value(values: Element) -> Element:
    return one(values.content, values.content[0] if values.content else 0)


def _two(element: Element) -> tuple[Element, Element]:
    parts = element.parts()
    if element.tag != SEQUENCE or len(parts) != 2:
        raise Malformed("two elements were expected")
    return parts[0], parts[1]


def _first(parts: list[Element], expected: str) -> Element:
    if not parts:
        raise Malformed(f"{expected} was expected")
    return parts[0]
