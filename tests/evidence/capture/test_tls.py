"""What a server proves about itself is kept, also when it does not hold; then nothing is asked."""

from __future__ import annotations

import hashlib
import ssl
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.evidence.capture import Look, Outcome, Reason, Terms, content, fetch, look
from tests.evidence.capture.archive import check, records
from tests.parliament import Parliament, hangs, redirects, self_signed


def der(certificate: Path) -> bytes:
    text = certificate.read_text(encoding="ascii")
    return ssl.PEM_cert_to_DER_cert(text[text.index("-----BEGIN CERTIFICATE") :])


def test_a_secured_page(
    secure: Parliament, certificate: Path, dossier: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.publish("/x", b"one", media="text/plain")
    made = fetch(secure.url("/x"), dossier, terms=terms)
    assert (look(made), content(dossier, made)) == (Look.THERE, b"one")
    assert made.tls
    assert (made.tls.version, made.tls.verified) == ("TLSv1.3", True)
    assert made.tls.cipher.startswith("TLS_")
    assert made.tls.chain == (hashlib.sha256(der(certificate)).hexdigest(),)
    assert made.warc
    file = dossier / made.warc.file
    assert check(file) == ""
    kept = [it for it in records(file) if it.media == "application/pem-certificate-chain"]
    assert [ssl.PEM_cert_to_DER_cert(it.block.decode()) for it in kept] == [der(certificate)]
    response = next(it for it in records(file) if it.kind == "response")
    assert kept[0].headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("flaw", ["unknown", "expired", "another host"])
def test_a_certificate_that_does_not_hold(
    tmp_path: Path, dossier: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch, flaw: str, trusted: bool
) -> None:
    host = "example.org" if flaw == "another host" else "127.0.0.1"
    certificate = self_signed(tmp_path, host=host, expired=flaw == "expired")
    if trusted and flaw != "unknown":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Parliament(certificate) as secure:
        secure.publish("/x", b"one")
        made = fetch(secure.url("/x"), dossier, terms=terms)
        assert secure.asked == []
    assert (made.outcome, made.reason, made.status, look(made)) == (
        Outcome.FAILED,
        Reason.TLS,
        None,
        Look.COULD_NOT_LOOK,
    )
    assert made.tls
    assert (made.tls.verified, made.tls.chain) == (False, (hashlib.sha256(der(certificate)).hexdigest(),))
    assert made.warc
    file = dossier / made.warc.file
    assert check(file) == ""
    assert [it.media for it in records(file)] == [
        "application/warc-fields",
        "application/warc-fields",
        "application/pem-certificate-chain",
    ]
    assert b"tls-verified: no\r\n" in records(file)[1].block


def test_a_server_without_encryption(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    made = fetch(parliament.url("/").replace("http:", "https:"), dossier, terms=terms)
    assert (made.outcome, made.reason, made.tls, made.warc) == (Outcome.FAILED, Reason.TLS, None, None)


def test_a_server_that_hangs_while_it_agrees(dossier: Path, terms: Terms) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        limits = evolve(terms.limits, connect=0.3)
        url = f"https://127.0.0.1:{server.getsockname()[1]}/"
        made = fetch(url, dossier, terms=evolve(terms, limits=limits))
    assert made.reason is Reason.TIMEOUT


def test_the_way_down_to_plain_http_is_not_hidden(
    secure: Parliament,
    parliament: Parliament,
    certificate: Path,
    dossier: Path,
    terms: Terms,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.script("/x", redirects(parliament.url("/y")))
    parliament.publish("/y", b"one", media="text/plain")
    made = fetch(secure.url("/x"), dossier, terms=terms)
    assert [hop.url.partition(":")[0] for hop in made.hops] == ["https", "http"]
    assert (made.tls, look(made)) == (None, Look.THERE)
    assert made.warc
    kept = [it for it in records(dossier / made.warc.file) if it.media == "application/pem-certificate-chain"]
    assert [it.headers["WARC-Target-URI"] for it in kept] == [secure.url("/x")]


def test_a_secured_server_that_hangs(
    secure: Parliament, certificate: Path, dossier: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.script("/x", hangs())
    made = fetch(secure.url("/x"), dossier, terms=terms)
    assert (made.reason, made.tls and made.tls.verified) == (Reason.TIMEOUT, True)


def test_a_chain_of_several_certificates_is_kept_whole(tmp_path: Path, dossier: Path, terms: Terms) -> None:
    first, second = self_signed(tmp_path), self_signed(tmp_path, host="example.org")
    second_part = second.read_text(encoding="ascii").partition("-----END PRIVATE KEY-----\n")[2]
    both = tmp_path / "both.pem"
    both.write_text(first.read_text(encoding="ascii") + second_part, encoding="ascii")
    with Parliament(both) as secure:
        made = fetch(secure.url("/x"), dossier, terms=terms)
    assert made.tls
    assert made.tls.chain == tuple(hashlib.sha256(der(path)).hexdigest() for path in (first, second))
