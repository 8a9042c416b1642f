"""What aigaq itself costs, stage by stage, and how right it is: in this process, after import, median of five."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from attrs import frozen

from aigaq.law.compare.compare import Findings, compare, find, prove
from aigaq.law.read import read
from aigaq.law.structure import parse
from bench.child import RUNS
from bench.clock import timed
from bench.pairs import ROOT, Expected, Pair
from bench.peers import PEERS
from bench.touch import Score, of_findings, score

STAGES = ("read", "parse", "find", "prove")
"""Reading both files, parsing both, the comparison alone, the proof alone."""


@frozen
class Account:
    """What aigaq did on one pair.

    Args:
        seconds: Median time of each stage, of ``all`` (from two files to a proved comparison) and of ``difflib``
            (lines, autojunk off) in the same rounds.
        mib: Peak of memory of ``all``, above what the process held before.
        score: How right it is, by the measure of the peers.
        planted: Planted changes.
        missed: Planted changes without a row of that kind, with those units and that number of words.
        extra: Rows that nobody planted.
        renumbered: Renumbered units that are called so, with old and new number, of how many.
        size: Edit size found and planted, in words.
        holds: Whether the proof holds.
    """

    seconds: Mapping[str, float]
    mib: float
    score: Score
    planted: int
    missed: int
    extra: int
    renumbered: tuple[int, int]
    size: tuple[int, int]
    holds: bool


def account(pair: Pair, *, runs: int = RUNS, beside: bool = True) -> Account:
    """Measure aigaq on a pair.

    Args:
        pair: Two editions.
        runs: How many rounds the medians are of.
        beside: Whether difflib runs in every round too.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = pair.write(Path(folder))
        mib = _peak(files)
        rounds = [_round(pair, files, beside=beside) for _ in range(runs)]
        found = find(*(parse(read(file)) for file in files))
    seconds = {stage: median(each[stage] for each in rounds) for stage in rounds[0]}
    return _judged(pair, found, seconds, mib)


_ALONE = """
import sys
from pathlib import Path
from aigaq.law.compare import compare
from aigaq.law.read import read
from aigaq.law.structure import parse
from bench.memory import Peak
with Peak() as peak:
    compared = compare(*(parse(read(Path(file))) for file in sys.argv[1:]))
print(peak.mib)
"""


def _peak(files: tuple[Path, Path]) -> float:
    """Return the peak of memory of the whole comparison in MiB, in a process of its own like the peers."""
    command = [sys.executable, "-c", _ALONE, *map(str, files)]
    return float(subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout)


def _everything(files: tuple[Path, Path]) -> Any:
    return compare(*(parse(read(file)) for file in files))


def _round(pair: Pair, files: tuple[Path, Path], *, beside: bool) -> dict[str, float]:
    spent = _stages(files)
    spent["all"], _ = timed(lambda: _everything(files))
    if beside:
        start, _ = PEERS["difflib, lines"].start(pair.old, pair.new)
        spent["difflib"], _ = timed(start)
    return spent


def _stages(files: tuple[Path, Path]) -> dict[str, float]:
    """Return the seconds of each stage alone."""
    reading, sources = timed(lambda: [read(file) for file in files])
    parsing, (old, new) = timed(lambda: [parse(source) for source in sources])
    finding, found = timed(lambda: find(old, new))
    proving, _ = timed(lambda: prove(found))
    return dict(zip(STAGES, (reading, parsing, finding, proving), strict=True))


def _judged(pair: Pair, found: Findings, seconds: Mapping[str, float], mib: float) -> Account:
    wanted = Counter(pair.expected)
    rows = Counter(
        Expected(row.kind.value, row.old_eids, row.new_eids, row.deleted, row.inserted) for row in found.changes
    )
    proof = prove(found)
    renumbered = {row for row in wanted if row.kind == "renumbered"}
    return Account(
        seconds=seconds,
        mib=mib,
        score=score(pair, of_findings(found)),
        planted=wanted.total() - len(renumbered),
        missed=sum(count for row, count in (wanted - rows).items() if row.kind != "renumbered"),
        extra=(rows - wanted).total() if pair.expected else 0,
        renumbered=(sum(row in rows for row in renumbered), len(renumbered)),
        size=(proof.edit_size, sum(row.deleted + row.inserted for row in pair.expected)),
        holds=proof.holds,
    )


@frozen
class Process:
    """The command line from start to end: seconds, median of the runs, and peak memory in MiB (None if unknown)."""

    seconds: float
    mib: float | None


def process(pair: Pair, *, runs: int = 3) -> Process:
    """Run `aigaq law compare OLD NEW --json` on a pair as a person would."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _WATCHED, *map(str, pair.write(Path(folder)))]
        results = [_run(command) for _ in range(runs)]
    return Process(median(seconds for seconds, _ in results), results[0][1])


_WATCHED = """
import sys
from bench.memory import held
from aigaq.cli import main
sys.argv = ["aigaq", "law", "compare", "--json", "--quiet", *sys.argv[1:]]
try:
    main()
finally:
    print(held(), file=sys.stderr)
"""


def _run(command: list[str]) -> tuple[float, float]:
    start = perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    spent = perf_counter() - start
    json.loads(done.stdout)
    return spent, float(done.stderr.split()[-1])


def machine() -> str:
    """Return the class of the machine, no name of it."""
    from os import cpu_count

    return f"{platform.system()} {platform.machine()}, {cpu_count()} cores, Python {platform.python_version()}"
