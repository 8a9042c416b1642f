"""From the certificate of a signer up to a root.

Source: RFC 5280 section 6.1, as far as a time stamp needs it: signatures, validity at one moment, which certificate
may sign others (basicConstraints with its path length, keyUsage), and RFC 3161 section 2.3 for the signer itself.
Revocation is not looked at: it would need the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from aigaq.errors import IntegrityFailure
from aigaq.evidence.stamp.authority import certificate, issued
from aigaq.evidence.stamp.token import HASHES, SIGNATURES, Signer

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

MOST = 32
"""More certificates are not looked at."""


def check_purpose(signer: Certificate) -> None:
    """Check that a certificate is for time stamps and for nothing else.

    Raises:
        IntegrityFailure: It has no critical extended key usage, or another one than timeStamping.
    """
    from cryptography.x509 import ExtendedKeyUsage, ExtensionNotFound
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        usage = signer.extensions.get_extension_for_class(ExtendedKeyUsage)
    except ExtensionNotFound:
        usage = None
    if usage is None or not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise IntegrityFailure(
            "stamp.purpose",
            "The certificate of «{authority}» is not one for time stamps.",
            hint="Ask another authority: RFC 3161 demands a certificate that is for nothing but time stamps.",
            authority=name(signer),
        )


def check_algorithm(signed: Signer, signer: Certificate) -> None:
    """Check that a signature is of a kind that is read, and goes with the key of the certificate.

    Raises:
        IntegrityFailure: ``stamp.algorithm``.
    """
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    kinds = {"RSA": rsa.RSAPublicKey, "EC": ec.EllipticCurvePublicKey}
    kind, digest = SIGNATURES.get(signed.algorithm, ("", ""))
    if not kind or not isinstance(signer.public_key(), kinds[kind]) or digest not in ("", signed.digest):
        raise IntegrityFailure(
            "stamp.algorithm",
            "The stamp states that it is signed with {oid}, which does not go with its certificate.",
            hint="RSA and ECDSA with SHA-256, SHA-384 or SHA-512 are read. Look for another copy, or get a new stamp.",
            oid=signed.algorithm,
        )


def path(
    signer: Certificate, *, roots: Iterable[bytes], others: Iterable[bytes], at: datetime
) -> tuple[Certificate, ...]:
    """Return the certificates from ``signer`` to a root, both included.

    Args:
        signer: The certificate that the signature was made with.
        roots: Certificates that are trusted.
        others: Certificates that may stand between.
        at: When all of them must be valid.

    Raises:
        IntegrityFailure: No path leads to a root, or only one with a certificate that was not valid then.
    """
    trusted = [certificate(der) for der in dict.fromkeys(roots)]
    between = [certificate(der) for der in dict.fromkeys(others)]
    found = _shortest(signer, _valid(trusted, at), _valid(between, at)) if _valid([signer], at) else ()
    return found or _none(signer, _shortest(signer, trusted, between), at)


def _none(signer: Certificate, expired: tuple[Certificate, ...], at: datetime) -> NoReturn:
    """Say why there is no path: there is one of certificates that were not valid, or there is none."""
    if expired:
        raise IntegrityFailure(
            "stamp.expired",
            "The certificate of «{authority}» was not valid at {time}, the time of the stamp.",
            hint="Do not rely on this stamp. Get a new one.",
            authority=name(next(one for one in expired if not _valid([one], at))),
            time=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
    raise IntegrityFailure(
        "stamp.chain",
        "The stamp is by «{authority}», whose certificate leads to none of the roots that were given.",
        hint="Give the root certificate of this authority with --authority, or ask where the stamp is from.",
        authority=name(signer),
    )


def name(one: Certificate) -> str:
    """Return whose a certificate is, e.g. ``CN=Example TSA,O=Example``, as it can stand on a terminal."""
    return "".join(sign for sign in one.subject.rfc4514_string() if sign.isprintable())


def _shortest(signer: Certificate, roots: list[Certificate], between: list[Certificate]) -> tuple[Certificate, ...]:
    """Return the shortest path to a root; empty when there is none. Every certificate is passed once at most."""
    reached: list[tuple[Certificate, ...]] = [(signer,)]
    while reached:
        for below in reached:
            if below[-1] in roots:
                return below
        further: list[tuple[Certificate, ...]] = []
        for below in reached:
            above = [one for one in (*roots, *between) if _may_sign(one, below)]
            further += [(*below, one) for one in above]
            between = [one for one in between if one not in above]
        reached = further[:MOST]
    return ()


def _may_sign(one: Certificate, below: tuple[Certificate, ...]) -> bool:
    """Return True if a certificate signed the last one of those below it, and may have as many below."""
    from cryptography.x509 import BasicConstraints, ExtensionNotFound, KeyUsage

    if one in below or below[-1].issuer != one.subject or not _strong(below[-1]):
        return False
    try:
        basic = one.extensions.get_extension_for_class(BasicConstraints).value
    except ExtensionNotFound:
        return False
    try:
        usage = one.extensions.get_extension_for_class(KeyUsage).value.key_cert_sign
    except ExtensionNotFound:
        usage = True
    deep_enough = basic.path_length is None or len(below) - 1 <= basic.path_length
    return basic.ca and usage and deep_enough and issued(below[-1], by=one)


def _strong(one: Certificate) -> bool:
    """Return True if a certificate is signed over a hash that still counts."""
    hashed = one.signature_hash_algorithm
    return hashed is not None and hashed.name in HASHES.values()


def _valid(some: list[Certificate], at: datetime) -> list[Certificate]:
    return [one for one in some if one.not_valid_before_utc <= at <= one.not_valid_after_utc]
