"""Every peer's result is read as what it marks; a peer that is not installed is skipped."""

from __future__ import annotations

import pytest
from bench.pairs import Expected, Pair
from bench.peers import PEERS
from bench.touch import Marked, score, side

OLD = "      1. Один два три.\n\n      2. Четыре пять шесть.\n\n      3. Семь восемь девять.\n"
NEW = "      1. Один два три.\n\n      2. Четыре десять шесть.\n\n      3. Семь восемь девять.\n"


def _span(text: str, line: str) -> tuple[int, int]:
    start = text.index(line)
    return start, start + len(line)


@pytest.fixture
def pair() -> Pair:
    same = tuple((_span(OLD, line), _span(NEW, line)) for line in ("1. Один два три.", "3. Семь восемь девять."))
    spans = (_span(OLD, "2. Четыре пять шесть."),), (_span(NEW, "2. Четыре десять шесть."),)
    row = Expected("reworded", ("para_2",), ("para_2",), 1, 1, *spans)
    return Pair("small", OLD, NEW, same, (row,))


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_finds_the_one_change_and_nothing_else(name: str, pair: Pair) -> None:
    peer = PEERS[name]
    try:
        work, read = peer.start(pair.old, pair.new)
    except ImportError:
        pytest.skip(f"{peer.package} is not here: make bench installs it")
    found = score(pair, read(work()))
    assert (found.false, found.missed) == (0, 0)
    assert found.blocks >= 1


def test_a_tool_that_marks_nothing_misses_the_change(pair: Pair) -> None:
    nothing = Marked([(OLD, False)], [(NEW, False)], 0)
    assert score(pair, nothing).missed == 1


def test_a_tool_that_marks_everything_touches_every_unit(pair: Pair) -> None:
    everything = Marked([(OLD, True)], [(NEW, True)], 1)
    assert (score(pair, everything).false, score(pair, everything).missed) == (2, 0)


def test_a_result_that_is_not_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="characters were given back"):
        side(OLD, [(OLD[:-10], False)])
