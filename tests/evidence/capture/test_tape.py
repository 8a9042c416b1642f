from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.evidence.capture import Outcome, Reason, Terms, content, fetch
from aigaq.evidence.capture.stop import Stop
from aigaq.evidence.capture.tape import Tape
from tests.parliament import Parliament, raw


def tape(most: int = 10, max_head: int = 100) -> tuple[Tape, BytesIO]:
    file = BytesIO()
    made = Tape(file, most, max_head)
    made.start()
    return made, file


def test_only_what_follows_the_start_is_kept() -> None:
    file = BytesIO()
    made = Tape(file, 10, 100)
    made.wrote(b"to the proxy")
    assert made.read(b"from the proxy") == b"from the proxy"
    made.start()
    made.wrote(b"ask")
    assert made.read(b"answer") == b"answer"
    assert (bytes(made.sent), file.getvalue(), made.size) == (b"ask", b"answer", 6)


def test_what_fits_is_handed_on_before_the_end() -> None:
    made, file = tape(10)
    assert made.room(64) == 11
    assert made.read(b"0123456789+") == b"0123456789"
    with pytest.raises(Stop) as stopped:
        made.room(64)
    assert (stopped.value.reason, file.getvalue()) == (Reason.TOO_LARGE, b"0123456789")


def test_more_than_may_come_is_noticed_at_the_bound_too() -> None:
    made, _ = tape(3)
    assert (made.read(b"abc"), made.room(64)) == (b"abc", 1)
    with pytest.raises(Stop):
        made.read(b"d")


def test_exactly_as_much_as_may_come_is_no_fault() -> None:
    made, file = tape(3)
    assert (made.read(b"abc"), made.read(b""), made.closed, file.getvalue()) == (b"abc", b"", True, b"abc")


@pytest.mark.parametrize(
    ("pieces", "fits"),
    [
        ([b"a: b\r\n\r\n" + b"x" * 99], True),
        ([b"a: b\n", b"\n" + b"x" * 99], True),
        ([b"x" * 19], True),
        ([b"x" * 21], False),
        ([b"x" * 11, b"x" * 11], False),
        ([b"x" * 21 + b"\r\n\r\n"], False),
    ],
)
def test_a_head_has_an_end(pieces: list[bytes], fits: bool) -> None:
    made, _ = tape(1000, max_head=20)
    if fits:
        assert [made.read(piece) for piece in pieces] == pieces
        return
    with pytest.raises(Stop):
        [made.read(piece) for piece in pieces]


def test_after_the_head_its_length_is_not_watched() -> None:
    made, _ = tape(1000, max_head=20)
    made.head_is_read()
    assert made.read(b"x" * 99) == b"x" * 99


@pytest.mark.parametrize("over", [-1, 0, 1, 2])
def test_at_the_bound(parliament: Parliament, dossier: Path, terms: Terms, over: int) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789"
    parliament.script("/x", raw(answer))
    limits = evolve(terms.limits, max_bytes=len(answer) - over)
    made = fetch(parliament.url("/x"), dossier, terms=evolve(terms, limits=limits))
    cut = max(0, over)
    assert (made.outcome, made.reason) == (
        (Outcome.TRUNCATED, Reason.TOO_LARGE) if cut else (Outcome.HELD, Reason.NONE)
    )
    assert content(dossier, made) == b"123456789"[: 9 - cut]
