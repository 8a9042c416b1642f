from __future__ import annotations

import pytest
from attrs import evolve

from aigaq.errors import UsageError
from aigaq.evidence.capture import Reason, Reply, Terms, post
from tests.evidence.capture.proxies import Proxy, Socks
from tests.parliament import Behaviour, Page, Parliament, breaks, endless, hangs, redirects

REQUEST = b"\x30\x03\x02\x01\x01"
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"


def test_an_answer(parliament: Parliament, terms: Terms) -> None:
    parliament.script("/tsa", Page(b"\x30\x00", REPLY, modified=""))
    assert post(parliament.url("/tsa"), REQUEST, media=QUERY, terms=terms) == Reply(
        200, REPLY, b"\x30\x00", Reason.NONE
    )
    asked = parliament.asked[0]
    assert (asked.method, asked.body, asked.headers["Content-Type"]) == ("POST", REQUEST, QUERY)
    assert (asked.headers["User-Agent"], "Cookie" in asked.headers, "Referer" in asked.headers) == (
        "aigaq/9",
        False,
        False,
    )


@pytest.mark.parametrize(
    ("behaviour", "status", "reason"),
    [
        (hangs(), None, Reason.TIMEOUT),
        (breaks(), 200, Reason.CLOSED),
        (endless(), 200, Reason.TOO_LARGE),
        (redirects("/other"), 302, Reason.NONE),
    ],
)
def test_no_answer_is_one_too(
    parliament: Parliament, terms: Terms, behaviour: Behaviour, status: int | None, reason: Reason
) -> None:
    parliament.script("/tsa", behaviour)
    reply = post(parliament.url("/tsa"), REQUEST, media=QUERY, terms=terms)
    assert (reply.status, reply.body, reply.reason) == (status, b"", reason)
    assert len(parliament.asked) == 1


def test_through_a_proxy(parliament: Parliament, terms: Terms) -> None:
    parliament.script("/tsa", Page(b"x", REPLY))
    with Proxy(Socks) as proxy:
        there = evolve(terms, proxy=f"socks5://{proxy.address}")
        assert post(parliament.url("/tsa", host="tsa.test"), REQUEST, media=QUERY, terms=there).body == b"x"
    assert proxy.asked == [("tsa.test", parliament.port)]


def test_what_is_no_url_is_refused(terms: Terms) -> None:
    with pytest.raises(UsageError) as refused:
        post("tsa.example.org", REQUEST, media=QUERY, terms=terms)
    assert refused.value.code == "capture.url"
