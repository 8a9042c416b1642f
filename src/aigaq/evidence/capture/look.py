"""What a person may conclude from one look: it was there, it was gone, or nobody could look."""

from __future__ import annotations

from enum import StrEnum

from aigaq.evidence.capture.capture import Capture, How, Outcome

_GONE = frozenset({404, 410})


class Look(StrEnum):
    """What one look allows to say about a document at its place."""

    THERE = "there"
    GONE = "gone"
    COULD_NOT_LOOK = "could-not-look"


def look(capture: Capture) -> Look:
    """Return what may be concluded; only 404 and 410 (RFC 9110, 15.5.5 and 15.5.11) mean that it is not there.

    A server that refuses, asks to wait, fails, or breaks off has not said that the document is not there.
    """
    if capture.outcome is not Outcome.HELD:
        return Look.COULD_NOT_LOOK
    if capture.how is How.IMPORTED:
        return Look.THERE
    status = capture.status or 0
    if status in _GONE:
        return Look.GONE
    return Look.THERE if 200 <= status < 300 else Look.COULD_NOT_LOOK
