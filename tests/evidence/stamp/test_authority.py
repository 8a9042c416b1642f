from __future__ import annotations

import pytest

from aigaq.errors import AigaqError
from aigaq.evidence.stamp import Authority
from tests.evidence.stamp import maker


def test_roots_and_others_are_told_apart() -> None:
    who = maker.chained()
    middle, top = who.above
    found = Authority.read(middle.pem + who.signer.pem + top.pem + top.pem)
    assert found == Authority((top.der,), (middle.der, who.signer.der))
    assert Authority.read(found.pem()) == found


def test_a_single_certificate_may_be_der() -> None:
    top = maker.plain().above[0]
    assert Authority.read(top.der) == Authority((top.der,))


def test_only_certificates_are_kept() -> None:
    noted = b"subject=/CN=Somebody\nhome = /home/somebody\n" + maker.plain().pem
    assert Authority.read(noted).pem() == maker.plain().pem


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "stamp.authority"),
        (b"words", "stamp.authority"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "stamp.authority"),
        (b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "stamp.authority"),
        (b"\x30" * (1 << 21), "stamp.authority"),
        (maker.plain().signer.pem, "stamp.no-root"),
    ],
    ids=range(6),
)
def test_what_is_no_authority(data: bytes, code: str) -> None:
    with pytest.raises(AigaqError) as found:
        Authority.read(data)
    assert found.value.code == code


def test_a_root_whose_signature_is_not_its_own_is_none() -> None:
    top = maker.plain().above[0].der
    with pytest.raises(AigaqError) as found:
        Authority.read(top[:-1] + bytes([top[-1] ^ 1]))
    assert found.value.code == "stamp.no-root"
