"""Behind a proxy no name is looked up here, and what the proxy is told is not in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from aigaq.evidence.capture import Look, Outcome, Reason, Terms, content, fetch, look
from tests.evidence.capture.archive import blocks, check, records
from tests.evidence.capture.proxies import Closed, Http, Other, Proxy, Socks
from tests.parliament import Parliament, redirects, self_signed


def behind(terms: Terms, proxy: Proxy, scheme: str, looked_up: list[str]) -> Terms:
    def lookup(host: str, port: int) -> list[str]:
        del port
        looked_up.append(host)
        return ["127.0.0.1"]

    return evolve(terms, proxy=f"{scheme}://{proxy.address}", lookup=lookup)


@pytest.mark.parametrize(("handler", "scheme"), [(Socks, "socks5"), (Socks, "socks5h"), (Http, "http")])
def test_a_page_through_a_proxy(
    parliament: Parliament, dossier: Path, terms: Terms, handler: type[Socks | Http], scheme: str
) -> None:
    parliament.publish("/x", b"one", media="text/plain")
    looked_up: list[str] = []
    url = parliament.url("/x", host="parliament.test")
    with Proxy(handler) as proxy:
        made = fetch(url, dossier, terms=behind(terms, proxy, scheme, looked_up))
    assert (look(made), content(dossier, made)) == (Look.THERE, b"one")
    assert proxy.asked == [("parliament.test", parliament.port)]
    assert set(looked_up) == {"127.0.0.1"}
    assert made.warc
    file = dossier / made.warc.file
    assert check(file) == ""
    sent = url if handler is Http else "/x"
    assert blocks(file, "request")[0].startswith(f"GET {sent} HTTP/1.1\r\nHost: parliament.test:".encode())
    assert blocks(file, "response")[0].startswith(b"HTTP/1.1 200 OK\r\n")
    assert [it for it in records(file) if "WARC-IP-Address" in it.headers] == []


@pytest.mark.parametrize(("handler", "scheme"), [(Socks, "socks5"), (Http, "http")])
def test_a_secured_page_through_a_proxy(
    tmp_path: Path,
    dossier: Path,
    terms: Terms,
    monkeypatch: pytest.MonkeyPatch,
    handler: type[Socks | Http],
    scheme: str,
) -> None:
    certificate = self_signed(tmp_path, host="parliament.test")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Parliament(certificate) as secure, Proxy(handler) as proxy:
        secure.publish("/x", b"one", media="text/plain")
        made = fetch(secure.url("/x", host="parliament.test"), dossier, terms=behind(terms, proxy, scheme, []))
    assert (look(made), made.tls and made.tls.verified) == (Look.THERE, True)
    assert made.warc
    assert blocks(dossier / made.warc.file, "request")[0].startswith(b"GET /x HTTP/1.1\r\n")


def test_a_certificate_that_does_not_hold_is_seen_through_a_proxy(
    secure: Parliament, dossier: Path, terms: Terms
) -> None:
    with Proxy(Socks) as proxy:
        made = fetch(secure.url("/", host="parliament.test"), dossier, terms=behind(terms, proxy, "socks5", []))
    assert (made.reason, made.tls and (made.tls.verified, len(made.tls.chain))) == (Reason.TLS, (False, 1))
    assert secure.asked == []


@pytest.mark.parametrize(
    ("handler", "scheme", "answer", "reason"),
    [
        (Socks, "socks5", 5, Reason.REFUSED),
        (Socks, "socks5", 4, Reason.CONNECT),
        (Socks, "socks5", 1, Reason.CONNECT),
    ],
)
def test_what_a_proxy_says_is_told(
    dossier: Path, terms: Terms, handler: type[Socks | Http], scheme: str, answer: int, reason: Reason
) -> None:
    with Proxy(handler, answer) as proxy:
        made = fetch("http://parliament.test/", dossier, terms=behind(terms, proxy, scheme, []))
    assert (made.outcome, made.reason, made.warc) == (Outcome.FAILED, reason, None)


def test_a_tunnel_that_is_refused(dossier: Path, terms: Terms) -> None:
    with Proxy(Http, 403) as proxy:
        made = fetch("https://parliament.test:4433/", dossier, terms=behind(terms, proxy, "http", []))
    assert (made.reason, made.warc) == (Reason.CONNECT, None)


def test_no_proxy_there_and_no_way_around_it(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.publish("/x", b"one")
    made = fetch(parliament.url("/x"), dossier, terms=evolve(terms, proxy="socks5://127.0.0.1:9"))
    assert (made.reason, parliament.asked) == (Reason.REFUSED, [])


def test_a_server_that_is_no_proxy(dossier: Path, terms: Terms) -> None:
    with Proxy(Other) as proxy:
        made = fetch("http://parliament.test/", dossier, terms=behind(terms, proxy, "socks5", []))
    assert (made.reason, made.warc) == (Reason.CONNECT, None)


@pytest.mark.parametrize("scheme", ["socks5", "http"])
def test_a_proxy_that_closes(dossier: Path, terms: Terms, scheme: str) -> None:
    with Proxy(Closed) as proxy:
        made = fetch("https://parliament.test/", dossier, terms=behind(terms, proxy, scheme, []))
    assert (made.reason, made.warc) == (Reason.CONNECT, None)


def test_the_variables_of_the_system_name_no_proxy(
    parliament: Parliament, dossier: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    parliament.publish("/x", b"one", media="text/plain")
    assert look(fetch(parliament.url("/x"), dossier, terms=terms)) is Look.THERE


def test_a_page_in_the_open_does_not_lead_inside_through_a_proxy(
    parliament: Parliament, dossier: Path, terms: Terms
) -> None:
    parliament.script("/x", redirects("http://127.1:8080/admin"))
    with Proxy(Socks) as proxy:
        made = fetch(parliament.url("/x", host="parliament.test"), dossier, terms=behind(terms, proxy, "socks5", []))
    assert (made.reason, len(proxy.asked)) == (Reason.BAD_REDIRECT, 1)
