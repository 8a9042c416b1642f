"""The other end of a gap: what was reached, on which days it can have been, what that rests on."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from aigaq.bill.checks.papers import span
from aigaq.bill.checks.verdict import Evidence
from aigaq.bill.dossier import Paper
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message, PartialDate


@frozen
class Reached:
    """What was reached.

    Args:
        named: What it is called.
        earliest: The first day on which it can have been; None when it may have been long before.
        latest: The last one.
        evidence: What that rests on.
    """

    named: object
    earliest: date | None
    latest: date | None
    evidence: tuple[Evidence, ...]


def count(start: PartialDate, end: Reached) -> str:
    """Return the days from one to the other, as they are written."""
    gap = start.until(span(end.earliest, end.latest))
    return str(gap) if gap else "?"


def title(paper: Paper) -> Message:
    """Return what a paper is called: its kind and its title."""
    return Message("{document}: {title}", document=vocabulary().documents[paper.kind], title=paper.title or paper.id)
