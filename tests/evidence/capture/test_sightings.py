from __future__ import annotations

from datetime import UTC, datetime

from attrs import evolve

from aigaq.evidence.capture import Capture, Outcome, Sighting, by_content, sightings
from tests.evidence.capture.test_entry import BARE


def seen(day: int, asked: str, sha256: str, *, status: int = 200, outcome: Outcome = Outcome.HELD) -> Capture:
    at = datetime(2025, 11, day, tzinfo=UTC)
    return evolve(BARE, asked=asked, sha256=sha256, status=status, outcome=outcome, started=at, ended=at)


LOOKS = [
    seen(5, "/a", "one"),
    seen(3, "/a", "one"),
    seen(4, "/b", "one"),
    seen(6, "/a", "two"),
    seen(1, "/a", "none", status=404),
    seen(2, "/a", "no", status=403),
    seen(9, "/a", "part", outcome=Outcome.TRUNCATED),
    seen(8, "/c", "", outcome=Outcome.FAILED),
]


def on(first: int, last: int, times: int) -> Sighting:
    return Sighting(datetime(2025, 11, first, tzinfo=UTC), datetime(2025, 11, last, tzinfo=UTC), times)


def test_when_an_address_was_seen() -> None:
    assert sightings(LOOKS) == {"/a": on(3, 6, 3), "/b": on(4, 4, 1)}


def test_when_a_content_was_seen_wherever_that_was() -> None:
    assert sightings(LOOKS, by=by_content) == {"one": on(3, 5, 3), "two": on(6, 6, 1)}


def test_the_order_does_not_matter() -> None:
    assert sightings(reversed(LOOKS)) == sightings(LOOKS)
    assert sightings([]) == {}
