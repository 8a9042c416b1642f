"""kill -9 at random moments of a process that does nothing but append (500 rounds: `python -m bench`)."""

from __future__ import annotations

import sys

import pytest
from bench.killed import toll

ROUNDS = 60


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_nothing_acknowledged_is_lost_when_the_process_is_killed() -> None:
    found = toll(ROUNDS)
    assert (found.rounds, found.lost, found.faults) == (ROUNDS, [], [])
    assert found.acknowledged >= ROUNDS
    assert found.beyond, "no kill fell into an append: the test says nothing"
