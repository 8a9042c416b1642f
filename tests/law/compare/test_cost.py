"""Ten times the text with ten times the changes costs at most about twelve times the time."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest

from aigaq.law.compare import compare
from aigaq.law.compare.compare import find
from aigaq.law.structure.unit import Tree
from tests.law.compare.plants import BROKEN, EDITS, Garden, grow, joined, plant, renumber_all, tree, write

KINDS = [edit for edit in EDITS if edit != "renumber all"]


def editions(laws: int, *, mass: bool) -> tuple[Tree, Tree]:
    """Return two editions of a law of 50 articles for each of ``laws``, with an edit to almost every article."""
    gardens = [plant(Random(seed), grow(Random(seed), articles=50, seed=seed), KINDS * 3) for seed in range(laws)]
    old, new = joined([garden.old for garden in gardens]), joined([garden.new for garden in gardens])
    if mass:
        renumber_all(Garden(Random(0), old, new))
    return tree(write(old)), tree(write(new, BROKEN))


def fastest(old: Tree, new: Tree) -> float:
    times = []
    for _ in range(3):
        start = process_time()
        find(old, new)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("mass", [False, True])
def test_ten_times_the_law_costs_ten_times_the_time(mass: bool) -> None:
    small, large = editions(1, mass=mass), editions(10, mass=mass)
    assert compare(*large).proof.holds
    tries = (fastest(*large) <= 16 * fastest(*small) for _ in range(3))
    assert any(tries), "12 times is the aim; the rest is the noise of a busy machine"
