"""Files made to hurt: an error with a hint, quickly and within bounds on memory."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest

from aigaq.errors import UnreadableInput
from aigaq.law.read import Limits, read_bytes
from aigaq.law.read.limits import Budget
from tests.law.read.samples import package, zipped

P = "<w:p><w:r><w:t>Текст</w:t></w:r></w:p>"


def zip_bomb() -> bytes:
    return package(P + " " * 30_000_000)


def lying_zip() -> bytes:
    """Return a package whose main part declares to be small."""
    data = bytearray(zip_bomb())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        real = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    return bytes(data.replace(real, (100).to_bytes(4, "little")))


def entities(kind: str) -> bytes:
    laughs = '<!ENTITY a "ха">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    inner = {"laughs": laughs, "external": '<!ENTITY i SYSTEM "file:///etc/passwd">', "none": ""}[kind]
    return package(P.replace("Текст", "&i;"), head=f"<!DOCTYPE w:document [{inner}]>")


WIDE = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY i "x">]><d>&i;</d>'
HOSTILE = {
    "zip bomb": (zip_bomb, "read.bomb"),
    "zip that lies about its size": (lying_zip, "read.damaged"),
    "zip with a path outside": (lambda: zipped({"_rels/.rels": "<x/>", "../../x": ""}), "read.damaged"),
    "zip with an absolute path": (lambda: zipped({"_rels/.rels": "<x/>", "/etc/x": ""}), "read.damaged"),
    "zip of too many parts": (lambda: zipped({f"word/{n}": "" for n in range(10_001)}), "read.bomb"),
    "billion laughs": (lambda: entities("laughs"), "read.entities"),
    "external entity": (lambda: entities("external"), "read.entities"),
    "bare document type": (lambda: entities("none"), "read.entities"),
    "document type in UTF-16": (
        lambda: zipped({"_rels/.rels": "<x/>", "word/document.xml": WIDE.encode("utf-16")}),
        "read.entities",
    ),
    "deep XML": (lambda: package("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "read.damaged"),
    "nested tags": (lambda: b"<html>" + b"<div>" * 100_000, "read.too-deep"),
    "nested unknown tags": (lambda: b"<html>" + b"<x>" * 100_000, "read.too-deep"),
    "nested tags in a picture": (lambda: b"<html><svg>" + b"<td>" * 100_000, "read.too-deep"),
    "nested formatting": (lambda: b"<html>" + b"<p><b>x" * 100_000, "read.too-deep"),
    "many attributes": (
        lambda: b"<html><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
        "read.too-complex",
    ),
    "many attributes behind quotes": (
        lambda: b"<html><p x='>' " + b" ".join(b"a%d='<'" % n for n in range(100_000)) + b">x",
        "read.too-complex",
    ),
    "many bodies": (lambda: b"".join(b"<body a%d=1>" % n for n in range(50_000)), "read.too-complex"),
    "many tags": (lambda: b"<html>" + b"<br>" * 2_000_001, "read.too-complex"),
    "one long line": (lambda: b"x" * (100 * 1024 * 1024), "read.too-long"),
    "one line of the longest text": (lambda: "ж".encode() * 19_000_000, "read.long-line"),
    "more bytes than are read": (lambda: b"x" * (100 * 1024 * 1024 + 1), "read.too-large"),
    "groups without end": (lambda: b"{\\rtf1 " + b"{" * 1_000_000, "read.too-deep"),
    "a binary that skips all": (lambda: b"{\\rtf1 a\\bin999999999 }", "read.damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_an_error_within_two_seconds(name: str) -> None:
    make, code = HOSTILE[name]
    data = make()
    begun = time.perf_counter()
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.bin")
    assert caught.value.code == code
    assert caught.value.hint_text()
    assert time.perf_counter() - begun < 2


def test_a_part_with_too_many_elements() -> None:
    with pytest.raises(UnreadableInput, match=r"he part word/document.xml of law.docx has more than 50 elements"):
        read_bytes(package(P * 20), name="law.docx", limits=Limits(max_elements=50))


HARMLESS = {
    "a huge attribute": b"<html><p title='" + b"x" * 10_000_000 + b"'>text</p>",
    "many comments": b"<html>text" + b"<!--" * 500_000,
    "many signs": b"<html>text" + b"<" * 1_000_000,
    "many ampersands": b"<html>text" + b"&" * 1_000_000,
    "many unclosed paragraphs": b"<html>" + b"<p>text" * 50_000,
    "many unclosed anchors": b"<html>" + b"<a name=z>text" * 50_000,
    "many spaces in a tag": b"<html><p" + b" " * 1_000_000 + b">text",
    "many equal signs": b"<html><p " + b"=" * 1_000_000 + b">text",
    "many open quotes": b"<html>text" + b"<a b='>" * 100_000,
    "many control words": b"{\\rtf1 text" + b"\\b0" * 300_000 + b"}",
    "many fields": b"{\\rtf1 text" + b"{\\field{\\*\\fldinst{ HYPERLINK " * 50 + b"}" * 151,
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_looks_hostile_takes_linear_time(name: str) -> None:
    begun = time.perf_counter()
    assert "text" in read_bytes(HARMLESS[name], name="law.bin").text
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize(
    ("make", "most"),
    [
        (lambda: b"<html>" + b"<div>" * 4_000_000, 3),
        (lambda: b"x" * 20_000_000, 4),
        (lambda: b"{\\rtf1 " + b"{}" * 10_000_000, 4),
        (lambda: package(P + " " * 20_000_000), 3),
        (lambda: b"%PDF-1.4\n" + b"stream\n" * 3_000_000, 3),
    ],
)
def test_memory_stays_within_a_few_times_the_size(make: object, most: float) -> None:
    data = make()  # type: ignore[operator]
    limits = Limits(max_line=1_000_000, max_seconds=2)
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableInput):
            read_bytes(data, name="law.bin", limits=limits)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < most * 20_000_000


def ticking() -> Iterator[float]:
    moment = 0.0
    while True:
        yield moment
        moment += 1.0


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<html>" + b"<p>x</p>" * 20_000, "law.html"),
        (package("".join([P] * 2_000)), "law.docx"),
        (b"{\\rtf1 " + b"x\\par " * 40_000 + b"}", "law.rtf"),
        (b"%PDF-1.4\n" + b"stream\n" * 9, "law.pdf"),
    ],
)
def test_every_reader_looks_at_the_clock(data: bytes, name: str) -> None:
    clock = ticking()
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name=name, limits=Limits(max_seconds=1.5), clock=lambda: next(clock))
    assert caught.value.code == "read.too-slow"


def test_a_budget_ends_at_its_deadline() -> None:
    moments = iter([0.0, 2.0, 2.1])
    budget = Budget.start("law.txt", limits=Limits(max_seconds=2), clock=lambda: next(moments))
    budget.check_time("page 1")
    with pytest.raises(UnreadableInput, match="within 2 seconds; the reader had reached page 2"):
        budget.check_time("page 2")
