"""The costs of the log are measured on what it really does."""

from __future__ import annotations

from bench.log import costs, table


def test_a_small_measurement() -> None:
    found = costs(sizes=(3, 40), runs=2, rounds=1)
    assert [cost.size for cost in found.costs] == [3, 40]
    small, large = found.costs
    assert small.written is None or large.written is None or large.written - small.written < 32 * 8
    text = table(found, "here")
    assert "| with 40 entries | |" in text and "| kills | 1 |" in text
