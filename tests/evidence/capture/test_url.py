from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.evidence.capture.url import Url


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        ("http://EXAMPLE.org:80/A?b=c#d", "http://example.org/A?b=c"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        (
            "https://example.org/заң жоба".replace(" ", "%20"),
            "https://example.org/%D0%B7%D0%B0%D2%A3%20%D0%B6%D0%BE%D0%B1%D0%B0",
        ),
        ("https://парламент.қаз/", "https://xn--80aapwghijx.xn--80ao21a/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://example.org/a%2Fb?x=%D0%B6&y=[1]", "https://example.org/a%2Fb?x=%D0%B6&y=[1]"),
    ],
)
def test_a_url_as_it_is_asked(written: str, asked: str) -> None:
    assert Url.of(written).text == asked


@pytest.mark.parametrize(
    "written",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///x",
        "http://user:word@example.org/",
        "http://user@example.org/",
        "http://exa mple.org/",
        "http://example.org/a b",
        "http://example.org/\r\nX: y",
        "http://example.org:99999/",
        "http://example.org:x/",
        "http://ex\u00a0ample.org/",
        "http://" + "a" * 64 + ".org/ж".replace("ж", "") + " ",
        "http://example.org/" + "a" * 9000,
        "http://exa<mple.org/",
        "http://[::1/",
        "http://ж" + "ж" * 70 + ".kz/",
    ],
)
def test_what_is_no_url_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Url.of(written)


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("/b", "https://example.org/b"),
        ("c", "https://example.org/a/c"),
        ("?x=1", "https://example.org/a/?x=1"),
        ("//other.org/x", "https://other.org/x"),
        ("http://example.org/", "http://example.org/"),
        ("/жаңа", "https://example.org/%D0%B6%D0%B0%D2%A3%D0%B0"),
        ("../../../x", "https://example.org/x"),
    ],
)
def test_a_redirect_leads_somewhere(location: str, leads: str) -> None:
    assert Url.of("https://example.org/a/").join(location).text == leads


@given(st.text(max_size=200))
def test_any_text_is_a_url_in_ascii_or_refused(text: str) -> None:
    try:
        url = Url.of(f"https://example.org/{text}")
    except ValueError:
        return
    assert url.text.isascii()
    assert url.text.isprintable()
    assert Url.of(url.text) == url


@given(st.one_of(st.text(max_size=60), st.text(":/@?#[]%.a1-\\\t ж", max_size=30).map("http://".__add__)))
def test_nothing_but_a_url_or_a_refusal(text: str) -> None:
    for read in (Url.of, Url.of("http://example.org/a/").join):
        try:
            url = read(text)
        except ValueError:
            continue
        assert url.host
        assert url.text.isascii()
        assert Url.of(url.text) == url
