"""When something was first and last seen by us: derived from captures, never stated, never stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from attrs import frozen

from aigaq.evidence.capture.capture import Capture
from aigaq.evidence.capture.look import Look, look


@frozen
class Sighting:
    """From when to when something was seen.

    Args:
        first: When the first look that saw it ended: it was there by then, perhaps long before.
        last: When the last look that saw it ended.
        times: How many looks saw it.
    """

    first: datetime
    last: datetime
    times: int


def by_url(capture: Capture) -> str:
    """Return the URL that was asked, or the name of the file."""
    return capture.asked


def by_content(capture: Capture) -> str:
    """Return the hash of the content, wherever it was seen."""
    return capture.sha256


def sightings(captures: Iterable[Capture], *, by: Callable[[Capture], str] = by_url) -> Mapping[str, Sighting]:
    """Return the sightings of each URL, or of each content (``by=by_content``).

    Only looks that saw something count: one that failed is no sighting, and no absence.

    Args:
        captures: Captures in any order.
        by: What tells one thing from another; where it gives nothing, the look is passed over.
    """
    seen: dict[str, Sighting] = {}
    for capture in captures:
        key = by(capture)
        if not key or look(capture) is not Look.THERE:
            continue
        at = capture.ended
        old = seen.get(key, Sighting(at, at, 0))
        seen[key] = Sighting(min(old.first, at), max(old.last, at), old.times + 1)
    return seen
