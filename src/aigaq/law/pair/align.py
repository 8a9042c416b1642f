"""Two sequences of instructions in pairs: equal ones first, in order, then those that have one fault."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from attrs import frozen

from aigaq.law.pair.feature import Feature

MOST_CELLS = 40_000
"""Longer stretches without an instruction that is unique in both acts are not weighed pair by pair."""

Pairs = list[tuple[int, int]]
Weigh = Callable[[int, int], int]


@frozen
class Alignment:
    """Places in two sequences, in pairs.

    Args:
        pairs: What is one edit, in the order of the first sequence.
        crossed: Those of ``pairs`` that stand in another order than the rest.
    """

    pairs: tuple[tuple[int, int], ...]
    crossed: frozenset[tuple[int, int]]


def align(ours: Sequence[Feature], theirs: Sequence[Feature]) -> Alignment:
    """Return which instruction is which.

    One that is missing shifts no other; two that changed places are found; one that is aimed elsewhere, or does
    something else, is paired with the one that stands in its place.
    """
    straight = _equal(ours, theirs)
    crossed = _crossed(ours, theirs, straight)
    near = _near(ours, theirs, straight, crossed)
    return Alignment(tuple(sorted([*straight, *crossed, *near])), frozenset(crossed))


def _equal(ours: Sequence[Feature], theirs: Sequence[Feature]) -> Pairs:
    """Pair equal instructions that stand in the same order, as many as there are."""
    anchors = _anchors([one.key for one in ours], [one.key for one in theirs])
    found: Pairs = []
    for (here, there), (to, until) in _gaps(anchors, len(ours), len(theirs)):
        mine, others = range(here, to), range(there, until)
        if len(mine) * len(others) > MOST_CELLS:
            found += _in_turn(ours, theirs, mine, others)
        else:
            found += best(mine, others, weigh=lambda one, other: _same(ours[one], theirs[other]))
    return sorted([*anchors, *found])


def _same(one: Feature, other: Feature) -> int:
    if one.key != other.key:
        return 0
    ours, theirs = one.instruction, other.instruction
    weight = 100 + 4 * (one.address == other.address) + 2 * (ours.op is theirs.op) + 3 * (one.digits == other.digits)
    return weight + ((len(ours.find), len(ours.put)) == (len(theirs.find), len(theirs.put)))


def _anchors(ours: Sequence[object], theirs: Sequence[object]) -> Pairs:
    """Return what stands once in both sequences, as much of it as stands in the same order."""
    counts, others = Counter(ours), Counter(theirs)
    places = {key: at for at, key in enumerate(theirs) if others[key] == 1}
    found = [(at, places[key]) for at, key in enumerate(ours) if counts[key] == 1 and key in places]
    return _rising(found)


def _rising(pairs: Pairs) -> Pairs:
    """Return the longest part of ``pairs`` whose second places rise (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int | None] = []
    for at, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(piles[pile - 1] if pile else None)
        tops[pile : pile + 1] = [place]
        piles[pile : pile + 1] = [at]
    chosen: Pairs = []
    last = piles[-1] if piles else None
    while last is not None:
        chosen.append(pairs[last])
        last = before[last]
    return chosen[::-1]


def _gaps(pairs: Pairs, ours: int, theirs: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return what lies between pairs: where it begins in both sequences, and where it ends."""
    starts = [(0, 0), *((one + 1, other + 1) for one, other in pairs)]
    return list(zip(starts, [*pairs, (ours, theirs)], strict=True))


def _in_turn(ours: Sequence[Feature], theirs: Sequence[Feature], mine: range, others: range) -> Pairs:
    """Pair equal instructions of a long stretch, the first with the first; only what stays in order counts."""
    waiting = defaultdict(list)
    for at in reversed(others):
        waiting[theirs[at].key].append(at)
    return _rising([(at, waiting[ours[at].key].pop()) for at in mine if waiting[ours[at].key]])


def best(ours: Sequence[int], theirs: Sequence[int], *, weigh: Weigh) -> Pairs:
    """Return the pairs, in order, that weigh most together; what weighs nothing is no pair."""
    weights = [[weigh(one, other) for other in theirs] for one in ours]
    sums = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for row in range(len(ours) - 1, -1, -1):
        for column in range(len(theirs) - 1, -1, -1):
            weight = weights[row][column]
            both = weight + sums[row + 1][column + 1] if weight else 0
            sums[row][column] = max(both, sums[row + 1][column], sums[row][column + 1])
    found, row, column = [], 0, 0
    while row < len(ours) and column < len(theirs):
        weight = weights[row][column]
        if weight and sums[row][column] == weight + sums[row + 1][column + 1]:
            found.append((ours[row], theirs[column]))
            row, column = row + 1, column + 1
        elif sums[row][column] == sums[row + 1][column]:
            row += 1
        else:
            column += 1
    return found


def _crossed(ours: Sequence[Feature], theirs: Sequence[Feature], straight: Pairs) -> Pairs:
    """Pair equal instructions that changed places."""
    mine, others = _left(len(ours), len(theirs), straight)
    waiting = defaultdict(list)
    for at in reversed(others):
        waiting[theirs[at].key].append(at)
    return [(at, waiting[ours[at].key].pop()) for at in mine if waiting[ours[at].key]]


def _left(ours: int, theirs: int, pairs: Pairs) -> tuple[list[int], list[int]]:
    known, others = {one for one, _ in pairs}, {other for _, other in pairs}
    return [at for at in range(ours) if at not in known], [at for at in range(theirs) if at not in others]


def _near(ours: Sequence[Feature], theirs: Sequence[Feature], straight: Pairs, crossed: Pairs) -> Pairs:
    """Pair what is left between two pairs, if it has but one fault."""
    mine, others = _left(len(ours), len(theirs), [*straight, *crossed])
    found: Pairs = []
    for (here, there), (to, until) in _gaps(straight, len(ours), len(theirs)):
        left = mine[bisect_left(mine, here) : bisect_left(mine, to)]
        right = others[bisect_left(others, there) : bisect_left(others, until)]
        if left and right and len(left) * len(right) <= MOST_CELLS:
            found += best(left, right, weigh=lambda one, other: likeness(ours[one], theirs[other]))
    return found


def likeness(one: Feature, other: Feature) -> int:
    """Return how likely two instructions that are not equal are one edit with a fault; 0 when they are none."""
    if one.aims == other.aims:
        return 60 if one.work == other.work else 40
    if one.work != other.work:
        return 0
    evidence = 8 * (one.address == other.address) + 10 * bool(one.numbers and one.numbers == other.numbers)
    evidence += 3 * (one.digits == other.digits and bool(one.digits))
    evidence += 10 * bool(one.outline and one.outline == other.outline)
    if one.aims and other.aims:
        here, there = one.aims[0], other.aims[0]
        evidence += 3 * (here.shape == there.shape) + 5 * (here.steps[-1:] == there.steps[-1:])
        evidence += 3 * (here.path[:1] == there.path[:1]) if here.path else 0
    return 10 + min(evidence, 25) if evidence >= _ENOUGH else 0


_ENOUGH = 6
"""So much must speak for it that two instructions aimed at different places are one edit."""
