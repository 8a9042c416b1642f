"""Stamps that hold, and every way in which one does not: each has its own error."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.errors import AigaqError, IntegrityFailure
from aigaq.evidence.stamp import Authority, Stamp, check, read_asked, read_response, request
from tests.evidence.stamp import maker
from tests.evidence.stamp.maker import Tsa, ca, later, plain, stamping, tsa, unsorted

DATA = b"dossier/3f2a9c1b00d4e5f6\n12\n"
needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here")


@cache
def asked() -> bytes:
    return request(DATA)


def judged(response: bytes, who: Tsa | None = None, **given: Any) -> Stamp:
    authority = Authority.read((who or plain()).pem)
    return check(response, **({"data": DATA, "authorities": [authority], "request": asked()} | given))


def test_a_request_asks_for_the_hash_with_a_number_and_the_certificate() -> None:
    first, second = read_asked(request(DATA)), read_asked(request(DATA))
    assert first.imprint == second.imprint
    assert first.imprint[0] == "sha256"
    assert first.nonce != second.nonce
    assert request(DATA).endswith(bytes.fromhex("0101ff"))


@pytest.mark.parametrize("who", [plain(), maker.chained()], ids=["EC, right under the root", "RSA, one between"])
def test_what_a_stamp_says(who: Tsa) -> None:
    stamp = judged(who.answer(asked()), who)
    assert (stamp.time, stamp.accuracy, stamp.serial) == (maker.NOON, timedelta(seconds=1), 42)
    assert (stamp.policy, stamp.judge) == ("1.2.3.4.1", "rfc3161-client")
    assert stamp.authority == who.signer.certificate.subject.rfc4514_string()
    assert stamp.root == who.above[-1].certificate.fingerprint(maker.hashes.SHA256()).hex()


@pytest.mark.parametrize(
    ("at", "accuracy", "latest"),
    [
        ("20251116120000Z", "3003020101", "12:00:01"),
        ("20251116120000.25Z", "3003020101", "12:00:02"),
        ("20251116120000Z", "", "12:00:00"),
        ("20251116120000Z", "3004800201f4", "12:00:01"),
        ("20251116120059Z", "3007020105800201f4", "12:01:05"),
    ],
)
def test_the_latest_time_takes_the_accuracy_in(at: str, accuracy: str, latest: str) -> None:
    stamp = judged(plain().answer(asked(), at=at, accuracy=bytes.fromhex(accuracy)))
    assert stamp.latest == datetime.fromisoformat(f"2025-11-16T{latest}+00:00")
    assert stamp.time == datetime.strptime(at[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC) + timedelta(
        microseconds=250_000 if "." in at else 0
    )


@needs_openssl
def test_certificates_out_of_order_are_left_to_openssl() -> None:
    who = maker.chained()
    assert judged(unsorted(who.answer(asked()), who), who).judge == "openssl ts"


@needs_openssl
def test_openssl_finds_an_altered_signature() -> None:
    who = maker.chained()
    response = unsorted(who.answer(asked()), who)
    with pytest.raises(IntegrityFailure) as found:
        judged(response[:-1] + bytes([response[-1] ^ 1]), who)
    assert found.value.code == "stamp.signature"


def test_without_openssl_it_is_said_that_nobody_can_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    who = maker.chained()
    with pytest.raises(AigaqError) as found:
        judged(unsorted(who.answer(asked()), who), who)
    assert (found.value.code, found.value.exit_code) == ("stamp.judge", 4)


def _two_steps(**middle: Any) -> Tsa:
    top = ca("Top")
    between = maker.certified("Between", by=top, **middle)
    return Tsa(maker.certified("Stamper", by=between, extensions=stamping()), (between, top))


def _twin() -> Tsa:
    """Return an authority whose certificate has a twin: same issuer, same number, same key, other bytes."""
    who = plain()
    twin = maker.Certified(who.signer.key, _copy(who))
    return Tsa(twin, who.above)


def _copy(who: Tsa) -> x509.Certificate:
    old = who.signer.certificate
    builder = x509.CertificateBuilder(old.issuer, old.subject, old.public_key(), old.serial_number)
    builder = builder.not_valid_before(maker.FROM).not_valid_after(maker.UNTIL + timedelta(days=1))
    for extension, critical in stamping():
        builder = builder.add_extension(extension, critical)
    return builder.sign(who.above[-1].key, maker.hashes.SHA256())


CA = [(x509.BasicConstraints(True, None), True)]
WRONG: dict[str, tuple[Tsa, dict[str, Any], str]] = {
    "another number": (plain(), {"nonce": 7}, "stamp.nonce"),
    "no number": (plain(), {"nonce": None}, "stamp.nonce"),
    "other bytes": (plain(), {"digest": b"\0" * 32}, "stamp.other-data"),
    "a hash cut short": (plain(), {"digest": b"\0" * 31}, "stamp.other-data"),
    "SHA-1": (plain(), {"hash_oid": "1.3.14.3.2.26"}, "stamp.unreadable"),
    "rejected": (plain(), {"status": 2}, "stamp.not-granted"),
    "waiting": (plain(), {"status": 3}, "stamp.not-granted"),
    "granted with changes": (plain(), {"status": 1}, "stamp.not-granted"),
    "another authority": (plain("Other TSA"), {}, "stamp.chain"),
    "no extended key usage": (tsa("Bare", signer={"extensions": []}), {}, "stamp.purpose"),
    "extended key usage not critical": (
        tsa("Lax", signer={"extensions": stamping(critical=False)}), {}, "stamp.purpose",
    ),
    "a certificate for servers": (
        tsa("Server", signer={"extensions": stamping(ExtendedKeyUsageOID.SERVER_AUTH)}), {}, "stamp.purpose",
    ),
    "two purposes": (
        tsa("Two", signer={
            "extensions": stamping(ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING)
        }), {}, "stamp.purpose",
    ),
    "expired": (tsa("Old", signer={"valid": (maker.FROM, maker.NOON - timedelta(days=1))}), {}, "stamp.expired"),
    "not yet valid": (tsa("New", signer={"valid": later(1)}), {}, "stamp.expired"),
    "an expired root": (tsa("Old root", root={"valid": (maker.FROM, maker.NOON - timedelta(1))}), {}, "stamp.expired"),
    "an expired certificate between": (
        _two_steps(extensions=CA, valid=(maker.FROM, maker.NOON - timedelta(1))), {}, "stamp.expired",
    ),
    "between, and no authority": (_two_steps(extensions=[]), {}, "stamp.chain"),
    "the certificate between is not there": (
        (chain := maker.chained()), {"certificates": [chain.signer.der]}, "stamp.chain",
    ),
    "no certificate at all": (plain(), {"certificates": []}, "stamp.no-certificate"),
    "another certificate is named": (plain(), {"named": b"another"}, "stamp.signature"),
    "its twin is named": (_twin(), {"certificates": [plain().signer.der]}, "stamp.signature"),
    "no certificate is named": (plain(), {"without": "certificate"}, "stamp.unreadable"),
    "no digest is signed": (plain(), {"without": "message-digest"}, "stamp.unreadable"),
    "no kind is signed": (plain(), {"without": "content-type"}, "stamp.unreadable"),
    "a broken certificate": (plain(), {"certificates": [b"\x30\x03\x02\x01\x01"]}, "stamp.signature"),
    "another time zone": (plain(), {"at": "20251116120000+0500"}, "stamp.unreadable"),
    "an accuracy that is none": (plain(), {"accuracy": bytes.fromhex("3003800100")}, "stamp.unreadable"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_each_fault_has_its_own_error(case: str) -> None:
    who, changes, code = WRONG[case]
    trusted = plain() if case == "another authority" else who
    with pytest.raises(AigaqError) as found:
        judged(who.answer(asked(), **changes), trusted)
    assert found.value.code == code


def test_a_chain_longer_than_a_root_allows_is_none() -> None:
    top = ca("Short", length=0)
    between = ca("Between", by=top)
    who = Tsa(maker.certified("Stamper", by=between, extensions=stamping()), (between, top))
    with pytest.raises(IntegrityFailure) as found:
        judged(who.answer(asked()), who)
    assert found.value.code == "stamp.chain"


def test_a_root_inside_the_stamp_is_not_trusted() -> None:
    who = plain("Made up")
    response = who.answer(asked(), certificates=[who.signer.der, who.above[-1].der])
    with pytest.raises(IntegrityFailure) as found:
        judged(response, plain())
    assert found.value.code == "stamp.chain"


def test_a_stamp_without_certificates_is_checked_with_those_of_the_authority() -> None:
    who = plain()
    authority = Authority.read(who.pem + who.signer.pem)
    assert check(who.answer(asked(), certificates=[]), data=DATA, authorities=[authority]).serial == 42


def test_certificates_between_may_come_from_elsewhere_and_are_not_trusted() -> None:
    who = maker.chained()
    response = who.answer(asked(), certificates=[who.signer.der])
    between = Authority((), (who.above[0].der,))
    assert judged(response, who, between=[between]).serial == 42
    with pytest.raises(IntegrityFailure):
        judged(response, plain(), between=[Authority.read(who.pem), between])


def test_a_loop_of_certificates_ends() -> None:
    one, other = ca("A"), ca("B")
    pair = [ca("A", by=other, key=one.key), ca("B", by=one, key=other.key)]
    who = Tsa(maker.certified("Stamper", by=pair[0], extensions=stamping()), (*pair, plain().above[0]))
    with pytest.raises(IntegrityFailure) as found:
        judged(who.answer(asked()))
    assert found.value.code == "stamp.chain"


def test_every_changed_byte_is_found() -> None:
    response = plain().answer(asked())
    for at in range(len(response)):
        for bit in (0x01, 0x80):
            changed = bytearray(response)
            changed[at] ^= bit
            with pytest.raises(AigaqError):
                judged(bytes(changed))


def test_every_cut_is_found() -> None:
    response = plain().answer(asked())
    for end in range(len(response)):
        with pytest.raises(AigaqError):
            judged(response[:end])
    with pytest.raises(AigaqError):
        judged(response + b"\0")


@settings(max_examples=300)
@given(st.data())
def test_no_bytes_bring_it_down(data: st.DataObject) -> None:
    response = bytearray(maker.chained().answer(asked()))
    for _ in range(data.draw(st.integers(1, 8))):
        response[data.draw(st.integers(0, len(response) - 1))] = data.draw(st.integers(0, 255))
    try:
        stamp = judged(bytes(response), maker.chained())
    except AigaqError:
        return
    assert stamp.time == maker.NOON


@given(st.binary(max_size=200))
def test_what_is_no_response_is_unreadable(data: bytes) -> None:
    with pytest.raises(AigaqError) as found:
        read_response(data)
    assert found.value.code in {"stamp.unreadable", "stamp.not-granted"}
