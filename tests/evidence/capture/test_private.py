"""A page in the open must not lead into the network of whoever looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.evidence.capture import Look, Outcome, Reason, Terms, fetch, look, reach
from tests.parliament import Parliament, redirects

PLACES = {
    "parliament.test": ["127.0.0.1"],
    "inside.test": ["10.0.0.7"],
    "both.test": ["10.0.0.7", "127.0.0.1"],
    "next.test": ["127.0.0.1"],
}


@pytest.fixture
def outside(terms: Terms, monkeypatch: pytest.MonkeyPatch) -> Terms:
    """Take 127.0.0.1 for an address in the open; others are what they are."""
    real: Callable[[str], bool] = reach.public
    monkeypatch.setattr(reach, "public", lambda address: address == "127.0.0.1" or real(address))

    def lookup(host: str, port: int) -> Sequence[str]:
        del port
        return PLACES.get(host, [host])

    return evolve(terms, lookup=lookup)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://10.0.0.7/", Reason.BAD_REDIRECT),
        ("http://0xa000007/", Reason.BAD_REDIRECT),
        ("http://169.254.169.254/latest/meta-data/", Reason.BAD_REDIRECT),
        ("http://localhost/", Reason.BAD_REDIRECT),
        ("http://[::ffff:10.0.0.7]/", Reason.BAD_REDIRECT),
        ("http://inside.test/", Reason.BAD_REDIRECT),
        ("http://next.test:{port}/page", Reason.NONE),
        ("http://both.test:{port}/page", Reason.NONE),
    ],
)
def test_where_a_redirect_may_lead(
    parliament: Parliament, dossier: Path, outside: Terms, location: str, reason: Reason
) -> None:
    parliament.script("/x", redirects(location.format(port=parliament.port)))
    parliament.publish("/page", b"x", media="text/plain")
    made = fetch(parliament.url("/x", host="parliament.test"), dossier, terms=outside)
    assert (made.reason, look(made) is Look.THERE) == (reason, reason is Reason.NONE)


def test_a_name_in_the_open_that_leads_inside_is_not_asked(dossier: Path, outside: Terms) -> None:
    made = fetch("http://inside.test/", dossier, terms=outside)
    assert (made.reason, made.hops[0].status) == (Reason.DNS, None)


def test_who_names_a_host_inside_stays_with_it(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.script("/x", redirects("/page"))
    parliament.script("/y", redirects(f"http://localhost:{parliament.port}/page"))
    parliament.publish("/page", b"x", media="text/plain")
    assert look(fetch(parliament.url("/x"), dossier, terms=terms)) is Look.THERE
    away = fetch(parliament.url("/y"), dossier, terms=terms)
    assert (away.outcome, away.reason) == (Outcome.FAILED, Reason.BAD_REDIRECT)
