"""Likeness of units: how many words they share, and where to look for the likest in a long law."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from aigaq.law.compare.side import Matching, Side
from aigaq.law.structure.unit import Unit

FEW = 400
"""Up to so many pairs are all scored; longer lists are searched by their rare words."""

RARE = 8
"""A word is rare when no more units than this hold it."""

NEAREST = 8
"""In a long list, so many units are scored for each: those that share most of its rare words."""


def match_alike(matching: Matching, *, ours: Sequence[Unit], theirs: Sequence[Unit], least: float) -> None:
    """Match the most alike first; an equal number counts in favour, another kind against."""
    few = len(ours) * len(theirs) <= FEW
    rare = {} if few else _rare(matching.new, theirs)
    scored = []
    for at, unit in enumerate(ours):
        bag = matching.old.bag(unit)
        places = range(len(theirs)) if few else _nearest(_runs(matching.old, unit), rare)
        for to in places:
            other = theirs[to]
            score = _likeness(bag, matching.new.bag(other))
            if score >= least:
                favour = 0.2 * (unit.number == other.number) - 0.2 * (unit.kind is not other.kind)
                scored.append((score + favour, -abs(at - to), unit, other))
    scored.sort(key=lambda found: found[:2], reverse=True)
    for _, _, unit, other in scored:
        if unit.eid not in matching.forth and other.eid not in matching.back:
            matching.pair(unit, other)


def _rare(side: Side, units: Sequence[Unit]) -> dict[str, list[int]]:
    """Return where each word, and each pair of neighbours, stands that few of the units share."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for run in _runs(side, unit):
            places[run].append(at)
    return {run: found for run, found in places.items() if len(found) <= RARE}


def _nearest(runs: Iterable[str], rare: dict[str, list[int]]) -> list[int]:
    """Return where the units stand that share most of the rare runs, the best first."""
    shared = Counter(place for run in runs for place in rare.get(run, ()))
    return sorted(shared, key=lambda place: (-shared[place], place))[:NEAREST]


def _runs(side: Side, unit: Unit) -> set[str]:
    """Return the words of a unit and the pairs of neighbours: in a long law few words are rare, most pairs are."""
    words = side.words(unit)
    return {*words, *map(" ".join, pairwise(words))}


def _likeness(ours: Counter[str], theirs: Counter[str]) -> float:
    """Return the Dice coefficient of two bags of words."""
    total = ours.total() + theirs.total()
    if not total:
        return 0.0
    small, large = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    held = large.get
    return 2 * sum([min(count, held(word, 0)) for word, count in small.items()]) / total
