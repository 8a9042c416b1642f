"""A process that appends to a log is killed at a random moment, again and again; nothing acknowledged may be lost.

`python -m bench.killed FOLDER` forks a child for each line of standard input; the child appends until it is killed and
prints the number of each entry that was acknowledged.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import IO

from attrs import define, field

from aigaq.evidence.log import Log, Signer, Verdict, examine
from bench.pairs import ROOT

SIGNER = Signer("example.org/killed", bytes(32))
LENGTHS = (*[0] * 30, *[500] * 30, *[9000] * 30, 200_000)
LONGEST = 0.02
"""Seconds after the first acknowledgement in which the kill falls."""


@define
class Toll:
    """What was found over all rounds.

    Args:
        rounds: Kills.
        acknowledged: Entries acknowledged before a kill.
        lost: Of them, those that are not there, or not what was written.
        faults: What examinations found; an interrupted append must leave none.
        beyond: Rounds after which complete entries lay behind the checkpoint.
        torn: Rounds after which a line was torn.
        unfinished: Rounds after which a file was left half written.
    """

    rounds: int = 0
    acknowledged: int = 0
    lost: list[int] = field(factory=list)
    faults: list[str] = field(factory=list)
    beyond: int = 0
    torn: int = 0
    unfinished: int = 0


def toll(rounds: int, *, seed: int = 7) -> Toll:
    """Kill so many times and return what was found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "log")
        Log.create(folder, origin=SIGNER.name, signer=SIGNER)
        command = [sys.executable, "-m", "bench.killed", str(folder)]
        found, random, known = Toll(), Random(seed), dict[int, bytes]()
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as forge:
            assert forge.stdin is not None
            assert forge.stdout is not None
            for number in range(rounds):
                head = Log.open(folder).note
                acknowledged = _round(number, (forge.stdin, forge.stdout), random)
                known |= acknowledged
                _judge(folder, head, acknowledged, found)
            forge.stdin.close()
        found.lost += _lost(Log.open(folder), known)
        return found


def _round(number: int, pipes: tuple[IO[bytes], IO[bytes]], random: Random) -> dict[int, bytes]:
    """Let a child append, kill it, and return what it said was acknowledged."""
    asks, answers = pipes
    asks.write(b"%d\n" % number)
    asks.flush()
    child = int(answers.readline())
    said = [answers.readline()]
    time.sleep(random.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    while (line := answers.readline()) != b"dead\n":
        said.append(line)
    return {int(at): digest for at, digest in map(bytes.split, said)}


def _judge(folder: Path, head: bytes, acknowledged: dict[int, bytes], found: Toll) -> None:
    examined = examine(folder, kept=[head])
    if examined.verdict is not Verdict.WITH_HEAD:
        found.faults += [fault.text() for fault in examined.faults] or [str(examined.sentence)]
    kinds = {warning.kind for warning in examined.warnings}
    found.rounds += 1
    found.acknowledged += len(acknowledged)
    found.beyond += "unacknowledged" in kinds
    found.torn += "torn" in kinds
    found.unfinished += "unfinished" in kinds
    found.lost += _lost(Log.open(folder), acknowledged)


def _lost(log: Log, acknowledged: dict[int, bytes]) -> list[int]:
    return [at for at, digest in acknowledged.items() if at >= log.size or _sum(log.entry(at)) != digest]


def _sum(entry: bytes) -> bytes:
    """Return what stands for an entry on the pipe: short, so that a line is written whole or not at all."""
    return hashlib.sha256(entry).hexdigest().encode()


def _append_for_ever(folder: Path, number: int) -> None:
    """Append batches of one to forty entries, some long, and print the place and sum of each entry when it is safe."""
    random, log, count = Random(number), Log.open(folder), 0
    while True:
        batch = [b"%d-%d-" % (number, count + at) + b"x" * random.choice(LENGTHS) for at in range(_size(random))]
        count += len(batch)
        head = log.append(batch, signer=SIGNER, clock=lambda: datetime.now(UTC))
        for at, entry in enumerate(batch, head.size - len(batch)):
            os.write(1, b"%d %b\n" % (at, _sum(entry)))


def _size(random: Random) -> int:
    return random.choice((1, 1, 1, 2, 40))


def main() -> None:
    """Fork a child for each number that is asked for, and say when it is dead."""
    folder = Path(sys.argv[1])
    Log.open(folder).append([b"warm"], signer=SIGNER, clock=lambda: datetime.now(UTC))
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os.write(1, b"%d\n" % os.getpid())
            _append_for_ever(folder, int(line))
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
