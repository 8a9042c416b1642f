"""What somebody who can write to a dossier puts there to stop whoever reads it: each ends in an error, and soon."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from aigaq.errors import AigaqError
from aigaq.evidence.capture import Terms, Warc, entry, read_entry, read_url, take
from aigaq.evidence.capture.content import open_checked
from aigaq.evidence.capture.warc import records


def code(act: object) -> str:
    with pytest.raises(AigaqError) as caught:
        act()  # type: ignore[operator]
    return caught.value.code


def test_a_moment_before_all_time_is_no_capture(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    made = take(tmp_path / "a", tmp_path, terms=Terms(now=lambda: datetime(2025, 11, 16, tzinfo=UTC)))
    written = entry(made).replace(b'"started":"2025-11-16T00:00:00Z"', b'"started":"0001-01-01T00:00:00+14:00"')
    assert written != entry(made)
    assert code(lambda: read_entry(written)) == "capture.entry"


@pytest.mark.parametrize("file", ["captures/a\0b", "captures/" + "a" * 5000, "captures/pipe", "captures/\x1b[2J"])
def test_names_and_files_that_are_none(tmp_path: Path, file: str) -> None:
    (tmp_path / "captures").mkdir()
    os.mkfifo(tmp_path / "captures" / "pipe")
    assert code(lambda: open_checked(tmp_path, Warc(file, "0" * 64, 1))) == "capture.changed"


@pytest.mark.parametrize(
    "head",
    [b"X: " + b"a" * 400_000, b"X: a\r\n" * 100_000, b"X: a\r\n" + b" a\r\n" * 100_000],
    ids=["line", "lines", "fold"],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_header_without_end(head: bytes, packed: bool) -> None:
    data = b"WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 0\r\n" + head + b"\r\n\r\n\r\n\r\n"
    with pytest.raises(ValueError, match="a header without end"):
        list(records(BytesIO(gzip.compress(data) if packed else data)))


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u200f", "\u2066", "\u00ad", "\U000e0041"])
def test_a_url_is_shown_as_it_is_asked(sign: str) -> None:
    assert code(lambda: read_url(f"https://example.org/a{sign}b")) == "capture.url"
