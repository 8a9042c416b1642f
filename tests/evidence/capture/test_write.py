"""Whatever a server sends, its bytes are in the file, and every digest holds."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.evidence.capture import Reason, Terms
from aigaq.evidence.capture.exchange import Exchange
from aigaq.evidence.capture.keep import keep
from aigaq.evidence.capture.url import Url
from aigaq.evidence.capture.write import interim, pem, write_fetched
from tests.evidence.capture.archive import blocks, check
from tests.evidence.capture.conftest import NOW

PIECES = [
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 103 x\r\n\r\n",
    b"A: b\r\n",
    b" more\r\n",
    b"\r\n",
    b"\n",
    b"\r",
    b"x",
    b" ",
    b"\t\r\n",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=40)), max_size=12).map(b"".join),
    st.sampled_from([b"", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"]),
)
def test_any_bytes(received: bytes, sent: bytes) -> None:
    terms = Terms(client="aigaq 9", state=lambda: "frozen")
    exchange = Exchange(
        Url.of("http://example.org/"), NOW, BytesIO(received), sent, len(received), reason=Reason.PROTOCOL
    )
    start = interim(exchange.received)
    with tempfile.TemporaryDirectory() as name:
        warc = keep(Path(name), lambda out: write_fetched(out, [exchange], terms=terms), at=NOW)
        file = Path(name) / warc.file
        assert check(file) == ""
        assert blocks(file, "response") == ([received[start:]] if received[start:] else [])
        assert blocks(file, "request") == ([sent] if sent else [])
        assert start == 0 or received[:start] in blocks(file, "metadata")


@pytest.mark.parametrize(
    ("received", "start"),
    [
        (b"", 0),
        (b"HTTP/1.1 200 OK\r\n\r\n", 0),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", 25),
        (b"HTTP/1.1 100\n\nHTTP/1.1 103 x\r\nA: b\r\n\r\nrest", 38),
        (b"HTTP/1.1 101 Switching Protocols\r\n\r\n", 0),
        (b"HTTP/1.1 103 x\r\nA: b\r\n", 0),
        (b"HTTP/1.1 1003 x\r\n\r\n", 0),
    ],
)
def test_where_interim_responses_end(received: bytes, start: int) -> None:
    assert interim(BytesIO(received)) == start


def test_certificates_as_pem() -> None:
    text = pem([b"\x00" * 60, b"\x01"]).decode()
    assert text.count("-----BEGIN CERTIFICATE-----\n") == text.count("-----END CERTIFICATE-----\n") == 2
    assert max(map(len, text.splitlines())) == 64
