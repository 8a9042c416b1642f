"""What documents state of themselves: their dates and their title, never who wrote them."""

from __future__ import annotations

import gzip

import pytest

from aigaq.evidence.capture import Stated
from aigaq.evidence.capture.stated import Found
from aigaq.evidence.capture.stated.archived import archived
from aigaq.evidence.capture.stated.fault import Fault
from aigaq.evidence.capture.stated.found import MOST
from aigaq.evidence.capture.stated.html import html
from aigaq.evidence.capture.stated.mail import mail
from aigaq.evidence.capture.stated.packed import packed
from aigaq.evidence.capture.stated.pdf import pdf
from tests.evidence.capture.stated import samples


def rows(found: Found) -> list[tuple[str, str, str]]:
    return [(it.where, it.value, it.date) for it in found.stated]


@pytest.mark.parametrize(
    ("markup", "stated"),
    [
        (
            '<meta property="article:published_time" content="2025-11-12T10:00:00+05:00">',
            [("html:meta:article:published_time", "2025-11-12T10:00:00+05:00", "2025-11-12")],
        ),
        ('<meta name="DC.Date" content="12.11.2025">', [("html:meta:dc.date", "12.11.2025", "2025-11-12")]),
        ('<meta name="dcterms.modified" content="soon">', [("html:meta:dcterms.modified", "soon", "")]),
        ('<meta http-equiv="last-modified" content="Wed, 12 Nov 2025 04:00:00 GMT">', [
            ("html:meta:last-modified", "Wed, 12 Nov 2025 04:00:00 GMT", "2025-11-12")]),
        ('<meta itemprop="datePublished" content="11/12/2025">', [("html:meta:datepublished", "11/12/2025", "")]),
        ('<meta name="author" content="Person A">', []),
        ('<meta name="date" content="">', []),
        ('<time datetime="2025-11-16">x</time><time>no</time>', [("html:time", "2025-11-16", "2025-11-16")]),
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2025-11-12","author":"A"}]}</script>',
            [("html:ld+json:datepublished", "2025-11-12", "2025-11-12")],
        ),
        ('<script type="application/ld+json">{"datePublished":</script>', []),
        ('<script>var d = "2025-11-12";</script>', []),
        ("<!-- saved from url=(0020)https://example.org/ -->", [("html:saved-from", "https://example.org/", "")]),
        (
            "<!--\n Page saved with SingleFile\n url: http://a.org/x\n saved date: Sun Nov 16 2025 15:15:00\n>",
            [("html:saved-from", "http://a.org/x", ""), ("html:saved", "Sun Nov 16 2025 15:15:00", "2025-11-16")],
        ),
    ],
)  # fmt: skip
def test_pages(markup: str, stated: list[tuple[str, str, str]]) -> None:
    assert rows(html(f"<!DOCTYPE html>{markup}<p>1".encode())) == stated


@pytest.mark.parametrize(
    ("data", "charset", "title"),
    [
        ("<title> Заң \n жобасы </title>".encode(), "", "Заң жобасы"),
        ("<title>Закон</title>".encode("cp1251"), "windows-1251", "Закон"),
        ('<meta charset="windows-1251"><title>Закон</title>'.encode("cp1251"), "", "Закон"),
        ("<title>Закон</title>".encode("utf-16"), "", "Закон"),
        ("\ufeff<title>Закон</title>".encode(), "windows-1251", "Закон"),
        (b"<title>x</title>", "no-such-set", "x"),
        (b"<title>x</title>", "hex", "x"),
        (b"<p>no title", "", ""),
        (b"", "", ""),
        (f"<title>{'a' * 9999}</title>".encode(), "", "a" * 300),
        (b"<title>a\xe2\x80\xaeb\x1b[31m</title>", "utf-8", "ab[31m"),
    ],
)
def test_titles(data: bytes, charset: str, title: str) -> None:
    assert html(data, charset=charset).title == title


def test_what_a_page_says_too_often_is_counted() -> None:
    found = html("".join(f'<time datetime="2025-11-{day:02}">' for day in range(1, 31)).encode() * 3)
    assert len(found.stated) == 30
    many = html("".join(f'<time datetime="{year}-01-01">' for year in range(1900, 2000)).encode())
    assert (len(many.stated), many.stated[-1]) == (MOST + 1, Stated("more", "60", ""))


def test_pdf() -> None:
    found = pdf(samples.pdf())
    assert found.title == "Bill"
    assert rows(found) == [
        ("pdf:created", "D:20251112093000+05'00'", "2025-11-12"),
        ("pdf:modified", "D:2025", ""),
    ]
    assert rows(pdf(samples.pdf("/Author (Person A)"))) == []
    with pytest.raises(Fault, match="damaged"):
        pdf(b"%PDF-1.7\nno")


@pytest.mark.parametrize(
    ("main", "kind"),
    [("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx")],
)
def test_office_documents(main: str, kind: str) -> None:
    found = packed(samples.office(main=main))
    assert found.title == "Салыстырма кесте"
    assert rows(found) == [
        (f"{kind}:created", "2025-11-10T05:00:00Z", "2025-11-10"),
        (f"{kind}:modified", "2025-11-14T05:00:00Z", "2025-11-14"),
    ]
    assert "Person" not in str(found)


def test_wacz() -> None:
    found = packed(samples.wacz())
    assert found.title == "A bill"
    assert rows(found) == [
        ("wacz:created", "2025-11-16T10:15:00Z", "2025-11-16"),
        ("wacz:mainPageUrl", "https://example.org/", ""),
        ("wacz:page", "2025-11-15T01:02:03Z https://example.org/bill Bill", "2025-11-15"),
    ]


def test_any_other_zip_file_states_nothing() -> None:
    assert packed(samples.zipped({"a.txt": "x"})) == Found()


BOMB = samples.zipped({"word/document.xml": "<x/>", "docProps/core.xml": b"\0" * (8 << 20)})


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"PK\x03\x04 no", "damaged"),
        (samples.office()[:-30], "damaged"),
        (samples.office("<a>"), "damaged"),
        (samples.office('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "damaged"),
        (BOMB, "too large"),
        (samples.zipped({"datapackage.json": b" " * (8 << 20)}), "too large"),
    ],
)
def test_what_cannot_be_opened(data: bytes, fault: str) -> None:
    with pytest.raises(Fault, match=fault):
        packed(data)


def test_mhtml() -> None:
    found = mail(samples.MHTML)
    assert found.title == "Заң"
    assert rows(found) == [
        ("mhtml:date", "Sun, 16 Nov 2025 15:15:00 +0500", "2025-11-16"),
        ("mhtml:snapshot-content-location", "https://example.org/bill", ""),
        ("mhtml:part:content-location", "https://example.org/bill?id=1", ""),
    ]
    assert mail(b"") == Found()


def test_warc() -> None:
    record = (
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Date: 2025-11-16T10:15:00Z\r\n"
        b"WARC-Target-URI: https://example.org/bill\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"
    )
    wanted = [("warc:resource", "2025-11-16T10:15:00Z https://example.org/bill", "2025-11-16")]
    assert rows(archived(record)) == rows(archived(gzip.compress(record))) == wanted
    assert rows(archived(gzip.compress(record) + b"rubbish"))[-1:] == wanted
    with pytest.raises(Fault, match="damaged"):
        archived(b"rubbish")
