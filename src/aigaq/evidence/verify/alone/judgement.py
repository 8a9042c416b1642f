"""Whether a time stamp holds: its signature, its certificate, and the way up to a root.

Sources: RFC 3161 sections 2.3 and 2.4, RFC 5652 section 5.4, RFC 5816, RFC 5280 section 6.1. Revocation is not
looked at: it would need the network.
"""

from __future__ import annotations

import base64
import hashlib
import re
import warnings
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

from aigaq.evidence.stamp.der import Malformed, octets, oid, one
from aigaq.evidence.stamp.token import (
    CONTENT_TYPE,
    MESSAGE_DIGEST,
    SIGNATURES,
    TST_INFO,
    Token,
    certificate_hash,
    read_token,
    value,
)
from aigaq.evidence.verify.alone.words import Fault, Message, plain

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

KNOWN_RULES = {"2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.31", "2.5.29.32", "2.5.29.35", "2.5.29.37"}
"""Extensions of a certificate that may be critical, because they are checked or can be left aside."""

PEM = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\r\n]{1,100000})-----END CERTIFICATE-----")


class Stated(NamedTuple):
    """What an authority states: by when the bytes existed, who says so, and the SHA-256 of the root."""

    latest: datetime
    authority: str
    root: str


def judge(response: bytes, *, data: bytes, roots: list[bytes], between: list[bytes], nonce: int | None) -> Stated:
    """Return what a response states about ``data``, when it can be relied on.

    Args:
        response: The TimeStampResp.
        data: The bytes that were stamped.
        roots: Certificates (DER) that are trusted, if they sign themselves.
        between: Certificates that may help to get there.
        nonce: The number of the request, where the request is there.

    Raises:
        Fault: It cannot, and why.
    """
    try:
        status, token = read_token(response)
        if token is None or status != 0:
            raise Malformed("the authority gave no stamp")
        signer = _own(token, [*token.certificates, *between, *roots])
        _check_signature(token, signer)
    except Malformed:
        raise Fault(Message("It is no time stamp, or it was altered.")) from None
    if hashlib.new(token.info.imprint[0], data).digest() != token.info.imprint[1]:
        raise Fault(Message("It is about other bytes."))
    if nonce is not None and token.info.nonce != nonce:
        raise Fault(Message("It does not answer the request that lies beside it."))
    if not _for_stamps(signer):
        raise Fault(Message("Its certificate is not one for time stamps."))
    root = _root(signer, roots=roots, between=[*token.certificates, *between], at=token.info.time)
    latest = token.info.time + (token.info.accuracy or timedelta())
    latest += timedelta(microseconds=-latest.microsecond % 1_000_000)
    return Stated(latest, plain(signer.subject.rfc4514_string()), hashlib.sha256(root).hexdigest())


def certificates(data: bytes) -> list[bytes]:
    """Return the certificates in a file, as DER: those between the marks of PEM, else the file itself."""
    found = [base64.b64decode(block) for block in PEM.findall(data)]
    return [der for der in found or [data] if load(der) is not None]


def load(der: bytes) -> Certificate | None:
    """Return a certificate, read; None when it is broken, or written otherwise than DER demands."""
    from cryptography.x509 import load_der_x509_certificate

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = load_der_x509_certificate(der)
            _ = found.subject, found.issuer, found.extensions, found.signature_hash_algorithm, found.public_key()
            whole = found.serial_number > 0 and one(der).parts()[2].content[:1] == b"\0"
        except Exception:  # the parser has faults of many kinds, and each means the same here
            return None
    return found if whole else None


def _own(token: Token, known: list[bytes]) -> Certificate:
    """Return the certificate that the signature names: by issuer and number, and by its hash."""
    algorithm, named = certificate_hash(token.signer)
    for der in known:
        found = load(der)
        if found is None or (found.issuer.public_bytes(), found.serial_number) != token.signer[:2]:
            continue
        if hashlib.new(algorithm, der, usedforsecurity=False).digest() == named:
            return found
    raise Malformed("the certificate of the signer is not there")


