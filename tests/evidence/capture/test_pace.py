from __future__ import annotations

from pathlib import Path

from attrs import evolve

from aigaq.evidence.capture import Pace, Terms, fetch
from tests.parliament import Parliament, redirects


class Clock:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


def test_a_pause_between_two_requests_to_one_host() -> None:
    clock = Clock()
    pace = Pace(clock.read, clock.sleep)
    for host, took in (("a", 0.25), ("b", 0.0), ("a", 0.5), ("a", 5.0), ("a", 0.0), ("b", 0.0)):
        pace.wait(host, pause=1.0)
        clock.now += took
        pace.done(host)
    assert clock.waits == [1.0, 1.0, 1.0]
    assert clock.now == 108.75


def test_the_hops_of_a_redirect_keep_the_pause_too(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    waits: list[float] = []
    parliament.script("/a", redirects("/b"))
    parliament.publish("/b", b"x", media="text/plain")
    limits = evolve(terms.limits, pause=0.05)
    slow = evolve(terms, limits=limits, pace=Pace(sleep=waits.append))
    fetch(parliament.url("/a"), dossier, terms=slow)
    fetch(parliament.url("/b"), dossier, terms=slow)
    assert len(waits) == 2
    assert all(0 < wait <= 0.05 for wait in waits)
