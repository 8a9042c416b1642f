"""Whether the response of an authority is a stamp that can be relied on.

Sources: RFC 3161 section 2.4, RFC 5816 (the certificate that signed is named by its hash), RFC 5652 section 5.6.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from aigaq.errors import IntegrityFailure, Refused, UnreadableInput
from aigaq.evidence.stamp.authority import Authority, certificate, fingerprint
from aigaq.evidence.stamp.der import Malformed, octets, oid
from aigaq.evidence.stamp.judge import Case, altered, judge, unreadable
from aigaq.evidence.stamp.path import check_algorithm, check_purpose, name, path
from aigaq.evidence.stamp.request import read_asked
from aigaq.evidence.stamp.token import (
    CONTENT_TYPE,
    MESSAGE_DIGEST,
    TST_INFO,
    Request,
    Token,
    certificate_hash,
    read_token,
    value,
)

if TYPE_CHECKING:
    from cryptography.x509 import Certificate


@frozen
class Stamp:
    """What an authority states about some bytes: that they existed at a time.

    Args:
        time: The time, in UTC.
        accuracy: How far the time may be off; None when the authority does not say.
        serial: Number of the stamp at this authority.
        policy: Object identifier of the policy it works under.
        authority: Whose certificate signed, e.g. ``CN=Example TSA,O=Example``.
        root: SHA-256 of the root certificate that this certificate leads to.
        judge: Who found that the signature holds: ``rfc3161-client`` or ``openssl ts``.
    """

    time: datetime
    accuracy: timedelta | None
    serial: int
    policy: str
    authority: str
    root: str
    judge: str

    @property
    def latest(self) -> datetime:
        """Return the second by which the bytes existed: the time and its accuracy, rounded up."""
        late = self.time + (self.accuracy or timedelta())
        return (late + timedelta(seconds=1 if late.microsecond else 0)).replace(microsecond=0)


def read_response(data: bytes) -> Token:
    """Return what a response says; nothing of it is judged.

    Raises:
        UnreadableInput: It is no response.
        Refused: The authority gave no stamp.
    """
    try:
        status, token = read_token(data)
    except Malformed:
        raise unreadable() from None
    if status != 0 or token is None:
        raise Refused(
            "stamp.not-granted",
            "The authority gave no stamp: its answer has status {status}.",
            hint="Ask again later, or ask another authority.",
            status=status,
        )
    return token


def check(
    response: bytes,
    *,
    data: bytes,
    authorities: Sequence[Authority],
    request: bytes | None = None,
    between: Sequence[Authority] = (),
) -> Stamp:
    """Return what a response proves about ``data``.

    Args:
        response: The TimeStampResp, as it came.
        data: The bytes that were to be stamped.
        authorities: Whose roots are trusted.
        request: The TimeStampReq that the response answers, where it is still there.
        between: Certificates that may help to reach a root; none of them is trusted.

    Raises:
        UnreadableInput: The response or the request is none.
        Refused: The authority gave no stamp, or nobody here can judge it.
        IntegrityFailure: It is about other bytes, answers another request, was altered, or its certificate is
            no certificate for time stamps, was not valid then or leads to no root that was given.
    """
    token = read_response(response)
    _check_certificates(token)
    _check_imprint(token, data)
    if request is not None:
        _check_request(token, read_asked(request), data)
    others = tuple(der for one in authorities for der in one.others)
    others += tuple(der for one in between for der in (*one.roots, *one.others))
    roots = tuple(der for one in authorities for der in one.roots)
    signer = _signer(token, (*token.certificates, *others, *roots))
    check_algorithm(token.signer, certificate(signer))
    check_purpose(certificate(signer))
    steps = path(certificate(signer), roots=roots, others=(*token.certificates, *others), at=token.info.time)
    case = Case(response, token, data, signer, Authority(roots, others))
    return _stamp(token, steps, by=judge(case))


def _stamp(token: Token, steps: tuple[Certificate, ...], *, by: str) -> Stamp:
    info = token.info
    return Stamp(info.time, info.accuracy, info.serial, info.policy, name(steps[0]), fingerprint(steps[-1]), by)


def _check_certificates(token: Token) -> None:
    for der in token.certificates:
        try:
            certificate(der)
        except UnreadableInput:
            raise altered() from None


def _check_imprint(token: Token, data: bytes) -> None:
    algorithm, digest = token.info.imprint
    if hashlib.new(algorithm, data).digest() != digest:
        raise IntegrityFailure(
            "stamp.other-data",
            "The stamp is about other bytes than these.",
            hint="Look for the file that was stamped, or for the stamp of this file.",
        )


def _check_request(token: Token, asked: Request, data: bytes) -> None:
    algorithm, digest = asked.imprint
    if hashlib.new(algorithm, data).digest() != digest or asked.nonce != token.info.nonce:
        raise IntegrityFailure(
            "stamp.nonce",
            "The response does not answer this request.",
            hint="Look for the response to this request: an older answer may have been sent again.",
        )


def _signer(token: Token, known: Sequence[bytes]) -> bytes:
    """Return the certificate that signed; the signature names it by issuer and number, and by its hash."""
    try:
        algorithm, named = certificate_hash(token.signer)
        digest, kind = octets(value(token.signer, MESSAGE_DIGEST)), oid(value(token.signer, CONTENT_TYPE))
    except Malformed:
        raise unreadable() from None
    if hashlib.new(token.signer.digest, token.content).digest() != digest or kind != TST_INFO:
        raise altered()
    same = [der for der in known if _is(certificate(der), token)]
    for der in same:
        if hashlib.new(algorithm, der, usedforsecurity=False).digest() == named:
            return der
    if same:
        raise altered()
    raise IntegrityFailure(
        "stamp.no-certificate",
        "The certificate that the stamp was signed with is neither in it nor among those given.",
        hint="Add the certificate of the authority's stamping service to the file of its certificates.",
    )


def _is(one: Certificate, token: Token) -> bool:
    return (one.issuer.public_bytes(), one.serial_number) == (token.signer.issuer, token.signer.serial)
