"""Responses that ``openssl ts`` made, and what it thinks of altered ones."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aigaq.errors import AigaqError
from aigaq.evidence.stamp import Authority, check, request
from tests.evidence.stamp import maker, openssl
from tests.evidence.stamp.maker import Tsa

DATA = b"dossier/3f2a9c1b00d4e5f6\n12\n"


@pytest.mark.parametrize("hashed", ["sha1", "sha256", "sha384", "sha512"])
@pytest.mark.parametrize("chain", ["no", "yes"])
@pytest.mark.parametrize("who", [maker.plain(), maker.chained()], ids=["EC", "RSA"])
def test_a_response_of_openssl_is_read(who: Tsa, chain: str, hashed: str, tmp_path: Path) -> None:
    asked = request(DATA)
    response = openssl.answer(who, asked, tmp_path, chain=chain, hashed=hashed, digits=3)
    stamp = check(response, data=DATA, authorities=[Authority.read(who.pem)], request=asked)
    assert stamp.accuracy == timedelta(seconds=1, milliseconds=500)
    assert abs(stamp.time - datetime.now(UTC)) < timedelta(minutes=2)


def test_altered_responses_are_refused_by_both(tmp_path: Path) -> None:
    who = maker.plain()
    asked = request(DATA)
    response = openssl.answer(who, asked, tmp_path)
    assert openssl.accepts(who, response, DATA, tmp_path)
    chosen = random.Random(11)
    for at in sorted(chosen.sample(range(len(response)), 60)):
        changed = bytearray(response)
        changed[at] ^= 1 << chosen.randrange(8)
        with pytest.raises(AigaqError):
            check(bytes(changed), data=DATA, authorities=[Authority.read(who.pem)], request=asked)
    assert not openssl.accepts(who, response, DATA + b"\n", tmp_path)
