"""What headers say is taken as it stands; whatever they say, nothing breaks."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.evidence.capture.day import http_day, iso_day, pdf_day
from aigaq.evidence.capture.exchange import Exchange
from aigaq.evidence.capture.headers import bare, charset_of, media_of, name_of, stated_by
from aigaq.evidence.capture.plain import plain
from aigaq.evidence.capture.url import Url
from tests.evidence.capture.conftest import NOW


def answer(path: str = "/", **headers: str) -> Exchange:
    named = tuple((name.replace("_", "-").title(), value) for name, value in headers.items())
    return Exchange(Url.of(f"http://example.org{path}"), NOW, BytesIO(), headers=named)


@pytest.mark.parametrize(
    ("stated", "media", "charset"),
    [
        ("text/html; charset=utf-8", "text/html", "utf-8"),
        ('Text/HTML;CHARSET="Windows-1251"', "text/html", "windows-1251"),
        ("application/pdf", "application/pdf", ""),
        ("", "", ""),
        ("html", "", ""),
        ("a b/c", "", ""),
        ("text/html\x00", "", ""),
        (f"text/{'x' * 99}", "", ""),
    ],
)
def test_media_types(stated: str, media: str, charset: str) -> None:
    exchange = answer(content_type=stated)
    assert (media_of(exchange), charset_of(exchange)) == (media, charset)


@pytest.mark.parametrize(
    ("path", "disposition", "name"),
    [
        ("/", "", ""),
        ("/a/b.pdf?x=/c.pdf", "", "b.pdf"),
        ("/a/", "", ""),
        ("/%D0%B7%D0%B0%D2%A3.pdf", "", "заң.pdf"),
        ("/..%2Fx%00.pdf", "", "x.pdf"),
        ("/a", 'attachment; filename="b.pdf"', "b.pdf"),
        ("/a", "attachment; filename*=utf-8''%D0%B7%D0%B0%D2%A3.pdf", "заң.pdf"),
        ("/a", 'attachment; filename="C:\\x\\b.pdf"', "b.pdf"),
        ("/a", 'attachment; filename=".."', "a"),
        ("/a", 'attachment; filename*=no-such-set\'\'%D0', "Ð"),
        ("/a", 'attachment; filename="a\u202efdp.exe"', "afdp.exe"),
        ("/a", "inline", "a"),
    ],
)  # fmt: skip
def test_names(path: str, disposition: str, name: str) -> None:
    assert name_of(answer(path, content_disposition=disposition)) == name


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_header_is_survived(first: str, second: str) -> None:
    exchange = answer(
        content_type=first,
        content_disposition=f"attachment; filename{second}",
        last_modified=first,
        date=second,
        retry_after=first + second,
    )
    assert "/" not in name_of(exchange)
    media_of(exchange), charset_of(exchange)
    for row in stated_by(exchange):
        assert row.value == plain(row.value)
        assert row.date == "" or len(row.date) == 10


@given(st.text(max_size=300))
def test_a_name_is_bare(text: str) -> None:
    name = bare(text)
    assert not set(name) & set("/\\\0\n")
    assert name not in {".", ".."}
    assert len(name) <= 200
    name.encode()


@given(st.one_of(st.text(max_size=60), st.text("0123456789-:.TZ+ ,MonNov", max_size=40)))
def test_any_date_is_one_or_none(text: str) -> None:
    for read in (http_day, iso_day, pdf_day):
        found = read(text)
        assert found == "" or "1900-01-01" <= found <= "2199-12-31"


@given(st.text(max_size=300))
def test_plain_text_is_plain(text: str) -> None:
    once = plain(text, most=50)
    assert plain(once, most=50) == once
    assert once == "" or once.isprintable()
    assert len(once) <= 50
