"""The script's own judgement on stamps, held against rfc3161-client and against openssl over many tamperings."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.errors import AigaqError
from aigaq.evidence.stamp import Authority, check, read_asked, request
from aigaq.evidence.verify.alone.judgement import certificates, judge
from aigaq.evidence.verify.alone.words import Fault
from tests.evidence.stamp import maker, openssl
from tests.evidence.stamp.maker import Tsa, plain
from tests.evidence.stamp.test_check import DATA, WRONG, unsorted


@cache
def asked() -> bytes:
    return request(DATA)


def accepts(response: bytes, who: Tsa) -> bool:
    """Return True if the script accepts a response."""
    roots, nonce = certificates(who.pem), read_asked(asked()).nonce
    try:
        judge(response, data=DATA, roots=roots, between=[], nonce=nonce)
    except Fault:
        return False
    return True


def first_accepts(response: bytes, who: Tsa) -> bool:
    """Return True if the software itself does."""
    try:
        check(response, data=DATA, authorities=[Authority.read(who.pem)], request=asked())
    except AigaqError:
        return False
    return True


@pytest.mark.parametrize("who", [plain(), maker.chained()], ids=["EC", "RSA"])
def test_what_a_stamp_says(who: Tsa) -> None:
    stamp = check(who.answer(asked()), data=DATA, authorities=[Authority.read(who.pem)])
    stated = judge(who.answer(asked()), data=DATA, roots=certificates(who.pem), between=[], nonce=None)
    assert stated == (stamp.latest, stamp.authority, stamp.root)


def test_the_order_of_certificates_does_not_matter() -> None:
    who = maker.chained()
    assert accepts(unsorted(who.answer(asked()), who), who)


@pytest.mark.parametrize("case", WRONG)
def test_each_fault_is_found(case: str) -> None:
    who, changes, _ = WRONG[case]
    trusted = plain() if case == "another authority" else who
    assert not accepts(who.answer(asked(), **changes), trusted)


@pytest.mark.parametrize("who", [plain(), maker.chained()], ids=["EC", "RSA"])
def test_every_changed_byte_is_judged_as_by_the_software_itself(who: Tsa) -> None:
    response = who.answer(asked())
    chosen = random.Random(5)
    for at in range(len(response)):
        changed = bytearray(response)
        changed[at] ^= 1 << chosen.randrange(8)
        assert not accepts(bytes(changed), who), at
        assert not first_accepts(bytes(changed), who), at


@settings(max_examples=200)
@given(st.data())
def test_both_agree_over_many_tamperings(data: st.DataObject) -> None:
    who = maker.chained()
    response = bytearray(who.answer(asked()))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(response) - 1))
        kind = data.draw(st.sampled_from(["set", "cut", "add"]))
        if kind == "set":
            response[at] = data.draw(st.integers(0, 255))
        elif kind == "cut":
            del response[at]
        else:
            response.insert(at, data.draw(st.integers(0, 255)))
    assert accepts(bytes(response), who) is first_accepts(bytes(response), who)


@pytest.mark.parametrize("chain", ["no", "yes"])
@pytest.mark.parametrize("who", [plain(), maker.chained()], ids=["EC", "RSA"])
def test_it_agrees_with_openssl(who: Tsa, chain: str, tmp_path: Path) -> None:
    response = openssl.answer(who, asked(), tmp_path, chain=chain)
    assert accepts(response, who) and openssl.accepts(who, response, DATA, tmp_path)
    chosen = random.Random(6)
    for at in chosen.sample(range(len(response)), 30):
        changed = bytearray(response)
        changed[at] ^= 1 << chosen.randrange(8)
        # openssl leaves some bytes aside that the script does not (versions, names of algorithms), never the reverse
        assert not accepts(bytes(changed), who)
        if openssl.accepts(who, bytes(changed), DATA, tmp_path):
            assert not first_accepts(bytes(changed), who)


def test_it_trusts_only_what_signs_itself() -> None:
    who = plain()
    assert not accepts(who.answer(asked()), Tsa(who.signer, (who.signer,)))


@pytest.mark.parametrize("data", [b"", b"words", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
def test_a_file_without_certificates_has_none(data: bytes) -> None:
    assert certificates(data) == []


def test_several_certificates_are_read() -> None:
    who = maker.chained()
    assert certificates(who.signer.pem + b"notes\n" + who.pem) == [who.signer.der, who.above[-1].der]
    assert certificates(who.above[-1].der) == [who.above[-1].der]
