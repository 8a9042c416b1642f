"""The tables tell what was measured, misses too."""

from __future__ import annotations

from attrs import evolve
from bench.child import Result
from bench.measure import Account, Process
from bench.publish import publish
from bench.report import Measured, page
from bench.touch import Score

SECONDS = {"read": 0.01, "parse": 0.3, "find": 0.05, "prove": 0.02, "all": 0.4, "difflib": 2.0}
OURS = Account(SECONDS, 20.0, Score(0, 0, 9), 5, 0, 0, (4, 4), (100, 100), holds=True)
PAIR = Measured(
    "small",
    1000,
    1100,
    30,
    OURS,
    Process(0.9, 60.0),
    {"difflib, lines": Result(2.0, 5, 1.5, Score(7, 0, 12)), "xmldiff": "did not finish in 120 s"},
)


def _row(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"| {start}"))


def test_what_is_reached_and_what_is_not() -> None:
    text = page([PAIR], evolve(OURS, seconds={"all": 5.2}), times=10, machine="here")
    assert "| 20.0% | yes |" in _row(text, "everything")
    assert "| 2.5% | **no** |" in _row(text, "comparing alone: ")
    assert "13.0 times (5.2 s) | **no** |" in _row(text, "10 times the text")


def test_a_peer_without_a_result_is_told() -> None:
    text = page([PAIR], evolve(OURS, seconds={"all": 4.0}), times=10, machine="here")
    assert "did not finish in 120 s" in text
    assert _row(text, "difflib, lines | 2.0 s").endswith("| 1.5 MiB | 12 | 7 | 0 | 0 |")


def test_publish_keeps_what_stands_around(tmp_path) -> None:
    file = tmp_path / "page.md"
    file.write_text("before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n", encoding="utf-8")
    publish("new", file, name="bench")
    assert file.read_text(encoding="utf-8") == "before\n<!-- bench:begin -->\n\nnew\n\n<!-- bench:end -->\nafter\n"
