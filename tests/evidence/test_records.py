"""The records of a WARC file: changed ones are found, and no bytes bring the reader down or make it speak."""

from __future__ import annotations

import gzip
from contextlib import suppress
from functools import cache
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.evidence.verify import records
from aigaq.evidence.verify.records import imported
from tests.evidence.dossiers import names, sample


@cache
def warcs() -> list[bytes]:
    return [(sample() / name).read_bytes() for name in names(sample()) if name.endswith(".gz")]


CONTENT = "Қаулы мәтіні\n".encode() * 40


def test_every_file_of_ours_holds_and_gives_back_what_was_imported() -> None:
    found = [imported(BytesIO(data)) for data in warcs()]
    assert found.count(("", 0)) == 2
    assert (sha256(CONTENT).hexdigest(), len(CONTENT)) in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Қаулы мәтіні".encode(), "Қаулы мәтену".encode()),
        (b"WARC-Block-Digest: sha256:", b"WARC-Block-Digest: sha256:0"),
        (b"WARC-Block-Digest:", b"WARC-Black-Digest:"),
    ],
)
def test_a_record_that_is_not_what_it_says_is_found(old: bytes, new: bytes) -> None:
    data = next(data for data in map(gzip.decompress, warcs()) if old in data and CONTENT in data)
    with pytest.raises(ValueError, match=r"another|no WARC"):
        imported(BytesIO(gzip.compress(data.replace(old, new))))


def test_a_record_larger_than_any_capture_is_not_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST", 400)
    with pytest.raises(ValueError, match="larger"):
        imported(BytesIO(next(data for data in warcs() if CONTENT in gzip.decompress(data))))


@settings(max_examples=200)
@given(st.data())
def test_no_bytes_bring_it_down(data: st.DataObject) -> None:
    plain = bytearray(gzip.decompress(data.draw(st.sampled_from(warcs()))))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(plain) - 1))
        plain[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=8))
    with suppress(ValueError, EOFError, OSError):
        imported(BytesIO(gzip.compress(plain, 1)))


def test_it_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    plain = (
        gzip.decompress(warcs()[0])
        .replace(b"WARC-Target-URI: ", b"WARC-Target-URI: \x1b[2J ")
        .replace(b"\r\n\r\n", b"\r\n")
    )
    with pytest.raises(ValueError, match=r"another|no WARC"):
        imported(BytesIO(gzip.compress(plain)))
    assert capfd.readouterr() == ("", "")