def _check_signature(token: Token, signer: Certificate) -> None:
    """Check what is signed (the kind and the hash of the statement), and the signature over that."""
    stated = hashlib.new(token.signer.digest, token.content).digest()
    kind, digest = SIGNATURES.get(token.signer.algorithm, ("", ""))
    if octets(value(token.signer, MESSAGE_DIGEST)) != stated or oid(value(token.signer, CONTENT_TYPE)) != TST_INFO:
        raise Malformed("the statement is not what was signed")
    if digest not in ("", token.signer.digest):
        raise Malformed("two hashes are named")
    if not _signed(signer.public_key(), kind, token.signer.digest, (token.signer.signature, token.signer.signed)):
        raise Malformed("the signature does not hold")


def _signed(key: Any, kind: str, digest: str, pair: tuple[bytes, bytes]) -> bool:
    """Return True if ``key`` made the signature ``pair[0]`` over ``pair[1]``: RSA (PKCS #1 v1.5) or ECDSA."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    hashed = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}.get(digest)
    if hashed is None:
        return False
    try:
        if kind == "RSA" and isinstance(key, rsa.RSAPublicKey):
            key.verify(*pair, padding.PKCS1v15(), hashed)
            return True
        if kind == "EC" and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(*pair, ec.ECDSA(hashed))
            return True
    except (InvalidSignature, ValueError):
        return False
    return False


def _for_stamps(signer: Certificate) -> bool:
    """Return True for a certificate whose one purpose is time stamps (RFC 3161 section 2.3), and that may sign."""
    purpose, usage = _extension(signer, "2.5.29.37"), _extension(signer, "2.5.29.15")
    only = (
        purpose is not None and purpose.critical and [p.dotted_string for p in purpose.value] == ["1.3.6.1.5.5.7.3.8"]
    )
    return only and (usage is None or usage.value.digital_signature or usage.value.content_commitment)


def _root(signer: Certificate, *, roots: list[bytes], between: list[bytes], at: datetime) -> bytes:
    """Return the root that a certificate leads to through others, all of them valid at the time of the stamp."""
    trusted = [found for found in map(load, roots) if found is not None and found.issuer == found.subject]
    reached, rest = [(signer, 0)], [*trusted, *(found for found in map(load, between) if found is not None)]
    for below, depth in reached:
        if not _valid(below, at):
            raise Fault(Message("A certificate was not valid at the time of the stamp."))
        if below in trusted:
            return _der(below)
        above = [found for found in rest if _issued(below, found) and _may_sign(found, depth)]
        reached += [(found, depth + 1) for found in above if _valid(found, at) or len(above) == 1]
        rest = [found for found in rest if found not in above]
    raise Fault(Message("Its certificate leads to none of the roots."))


def _issued(lower: Certificate, upper: Certificate) -> bool:
    """Return True if ``upper`` signed ``lower``, whatever else is wrong with either."""
    kind, digest = SIGNATURES.get(lower.signature_algorithm_oid.dotted_string, ("", ""))
    same = lower.issuer == upper.subject
    return same and _signed(upper.public_key(), kind, digest, (lower.signature, lower.tbs_certificate_bytes))


def _may_sign(upper: Certificate, depth: int) -> bool:
    """Return True if a certificate may sign others with ``depth`` certificates between it and the signer."""
    basic, usage = _extension(upper, "2.5.29.19"), _extension(upper, "2.5.29.15")
    known = all(not ext.critical or ext.oid.dotted_string in KNOWN_RULES for ext in upper.extensions)
    if not known or basic is None or not basic.value.ca or (usage is not None and not usage.value.key_cert_sign):
        return False
    return basic.value.path_length is None or depth <= basic.value.path_length


def _valid(lower: Certificate, at: datetime) -> bool:
    bounds = []
    for name in ("not_valid_before", "not_valid_after"):
        found = getattr(lower, f"{name}_utc", None)
        bounds.append(found or getattr(lower, name).replace(tzinfo=timezone.utc))  # noqa: UP017
    return bool(bounds[0] <= at <= bounds[1])


def _extension(lower: Certificate, dotted: str) -> Any:
    return next((ext for ext in lower.extensions if ext.oid.dotted_string == dotted), None)


def _der(lower: Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return bytes(lower.public_bytes(Encoding.DER))
