"""A time stamping authority for tests: certificates as one likes them, and tokens written byte by byte.

It is written from RFC 3161 and RFC 5652 alone, so that a response can also be wrong in one place on purpose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from attrs import frozen
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from aigaq.evidence.stamp.token import read_request

NOON = datetime(2025, 11, 16, 12, 0, tzinfo=UTC)
FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
SHA256 = "2.16.840.1.101.3.4.2.1"


@frozen
class Certified:
    """A key and its certificate."""

    key: Key
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


@frozen
class Tsa:
    """An authority: the certificate that signs, those above it, the root last."""

    signer: Certified
    above: tuple[Certified, ...]

    @property
    def pem(self) -> bytes:
        return self.above[-1].pem

    def answer(self, request: bytes, **changes: Any) -> bytes:
        """Return the response to a request; ``changes`` make it another one."""
        asked = read_request(request)
        return response(self, **({"nonce": asked.nonce, "digest": asked.imprint[1]} | changes))


def certified(
    name: str,
    *,
    by: Certified | None = None,
    key: Key | None = None,
    valid: tuple[datetime, datetime] = (FROM, UNTIL),
    extensions: Sequence[tuple[x509.ExtensionType, bool]] = (),
) -> Certified:
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder(subject_name=subject, issuer_name=by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return Certified(key, builder.sign(by.key if by else key, hashes.SHA256()))


def ca(name: str, *, by: Certified | None = None, length: int | None = None, **options: Any) -> Certified:
    return certified(name, by=by, extensions=[(x509.BasicConstraints(True, length), True)], **options)


def stamping(*purposes: x509.ObjectIdentifier, critical: bool = True) -> list[tuple[x509.ExtensionType, bool]]:
    wanted = purposes or (ExtendedKeyUsageOID.TIME_STAMPING,)
    return [(x509.ExtendedKeyUsage(wanted), critical)]


def tsa(name: str, *, signer: dict[str, Any] | None = None, root: dict[str, Any] | None = None) -> Tsa:
    """Return an authority with a certificate right under its root."""
    top = ca(f"{name} root", **(root or {}))
    return Tsa(certified(name, by=top, **({"extensions": stamping()} | (signer or {}))), (top,))


@cache
def plain(name: str = "Example TSA") -> Tsa:
    """Return an ordinary authority, the same at every call."""
    return tsa(name)


@cache
def chained() -> Tsa:
    """Return an authority with RSA keys and a certificate between the root and the one that signs."""
    keys = [rsa.generate_private_key(65537, 2048) for _ in range(2)]
    top = ca("Chain root", key=keys[0])
    middle = ca("Chain middle", by=top, length=0)
    return Tsa(certified("Chain TSA", by=middle, key=keys[1], extensions=stamping()), (middle, top))


def response(
    who: Tsa,
    *,
    digest: bytes,
    nonce: int | None = None,
    at: str = "20251116120000Z",
    accuracy: bytes = bytes.fromhex("3003020101"),
    status: int = 0,
    hash_oid: str = SHA256,
    certificates: Sequence[bytes] | None = None,
    named: bytes | None = None,
    without: str = "",
    policy: str = "1.2.3.4.1",
) -> bytes:
    """Return a TimeStampResp, right unless an argument makes it wrong."""
    info = sequence(
        integer(1), oid(policy), sequence(algorithm(hash_oid), octets(digest)), integer(42),
        tlv(0x18, at.encode()), accuracy, integer(nonce) if nonce is not None else b"",
    )  # fmt: skip
    attributes = {
        "content-type": sequence(oid("1.2.840.113549.1.9.3"), many(oid("1.2.840.113549.1.9.16.1.4"))),
        "message-digest": sequence(oid("1.2.840.113549.1.9.4"), many(octets(hashlib.sha256(info).digest()))),
        "certificate": sequence(
            oid("1.2.840.113549.1.9.16.2.47"),
            many(sequence(sequence(sequence(octets(hashlib.sha256(named or who.signer.der).digest()))))),
        ),
    }
    signed = many(*(value for key, value in attributes.items() if key != without))
    beside = [who.signer.der, *(one.der for one in who.above[:-1])] if certificates is None else certificates
    token = sequence(
        oid("1.2.840.113549.1.7.2"),
        tlv(0xA0, sequence(
            integer(3), many(algorithm(SHA256)),
            sequence(oid("1.2.840.113549.1.9.16.1.4"), tlv(0xA0, octets(info))),
            tlv(0xA0, b"".join(sorted(beside))) if beside else b"",
            many(_signer(who.signer, signed)),
        )),
    )  # fmt: skip
    return sequence(sequence(integer(status)), token if status < 2 else b"")


def _signer(signer: Certified, signed: bytes) -> bytes:
    certificate = signer.certificate
    if isinstance(signer.key, rsa.RSAPrivateKey):
        made, kind = signer.key.sign(signed, padding.PKCS1v15(), hashes.SHA256()), algorithm("1.2.840.113549.1.1.11")
    else:
        made, kind = signer.key.sign(signed, ec.ECDSA(hashes.SHA256())), sequence(oid("1.2.840.10045.4.3.2"))
    return sequence(
        integer(1), sequence(certificate.issuer.public_bytes(), integer(certificate.serial_number)),
        algorithm(SHA256), b"\xa0" + signed[1:], kind, octets(made),
    )  # fmt: skip


def unsorted(answer: bytes, who: Tsa) -> bytes:
    """Return the same response with its certificates the other way round."""
    beside = sorted([who.signer.der, *(one.der for one in who.above[:-1])])
    assert b"".join(beside) in answer
    return answer.replace(b"".join(beside), b"".join(reversed(beside)))


def later(days: int) -> tuple[datetime, datetime]:
    """Return a validity that begins some days after noon of the stamps here."""
    return NOON + timedelta(days=days), UNTIL


def tlv(tag: int, content: bytes) -> bytes:
    size = len(content)
    length = bytes([size]) if size < 0x80 else _long(size)
    return bytes([tag]) + length + content


def _long(size: int) -> bytes:
    raw = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(raw)]) + raw


def sequence(*parts: bytes) -> bytes:
    return tlv(0x30, b"".join(parts))


def many(*parts: bytes) -> bytes:
    return tlv(0x31, b"".join(sorted(parts)))


def octets(data: bytes) -> bytes:
    return tlv(0x04, data)


def integer(value: int) -> bytes:
    return tlv(0x02, value.to_bytes((value + (value < 0)).bit_length() // 8 + 1, "big", signed=True))


def algorithm(dotted: str) -> bytes:
    return sequence(oid(dotted), b"\x05\x00")


def oid(dotted: str) -> bytes:
    first, second, *rest = (int(number) for number in dotted.split("."))
    return tlv(0x06, b"".join(_base128(number) for number in (40 * first + second, *rest)))


def _base128(number: int) -> bytes:
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(0x80 | number & 0x7F)
    return bytes(reversed(digits))
