"""The two judges of a signature: rfc3161-client, and ``openssl ts`` for what it does not read.

rfc3161-client takes only responses whose certificates stand in the order that DER demands of a SET. Some
authorities do not keep it; such a response is given to ``openssl ts -verify`` instead, where openssl is there.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from aigaq.errors import IntegrityFailure, Refused, UnreadableInput
from aigaq.evidence.stamp.authority import Authority, certificate
from aigaq.evidence.stamp.token import Token

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

CLIENT, OPENSSL = "rfc3161-client", "openssl ts"
SECONDS = 30


@frozen
class Case:
    """What a judge is given.

    Args:
        response: The TimeStampResp.
        token: What it says, as read here.
        data: The bytes that were stamped.
        signer: The certificate that the signature was made with, as DER.
        authority: The certificates that are trusted, and those between.
    """

    response: bytes
    token: Token
    data: bytes
    signer: bytes
    authority: Authority


def judge(case: Case) -> str:
    """Judge the signature of a stamp, and return who judged: ``CLIENT`` or ``OPENSSL``.

    Raises:
        IntegrityFailure: The signature does not hold.
        Refused: Only openssl could judge it, and it is not here.
        UnreadableInput: The response is none.
    """
    beside = list(case.token.certificates)
    if beside != sorted(beside):
        _openssl(case)
        return OPENSSL
    _client(case)
    return CLIENT


def _client(case: Case) -> None:
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    try:
        response = decode_timestamp_response(case.response)
        if _read_otherwise(response, case.token):
            raise ValueError
    except Exception:  # the parser has faults of several kinds, and each means the same here
        raise unreadable() from None
    builder = VerifierBuilder(
        roots=[certificate(der) for der in case.authority.roots],
        intermediates=[certificate(der) for der in case.authority.others],
        tsa_certificate=None if case.token.certificates else certificate(case.signer),
    )
    try:
        builder.build().verify_message(response, case.data)
    except VerificationError:
        raise altered() from None


def _read_otherwise(response: TimeStampResponse, token: Token) -> bool:
    """Return True if the library reads other things from the response than were read here."""
    read, info = response.tst_info, token.info
    return (read.gen_time, read.serial_number, read.policy.dotted_string, read.message_imprint.message) != (
        info.time.replace(microsecond=0),
        info.serial,
        info.policy,
        info.imprint[1],
    )


def _openssl(case: Case) -> None:
    program = shutil.which("openssl")
    if program is None:
        raise Refused(
            "stamp.judge",
            "The stamp lists its certificates in an order that only openssl reads, and openssl is not here.",
            hint="Install openssl, and check again. The stamp is kept as it is.",
        )
    with tempfile.TemporaryDirectory(prefix="aigaq-") as folder:
        command = [program, *_arguments(case, Path(folder))]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, cwd=folder)
        except subprocess.TimeoutExpired:
            raise altered() from None
    if done.returncode != 0:
        raise altered()


def _arguments(case: Case, folder: Path) -> list[str]:
    """Write down what openssl needs, and return how to ask it."""
    others = (*case.authority.others, case.signer)
    files = {
        "stamp.tsr": case.response,
        "data": case.data,
        "roots.pem": Authority(case.authority.roots).pem(),
        "others.pem": Authority(others).pem(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    at = str(int(case.token.info.time.timestamp()))
    return [
        *("ts", "-verify", "-attime", at, "-in", "stamp.tsr", "-data", "data"),
        *("-CAfile", "roots.pem", "-untrusted", "others.pem"),
    ]


def altered() -> IntegrityFailure:
    """Return the error for a stamp whose signature does not hold."""
    return IntegrityFailure(
        "stamp.signature",
        "The signature of the stamp does not hold: the stamp or its certificate was altered.",
        hint="Do not rely on this stamp. Look for an unaltered copy of the response, or get a new one.",
    )


def unreadable() -> UnreadableInput:
    """Return the error for bytes that are no response of an authority."""
    return UnreadableInput(
        "stamp.unreadable",
        "The response of the authority is no time stamp in the form of RFC 3161.",
        hint="Save the response as it came (DER, often .tsr), without changing or unpacking it.",
    )
