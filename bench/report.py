"""The tables of the benchmark, as measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from attrs import frozen

from bench.child import Result
from bench.measure import STAGES, Account, Process
from bench.pairs import ROOT
from bench.peers import PEERS

PAGE = ROOT / "docs" / "methods" / "benchmark.md"


@frozen
class Measured:
    """Everything measured on one pair.

    Args:
        name: Name of the pair.
        old: Characters of the old edition.
        new: Characters of the new edition.
        untouched: Units that are the same in both.
        ours: What aigaq did.
        whole: The command line from start to end.
        peers: What each peer did, or why there is no result.
    """

    name: str
    old: int
    new: int
    untouched: int
    ours: Account
    whole: Process
    peers: Mapping[str, Result | str]


def page(results: Sequence[Measured], longer: Account, *, times: int, machine: str) -> str:
    """Return all tables as Markdown."""
    parts = [f"Measured on: {machine}."]
    for measured in results:
        parts += [f"### The pair “{measured.name}”", _told(measured), _table(_rows(measured))]
        parts += ["Stages of aigaq, and their share of difflib's time in the same rounds:", _table(_stages(measured))]
    parts += ["### The aims", _table(_aims(results, longer, times))]
    return "\n\n".join(parts)


def _told(measured: Measured) -> str:
    ours = measured.ours
    told = f"{measured.old:,} and {measured.new:,} characters; {measured.untouched:,} units are the same in both."
    if ours.planted:
        told += (
            f" Planted: {ours.planted} changes of {ours.size[1]:,} words, and {ours.renumbered[1]} renumbered units."
        )
    return told


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _rows(measured: Measured) -> list[list[str]]:
    ours, planted = measured.ours, bool(measured.ours.planted)
    head = ["tool", "time", "peak memory", "changes it reports", "untouched units reported as changed"]
    rows = [[*head, "planted changes missed", "renumberings found"] if planted else head]
    own = [f"{_time(ours.seconds['all'])}, of which comparing {_time(ours.seconds['find'])}", f"{ours.mib:.0f} MiB"]
    own += [f"{ours.score.blocks:,}", f"{ours.score.false:,}"]
    rows.append(["**aigaq**, from two files to the proof", *own, *_own_planted(ours, planted=planted)])
    for name, result in measured.peers.items():
        if isinstance(result, str):
            rows.append([_named(name), result, *["–"] * (len(rows[0]) - 2)])
        else:
            rows.append([_named(name), *_peer(result), *([f"{result.score.missed}", "0"] if planted else [])])
    return rows


def _own_planted(ours: Account, *, planted: bool) -> list[str]:
    return [str(ours.missed), f"{ours.renumbered[0]:,} of {ours.renumbered[1]:,}"] if planted else []


def _peer(result: Result) -> list[str]:
    runs = "" if result.runs == 5 else f" ({result.runs} run{'s' * (result.runs > 1)})"
    return [
        f"{_time(result.seconds)}{runs}",
        f"{result.mib:.1f} MiB",
        f"{result.score.blocks:,}",
        f"{result.score.false:,}",
    ]


def _named(name: str) -> str:
    package = PEERS[name].package
    try:
        return f"{name} ({version(package)})" if package else name
    except PackageNotFoundError:
        return name


def _time(seconds: float) -> str:
    if seconds >= 0.9995:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.1f} ms"


def _stages(measured: Measured) -> list[list[str]]:
    spent = measured.ours.seconds
    names = {"read": "reading both files", "parse": "parsing both", "find": "comparing alone", "prove": "proving alone"}
    rows = [["stage", "time", "share of difflib"]]
    for stage in STAGES:
        rows.append([names[stage], _time(spent[stage]), f"{spent[stage] / spent['difflib']:.1%}"])
    rows.append(["all, with the ledger", _time(spent["all"]), f"{spent['all'] / spent['difflib']:.1%}"])
    rows.append(["difflib, lines", _time(spent["difflib"]), "100%"])
    whole = f"{_time(measured.whole.seconds)}, {measured.whole.mib:.0f} MiB"
    rows.append(
        ["the whole process, `aigaq law compare --json`", whole, f"{measured.whole.seconds / spent['difflib']:.1%}"]
    )
    return rows


def _aims(results: Sequence[Measured], longer: Account, times: int) -> list[list[str]]:
    rows = [["aim", "on", "measured", "reached"]]
    for measured in results:
        for aim, found, reached in _aims_of(measured.ours):
            rows.append([aim, measured.name, found, "yes" if reached else "**no**"])
    base = results[-1].ours.seconds["all"]
    factor = longer.seconds["all"] / base
    aim = f"{times} times the text: at most 12 times the time"
    rows.append(
        [
            aim,
            results[-1].name,
            f"{factor:.1f} times ({_time(longer.seconds['all'])})",
            "yes" if factor <= 12 else "**no**",
        ]
    )
    for aim, found, reached in list(_aims_of(longer, timed=False)):
        rows.append([aim, f"{results[-1].name}, {times} times as long", found, "yes" if reached else "**no**"])
    return rows


def _aims_of(ours: Account, *, timed: bool = True) -> Iterator[tuple[str, str, bool]]:
    if timed:
        for stage, aim, most in (
            ("all", "everything: at most 25% of difflib's time", 0.25),
            ("find", "comparing alone: at most 2%", 0.02),
        ):
            share = ours.seconds[stage] / ours.seconds["difflib"]
            yield aim, f"{share:.1%}", share <= most
    yield "the proof holds", "it holds" if ours.holds else "it does not", ours.holds
    yield "no untouched unit reported as changed", str(ours.score.false), not ours.score.false
    if ours.planted:
        found, planted = ours.size
        yield (
            "every planted change found, with its units and words",
            f"{ours.missed} of {ours.planted} missed",
            not ours.missed,
        )
        yield "no row that nobody planted", str(ours.extra), not ours.extra
        yield (
            "every renumbering found",
            "{:,} of {:,}".format(*ours.renumbered),
            ours.renumbered[0] == ours.renumbered[1],
        )
        yield (
            "edit size within 5% of what was planted",
            f"{found:,} words for {planted:,}",
            abs(found - planted) <= planted / 20,
        )
