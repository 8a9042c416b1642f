"""`make bench`: run everything, print the tables; with --write put them into the pages of docs/methods."""

from __future__ import annotations

import argparse
import sys

from bench import applying, captures, log
from bench.child import LIMIT, run
from bench.measure import account, machine, process
from bench.pairs import Pair, education, renumbered, shared
from bench.peers import PEERS
from bench.publish import publish
from bench.report import PAGE, Measured, page

TIMES = 10


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the tables into the pages of docs/methods")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a peer is stopped")
    asked = parser.parse_args()
    folder = shared()
    if folder is None:
        _say("The real texts are not here (../shared/data/kz or AIGAQ_SHARED): the education pair is left out.")
    pairs = [*([education(folder)] if folder else []), renumbered()]
    results = [_measure(pair, asked.limit) for pair in pairs]
    _say(f"{TIMES} times the text")
    longer = account(renumbered(times=TIMES), runs=3, beside=False)
    text = page(results, longer, times=TIMES, machine=machine())
    print(text)
    _say("applying an act")
    applied = applying.page(machine())
    print(applied)
    _say("the log")
    logged = log.page(machine())
    print(logged)
    _say("captures")
    captured = captures.page(machine())
    print(captured)
    if asked.write:
        _say(f"written: {publish(text, PAGE, name='bench')}")
        _say(f"written: {publish(applied, applying.PAGE, name='bench')}")
        _say(f"written: {publish(logged, log.PAGE, name='bench')}")
        _say(f"written: {publish(captured, captures.PAGE, name='captures')}")


def _measure(pair: Pair, limit: float) -> Measured:
    _say(f"{pair.name}: aigaq")
    ours, whole = account(pair), process(pair)
    peers = {}
    for name in PEERS:
        _say(f"{pair.name}: {name}")
        peers[name] = run(name, pair, limit=limit)
    return Measured(pair.name, len(pair.old), len(pair.new), len(pair.untouched), ours, whole, peers)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
