"""One peer on one pair, in a process of its own, so that its memory is its own and it can be stopped.

`python -m bench.child NAME FILE` prints a JSON object; FILE is a pickled `Pair` that `run` wrote a moment ago.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from attrs import asdict, frozen

from bench.clock import timed
from bench.memory import Peak
from bench.pairs import ROOT, Pair
from bench.peers import PEERS
from bench.touch import Score, score

LIMIT = 120.0
"""Seconds after which a peer is stopped."""

RUNS = 5
"""The median of so many runs is told, or of fewer when they would take longer than ``ENOUGH``."""

ENOUGH = 12.0


@frozen
class Result:
    """What one peer did on one pair.

    Args:
        seconds: Median time of the comparison alone.
        runs: Of how many runs.
        mib: Peak of its memory above what the process held before it began, in MiB.
        score: How right it is.
    """

    seconds: float
    runs: int
    mib: float
    score: Score


def run(name: str, pair: Pair, *, limit: float = LIMIT) -> Result | str:
    """Return what a peer does on a pair, or one sentence that says why there is no result."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pair")
        file.write_bytes(pickle.dumps(pair))
        command = [sys.executable, "-m", "bench.child", name, str(file)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=limit, cwd=ROOT, check=False)
        except subprocess.TimeoutExpired:
            return f"did not finish in {limit:.0f} s"
    if done.returncode:
        return f"failed: {done.stderr.strip().splitlines()[-1][:100]}" if done.stderr.strip() else "failed"
    found = json.loads(done.stdout)
    return Result(found["seconds"], found["runs"], found["mib"], Score(**found["score"]))


def work(name: str, pair: Pair) -> Result:
    """Run a peer here and now."""
    start, read = PEERS[name].start(pair.old, pair.new)
    with Peak() as peak:
        seconds, found = timed(start)
    times = [seconds]
    while len(times) < RUNS and sum(times) + seconds < ENOUGH:
        times.append(timed(start)[0])
    return Result(median(times), len(times), peak.mib, score(pair, read(found)))


def main() -> None:
    """Print what the peer did as JSON."""
    name, file = sys.argv[1:]
    pair = pickle.loads(Path(file).read_bytes())
    print(json.dumps(asdict(work(name, pair))))


if __name__ == "__main__":
    main()
