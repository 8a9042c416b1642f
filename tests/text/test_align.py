"""Alignment against the plainest definition of it: the table of all common lengths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.text import align
from aigaq.text.align import Run, common_length, equal_runs, rising

few = st.lists(st.sampled_from("аб"), max_size=12)
tokens = st.lists(st.sampled_from("абвгдежз"), max_size=30)
mostly_unique = st.lists(st.integers(0, 60), max_size=40)
pairs = st.one_of(st.tuples(few, few), st.tuples(tokens, tokens), st.tuples(mostly_unique, mostly_unique))


def naive_length(old: Sequence[object], new: Sequence[object]) -> int:
    """Return the length of the longest common subsequence, as every textbook computes it."""
    above = [0] * (len(new) + 1)
    for ours in old:
        row = [0]
        for at, theirs in enumerate(new):
            row.append(above[at] + 1 if ours == theirs else max(above[at + 1], row[at]))
        above = row
    return above[-1]


def faults(runs: Sequence[Run], old: Sequence[object], new: Sequence[object]) -> list[str]:
    """Return what is wrong with runs: not equal, empty, out of bounds, out of order, not as long as they could be."""
    found = [f"not equal: {run}" for run in runs if list(old[run[0] : run[1]]) != list(new[run[2] : run[3]])]
    found += [f"empty or backwards: {run}" for run in runs if not 0 <= run[0] < run[1] <= len(old)]
    found += [f"empty or backwards: {run}" for run in runs if not 0 <= run[2] < run[3] <= len(new)]
    for one, next_one in pairwise(runs):
        if next_one[0] < one[1] or next_one[2] < one[3]:
            found.append(f"out of order: {one} {next_one}")
        if next_one[0] == one[1] and next_one[2] == one[3]:
            found.append(f"one run cut in two: {one} {next_one}")
    return found


def length(runs: Sequence[Run]) -> int:
    return sum(run[1] - run[0] for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("а", "", []),
        ("", "а", []),
        ("а", "б", []),
        ("абв", "абв", [(0, 3, 0, 3)]),
        ("абв", "бв", [(1, 3, 0, 2)]),
        ("абв", "аб", [(0, 2, 0, 2)]),
        ("абв", "ахв", [(0, 1, 0, 1), (2, 3, 2, 3)]),
        ("аа", "а", [(0, 1, 0, 1)]),
        ("абвг", "вгаб", None),
        ("а" * 500, "а" * 300, [(0, 300, 0, 300)]),
    ],
)
def test_runs_of_a_table(old: str, new: str, runs: list[Run] | None) -> None:
    found = equal_runs(old, new)
    assert found == runs if runs is not None else length(found) == 2
    assert not faults(found, old, new)


@given(pairs)
def test_runs_are_equal_in_order_and_the_longest_there_are(pair: tuple[list[object], list[object]]) -> None:
    old, new = pair
    runs = equal_runs(old, new)
    assert not faults(runs, old, new)
    assert length(runs) == naive_length(old, new)


@given(pairs)
def test_common_length_is_that_of_the_table(pair: tuple[list[object], list[object]]) -> None:
    old, new = pair
    assert common_length(old, new) == naive_length(old, new) == common_length(new, old)


def test_what_is_wrong_with_runs_is_seen() -> None:
    assert faults([(0, 1, 0, 1)], "а", "б")
    assert faults([(0, 0, 0, 0)], "а", "а")
    assert faults([(0, 2, 0, 2)], "а", "а")
    assert faults([(1, 2, 1, 2), (0, 1, 0, 1)], "аа", "аа")
    assert faults([(0, 1, 0, 1), (1, 2, 1, 2)], "аа", "аа")


def test_a_sequence_longer_than_a_machine_word() -> None:
    old = [str(number % 97) for number in range(700)]
    new = [word for at, word in enumerate(old) if at % 13]
    assert length(equal_runs(old, new)) == common_length(old, new) == len(new)


# The way of long sequences: cut at tokens that are unique on both sides.


@given(pairs, st.sampled_from([0, 1, 4, 30, 200]))
def test_long_sequences_give_valid_runs(pair: tuple[list[object], list[object]], bits: int) -> None:
    old, new = pair
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(align, "TABLE_BITS", bits)
        runs = equal_runs(old, new)
    assert not faults(runs, old, new)
    assert length(runs) <= naive_length(old, new)


@given(st.lists(st.integers(0, 400), max_size=60, unique=True), st.data())
def test_cutting_at_unique_tokens_loses_nothing_where_order_is_kept(old: list[int], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(old), max_size=len(old)))
    fresh = iter(range(1000, 2000))
    new = [token if keep else next(fresh) for token, keep in zip(old, kept, strict=True)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(align, "TABLE_BITS", 20)
        assert length(equal_runs(old, new)) == sum(kept)


def test_cut_and_whole_agree_on_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    old = [f"слово{number}" if number % 3 else "и" for number in range(3000)]
    new = [*old[:700], "новое", *old[705:2000], *["вставка"] * 20, *old[2000:]]
    whole = equal_runs(old, new)
    monkeypatch.setattr(align, "TABLE_BITS", 5000)
    cut = equal_runs(old, new)
    assert not faults(cut, old, new)
    assert length(cut) == length(whole) == len(old) - 5


def test_common_ends_are_kept_where_nothing_is_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align, "TABLE_BITS", 0)
    old, new = "аб" * 50, "аб" * 20 + "х" + "аб" * 30
    assert not faults(equal_runs(old, new), old, new)
    assert length(equal_runs(old, new)) >= 60


# The longest rising subsequence.


def naive_rising(values: Sequence[int]) -> int:
    for size in range(len(values), 0, -1):
        if any(all(one < two for one, two in pairwise(chosen)) for chosen in combinations(values, size)):
            return size
    return 0


@given(st.lists(st.integers(-5, 5), max_size=9))
def test_rising_is_the_longest_there_is(values: list[int]) -> None:
    found = rising(values)
    assert len(found) == naive_rising(values)
    assert all(one < two and values[one] < values[two] for one, two in pairwise(found))
    assert all(0 <= at < len(values) for at in found)


@pytest.mark.parametrize(
    ("values", "size"),
    [([], 0), ([7], 1), ([3, 2, 1], 1), ([1, 1, 1], 1), ([1, 2, 3], 3), ([2, 3, 4, 1], 3), ([4, 1, 2, 3], 3)],
)
def test_rising_of_a_table(values: list[int], size: int) -> None:
    assert len(rising(values)) == size
