"""Text accounting: every character of an act is claimed, or it is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aigaq.law.drafting.instruction import Accounting, Claimed, Unclaimed
from aigaq.law.structure.paragraphs import LAYOUT

_BETWEEN = re.compile(rf"[{re.escape(LAYOUT)};:.,#>]*")
"""What may stand between two clauses: layout, and the signs that end them."""

_BLANK = re.compile(rf"[{re.escape(LAYOUT)}]+")


def account(text: str, *, claimed: Sequence[Claimed], unclaimed: Sequence[Unclaimed]) -> Accounting:
    """Return the account of an act; what neither list covers and is no layout is added to the unclaimed.

    Args:
        text: The act.
        claimed: Stretches that are understood, in order.
        unclaimed: Stretches that are not, in order.
    """
    known = sorted([*((one.start, one.end) for one in claimed), *((one.start, one.end) for one in unclaimed)])
    missed = [Unclaimed(start, end, text[start:end]) for start, end in _gaps(text, known)]
    lost = sorted((*unclaimed, *missed), key=lambda found: found.start)
    characters = _size(text)
    return Accounting(tuple(claimed), tuple(lost), characters, characters - sum(_size(found.text) for found in lost))


def _gaps(text: str, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in (*known, (len(text), len(text))):
        between = text[at:start]
        if start > at and not _BETWEEN.fullmatch(between):
            lead = _BETWEEN.match(between)
            yield at + (lead.end() if lead else 0), start
        at = max(at, end)


def _size(text: str) -> int:
    return len(_BLANK.sub("", text))
