"""Draft, read, apply, compare: acts drafted for edits that were planted at random in real laws.

``python -m bench.roundtrip --edits 10000 --seed 1`` edits the texts that stand beside the checkout (``../shared`` or
``AIGAQ_SHARED``), many articles in each round, some of them in several places; drafts the act that makes the edited
text of the old one, reads that act, applies it, and compares. Each edit comes out exact, or is refused with a reason;
anything else is a fault. No wording of a text is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter

from attrs import define, field, frozen

from aigaq.app.law import open_law
from aigaq.law.amend import Status, amend
from aigaq.law.compare import compare
from aigaq.law.draft import Draft, draft
from aigaq.law.drafting import read_act
from aigaq.law.source import Source
from aigaq.law.structure import Tree, parse
from aigaq.law.structure.unit import HEADED, Kind
from bench.edits import Planted, plant

ROOT = Path(__file__).resolve().parent.parent

PER_ROUND = 40
"""Edits of one law at a time."""

PER_ARTICLE = (1, 1, 1, 2, 3)
"""So many edits one article gets, by chance."""

SHARE = 3
"""No more than every third article of a law is edited at a time."""


@frozen
class Verdict:
    """What became of the edits of one round.

    Args:
        exact: Edits that came out exact.
        refused: Edits that were refused, with the reason.
        wrong: Edits that came out otherwise.
        nothing: Edits that changed nothing in law.
    """

    exact: tuple[Planted, ...] = ()
    refused: tuple[tuple[Planted, str], ...] = ()
    wrong: tuple[Planted, ...] = ()
    nothing: tuple[Planted, ...] = ()


@define
class Tally:
    """Counts by text, language, operation and outcome."""

    counts: Counter[tuple[str, str, str, str]] = field(factory=Counter)
    reasons: Counter[tuple[str, str]] = field(factory=Counter)
    faults: list[str] = field(factory=list)

    def add(self, name: str, language: str, verdict: Verdict) -> None:
        """Count one round."""
        for outcome in ("exact", "wrong", "nothing"):
            for edit in getattr(verdict, outcome):
                self.counts[name, language, edit.operation, outcome] += 1
        for edit, reason in verdict.refused:
            self.counts[name, language, edit.operation, "refused"] += 1
            self.reasons[reason, edit.operation] += 1

    def total(self, outcome: str) -> int:
        """Return how many edits had one outcome."""
        return sum(count for (*_, found), count in self.counts.items() if found == outcome)


def texts(folder: Path) -> list[Path]:
    """Return the real texts that a folder of data holds, in order."""
    return [path for name in ("bilingual", "editions") for path in sorted((folder / name).glob("*.txt"))]


def edited(tree: Tree, edits: Sequence[Planted]) -> Tree:
    """Return a law with edits made to its text."""
    text = tree.source.text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return parse(Source(tree.source.name, "text/plain", digest, text), in_language=tree.language)


def planted(tree: Tree, random: Random, most: int) -> list[Planted]:
    """Return edits of different articles of a law."""
    articles = [unit for unit in tree.articles() if unit.children and not unit.repealed]
    random.shuffle(articles)
    found: list[Planted] = []
    for article in articles[: max(1, len(articles) // SHARE)]:
        tries = (plant(tree, article, random=random) for _ in range(random.choice(PER_ARTICLE)))
        for edit in tries:
            if edit is not None and not any(_touch(edit, other) for other in found):
                found.append(edit)
    return found[:most]


def _touch(one: Planted, other: Planted) -> bool:
    return one.start <= other.end and other.start <= one.end


def judge(old: Tree, new: Tree, edits: Sequence[Planted]) -> Verdict:
    """Return what becomes of edits when the act that is drafted for them is read and applied."""
    made = draft(old, new)
    if not made.changes:
        return Verdict(nothing=tuple(edits))
    given = {refusal.eid: refusal.cause.value for refusal in made.refused}
    left = [(tree, eid) for tree, eid in differences(old, new, made) if not given.keys() & set(_around(tree, eid))]
    homes = {_around(tree, eid)[0] for tree, eid in left}
    refused, wrong, exact = [], [], []
    for edit in edits:
        reason = next((given[eid] for tree in (old, new) for eid in _around(tree, edit.article) if eid in given), None)
        if reason is not None:
            refused.append((edit, reason))
        elif homes & {_around(tree, edit.article)[0] for tree in (old, new)}:
            wrong.append(edit)
        else:
            exact.append(edit)
    if left and not wrong:
        wrong, exact = exact, []
    return Verdict(tuple(exact), tuple(refused), tuple(wrong))


def differences(old: Tree, new: Tree, made: Draft) -> list[tuple[Tree, str]]:
    """Return the units in which the law after the act is not the new law; the act is read and applied afresh."""
    if not made.text:
        return [(new, eid) for change in made.changes for eid in change.new_eids or change.old_eids]
    source = Source("act", "text/plain", "", made.text)
    act = read_act(source, in_language=old.language)
    if act.accounting.unclaimed:
        return [(new, "")]
    amended = amend(act, old)
    if any(outcome.status is not Status.APPLIED for outcome in amended.outcomes):
        return [(new, "")]
    comparison = compare(amended.new, new)
    if not comparison.proof.holds:
        return [(new, "")]
    return [
        (new if change.new_eids else amended.new, (change.new_eids or change.old_eids)[0])
        for change in comparison.changes
    ]


def _around(tree: Tree, eid: str) -> list[str]:
    """Return the headed units, or the preamble, that a unit stands in, innermost first, then the law: identifiers."""
    unit = tree.by_eid.get(eid) if eid else None
    found = (unit, *tree.ancestors(unit)) if unit is not None else ()
    kept = [above.eid for above in found if above.kind in HEADED or above.kind is Kind.PREAMBLE]
    return [*kept, ""] if unit is not None else [eid, ""]


def run(paths: Sequence[Path], *, edits: int, seed: int) -> Tally:
    """Plant edits in the texts by turns until there are enough, and return what became of them."""
    tally, trees = Tally(), [open_law(path) for path in paths]
    done = turn = 0
    while done < edits and trees:
        path, tree = paths[turn % len(paths)], trees[turn % len(trees)]
        random = Random(f"{seed} {turn} {path.name}")
        found = planted(tree, random, min(PER_ROUND, edits - done))
        turn += 1
        if not found:
            continue
        verdict = judge(tree, edited(tree, found), found)
        if verdict.wrong:
            tally.faults.append(
                f"round {turn - 1} of {path.name}: {', '.join(sorted({e.operation for e in verdict.wrong}))}"
            )
        tally.add(path.name, tree.language.value, verdict)
        done += len(found)
    return tally


OUTCOMES = ("exact", "refused", "wrong", "nothing")


def table(tally: Tally, title: str, *, place: int) -> Iterator[str]:
    """Yield the counts by text (0), language (1) or operation (2) as a table in Markdown."""
    yield f"| {title} | {' | '.join(OUTCOMES)} |"
    yield f"| --- |{' ---: |' * len(OUTCOMES)}"
    for name in sorted({found[place] for found in tally.counts}):
        counts = Counter[str]()
        for found, count in tally.counts.items():
            counts[found[3]] += count if found[place] == name else 0
        yield f"| {name} | {' | '.join(str(counts[outcome]) for outcome in OUTCOMES)} |"
    yield ""


def report(tally: Tally) -> Iterator[str]:
    """Yield the lines that tell what became of the edits."""
    total = ", ".join(f"{tally.total(outcome)} {outcome}" for outcome in OUTCOMES)
    yield f"{sum(tally.counts.values())} edits planted: {total}."
    yield ""
    for place, title in enumerate(("text", "language", "operation")):
        yield from table(tally, title, place=place)
    if tally.reasons:
        yield "| refused because | operation | edits |"
        yield "| --- | --- | ---: |"
    for (reason, operation), count in sorted(tally.reasons.items()):
        yield f"| {reason} | {operation} | {count} |"


def between(folder: Path) -> tuple[list[str], list[str]]:
    """Return what becomes of the pairs of editions, both ways: lines of a table, and faults."""
    lines = ["| editions | changes | instructions | exact | refused |", "| --- | ---: | ---: | --- | --- |"]
    faults = []
    by_name: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*@*.ru.txt")):
        by_name.setdefault(path.name.partition("@")[0], []).append(path)
    for name, paths in by_name.items():
        for one, other in (paths, paths[::-1]):
            old, new = open_law(one), open_law(other)
            made = draft(old, new)
            exact = made.exact and (not made.text or not differences(old, new, made))
            steps = sum(len(item.wishes) for item in made.items)
            refused = ", ".join(sorted(refusal.cause.value for refusal in made.refused)) or "–"
            edition = "to".join(f" {path.name.split('@')[1].split('.')[0]} " for path in (one, other)).strip()
            lines.append(
                f"| {name}, {edition} | {len(made.changes)} | {steps} | {'yes' if exact else 'no'} | {refused} |"
            )
            faults += [] if exact or made.refused else [f"{name}, {edition}: the act is not exact"]
    return [*lines, ""], faults


def round_trip(folder: Path, *, edits: int, seed: int = 1) -> tuple[str, list[str]]:
    """Return what becomes of the pairs of editions and of planted edits, and what came out wrong.

    Args:
        folder: The folder of editions.
        edits: How many edits are planted.
        seed: Where chance begins.
    """
    lines, faults = between(folder)
    tally = run(texts(folder.parent), edits=edits, seed=seed)
    return "\n".join([*lines, *report(tally)]), [*faults, *tally.faults]


def main(arguments: Sequence[str]) -> int:
    """Run the exam and print it; 1 when something came out wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.roundtrip", description=__doc__)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    folder = Path(os.environ.get("AIGAQ_SHARED", ROOT.parent / "shared")) / "data" / "kz" / "editions"
    if not folder.is_dir():
        print("the real texts are not here (../shared/data/kz, or AIGAQ_SHARED): nothing was examined")
        return 0
    started = perf_counter()
    text, faults = round_trip(folder, edits=asked.edits, seed=asked.seed)
    print(text)
    for fault in faults:
        print(f"FAULT {fault}")
    print(f"{len(faults)} faults; seed {asked.seed}; {perf_counter() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
