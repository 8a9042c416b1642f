"""Framing and codings are taken off, whole or told; a bomb fills neither memory nor time."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.evidence.capture.body import Body, End


def read(raw: bytes, *, most: int = 1 << 20) -> tuple[bytes, End]:
    body = Body(most)
    return b"".join(body.pieces(BytesIO(raw))), body.end


def response(body: bytes, *headers: str) -> bytes:
    return "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", *headers, "")).encode() + body


def sized(body: bytes, *headers: str) -> bytes:
    return response(body, f"Content-Length: {len(body)}", *headers)


def packed(data: bytes, bits: int) -> bytes:
    opener = zlib.compressobj(9, zlib.DEFLATED, bits)
    return opener.compress(data) + opener.flush()


TEXT = b"one two three " * 20
ZIP = gzip.compress(TEXT, mtime=0)


@pytest.mark.parametrize(
    ("raw", "content", "end"),
    [
        (sized(TEXT), TEXT, End.WHOLE),
        (sized(b""), b"", End.WHOLE),
        (response(TEXT), TEXT, End.WHOLE),
        (response(b"3\r\nabc\r\n2;x\r\nde\r\n0\r\nT: 1\r\n\r\n", "Transfer-Encoding: chunked"), b"abcde", End.WHOLE),
        (sized(ZIP, "Content-Encoding: gzip"), TEXT, End.WHOLE),
        (sized(ZIP, "Content-Encoding: X-GZIP"), TEXT, End.WHOLE),
        (sized(ZIP + ZIP, "Content-Encoding: gzip"), TEXT * 2, End.WHOLE),
        (sized(zlib.compress(TEXT), "Content-Encoding: deflate"), TEXT, End.WHOLE),
        (sized(packed(TEXT, -15), "Content-Encoding: deflate"), TEXT, End.WHOLE),
        (sized(gzip.compress(zlib.compress(TEXT)), "Content-Encoding: deflate, gzip"), TEXT, End.WHOLE),
        (sized(TEXT, "Content-Encoding: identity"), TEXT, End.WHOLE),
        (sized(b"", "Content-Encoding: gzip"), b"", End.WHOLE),
        (b"HTTP/1.1 103 x\r\n\r\n" + sized(TEXT), TEXT, End.WHOLE),
        (sized(TEXT)[:-5], TEXT[:-5], End.CUT),
        (response(b"3\r\nab", "Transfer-Encoding: chunked"), b"ab", End.CUT),
        (b"HTTP/1.1 200 OK\r\n", b"", End.CUT),
        (b"", b"", End.CUT),
        (b"rubbish\r\n\r\n", b"", End.CUT),
        (sized(ZIP[:-4], "Content-Encoding: gzip"), TEXT, End.UNREADABLE),
        (sized(TEXT, "Content-Encoding: gzip"), b"", End.UNREADABLE),
        (sized(TEXT, "Content-Encoding: br"), b"", End.UNREADABLE),
        (sized(ZIP + b"rest", "Content-Encoding: gzip"), TEXT, End.UNREADABLE),
        (sized(zlib.compress(TEXT) + b"rest", "Content-Encoding: deflate"), TEXT, End.UNREADABLE),
    ],
)
def test_content(raw: bytes, content: bytes, end: End) -> None:
    assert read(raw) == (content, end)


@pytest.mark.parametrize(
    ("size", "most", "kept", "end"),
    [(100, 100, 100, End.WHOLE), (101, 100, 100, End.TOO_LARGE), (1 << 24, 1000, 1000, End.TOO_LARGE)],
)
def test_a_bomb_ends_at_the_bound(size: int, most: int, kept: int, end: End) -> None:
    raw = sized(gzip.compress(b"\0" * size), "Content-Encoding: gzip")
    content, ended = read(raw, most=most)
    assert (len(content), ended) == (kept, end)


@settings(deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(["", "gzip", "deflate", "raw"]), st.booleans(), st.integers(1, 999))
def test_what_is_packed_comes_back(data: bytes, coding: str, chunks: bool, step: int) -> None:
    body = {"": data, "gzip": gzip.compress(data), "deflate": zlib.compress(data), "raw": packed(data, -15)}[coding]
    named = [f"Content-Encoding: {'deflate' if coding == 'raw' else coding}"] if coding else []
    if not chunks:
        assert read(sized(body, *named)) == (data, End.WHOLE)
        return
    pieces = [body[at : at + step] for at in range(0, len(body), step)]
    framed = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    assert read(response(framed, "Transfer-Encoding: chunked", *named)) == (data, End.WHOLE)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_come_to_an_end(raw: bytes) -> None:
    content, _ = read(raw, most=1000)
    assert len(content) <= 1000
