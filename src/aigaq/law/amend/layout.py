"""How a copy of a law is laid out: what parts its paragraphs, and which of the notes between them are about what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from aigaq.law.structure.paragraphs import LAYOUT
from aigaq.law.structure.unit import HEADED, Tree

_LAYOUT = re.compile(rf"[{re.escape(LAYOUT)}#>]*")


def lead(tail: str) -> str:
    """Return the layout that a stretch between two paragraphs begins with."""
    found = _LAYOUT.match(tail)
    return found[0] if found else ""


def noted(tree: Tree) -> dict[str, str]:
    """Return for units with notes behind them the beginning of the tail that is about them, not about what follows."""
    starts = [unit.start for unit in tree.units]
    places = {unit.eid: at for at, unit in enumerate(tree.units)}
    ends: dict[int, int] = {}
    closed: set[int] = set()
    for note in tree.notes:
        at = bisect_right(starts, note.start) - 1
        if note.stub or at in closed or places.get(note.unit, at + 1) > at:
            closed.add(at)
        else:
            ends[at] = note.end
    text = tree.source.text
    return {tree.units[at].eid: text[tree.units[at].wording[1] : end] for at, end in ends.items()}


def between(tree: Tree, *, headed: bool = False) -> str:
    """Return what most often stands between two paragraphs, or above a heading: layout alone, with a line end."""
    counts: Counter[str] = Counter()
    text = tree.source.text
    for unit, after in pairwise(tree.units[1:]):
        tail = text[unit.wording[1] : unit.end]
        fits = (after.kind in HEADED) is headed
        if fits and tail and not tail.strip(LAYOUT) and ("\n" in tail or "\r" in tail):
            counts[tail] += 1
    if headed and not counts:
        return between(tree)
    return counts.most_common(1)[0][0] if counts else "\n\n"
