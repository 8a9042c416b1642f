"""A document is examined in a process of its own; that it could not be is not the same as stating nothing."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from aigaq.evidence.capture import Stated
from aigaq.evidence.capture.stated import Found, Kind, examine, kind_of, media_by
from tests.evidence.capture.stated import samples


def look_into(data: bytes, kind: Kind, *, seconds: float = 20.0) -> Found:
    return examine(io.BytesIO(data), kind, seconds=seconds)


@pytest.mark.parametrize(
    ("data", "kind", "title"),
    [
        (b"<html><title>a</title>", Kind.HTML, "a"),
        (samples.pdf(), Kind.PDF, "Bill"),
        (samples.office(), Kind.ZIP, "Салыстырма кесте"),
        (samples.MHTML, Kind.MHTML, "Заң"),
        (b"anything", Kind.OTHER, ""),
    ],
)
def test_each_kind(data: bytes, kind: Kind, title: str) -> None:
    assert look_into(data, kind).title == title


@pytest.mark.parametrize(
    ("data", "kind", "seconds", "why"),
    [
        (b"%PDF- no", Kind.PDF, 20.0, "damaged"),
        (b"PK\x03\x04", Kind.ZIP, 20.0, "damaged"),
        (b"<html>", Kind.HTML, 0.001, "too slow"),
    ],
)
def test_what_could_not_be_examined_says_so(data: bytes, kind: Kind, seconds: float, why: str) -> None:
    assert look_into(data, kind, seconds=seconds).stated == (Stated(f"{kind.value}:unread", why, ""),)


@pytest.mark.parametrize(
    ("answer", "why"), [(b"", "stopped"), (b"[]", "stopped"), (b'{"title":1}', "stopped"), (b'{"fault":"odd"}', "odd")]
)
def test_a_child_that_answers_nonsense(monkeypatch: pytest.MonkeyPatch, answer: bytes, why: str) -> None:
    import subprocess

    done = subprocess.CompletedProcess([], 0, answer, b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    assert look_into(b"<html>", Kind.HTML).stated == (Stated("html:unread", why, ""),)


def test_a_child_that_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["aigaq.evidence.capture.stated.examine"]
    monkeypatch.setattr(module, "_CHILD", "aigaq.no_such_module")
    assert look_into(b"<html>", Kind.HTML).stated == (Stated("html:unread", "stopped", ""),)
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert look_into(b"<html>", Kind.HTML).stated == (Stated("html:unread", "stopped", ""),)


def test_a_page_that_takes_for_ever_is_left() -> None:
    nested = b"<html><title>deep</title>" + b"<div>" * 200_000
    assert look_into(nested, Kind.HTML, seconds=1.0).stated == (Stated("html:unread", "too slow", ""),)


def test_a_document_of_more_than_is_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["aigaq.evidence.capture.stated.examine"], "_LARGEST", 5)
    assert look_into(b"<html>", Kind.HTML).stated == (Stated("html:unread", "too large", ""),)


@pytest.mark.parametrize(
    ("head", "media", "name", "kind"),
    [
        (b"%PDF-1.7", "text/html", "x.html", Kind.PDF),
        (b"junk %PDF-1.4", "", "", Kind.PDF),
        (b"PK\x03\x04", "text/html", "", Kind.ZIP),
        (b"\xef\xbb\xbf <!DOCTYPE HTML>", "", "", Kind.HTML),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", "", "", Kind.HTML),
        (b"<p>1", "text/html", "", Kind.HTML),
        (b"<p>1", "", "page.htm", Kind.HTML),
        (b"words", "", "page.htm", Kind.OTHER),
        (b"WARC/1.1\r\n", "", "", Kind.WARC),
        (b"\x1f\x8b\x08", "", "a.warc.gz", Kind.WARC),
        (b"\x1f\x8b\x08", "", "a.gz", Kind.OTHER),
        (samples.MHTML[:4096], "", "page.mht", Kind.MHTML),
        (b"MIME-Version: 1.0\n\nwords", "", "", Kind.OTHER),
        (b"", "", "", Kind.OTHER),
        (b"words", "text/plain", "", Kind.OTHER),
    ],
)
def test_kinds(head: bytes, media: str, name: str, kind: Kind) -> None:
    assert kind_of(head, media=media, name=name) is kind


@pytest.mark.parametrize(
    ("kind", "name", "media"),
    [
        (Kind.PDF, "x.docx", "application/pdf"),
        (Kind.ZIP, "x.wacz", "application/wacz"),
        (Kind.ZIP, "x", "application/zip"),
        (Kind.OTHER, "x.TXT", "text/plain"),
        (Kind.OTHER, "x.html", "application/octet-stream"),
    ],
)
def test_media_types_of_files(kind: Kind, name: str, media: str) -> None:
    assert media_by(kind, name=name) == media


def test_the_child_imports_no_network(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys, aigaq.evidence.capture.stated.child\n"
        "print(*sorted(sys.modules.keys() & {'httpcore2', 'ssl', 'cryptography', 'aigaq.app'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert run.stdout.split() == []
