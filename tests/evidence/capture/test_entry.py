"""An entry is its capture, byte for byte and back; anything else is no entry."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from aigaq.errors import UnreadableInput
from aigaq.evidence.capture import (
    Capture,
    Hop,
    How,
    Outcome,
    Reason,
    Stated,
    Tls,
    Warc,
    captures,
    entry,
    is_capture,
    read_entry,
)

NOW = datetime(2025, 11, 16, 10, 15, tzinfo=UTC)
BARE = Capture(
    asked="https://example.org/",
    how=How.FETCHED,
    outcome=Outcome.FAILED,
    reason=Reason.DNS,
    final="https://example.org/",
    started=NOW,
    ended=NOW,
    clock="frozen",
    client="aigaq 9",
)

texts = st.text(max_size=30)
moments = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1)).map(lambda it: it.replace(microsecond=0, tzinfo=UTC))
made = st.builds(
    Capture,
    asked=texts,
    how=st.sampled_from(How),
    outcome=st.sampled_from(Outcome),
    reason=st.sampled_from(Reason),
    status=st.none() | st.integers(100, 599),
    final=texts,
    hops=st.lists(st.builds(Hop, texts, st.none() | st.integers(100, 599)), max_size=3).map(tuple),
    started=moments,
    ended=moments,
    clock=texts,
    client=texts,
    media=texts,
    name=texts,
    bytes=st.integers(0, 1 << 40),
    sha256=texts,
    title=texts,
    warc=st.none() | st.builds(Warc, texts, texts, st.integers(0, 1 << 40)),
    stated=st.lists(st.builds(Stated, texts, texts, texts), max_size=3).map(tuple),
    tls=st.none() | st.builds(Tls, texts, texts, st.lists(texts, max_size=3).map(tuple), st.booleans()),
)


@given(made)
def test_a_capture_comes_back(capture: Capture) -> None:
    data = entry(capture)
    assert b"\n" not in data
    assert read_entry(data) == capture
    assert entry(read_entry(data)) == data


def test_the_bytes_are_canonical() -> None:
    assert entry(BARE).decode() == (
        '{"asked":"https://example.org/","bytes":0,"client":"aigaq 9","clock":"frozen",'
        '"ended":"2025-11-16T10:15:00Z","final":"https://example.org/","format":"aigaq/capture","hops":[],'
        '"how":"fetched","media":"","name":"","outcome":"failed","reason":"dns","sha256":"",'
        '"started":"2025-11-16T10:15:00Z","stated":[],"status":null,"title":"","tls":null,"version":1,"warc":null}'
    )


def changed(**values: object) -> bytes:
    return json.dumps({**json.loads(entry(BARE)), **values}, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        entry(BARE) + b"\n",
        b" " + entry(BARE),
        entry(BARE).replace(b'"bytes":0', b'"bytes": 0'),
        entry(BARE).replace(b'"bytes":0', b'"bytes":0,"bytes":0'),
        entry(BARE).replace(b'"version":1', b'"version":2'),
        entry(BARE).replace(b"2025-11-16T10:15:00Z", b"2025-11-16T15:15:00+05:00"),
        entry(BARE).replace(b"2025-11-16T10:15:00Z", b"2025-11-16"),
        entry(BARE).replace(b"dns", b"\\u0064ns"),
        changed(more=1),
        changed(bytes=-1),
        changed(bytes=True),
        changed(bytes=1.0),
        changed(status="200"),
        changed(how="invented"),
        changed(reason="weather"),
        changed(hops=[{"url": "x"}]),
        changed(hops=[{"url": "x", "status": None, "more": 1}]),
        changed(tls={"version": "", "cipher": "", "chain": "abc", "verified": True}),
        changed(warc=[]),
    ],
)
def test_what_is_no_entry_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_entry(data)
    assert refused.value.code == "capture.entry"


def test_captures_of_a_log_with_other_entries_too() -> None:
    second = evolve(BARE, asked='"format":"aigaq/capture"')
    log = [b'{"format":"aigaq/other"}', entry(BARE), b"words", entry(second)]
    assert list(captures(log)) == [(1, BARE), (3, second)]
    assert [is_capture(data) for data in log] == [False, True, False, True]
    with pytest.raises(UnreadableInput):
        list(captures([b'{"format":"aigaq/capture"}']))


def test_moments_are_written_in_utc_and_whole_seconds() -> None:
    here = datetime(2025, 11, 16, 15, 15, 0, 999_999, tzinfo=timezone(timedelta(hours=5)))
    assert evolve(BARE, started=here).started == NOW
    assert entry(evolve(BARE, started=here, ended=here)) == entry(BARE)
