"""Alignment of two sequences of tokens: the longest common subsequence, hence the smallest edit.

Bit-parallel: H. Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004. Python's integers are the
bit vectors, so a row of the table is one addition and two logical operations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

Run = tuple[int, int, int, int]
"""A run of equal tokens: ``old_start, old_end, new_start, new_end``."""

TABLE_BITS = 400_000_000
"""Largest table kept in memory (50 MB); longer sequences are cut at tokens that are unique on both sides."""


def equal_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return the runs of equal tokens of a smallest edit from ``old`` to ``new``, in order.

    >>> equal_runs("a b c d".split(), "a x c d".split())
    [(0, 1, 0, 1), (2, 4, 2, 4)]
    """
    head = _common(old, new, 0)
    tail = _common_end(old, new, head)
    old_end, new_end = len(old) - tail, len(new) - tail
    pairs = [(at, at) for at in range(head)]
    pairs += _middle(old[head:old_end], new[head:new_end], head)
    pairs += [(old_end + at, new_end + at) for at in range(tail)]
    return _runs(pairs)


def common_length(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Return the length of the longest common subsequence, without the table."""
    positions = _positions(old)
    full = (1 << len(old)) - 1
    row = full
    for token in new:
        match = row & positions.get(token, 0)
        row = ((row + match) | (row - match)) & full
    return len(old) - row.bit_count()


def rising(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest strictly rising subsequence.

    Source: M. L. Fredman, "On computing the length of longest increasing subsequences", 1975.

    >>> rising([3, 1, 2, 5, 4])
    [1, 2, 4]
    """
    ends: list[int] = []
    at_end: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        place = bisect_left(ends, value)
        before[index] = at_end[place - 1] if place else -1
        ends[place : place + 1] = [value]
        at_end[place : place + 1] = [index]
    chain, index = [], at_end[-1] if at_end else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _middle(old: Sequence[Hashable], new: Sequence[Hashable], shift: int) -> list[tuple[int, int]]:
    """Return the matched pairs of two sequences, both shifted by ``shift``."""
    if not old or not new:
        return []
    if len(old) * len(new) <= TABLE_BITS:
        return [(shift + a, shift + b) for a, b in _table(old, new)]
    return [(shift + a, shift + b) for a, b in _anchored(old, new)]


def _table(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    positions = _positions(old)
    full = (1 << len(old)) - 1
    row = full
    rows = []
    for token in new:
        match = row & positions.get(token, 0)
        row = ((row + match) | (row - match)) & full
        rows.append(row)
    pairs = []
    at_old, at_new = len(old), len(new)
    while at_old and at_new:
        if rows[at_new - 1] >> (at_old - 1) & 1:
            at_old -= 1
            continue
        at_new -= 1
        if not at_new or rows[at_new - 1] >> (at_old - 1) & 1:
            at_old -= 1
            pairs.append((at_old, at_new))
    return pairs[::-1]


def _anchored(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Cut at tokens unique on both sides, in rising order (patience), and align between them."""
    old_once, new_once = _once(old), _once(new)
    shared = [token for token in old_once if token in new_once]
    kept = rising([new_once[token] for token in shared])
    pairs: list[tuple[int, int]] = []
    at_old = at_new = 0
    for anchor_old, anchor_new in [
        *((old_once[shared[k]], new_once[shared[k]]) for k in kept),
        (len(old), len(new)),
    ]:
        gap_old, gap_new = old[at_old:anchor_old], new[at_new:anchor_new]
        if len(gap_old) * len(gap_new) <= TABLE_BITS:
            pairs += [(at_old + a, at_new + b) for a, b in _table(gap_old, gap_new)]
        if anchor_old < len(old):
            pairs.append((anchor_old, anchor_new))
        at_old, at_new = anchor_old + 1, anchor_new + 1
    return pairs


def _once(tokens: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(tokens)
    return {token: at for at, token in enumerate(tokens) if counts[token] == 1}


def _positions(tokens: Sequence[Hashable]) -> dict[Hashable, int]:
    positions: dict[Hashable, int] = {}
    bit = 1
    for token in tokens:
        positions[token] = positions.get(token, 0) | bit
        bit <<= 1
    return positions


def _common(old: Sequence[Hashable], new: Sequence[Hashable], start: int) -> int:
    at, end = start, min(len(old), len(new))
    while at < end and old[at] == new[at]:
        at += 1
    return at


def _common_end(old: Sequence[Hashable], new: Sequence[Hashable], head: int) -> int:
    tail, end = 0, min(len(old), len(new)) - head
    while tail < end and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return tail


def _runs(pairs: list[tuple[int, int]]) -> list[Run]:
    runs: list[Run] = []
    for old, new in pairs:
        if runs and runs[-1][1] == old and runs[-1][3] == new:
            runs[-1] = (runs[-1][0], old + 1, runs[-1][2], new + 1)
        else:
            runs.append((old, old + 1, new, new + 1))
    return runs
