"""The exam on real laws: changes found in pairs of editions, real instructions on real units, the round trip.

Run it with ``make exam``; ``python -m bench.exam --write`` renews the tables of docs/methods/compare.md and amend.md.
The texts stand beside the checkout (``../shared`` or ``AIGAQ_SHARED``); no wording of theirs is printed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from attrs import frozen

from aigaq.app.law import compare_laws, open_law
from aigaq.law.compare import Change, Comparison
from aigaq.law.compare.prove import unaccounted
from aigaq.text.watch import find, watch_term
from bench import example_bill, triples
from bench.publish import publish
from bench.roundtrip import round_trip

ROOT = Path(__file__).resolve().parent.parent
COMPARE = ROOT / "docs" / "methods" / "compare.md"
AMEND = ROOT / "docs" / "methods" / "amend.md"
EDITS = 10_000
"""Generated edits of the round trip."""


@frozen
class Pair:
    """Two editions of one law, and what must be found."""

    name: str
    old: str
    new: str
    articles: tuple[int, int]
    watch: str = ""


PAIRS = (
    Pair("education", "2026-01", "2026-04", (87, 88), watch="нетрадиционная сексуальная ориентация"),
    Pair("family-code", "2026-01", "2026-02", (286, 286)),
    Pair("labour-code", "2026-01", "2026-02", (221, 221)),
    Pair("constitution", "2026-01", "2026-02", (102, 102)),
)


def editions() -> Path | None:
    """Return the folder of real editions; None when it is not here."""
    folder = Path(os.environ.get("AIGAQ_SHARED", ROOT.parent / "shared")) / "data" / "kz" / "editions"
    return folder if folder.is_dir() else None


def main(arguments: list[str]) -> int:
    """Run the exam, print it, and return the exit code: 1 when something that must be found was not."""
    folder = editions()
    if folder is None:
        print("the real editions are not here (../shared/data/kz/editions, or AIGAQ_SHARED): nothing was examined")
        return 0
    faults = []
    for page, name, examine in (
        (COMPARE, "exam", compared),
        (AMEND, "exam", applied),
        (AMEND, "roundtrip", partial(round_trip, edits=EDITS)),
    ):
        text, found = examine(folder)
        print(text, flush=True)
        faults += found
        if "--write" in arguments:
            publish(text, page, name=name)
    for fault in faults:
        print(f"FAULT {fault}")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def compared(folder: Path) -> tuple[str, list[str]]:
    """Return what the comparison finds in every pair, and what is not as it must be."""
    report, faults = [], []
    for pair in PAIRS:
        trees = [open_law(folder / f"{pair.name}@{date}.ru.txt") for date in (pair.old, pair.new)]
        comparison = compare_laws(trees[0], trees[1])
        report.append("\n".join(section(pair, comparison)))
        faults += check(pair, comparison)
    return "\n\n".join(report), faults


def applied(folder: Path) -> tuple[str, list[str]]:
    """Return how real instructions fare on real units, and what is not as it must be."""
    found = triples.score(folder.parent)
    acts = "\n".join(triples.acts(folder.parent))
    bill, wrong = example_bill.examine(folder.parent)
    text = f"{acts}\n\n" + "\n".join(triples.report(found)) + f"\n\n### The bill of the example\n\n{bill}"
    return text, [*triples.faults(found), *triples.unread(folder.parent), *wrong]


def check(pair: Pair, comparison: Comparison) -> Iterator[str]:
    """Yield what is not as it must be."""
    articles = tuple(len(tree.articles()) for tree in (comparison.old, comparison.new))
    if articles != pair.articles:
        yield f"{pair.name}: {articles} articles"
    for tree in (comparison.old, comparison.new):
        if tree.source_text() != tree.source.text or unaccounted(tree):
            yield f"{pair.name}: {tree.source.name} is not tiled"
    if pair.watch:
        hits = [change for change in comparison.changes if find([watch_term(pair.watch)], change.new)]
        acts = {act.act for change in hits for act in change.acts}
        if not any(change.eid.startswith("art_28") for change in hits) or "248-VIII" not in acts:
            yield f"{pair.name}: the amendment of article 28 by 248-VIII is not found"


def section(pair: Pair, comparison: Comparison) -> Iterator[str]:
    """Yield the lines of one pair: figures first, then every change."""
    proof, check = comparison.proof, comparison.ledger
    yield f"### {pair.name}, {pair.old} → {pair.new}"
    yield ""
    yield (
        f"{len(comparison.changes)} changes; {proof.unchanged} of {proof.units} units unchanged "
        f"({proof.unchanged_share:.1%}); {proof.edit_size} words out and in; explained {len(check.explained)}, "
        f"unexplained {len(check.unexplained)}, unfulfilled notes {len(check.unfulfilled)}; differences of the copies: "
        f"{len(comparison.copies)} ({', '.join(copy.reason for copy in comparison.copies) or 'none'})."
    )
    if comparison.changes:
        yield ""
        yield "| unit | kind | words out | words in | amending act | explained by a note |"
        yield "| --- | --- | ---: | ---: | --- | --- |"
    for change in comparison.changes:
        yield row(change)


def row(change: Change) -> str:
    """Return one change as a row of a table."""
    eids = "`" + "`, `".join(change.new_eids or change.old_eids) + "`"
    if change.old_eids and change.new_eids and change.old_eids != change.new_eids:
        eids = f"`{'`, `'.join(change.old_eids)}` → {eids}"
    acts = ", ".join(act.act for act in change.acts)
    return (
        f"| {eids} | {change.kind.value} | {change.deleted} | {change.inserted} | {acts} | {'yes' if acts else 'no'} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
