"""Certificates of a time stamping authority, as a person gives them.

Source: RFC 5280 section 4 (certificates), section 6.1 (paths). Trust starts at a root, a certificate that signs
itself, and at no other; certificates between are only used to get there.
"""

from __future__ import annotations

import hashlib
import warnings
from typing import TYPE_CHECKING

from attrs import frozen

from aigaq.errors import Refused, UnreadableInput

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

MOST = 1 << 20


@frozen
class Authority:
    """The certificates of an authority.

    Args:
        roots: Those that sign themselves, as DER.
        others: Those between, as DER; they count only with a root above them.
    """

    roots: tuple[bytes, ...]
    others: tuple[bytes, ...] = ()

    @classmethod
    def read(cls, data: bytes) -> Authority:
        """Return the authority in a file of certificates, PEM or DER.

        Raises:
            UnreadableInput: There is no certificate in it, or a broken one.
            Refused: None of them is a root.
        """
        found = tuple(dict.fromkeys(_certificates(data)))
        roots = tuple(der for der in found if signs_itself(certificate(der)))
        if not roots:
            raise Refused(
                "stamp.no-root",
                "None of the {n} certificates is a root: each is signed by another.",
                hint="Ask the authority for its root certificate, and add it to the file.",
                n=len(found),
            )
        return cls(roots, tuple(der for der in found if der not in roots))

    def pem(self) -> bytes:
        """Return the certificates as PEM, with nothing else that stood in the file."""
        from cryptography.hazmat.primitives.serialization import Encoding

        return b"".join(certificate(der).public_bytes(Encoding.PEM) for der in (*self.roots, *self.others))


def fingerprint(one: Certificate) -> str:
    """Return the SHA-256 of a certificate in hexadecimal, as browsers and authorities print it."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return hashlib.sha256(one.public_bytes(Encoding.DER)).hexdigest()


def certificate(der: bytes) -> Certificate:
    """Return a certificate, read.

    Raises:
        UnreadableInput: It is broken, or its number is not positive (RFC 5280 section 4.1.2.2).
    """
    from cryptography.x509 import load_der_x509_certificate

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = load_der_x509_certificate(der)
            _ = found.subject, found.issuer, found.extensions, found.signature_hash_algorithm
            positive = found.serial_number > 0
        except Exception:  # the parser has faults of several kinds, and each means the same here
            raise _broken() from None
    if not positive:
        raise _broken()
    return found


def signs_itself(one: Certificate) -> bool:
    """Return True for a root."""
    return one.subject == one.issuer and issued(one, by=one)


def issued(one: Certificate, *, by: Certificate) -> bool:
    """Return True if ``by`` signed ``one``, whatever else is wrong with either."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        one.verify_directly_issued_by(by)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    return True


def _certificates(data: bytes) -> list[bytes]:
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    if len(data) > MOST:
        raise _broken()
    try:
        if b"-----BEGIN" in data:
            found = [one.public_bytes(Encoding.DER) for one in load_pem_x509_certificates(data)]
        else:
            found = [load_der_x509_certificate(data).public_bytes(Encoding.DER)]
    except ValueError:
        raise _broken() from None
    for der in found:
        certificate(der)
    return found


def _broken() -> UnreadableInput:
    return UnreadableInput(
        "stamp.authority",
        "The file of the authority holds no certificate that can be read.",
        hint="Give its certificates as PEM: text between BEGIN CERTIFICATE and END CERTIFICATE.",
    )
