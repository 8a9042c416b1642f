"""Every byte of a small log, flipped, doubled, deleted, and every file cut at every place: all of it is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aigaq.evidence.log import Verdict, examine
from tests.evidence.log.sample import SIGNER, clock, copied, made

# Acknowledged in two appends, so that the log has inner nodes of several levels.
ENTRIES = [b"a", b"bc", b"def", b"g", b"hi"]
FILES = ["entries/00000000.jsonl", "hashes", "checkpoint", "keys"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log = made(tmp_path_factory.mktemp("small") / "log", ENTRIES[:3])
    log.append(ENTRIES[3:], signer=SIGNER, clock=clock)
    return log.folder


def flipped(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        for bit in (0, 1, 5, 7):
            yield data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def as_newline(data: bytes) -> Iterator[bytes]:
    yield from (data[:at] + b"\n" + data[at + 1 :] for at in range(len(data)) if data[at : at + 1] != b"\n")


def shortened(data: bytes) -> Iterator[bytes]:
    yield from (data[:at] + data[at + 1 :] for at in range(len(data)))


def cut(data: bytes) -> Iterator[bytes]:
    yield from (data[:at] for at in range(len(data)))


def lengthened(data: bytes) -> Iterator[bytes]:
    yield from (data[:at] + data[at : at + 1] + data[at:] for at in range(len(data)))


@pytest.mark.parametrize("way", [flipped, as_newline, shortened, cut, lengthened])
@pytest.mark.parametrize("name", FILES)
def test_no_byte_is_free(tmp_path: Path, small: Path, name: str, way: object) -> None:
    assert callable(way)
    log = copied(small, tmp_path / "log")
    data = (log / name).read_bytes()
    assert examine(log).faults == ()
    unnoticed, unnamed, warned = [], [], []
    for number, other in enumerate(way(data)):
        if other == data:
            continue
        (log / name).write_bytes(other)
        examined = examine(log)
        if examined.verdict is not Verdict.DAMAGED:
            unnoticed.append(number)
            warned += [warning.kind for warning in examined.warnings]
        elif not any(
            fault.file == name or (name == "keys" and fault.file == "checkpoint") for fault in examined.faults
        ):
            unnamed.append(number)
    # A newline more at the end of the entries is what an interrupted append may leave: it is told as that.
    torn = (name, way) == (FILES[0], lengthened)
    assert (unnoticed, warned) == (([len(data) - 1], ["torn"]) if torn else ([], []))
    assert unnamed == []


@pytest.mark.parametrize("name", ["lock", *FILES])
@pytest.mark.parametrize("rest", [b"x", b"\n", b"x\n", bytes(32)])
def test_rubbish_at_the_end_is_told(tmp_path: Path, small: Path, name: str, rest: bytes) -> None:
    log = copied(small, tmp_path / "log")
    with (log / name).open("ab") as file:
        file.write(rest)
    examined = examine(log)
    if name == FILES[0]:
        assert examined.faults == ()
        assert {warning.kind for warning in examined.warnings} == {"unacknowledged" if rest == b"x\n" else "torn"}
    else:
        assert [fault.file for fault in examined.faults] == [name]
