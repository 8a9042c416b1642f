"""What a comparison tells on the terminal: what changed, whether it is proved, what no note explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from aigaq.cli.language import _
from aigaq.law.compare import Comparison
from aigaq.law.structure import label_of
from aigaq.law.table.watched import watched
from aigaq.law.table.words import KINDS
from aigaq.text.watch import WatchTerm
from aigaq.values import translated

WARNINGS = 5
"""Warnings of one file shown here; the table has all of them."""


def summary(comparison: Comparison, terms: Sequence[WatchTerm]) -> str:
    """Return the summary of a comparison, a fact a line."""
    return "\n".join(
        [
            *_changes(comparison),
            *_remarks(comparison),
            *_proof(comparison),
            *_watched(comparison, terms),
            *_ledger(comparison),
        ]
    )


def made(paths: Sequence[Path]) -> str:
    """Return the names of the files made, one a line."""
    return "\n".join([f"{_('files')}:", *(f"  {path}" for path in paths)])


def _changes(comparison: Comparison) -> Iterator[str]:
    names = " → ".join(tree.source.name for tree in (comparison.old, comparison.new))
    yield f"{names} ({comparison.new.title.value or _('title not stated')})"
    total = len(comparison.changes)
    counts = Counter(change.kind for change in comparison.changes)
    kinds = ", ".join(f"{_(KINDS[kind])} {counts[kind]}" for kind in KINDS if counts[kind])
    yield _.plural("{n} change", "{n} changes", total).format(n=total) + (f": {kinds}" if kinds else "")


def _remarks(comparison: Comparison) -> Iterator[str]:
    for tree in (comparison.old, comparison.new):
        for warning in tree.warnings[:WARNINGS]:
            yield f"{_('warning')} ({tree.source.name}): {translated(warning, _)}"


def _proof(comparison: Comparison) -> Iterator[str]:
    proof = comparison.proof
    yield _("proof: old text + changes = new text, exactly; {unchanged} of {units} units unchanged").format(
        unchanged=proof.unchanged, units=proof.units
    )
    copies = len(comparison.copies)
    if copies:
        apart = (
            "{n} difference of the copies, reported apart",
            "{n} differences of the copies, reported apart",
        )
        yield _.plural(*apart, copies).format(n=copies)


def _watched(comparison: Comparison, terms: Sequence[WatchTerm]) -> Iterator[str]:
    hits = watched(comparison.changes, terms)
    for term in terms:
        rows = [change.label for change, own in zip(comparison.changes, hits, strict=True) if own.holds(term.surface)]
        found = ", ".join(rows) or _("in no row")
        yield f"{_('watch')} «{term.surface}»: {found}"


def _ledger(comparison: Comparison) -> Iterator[str]:
    check = comparison.ledger
    for at in check.unexplained:
        yield f"{_('no note explains')}: {comparison.changes[at].label}"
    for entry in check.unfulfilled:
        named = label_of(comparison.new, entry.target)
        yield f"{_('a note promises a change that is not there')}: {named} ({entry.act})"
